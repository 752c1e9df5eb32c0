import { lastDayOfTerm, plainDate, termMonths } from '~/values/calendar';
import type { TaskKind } from '../contract';

/** A contract's time, both days inclusive. */
interface Times {
  readonly termStart: string;
  readonly termEnd: string;
  /** Last day with the options that were exercised. */
  readonly runsUntil: string;
}

/** Something that must be evaluated by a day. */
export interface Duty {
  readonly kind: Exclude<TaskKind, 'prepareNextTender'>;
  readonly dueOn: string;
}

/** So much of a term must be over before there is something to evaluate; our proposal. */
const leastMonths = 6;

/**
 * What the district must evaluate of a contract, by the day it is due.
 *
 * Interim evaluation: on the last day of the sixth full month, where the term goes on
 * after it, because the option's success is judged by it (01.12.2019 → 31.05.2020).
 *
 * Yearly report: by 31.03. for the year before, for each year in which the contract ran
 * six full months, and for its last one; a shorter first year is told with the next.
 *
 * Source: rules B5, E8; workflows.md, calendar of the example; months, least length and
 * 31.03. are our proposal.
 */
export function dutiesOf(contract: Times): Duty[] {
  const halfYear = lastDayOfTerm(plainDate(contract.termStart), leastMonths).toString();
  return [
    ...(halfYear < contract.termEnd ? [{ kind: 'interimEvaluation' as const, dueOn: halfYear }] : []),
    ...yearsToReport(contract).map((year) => ({
      kind: 'yearlyReport' as const,
      dueOn: `${String(year + 1)}-03-31`,
    })),
  ];
}

function yearsToReport({ termStart, runsUntil }: Times): number[] {
  const first = plainDate(termStart).year;
  const last = plainDate(runsUntil).year;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => {
    if (year === last) return true;
    const from = year === first ? termStart : `${String(year)}-01-01`;
    return termMonths(from, `${String(year)}-12-31`).months >= leastMonths;
  });
}

/** The year that a yearly report is about: the one before its day. */
export function reportedYear(dueOn: string): number {
  return plainDate(dueOn).year - 1;
}

/** How long before its day a task stands among the things to do; our proposal (rules.md, lead days). */
const leadDays = 30;

/**
 * The first day on which a task stands among the things to do. A yearly report from
 * 31.01. on, when the figures of the year before are in; the next tender at once,
 * because it takes as long as there is time.
 */
export function taskShownFrom({ kind, dueOn }: { readonly kind: TaskKind; readonly dueOn: string }): string {
  if (kind === 'yearlyReport') return plainDate(dueOn).with({ month: 1, day: 31 }).toString();
  if (kind === 'interimEvaluation') return plainDate(dueOn).subtract({ days: leadDays }).toString();
  return '';
}
