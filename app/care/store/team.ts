import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isRuleBookKey } from '~/eligibility/rule-book';
import { ruleBook } from '~/eligibility/rule-books';
import type { Actor } from '~/identity/actor';
import type { ReviewRecord } from '../rules/course';
import type { TeamCase } from '../rules/team-view';

interface TeamMember {
  readonly accountId: string;
  readonly name: string;
  readonly postPercent: number;
}

/** Somebody of the lead's team who waits for something; the number tells who, the name only the opened client. */
interface Waiting {
  readonly clientId: string;
  readonly customerNumber: string;
  readonly responsibleName: string;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly managers: readonly TeamMember[];
  /** Every open care of the team's clients. */
  readonly cases: readonly TeamCase[];
  /** Access that waits for consent, oldest first. */
  readonly consents: readonly (Waiting & { readonly askedAt: string; readonly askedById: string })[];
  /** Questions about an exit, oldest first. */
  readonly disputes: readonly (Waiting & { readonly askedAt: string; readonly askedById: string })[];
  /** Who is registered and waits, oldest first. */
  readonly waits: readonly (Waiting & { readonly since: string })[];
  /** What the lead has checked in this month. */
  readonly checked: readonly { readonly kind: TeamCheckKind; readonly byName: string; readonly at: string }[];
}

export type TeamCheckKind = 'caseload' | 'waiting';

/** The team that the actor leads, with all that can deviate in it; undefined: the actor leads none. */
export async function findTeam(tx: Tx, actor: Actor, month: string): Promise<Team | undefined> {
  const team = await ledTeam(tx, actor);
  if (!team) return undefined;
  const [managers, cases, consents, disputes, waits, checked] = await Promise.all([
    listManagers(tx, team.id),
    listCases(tx, team.id),
    listConsents(tx),
    listOpenDisputes(tx),
    listWaits(tx),
    listChecked(tx, team.id, month),
  ]);
  return { ...team, managers, cases, consents, disputes, waits, checked };
}

async function ledTeam(tx: Tx, actor: Actor) {
  return await tx
    .selectFrom('jobcenter_staff as staff')
    .innerJoin('jobcenter_team as team', (join) =>
      join.onRef('team.tenant_id', '=', 'staff.tenant_id').onRef('team.id', '=', 'staff.team_id'),
    )
    .where('staff.account_id', '=', actor.accountId)
    .where('staff.function', '=', 'teamLead')
    .select(['team.id', 'team.name'])
    .executeTakeFirst();
}

async function listManagers(tx: Tx, teamId: string): Promise<TeamMember[]> {
  return await tx
    .selectFrom('jobcenter_staff')
    .where('team_id', '=', teamId)
    .where('function', '=', 'jobcenterCaseManager')
    .select(['account_id as accountId', 'display_name as name', 'post_percent as postPercent'])
    .orderBy('display_name')
    .execute();
}

/**
 * Clients of those whom the actor leads. Whoever also is in charge of clients of another
 * team must not count them here, so the team is asked for and not only what may be read.
 */
function clientsOfTeam(tx: Tx) {
  return tx
    .selectFrom('client')
    .innerJoin('jobcenter_staff as staff', (join) =>
      join
        .onRef('staff.tenant_id', '=', 'client.tenant_id')
        .onRef('staff.account_id', '=', 'client.responsible_id'),
    )
    .where('client.responsible_id', 'in', sql<string>`(select actor_leads())`)
    .select([
      'client.id as clientId',
      'client.customer_number as customerNumber',
      'staff.display_name as responsibleName',
    ]);
}

async function listCases(tx: Tx, teamId: string): Promise<TeamCase[]> {
  const rows = await clientsOfTeam(tx)
    .innerJoin('allocation', (join) =>
      join
        .onRef('allocation.tenant_id', '=', 'client.tenant_id')
        .onRef('allocation.participant_key', '=', 'client.participant_key'),
    )
    .where('staff.team_id', '=', teamId)
    .where('allocation.measure_id', 'is', null)
    .where('allocation.state', 'in', ['clearing', 'active'])
    .select((eb) => [
      'allocation.id as careId',
      'client.responsible_id as responsibleId',
      'client.under_25_until as under25Until',
      'allocation.state',
      'allocation.book',
      'allocation.allocated_on as allocatedOn',
      'allocation.clearing_until as clearingUntil',
      jsonArrayFrom(
        eb
          .selectFrom('care_review as review')
          .whereRef('review.tenant_id', '=', 'allocation.tenant_id')
          .whereRef('review.allocation_id', '=', 'allocation.id')
          .select((select) => [
            'review.month',
            'review.decision',
            'review.lead_deed as leadDeed',
            'review.lead_is_granted as isGranted',
            select('review.lead_at', 'is not', null).as('isAnswered'),
          ]),
      )
        .$castTo<ReviewRecord[]>()
        .as('reviews'),
    ])
    .orderBy('allocation.allocated_on')
    .execute();
  return rows.map(({ book, state, ...row }) => {
    if (!isRuleBookKey(book)) throw new Error('A care names a rule book that is not there.');
    return { ...row, state: state === 'clearing' ? state : 'active', book: ruleBook(book) };
  });
}

