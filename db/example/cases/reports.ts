import { daysAfter } from '~/values/calendar';
import { randomUUID } from 'node:crypto';
import { monthsAfter } from '~/eligibility/rules/reviews';
import { daysBetween, earlier, later, moment } from '../days';
import type { Participation } from './participation';
import { answersOf } from './report-answers';
import type { World } from './world';

export interface KeptReport {
  readonly state: 'open' | 'submitted' | 'returned' | 'accepted';
  readonly submittedOn: string | null;
  readonly acceptedOn: string | null;
}

/** What is still owed or to be read of the exits of a contract, beginning with the latest. */
const unfinished = ['open', 'submitted', 'returned', 'open', 'submitted'] as const;

/**
 * The final reports of a contract by allocation: most are accepted; of the exits whose day
 * is past the first `openReports` are not.
 */
export function finalReports(
  { today, draws }: World,
  delivered: readonly Participation[],
  openReports: number,
): Map<string, KeptReport> {
  const byExit = delivered
    .filter(({ exit }) => exit !== null)
    .sort((one, other) => ((one.exit?.on ?? '') < (other.exit?.on ?? '') ? 1 : -1));
  const reports = new Map<string, KeptReport>();
  let left = openReports;
  for (const { id, exit, service } of byExit) {
    if (!exit) continue;
    const age = daysBetween(exit.on, today);
    // Now and then it was written long after its day, and the provider saw the person for longer.
    const days = draws.chance(8) ? draws.between(27, 45) : draws.between(3, 16);
    const written = earlier(daysAfter(exit.on, days), daysAfter(today, -1));
    const submittedOn = later(written, exit.on);
    const isDue = age > service.finalReportDays;
    if (!isDue) {
      const isEarly = age > 5 && draws.chance(40);
      reports.set(id, {
        state: isEarly ? 'submitted' : 'open',
        submittedOn: isEarly ? submittedOn : null,
        acceptedOn: null,
      });
    } else if (left > 0) {
      const state = unfinished[openReports - left] ?? 'open';
      left -= 1;
      reports.set(id, { state, submittedOn: state === 'open' ? null : submittedOn, acceptedOn: null });
    } else {
      const acceptedOn = earlier(daysAfter(submittedOn, draws.between(2, 12)), today);
      reports.set(id, { state: 'accepted', submittedOn, acceptedOn });
    }
  }
  return reports;
}

/** Rows of the final report with who did what. */
export function addFinalReport(world: World, one: Participation, kept: KeptReport): void {
  if (!one.exit) return;
  const dueOn = daysAfter(one.exit.on, one.service.finalReportDays);
  addReport(world, one, { kind: 'final', no: 0, dueOn, kept });
}

/** Interim reports along the agreed months, for as long as somebody takes part. */
export function addInterimReports(world: World, one: Participation): void {
  const { today, draws } = world;
  const { interimReportMonths: months } = one.service;
  const until = one.exit?.on ?? one.ends;
  if (months === null || one.settled) return;
  for (let no = 1; monthsAfter(one.starts, no * months) < until; no += 1) {
    const dueOn = monthsAfter(one.starts, no * months);
    const submittedOn = daysAfter(dueOn, draws.between(-9, 4));
    const acceptedOn = daysAfter(submittedOn, draws.between(2, 10));
    const isRecent = daysBetween(dueOn, today) < 40;
    const state: KeptReport['state'] =
      submittedOn >= today || (isRecent && draws.chance(20))
        ? 'open'
        : acceptedOn >= today || (isRecent && draws.chance(30))
          ? 'submitted'
          : 'accepted';
    addReport(world, one, {
      kind: 'interim',
      no,
      dueOn,
      kept: {
        state,
        submittedOn: state === 'open' ? null : submittedOn,
        acceptedOn: state === 'accepted' ? acceptedOn : null,
      },
    });
  }
}

interface ReportRow {
  readonly kind: 'interim' | 'final';
  readonly no: number;
  readonly dueOn: string;
  readonly kept: KeptReport;
}

function addReport({ tenantId, rows, draws, today }: World, one: Participation, report: ReportRow): void {
  const { kind, no, dueOn, kept } = report;
  const { providerStaff } = one.contract;
  const { handler } = one.person;
  const id = randomUUID();
  const key = { tenant_id: tenantId, report_id: id, allocation_id: one.id };
  rows.add('report', {
    tenant_id: tenantId,
    id,
    allocation_id: one.id,
    kind,
    no,
    due_on: dueOn,
    state: kept.state,
    submitted_on: kept.submittedOn,
    accepted_on: kept.acceptedOn,
    version: 1,
  });
  if (kept.submittedOn === null) return;
  rows.add('report_content', { ...key, answers: JSON.stringify(answersOf(draws, one, kind)) });
  const move = (
    deed: 'submitted' | 'returned' | 'accepted',
    day: string,
    by: { readonly id: string; readonly name: string },
    remarks: string | null,
  ) => {
    const at = moment(day, deed === 'submitted' ? 10 : 13);
    const author = { moved_at: at, moved_by: by.id, moved_by_name: by.name };
    rows.add('report_move', { ...key, deed, remarks, ...author });
    const told = {
      submitted: 'reportSubmitted',
      returned: 'reportReturned',
      accepted: 'reportAccepted',
    } as const;
    rows.add('allocation_move', {
      tenant_id: tenantId,
      allocation_id: one.id,
      deed: told[deed],
      day,
      reason: null,
      ...author,
    });
  };
  move('submitted', kept.submittedOn, providerStaff, null);
  if (kept.state === 'returned') {
    const day = earlier(daysAfter(kept.submittedOn, 5), today);
    move('returned', day, handler, 'Beispiel: Zu den vereinbarten Schritten fehlt, was daraus wurde.');
  }
  if (kept.acceptedOn !== null) move('accepted', kept.acceptedOn, handler, null);
}
