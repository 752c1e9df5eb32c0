import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isOpen } from '~/allocation/allocation';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import type { KnownCare } from '~/eligibility/check-facts';
import { isRuleBookKey } from '~/eligibility/rule-book';
import type { Care, CareFile, OpenAccess } from '../care';

/**
 * What is known of one client's internal case management. `clientId` is one that the
 * actor sees; undefined where that is not so.
 */
export async function findCareFile(tx: Tx, clientId: string): Promise<CareFile | undefined> {
  if (!isId(clientId)) return undefined;
  const client = await tx
    .selectFrom('client')
    .where('id', '=', clientId)
    .select(['participant_key as participantKey', 'responsible_id as responsibleId'])
    .executeTakeFirst();
  if (!client) return undefined;
  const [cares, access, wait] = await Promise.all([
    listCares(tx, client.participantKey),
    findOpenAccess(tx, clientId),
    findWait(tx, client.participantKey),
  ]);
  return {
    clientId,
    ...client,
    cares,
    current: cares.find(({ state }) => isOpen(state)) ?? null,
    access: access ?? null,
    waitingSince: wait.since,
    waitingLonger: wait.longer,
  };
}

async function listCares(tx: Tx, participantKey: string): Promise<Care[]> {
  const rows = await cares(tx).where('participant_key', '=', participantKey).execute();
  return rows.map(asCare);
}

/** The rows of internal case management, newest first; also for another join. */
function cares(tx: Tx) {
  return tx
    .selectFrom('allocation')
    .where('measure_id', 'is', null)
    .orderBy('allocation.allocated_on', 'desc')
    .orderBy('allocation.created_at', 'desc')
    .select([
      'allocation.id',
      'book',
      'state',
      'allocated_on as allocatedOn',
      'clearing_until as clearingUntil',
      'exited_on as exitedOn',
      'exit_reason as exitReason',
      'settled_on as settledOn',
      'settled_reason as settledReason',
      'effect_recorded as effectRecorded',
    ]);
}

type Row = Omit<Care, 'book'> & { readonly book: string | null };

function asCare({ book, ...row }: Row): Care {
  if (!isRuleBookKey(book)) throw new Error('A care names a rule book that is not there.');
  return { ...row, book };
}

/** One care with its client, for whoever is in charge of the person or leads who is; else undefined. */
export async function findCare(
  tx: Tx,
  id: string,
): Promise<
  | {
      readonly care: Care;
      readonly clientId: string;
      readonly number: string;
      readonly responsibleId: string;
    }
  | undefined
> {
  if (!isId(id)) return undefined;
  const row = await cares(tx)
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'allocation.tenant_id')
        .onRef('client.participant_key', '=', 'allocation.participant_key'),
    )
    .where('allocation.id', '=', id)
    .select([
      'client.id as clientId',
      'client.customer_number as number',
      'client.responsible_id as responsibleId',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { clientId, number, responsibleId, ...care } = row;
  return { care: asCare(care), clientId, number, responsibleId };
}

/** Somebody reads what is told in words of this care. */
export async function recordOpening(tx: Tx, actor: Actor, careId: string): Promise<void> {
  await recordAudit(tx, actor, { verb: 'allocation.opened', objectKind: 'allocation', objectId: careId });
}

/** The last check for internal case management, where it opens access and nothing came of it yet. */
async function findOpenAccess(tx: Tx, clientId: string): Promise<OpenAccess | undefined> {
  const last = await tx
    .selectFrom('access_check as check')
    .leftJoin('access_consent as consent', (join) =>
      join.onRef('consent.tenant_id', '=', 'check.tenant_id').onRef('consent.check_id', '=', 'check.id'),
    )
    .where('check.client_id', '=', clientId)
    .where('check.measure_id', 'is', null)
    .orderBy('check.created_at', 'desc')
    .orderBy('check.id')
    .select((eb) => [
      'check.id as checkId',
      'check.checked_on as checkedOn',
      sql<string | null>`"check".facts ->> 'conferenceOn'`.as('conferenceOn'),
      sql<string | null>`"check".facts ->> 'goals'`.as('goals'),
      'check.decision',
      'check.needs_consent as needsConsent',
      'consent.is_granted as isGranted',
      eb
        .exists(
          eb
            .selectFrom('allocation_decision as decision')
            .whereRef('decision.tenant_id', '=', 'check.tenant_id')
            .whereRef('decision.check_id', '=', 'check.id')
            .select(eb.lit(1).as('one')),
        )
        .$castTo<boolean>()
        .as('isUsed'),
    ])
    .executeTakeFirst();
  if (!last) return undefined;
  const { decision, needsConsent, isGranted, isUsed, ...access } = last;
  const opens = decision !== 'refused' && (!needsConsent || isGranted === true);
  return opens && !isUsed ? access : undefined;
}

/** Since when the person has been waiting, and how many have waited longer (all, where it does not wait). */
async function findWait(
  tx: Tx,
  participantKey: string,
): Promise<{ readonly since: string | null; readonly longer: number }> {
  const own = await tx
    .selectFrom('care_wait')
    .where('participant_key', '=', participantKey)
    .where('state', '=', 'waiting')
    .select('waiting_since as since')
    .executeTakeFirst();
  const { longer } = await tx
    .selectFrom('care_wait')
    .where('state', '=', 'waiting')
    .where('participant_key', '<>', participantKey)
    .$if(own !== undefined, (query) => query.where('waiting_since', '<', own?.since ?? ''))
    .select((eb) => eb.fn.countAll<number>().as('longer'))
    .executeTakeFirstOrThrow();
  return { since: own?.since ?? null, longer };
}

/** What an access check proposes by itself: the last exit from care, and whether one runs. */
export async function findKnownCare(tx: Tx, clientId: string): Promise<KnownCare> {
  const row = await tx
    .selectFrom('allocation')
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'allocation.tenant_id')
        .onRef('client.participant_key', '=', 'allocation.participant_key'),
    )
    .where('client.id', '=', clientId)
    .where('allocation.measure_id', 'is', null)
    .select([
      sql<string | null>`max(allocation.exited_on)::text`.as('lastExitOn'),
      sql<boolean | null>`bool_or(allocation.state = 'active')`.as('isInCare'),
    ])
    .executeTakeFirstOrThrow();
  return { lastExitOn: row.lastExitOn, isInCare: row.isInCare ?? false };
}
