import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Tables } from '#db/tables';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import type { AllocationState } from '~/allocation/allocation';
import type { CountedContact } from '../contact';
import type { OpenParticipant, OwedReport, Participant } from '../participant';
import type { RhythmStage } from '../rules/rhythm';

export const participantsPerPage = 50;

/** States of the list's filter. */
const shownStates = {
  laufend: ['active', 'closing'],
  neu: ['active'],
  abschluss: ['closing'],
  beendet: ['closed', 'droppedOut', 'notStarted', 'declined'],
} as const satisfies Readonly<Record<string, readonly AllocationState[]>>;
type ShownState = keyof typeof shownStates;

export interface ParticipantFilter {
  readonly state: ShownState;
  readonly measureId: string | null;
  readonly site: string | null;
  readonly page: number;
}

/** One page of the provider's participants, by name; whoever is past their reporting period is not among them. */
export async function listParticipants(
  tx: Tx,
  { state, measureId, site, page }: ParticipantFilter,
): Promise<{ readonly rows: Participant[]; readonly total: number }> {
  const rows = await participants(tx)
    .where('allocation.state', 'in', shownStates[state])
    .$if(state === 'neu', (query) => query.where('allocation.confirmed_on', 'is', null))
    .$if(measureId !== null, (query) => query.where('allocation.measure_id', '=', measureId))
    .$if(site !== null, (query) => query.where('site.name', '=', site ?? ''))
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .orderBy('told.last_name')
    .orderBy('told.first_name')
    .orderBy('allocation.starts')
    .orderBy('allocation.id')
    .offset((page - 1) * participantsPerPage)
    .limit(participantsPerPage)
    .execute();
  return { rows: rows.map(asParticipant), total: rows[0]?.total ?? 0 };
}

/** Measures and sites of the provider's signed contracts, for the filters of lists. */
export async function listFilterChoices(tx: Tx) {
  const [measures, sites] = await Promise.all([
    tx
      .selectFrom('contract_measure')
      .select(['measure_id as id', (eb) => eb.fn.max('title').as('title')])
      .groupBy('measure_id')
      .orderBy('title')
      .execute(),
    tx.selectFrom('contract_site').select('name').distinct().orderBy('name').execute(),
  ]);
  return { measures, sites: sites.map(({ name }) => name) };
}

