import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#db/as-actor';
import { isId } from '~/values/is-id';
import {
  type Basket,
  noAnswers,
  type ProviderDuties,
  type Report,
  type ReportContent,
  type ReportHead,
  type ReportMove,
  reportsPerPage,
  type ReportState,
} from '../report';

/**
 * Reports of persons whom the actor may know: a provider's own participants until their
 * reporting period is over, and the persons of those in charge. Others see neither name
 * (`allocation_disclosure`) nor, with this join, the report.
 */
function reports(tx: Tx) {
  return tx
    .selectFrom('report')
    .innerJoin('allocation', (join) =>
      join
        .onRef('allocation.tenant_id', '=', 'report.tenant_id')
        .onRef('allocation.id', '=', 'report.allocation_id'),
    )
    .innerJoin('allocation_disclosure as known', (join) =>
      join
        .onRef('known.tenant_id', '=', 'report.tenant_id')
        .onRef('known.allocation_id', '=', 'report.allocation_id'),
    )
    .innerJoin('contract_measure as service', (join) =>
      join
        .onRef('service.tenant_id', '=', 'allocation.tenant_id')
        .onRef('service.contract_id', '=', 'allocation.contract_id')
        .onRef('service.measure_id', '=', 'allocation.measure_id'),
    )
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'allocation.tenant_id')
        .onRef('contract.id', '=', 'allocation.contract_id'),
    )
    .select([
      'report.id',
      'report.allocation_id as allocationId',
      'report.kind',
      'report.no',
      'report.due_on as dueOn',
      'report.state',
      'report.submitted_on as submittedOn',
      'report.accepted_on as acceptedOn',
      'report.version',
      'known.first_name as firstName',
      'known.last_name as lastName',
      'service.title as measureTitle',
      'contract.number as contractNumber',
    ]);
}

/** One report; undefined where there is none for this actor. */
export async function findReport(
  tx: Tx,
  id: string,
  { isLocking = false } = {},
): Promise<Report | undefined> {
  if (!isId(id)) return undefined;
  if (isLocking) {
    // A query of its own: rows that are joined cannot be locked by those who may not write them.
    await tx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute();
  }
  const row = await reports(tx)
    .where('report.id', '=', id)
    .select([
      'known.caseworker_name as caseworkerName',
      'allocation.starts',
      'allocation.ends',
      'allocation.exited_on as exitedOn',
      'allocation.exit_reason as exitReason',
      'allocation.state as allocationState',
      'allocation.reports_absence as reportsAbsence',
      'service.interim_report_months as interimMonths',
      'service.reporting_days as reportingDays',
    ])
    .executeTakeFirst();
  return row && { ...row, ends: row.ends ?? row.starts };
}

const statesIn: Readonly<Record<Basket, readonly ReportState[]>> = {
  offen: ['open', 'returned'],
  abgegeben: ['submitted'],
  angenommen: ['accepted'],
};

/** `isReportOwed` for queries that count: an interim report is not written any more once the person has left. */
export const isOwedOrWritten = sql<boolean>`(report.kind = 'final' or report.state <> 'open'
  or allocation.state in ('clearing', 'active'))`;

interface ReportList {
  readonly rows: readonly ReportHead[];
  readonly counts: Readonly<Record<Basket, number>>;
}

/** One basket of reports, those that are due first on top (accepted ones: the newest), and how many each basket has. */
export async function listReports(tx: Tx, basket: Basket, page: number): Promise<ReportList> {
  const [rows, groups] = await Promise.all([
    reports(tx)
      .where('report.state', 'in', statesIn[basket])
      .where(isOwedOrWritten)
      .orderBy('report.due_on', basket === 'angenommen' ? 'desc' : 'asc')
      .orderBy('known.last_name')
      .orderBy('report.id')
      .limit(reportsPerPage)
      .offset((page - 1) * reportsPerPage)
      .execute(),
    tx
      .selectFrom('report')
      .innerJoin('allocation', (join) =>
        join
          .onRef('allocation.tenant_id', '=', 'report.tenant_id')
          .onRef('allocation.id', '=', 'report.allocation_id'),
      )
      .where(isOwedOrWritten)
      .innerJoin('allocation_disclosure as known', (join) =>
        join
          .onRef('known.tenant_id', '=', 'report.tenant_id')
          .onRef('known.allocation_id', '=', 'report.allocation_id'),
      )
      .groupBy('report.state')
      .select(({ fn }) => ['report.state', fn.countAll<number>().as('count')])
      .execute(),
  ]);
  const countIn = (wanted: Basket) =>
    groups.filter(({ state }) => statesIn[wanted].includes(state)).reduce((sum, { count }) => sum + count, 0);
  const counts = {
    offen: countIn('offen'),
    abgegeben: countIn('abgegeben'),
    angenommen: countIn('angenommen'),
  };
  return { rows, counts };
}

