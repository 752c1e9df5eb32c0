import { createHash } from 'node:crypto';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { SaveFinding } from '../finding-text';
import { type Report, type ReportContent, type StepValues, type Submission } from '../report';
import { reportGaps, type ReportGap } from '../rules/completeness';
import { findContent, findReport } from './find';
import { findFrame } from './frame';

/**
 * Saves one step of a report that is still with the provider. Undefined where the provider
 * has no such report; refused once it is submitted, and where somebody saved meanwhile.
 */
export async function saveStep(
  tx: Tx,
  actor: Actor,
  id: string,
  values: StepValues,
  basedOn: number,
): Promise<Result<number, SaveFinding> | undefined> {
  const report = await findReport(tx, id, { isLocking: true });
  if (!report) return undefined;
  if (!isWithProvider(report)) return refuse({ code: 'notOpen' });
  if (report.version !== basedOn) return refuse({ code: 'changedMeanwhile' });
  for (const [needKey, { progress, ownView, isRemoved }] of Object.entries(values.needs ?? {})) {
    await tx
      .updateTable('allocation_need')
      // Removed is only what got better: the draft says so as soon as both are there.
      .set({ progress, own_view: ownView, is_removed: isRemoved && progress === 'better' })
      .where('allocation_id', '=', report.allocationId)
      .where('need_key', '=', needKey)
      .execute();
  }
  const content = await findContent(tx, id);
  await writeContent(tx, actor, report, {
    ...content,
    answers: { ...content.answers, ...values.answers },
  });
  await tx
    .updateTable('report')
    .set({ version: basedOn + 1 })
    .where('id', '=', id)
    .execute();
  await recordAudit(tx, actor, { verb: 'report.saved', objectKind: 'report', objectId: id });
  return ok(basedOn + 1);
}

interface Paper {
  readonly content: Uint8Array;
  readonly templateVersion: number;
}

/**
 * Hands the report in: nothing may be missing, the records as they are now are frozen with
 * it, and the paper that `print` makes of them is kept. All or nothing.
 */
export async function submitReport(
  tx: Tx,
  actor: Actor,
  { id, basedOn, today }: { readonly id: string; readonly basedOn: number; readonly today: string },
  print: (submission: Submission) => Promise<Paper>,
): Promise<Result<string, SaveFinding | ReportGap> | undefined> {
  const report = await findReport(tx, id, { isLocking: true });
  if (!report) return undefined;
  if (!isWithProvider(report)) return refuse({ code: 'notOpen' });
  if (report.version !== basedOn) return refuse({ code: 'changedMeanwhile' });
  const [{ answers }, frame] = await Promise.all([findContent(tx, id), findFrame(tx, report, today)]);
  const gaps = reportGaps(answers, { ...report, ...frame }, today);
  if (gaps.length > 0) return refuse(...gaps);
  const submitted: Report = { ...report, state: 'submitted', submittedOn: today };
  const paper = await print({ report: submitted, answers, frame });
  await writeContent(tx, actor, report, { answers, frame }, paper);
  await tx
    .updateTable('report')
    .set({ state: 'submitted', submitted_on: today, version: basedOn + 1 })
    .where('id', '=', id)
    .execute();
  await recordReportMove(tx, actor, report, { deed: 'submitted', day: today, remarks: null });
  return ok(id);
}

/** As long as the provider writes: before the first submission, and after a return. */
export function isWithProvider({ state }: Pick<Report, 'state'>): boolean {
  return state === 'open' || state === 'returned';
}

async function writeContent(
  tx: Tx,
  actor: Actor,
  { id, allocationId }: Report,
  content: ReportContent,
  paper?: Paper,
): Promise<void> {
  const set = {
    answers: JSON.stringify(content),
    ...(paper && {
      pdf: paper.content,
      template_version: paper.templateVersion,
      sha256: createHash('sha256').update(paper.content).digest('hex'),
    }),
  };
  await tx
    .insertInto('report_content')
    .values({ tenant_id: actor.tenantId, report_id: id, allocation_id: allocationId, ...set })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id']).doUpdateSet(set))
    .execute();
}

const moves = {
  submitted: { deed: 'reportSubmitted', verb: 'report.submitted' },
  returned: { deed: 'reportReturned', verb: 'report.returned' },
  accepted: { deed: 'reportAccepted', verb: 'report.accepted' },
} as const;

interface Move {
  readonly deed: keyof typeof moves;
  readonly day: string;
  readonly remarks: string | null;
}

/** Writes into the histories of the report and of the allocation and into the audit log who did what. */
export async function recordReportMove(
  tx: Tx,
  actor: Actor,
  { id, allocationId }: Pick<Report, 'id' | 'allocationId'>,
  { deed, day, remarks }: Move,
): Promise<void> {
  const who = {
    tenant_id: actor.tenantId,
    allocation_id: allocationId,
    moved_by: actor.accountId,
    moved_by_name: actor.displayName,
  };
  await tx
    .insertInto('report_move')
    .values({ ...who, report_id: id, deed, remarks })
    .execute();
  await tx
    .insertInto('allocation_move')
    .values({ ...who, deed: moves[deed].deed, day })
    .execute();
  await recordAudit(tx, actor, { verb: moves[deed].verb, objectKind: 'report', objectId: id });
}