/** One participant; undefined where the provider may not (or no longer) know of it, foreign or missing alike. */
export async function findParticipant(tx: Tx, id: string): Promise<OpenParticipant | undefined> {
  if (!isId(id)) return undefined;
  const row = await participants(tx)
    .where('allocation.id', '=', id)
    .select((eb) => [
      'told.contact',
      'told.purpose',
      'told.goals',
      'told.interpreter_language as interpreterLanguage',
      'told.accessibility',
      'told.household_number as householdNumber',
      'told.caseworker_name as caseworkerName',
      eb
        .selectFrom('allocation_move as move')
        .whereRef('move.tenant_id', '=', 'allocation.tenant_id')
        .whereRef('move.allocation_id', '=', 'allocation.id')
        .where('move.deed', '=', 'confirmed')
        .select((max) => max.fn.max('move.day').as('day'))
        .as('firstMeetingOn'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { contact, purpose, goals, interpreterLanguage, accessibility, householdNumber, caseworkerName } =
    row;
  return {
    ...asParticipant(row),
    disclosure: {
      contact,
      purpose,
      goals,
      interpreterLanguage,
      accessibility,
      householdNumber,
      caseworkerName,
    },
    firstMeetingOn: row.firstMeetingOn,
  };
}

/** The same for a page about the person: who looked is recorded. */
export async function openParticipant(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<OpenParticipant | undefined> {
  const participant = await findParticipant(tx, id);
  if (participant) {
    await recordAudit(tx, actor, { verb: 'participant.opened', objectKind: 'allocation', objectId: id });
  }
  return participant;
}

/**
 * The participant for a command: others wait until it is done, and then see what it did.
 * Who is past it answers as it stands; the rules say what is no longer possible.
 */
export async function lockParticipant(tx: Tx, id: string): Promise<OpenParticipant | undefined> {
  if (!isId(id)) return undefined;
  await tx.selectFrom('allocation').select('id').where('id', '=', id).forUpdate().execute();
  return await findParticipant(tx, id);
}

function participants(tx: Tx) {
  return tx
    .selectFrom('allocation')
    .innerJoin('allocation_disclosure as told', (join) =>
      join
        .onRef('told.tenant_id', '=', 'allocation.tenant_id')
        .onRef('told.allocation_id', '=', 'allocation.id'),
    )
    .innerJoin('contract_measure as service', (join) =>
      join
        .onRef('service.tenant_id', '=', 'allocation.tenant_id')
        .onRef('service.contract_id', '=', 'allocation.contract_id')
        .onRef('service.measure_id', '=', 'allocation.measure_id'),
    )
    .innerJoin('contract_place as place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'allocation.tenant_id')
        .onRef('place.contract_id', '=', 'allocation.contract_id')
        .onRef('place.id', '=', 'allocation.place_id'),
    )
    .innerJoin('contract_site as site', (join) =>
      join
        .onRef('site.tenant_id', '=', 'place.tenant_id')
        .onRef('site.contract_id', '=', 'place.contract_id')
        .onRef('site.position', '=', 'place.site_position'),
    )
    .leftJoin('training_group as run', (join) =>
      join.onRef('run.tenant_id', '=', 'place.tenant_id').onRef('run.id', '=', 'place.group_id'),
    )
    .select((eb) => [
      'allocation.id',
      'told.first_name as firstName',
      'told.last_name as lastName',
      'allocation.state',
      'service.title as measureTitle',
      'site.name as siteName',
      'place.no as placeNo',
      'run.name as groupName',
      'allocation.allocated_on as allocatedOn',
      'allocation.starts',
      // A measure's allocation always has its planned end; only care has none.
      eb.ref('allocation.ends').$notNull().as('ends'),
      'allocation.confirmed_on as confirmedOn',
      'allocation.first_contact_on as firstContactOn',
      'allocation.exited_on as exitedOn',
      'allocation.exit_reason as exitReason',
      'allocation.settled_on as settledOn',
      'allocation.settled_by as settledBy',
      'allocation.settled_reason as settledReason',
      'allocation.visible_until as visibleUntil',
      'allocation.reports_absence as reportsAbsence',
      'service.contacts as stages',
      'service.first_stage_weeks as firstStageWeeks',
      'service.involves_household as involvesHousehold',
      'service.has_strategy_plan as hasStrategyPlan',
      'service.plan_review_weeks as planReviewWeeks',
      'service.final_report_days as finalReportDays',
      contactsThatCount(eb).as('contacts'),
      jsonArrayFrom(
        eb
          .selectFrom('report')
          .whereRef('report.tenant_id', '=', 'allocation.tenant_id')
          .whereRef('report.allocation_id', '=', 'allocation.id')
          .orderBy('report.due_on')
          .select([
            'report.id',
            'report.kind',
            'report.no',
            'report.due_on as dueOn',
            'report.state',
            'report.submitted_on as submittedOn',
          ]),
      )
        .$castTo<OwedReport[]>()
        .as('reports'),
      planBegun(eb).as('planBegunOn'),
      lastReview(eb, ['review.day']).as('planReviewedOn'),
      lastReview(eb, ['review.next_on']).as('planNextReviewOn'),
    ]);
}

function contactsThatCount(eb: ExpressionBuilder<Tables, 'allocation'>) {
  return jsonArrayFrom(
    countedContacts(eb).orderBy('contact.day').select(['contact.day', 'contact.outcome', 'contact.minutes']),
  ).$castTo<CountedContact[]>();
}

/** Contacts that no later row corrects. */
export function countedContacts(eb: ExpressionBuilder<Tables, 'allocation'>) {
  return eb
    .selectFrom('contact')
    .whereRef('contact.tenant_id', '=', 'allocation.tenant_id')
    .whereRef('contact.allocation_id', '=', 'allocation.id')
    .where('contact.outcome', '<>', 'void')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('contact as later')
            .whereRef('later.tenant_id', '=', 'contact.tenant_id')
            .whereRef('later.corrects_id', '=', 'contact.id')
            .select('later.id'),
        ),
      ),
    );
}

/** Day of the first step of the strategy plan. */
export function planBegun(eb: ExpressionBuilder<Tables, 'allocation'>) {
  return eb
    .selectFrom('strategy_step as step')
    .whereRef('step.tenant_id', '=', 'allocation.tenant_id')
    .whereRef('step.allocation_id', '=', 'allocation.id')
    .select((min) => min.fn.min('step.agreed_on').as('day'));
}

/** The last review of the strategy plan, with the columns that are asked for. */
export function lastReview<Column extends 'review.day' | 'review.next_on'>(
  eb: ExpressionBuilder<Tables, 'allocation'>,
  columns: readonly Column[],
) {
  return eb
    .selectFrom('strategy_review as review')
    .whereRef('review.tenant_id', '=', 'allocation.tenant_id')
    .whereRef('review.allocation_id', '=', 'allocation.id')
    .orderBy('review.day', 'desc')
    .limit(1)
    .select(columns);
}

/** The stages of contacts as a contract has them in its column. */
export const stages: z.ZodType<RhythmStage[]> = z.array(
  z
    .object({ stage: z.string(), everyWeeks: z.number().positive(), minutes: z.number().nullish() })
    .transform(({ minutes, ...stage }) => ({ ...stage, minutes: minutes ?? null })),
);

type Row = Awaited<ReturnType<ReturnType<typeof participants>['executeTakeFirstOrThrow']>>;

function asParticipant(row: Row): Participant {
  return {
    id: row.id,
    firstName: row.firstName,
    lastName: row.lastName,
    state: row.state,
    measureTitle: row.measureTitle,
    siteName: row.siteName,
    placeNo: row.placeNo,
    groupName: row.groupName,
    allocatedOn: row.allocatedOn,
    starts: row.starts,
    ends: row.ends,
    confirmedOn: row.confirmedOn,
    firstContactOn: row.firstContactOn,
    exitedOn: row.exitedOn,
    exitReason: row.exitReason,
    settledOn: row.settledOn,
    settledBy: row.settledBy,
    settledReason: row.settledReason,
    visibleUntil: row.visibleUntil,
    reportsAbsence: row.reportsAbsence,
    service: {
      rhythm: { stages: stages.parse(row.stages), firstStageWeeks: row.firstStageWeeks },
      involvesHousehold: row.involvesHousehold,
      hasStrategyPlan: row.hasStrategyPlan,
      planReviewWeeks: row.planReviewWeeks,
      finalReportDays: row.finalReportDays,
    },
    contacts: row.contacts,
    reports: row.reports,
    plan: {
      begunOn: row.planBegunOn,
      reviewedOn: row.planReviewedOn,
      nextReviewOn: row.planNextReviewOn,
    },
  };
}

/** Day of the last session that the person attended; null: none. */
export async function findAttendedDay(tx: Tx, allocationId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('attendance')
    .innerJoin('training_session as session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'attendance.tenant_id')
        .onRef('session.id', '=', 'attendance.session_id'),
    )
    .where('attendance.allocation_id', '=', allocationId)
    .where('attendance.status', '=', 'present')
    .select((eb) => eb.fn.min('session.day').as('day'))
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Who did what with this participation, the newest first. */
export async function listParticipantMoves(tx: Tx, allocationId: string) {
  return await tx
    .selectFrom('allocation_move')
    .where('allocation_id', '=', allocationId)
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .select(['id', 'deed', 'day', 'reason', 'moved_at as movedAt', 'moved_by_name as movedBy'])
    .execute();
}

/** Writes into the history of a participation. */
export async function recordParticipantMove(
  tx: Tx,
  actor: Actor,
  move: {
    readonly allocationId: string;
    readonly deed: 'confirmed' | 'firstContact' | 'notStarted' | 'declined';
    readonly day: string;
    readonly reason?: string;
  },
): Promise<void> {
  await tx
    .insertInto('allocation_move')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: move.allocationId,
      deed: move.deed,
      day: move.day,
      reason: move.reason ?? null,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
}

/** The next version of an allocation's row. */
export const nextVersion = sql<number>`version + 1`;