async function listConsents(tx: Tx): Promise<Team['consents']> {
  return await clientsOfTeam(tx)
    .innerJoin('access_consent as consent', (join) =>
      join.onRef('consent.tenant_id', '=', 'client.tenant_id').onRef('consent.client_id', '=', 'client.id'),
    )
    .where('consent.decided_at', 'is', null)
    .select(['consent.asked_at as askedAt', 'consent.asked_by as askedById'])
    .orderBy('consent.asked_at')
    .execute();
}

async function listOpenDisputes(tx: Tx): Promise<Team['disputes']> {
  return await clientsOfTeam(tx)
    .innerJoin('allocation', (join) =>
      join
        .onRef('allocation.tenant_id', '=', 'client.tenant_id')
        .onRef('allocation.participant_key', '=', 'client.participant_key'),
    )
    .innerJoin('care_dispute as dispute', (join) =>
      join
        .onRef('dispute.tenant_id', '=', 'allocation.tenant_id')
        .onRef('dispute.allocation_id', '=', 'allocation.id'),
    )
    .where('dispute.decided_at', 'is', null)
    .select(['dispute.asked_at as askedAt', 'dispute.asked_by as askedById'])
    .orderBy('dispute.asked_at')
    .execute();
}

async function listWaits(tx: Tx): Promise<Team['waits']> {
  return await clientsOfTeam(tx)
    .innerJoin('care_wait as wait', (join) =>
      join
        .onRef('wait.tenant_id', '=', 'client.tenant_id')
        .onRef('wait.participant_key', '=', 'client.participant_key'),
    )
    .where('wait.state', '=', 'waiting')
    .select('wait.waiting_since as since')
    .orderBy('wait.waiting_since')
    .orderBy('client.customer_number')
    .execute();
}

async function listChecked(tx: Tx, teamId: string, month: string): Promise<Team['checked']> {
  return await tx
    .selectFrom('team_check')
    .where('team_id', '=', teamId)
    .where('month', '=', month)
    .select(['kind', 'checked_by_name as byName', 'checked_at as at'])
    .execute();
}

/** The lead has looked at caseload or waiting list of the month (rules C2, C12); twice is once. */
export async function recordTeamCheck(
  tx: Tx,
  actor: Actor,
  kind: TeamCheckKind,
  month: string,
): Promise<boolean> {
  const team = await ledTeam(tx, actor);
  if (!team) return false;
  const row = await tx
    .insertInto('team_check')
    .values({
      tenant_id: actor.tenantId,
      team_id: team.id,
      month,
      kind,
      checked_by: actor.accountId,
      checked_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('team_id')
    .executeTakeFirst();
  if (row) await recordAudit(tx, actor, { verb: 'team.checked', objectKind: 'team', objectId: team.id });
  return true;
}

/** How many of that case manager's cases have outlasted the regular length, and of how many: for one review. */
export async function listCasesOf(
  tx: Tx,
  responsibleId: string,
): Promise<{
  readonly postPercent: number;
  readonly cases: readonly {
    readonly allocatedOn: string;
    readonly under25Until: string | null;
  }[];
}> {
  const [staff, cases] = await Promise.all([
    tx
      .selectFrom('jobcenter_staff')
      .where('account_id', '=', responsibleId)
      .select('post_percent as postPercent')
      .executeTakeFirst(),
    tx
      .selectFrom('allocation')
      .innerJoin('client', (join) =>
        join
          .onRef('client.tenant_id', '=', 'allocation.tenant_id')
          .onRef('client.participant_key', '=', 'allocation.participant_key'),
      )
      .where('client.responsible_id', '=', responsibleId)
      .where('allocation.measure_id', 'is', null)
      .where('allocation.state', '=', 'active')
      .select(['allocation.allocated_on as allocatedOn', 'client.under_25_until as under25Until'])
      .execute(),
  ]);
  return { postPercent: staff?.postPercent ?? 100, cases };
}