/** What each provider owes the authority: numbers for those who see no persons (rule X8). */
export async function listDuties(tx: Tx, today: string): Promise<ProviderDuties[]> {
  const { rows } = await sql<ProviderDuties>`
    select provider.id as "providerId", provider.name as "providerName",
      count(*) filter (where report.state in ('open', 'returned') and report.due_on < ${today}::date)::int as overdue,
      coalesce(max(${today}::date - report.due_on)
        filter (where report.state in ('open', 'returned') and report.due_on < ${today}::date), 0)::int as "longestDays",
      count(*) filter (where report.state in ('open', 'returned') and report.due_on >= ${today}::date)::int as open,
      count(*) filter (where report.state = 'submitted')::int as "toBeRead"
    from report
      join allocation on allocation.tenant_id = report.tenant_id and allocation.id = report.allocation_id
      join provider on provider.id = allocation.provider_id
    where report.state <> 'accepted' and ${isOwedOrWritten}
    group by provider.id, provider.name
    order by overdue desc, provider.name`.execute(tx);
  return rows;
}

const text = z.string().nullable().catch(null);
const flag = z.boolean().nullable().catch(null);
const progress = z.enum(['better', 'same', 'worse']).nullable();

/** The answers as they are stored: what an older release did not know is not yet said. */
const storedAnswers = z.object({
  talkWasHeld: flag,
  talkOn: text,
  noTalkReason: text,
  startAndNow: text,
  goals: text,
  whatWorked: text,
  nextSteps: text,
  offers: text,
  furtherWay: text,
  help: text,
  helpIsAvailable: flag,
  aftercareUntil: text,
  wasShown: flag,
  shownOn: text,
  notShownReason: text,
  comment: text,
  copyForPerson: flag,
  standing: text,
  stepProgress: z.record(z.string(), z.enum(['underWay', 'notBegun', 'stuck'])).catch({}),
  recommendation: z.enum(['goOn', 'change', 'end']).nullable().catch(null),
  recommendationReason: text,
});

const storedFrame = z.object({
  measureTitle: z.string(),
  providerName: z.string(),
  contractNumber: z.string(),
  siteName: z.string().nullable(),
  purpose: z.string(),
  agreedGoals: z.string().nullable(),
  starts: z.string(),
  until: z.string(),
  exitReason: z
    .enum([
      'goalsReached',
      'work',
      'vocationalTraining',
      'furtherHelp',
      'otherMeasure',
      'noProgress',
      'timeOver',
      'stoppedByClient',
      'stoppedByProvider',
      'stoppedByJobcenter',
      'longAbsence',
      'moved',
      'benefitEnded',
      'other',
    ])
    .nullable(),
  contacts: z.object({ held: z.number(), minutes: z.number() }),
  sessions: z.object({ held: z.number(), attended: z.number(), caughtUp: z.number() }).nullable(),
  absences: z.object({ excused: z.number(), unexcused: z.number() }).nullable(),
  needs: z.array(
    z.object({
      key: z.string(),
      group: z.enum(['qualification', 'capability', 'motivation', 'circumstances']),
      progress,
      isRemoved: z.boolean(),
      ownView: progress,
    }),
  ),
  steps: z.array(
    z.object({
      id: z.string(),
      goal: z.string(),
      step: z.string(),
      dueOn: z.string(),
      state: z.enum(['open', 'done', 'notDone', 'dropped']),
      reason: z.string().nullable(),
    }),
  ),
  referrals: z.array(
    z.object({
      target: z.string(),
      day: z.string(),
      hasArrived: z.boolean().nullable(),
      isOngoing: z.boolean().nullable(),
    }),
  ),
});

const storedContent = z.object({
  answers: storedAnswers.catch(noAnswers),
  frame: storedFrame.nullable().catch(null),
});

/** What was written so far. Empty where nothing was, and where the actor may not read it yet. */
export async function findContent(tx: Tx, reportId: string): Promise<ReportContent> {
  const row = await tx
    .selectFrom('report_content')
    .where('report_id', '=', reportId)
    .select('answers')
    .executeTakeFirst();
  const content = storedContent.safeParse(row?.answers);
  return content.success ? content.data : { answers: noAnswers, frame: null };
}

/** Whether a PDF of it was kept. */
export async function hasPaper(tx: Tx, reportId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('report_content')
    .where('report_id', '=', reportId)
    .where('pdf', 'is not', null)
    .select('report_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The PDF as it was last submitted. */
export async function findPaper(tx: Tx, reportId: string): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('report_content')
    .where('report_id', '=', reportId)
    .select('pdf')
    .executeTakeFirst();
  return row?.pdf ?? undefined;
}

/** Who submitted, returned and accepted it, the newest first. */
export async function listMoves(tx: Tx, reportId: string): Promise<ReportMove[]> {
  return await tx
    .selectFrom('report_move')
    .where('report_id', '=', reportId)
    .select(['id', 'deed', 'remarks', 'moved_at as movedAt', 'moved_by_name as movedBy'])
    .orderBy('moved_at', 'desc')
    .orderBy('id')
    .execute();
}
