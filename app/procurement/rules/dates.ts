import { plainDate } from '~/values/calendar';
import type { PreparationParts } from '../preparation/parts';

type Dates = Omit<PreparationParts['dates'], 'declareBy'>;

/** The days of a procedure in their order. */
export const procedureDays = [
  'questionsUntil',
  'submissionUntil',
  'openingOn',
  'awardOn',
  'bidValidUntil',
] as const satisfies readonly (keyof Dates)[];
type ProcedureDay = (typeof procedureDays)[number];

export type DateFinding =
  | {
      readonly code: 'tooEarly';
      readonly day: ProcedureDay;
      readonly after: ProcedureDay;
      /** The first day that would fit. */
      readonly earliest: string;
    }
  | { readonly code: 'onWeekend'; readonly day: ProcedureDay; readonly on: string; readonly next: string }
  | { readonly code: 'awardAfterStart'; readonly termStart: string }
  | { readonly code: 'validTooLong'; readonly latest: string };

/**
 * Whether the days of the procedure follow each other. Answers to questions need a day
 * before bids are due; opening, award and the end of the bids' validity may share one.
 * A day until which others hand something in moves to the next working day; holidays
 * are not looked at here.
 *
 * Source: procurement.md § 4; rules.md § 12.4. That bids bind at most a year is our proposal.
 */
export function dateFindings(dates: Dates, termStart: string | null): DateFinding[] {
  const given = procedureDays.flatMap((day) => {
    const on = dates[day];
    return on === null ? [] : [{ day, on }];
  });
  const order = given.flatMap(({ day, on }, index): DateFinding[] => {
    const before = given[index - 1];
    if (!before) return [];
    const days = day === 'submissionUntil' ? 1 : 0;
    const earliest = plainDate(before.on).add({ days }).toString();
    return on < earliest ? [{ code: 'tooEarly', day, after: before.day, earliest }] : [];
  });
  return [
    ...order,
    ...given.flatMap(({ day, on }) => weekendFindings(day, on)),
    ...(termStart !== null && dates.awardOn !== null && dates.awardOn >= termStart
      ? [{ code: 'awardAfterStart' as const, termStart }]
      : []),
    ...validityFindings(dates),
  ];
}

function weekendFindings(day: ProcedureDay, on: string): DateFinding[] {
  if (day !== 'questionsUntil' && day !== 'submissionUntil') return [];
  const date = plainDate(on);
  if (date.dayOfWeek < 6) return [];
  return [{ code: 'onWeekend', day, on, next: date.add({ days: 8 - date.dayOfWeek }).toString() }];
}

function validityFindings({ submissionUntil, bidValidUntil }: Dates): DateFinding[] {
  if (submissionUntil === null || bidValidUntil === null) return [];
  const latest = plainDate(submissionUntil).add({ years: 1 }).toString();
  return bidValidUntil > latest ? [{ code: 'validTooLong', latest }] : [];
}
