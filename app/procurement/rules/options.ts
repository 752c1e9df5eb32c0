import { type PlainDate, plainDate } from '~/values/calendar';
import type { TenderPlan } from '../facts';

/** How many full months must be left to the provider; our proposal, an authority may name another day. */
const noticeMonths = 3;

/**
 * Last day on which the district may declare that it extends: `months` full months
 * must be left up to and including `termEnds`. Weekends and holidays do not move it:
 * moving it later would shorten the provider's notice.
 *
 * Source: rule B5; rules.md §§ 12.3, 12.4 (our proposal).
 */
export function lastDayToDeclare(termEnds: PlainDate, months = noticeMonths): PlainDate {
  // Counting from the day after keeps month ends: 30.11. − 3 months is 31.08., not 30.08.
  return termEnds.add({ days: 1 }).subtract({ months }).subtract({ days: 1 });
}

/** An extension of the plan with the day until which it must be declared. */
export interface DeclaredOption {
  /** From 1, in the order of the plan. */
  readonly no: number;
  readonly starts: string;
  readonly ends: string;
  readonly condition: string | null;
  readonly declareBy: string;
  /** Last day of the term it prolongs. */
  readonly termEnds: string;
}

/** The plan's extensions; `days` names other days to declare, by the extension's first day. */
export function declaredOptions(
  { termEnd, hasOptions, options }: Pick<TenderPlan, 'termEnd' | 'hasOptions' | 'options'>,
  days: Readonly<Record<string, string>>,
): DeclaredOption[] {
  if (!termEnd || hasOptions === false) return [];
  return options.map((option, index) => {
    const termEnds = options[index - 1]?.ends ?? termEnd;
    return {
      ...option,
      no: index + 1,
      termEnds,
      declareBy: days[option.starts] ?? lastDayToDeclare(plainDate(termEnds)).toString(),
    };
  });
}

export interface DeclareByFinding {
  readonly code: 'declareByNotBeforeEnd' | 'declareByBeforeStart';
  readonly option: DeclaredOption;
}

/** A declaration after the term has ended would prolong nothing; one before it begins knows of no success. */
export function declareByFindings(
  options: readonly DeclaredOption[],
  termStart: string | null,
): DeclareByFinding[] {
  return options.flatMap((option): DeclareByFinding[] => {
    if (option.declareBy >= option.termEnds) return [{ code: 'declareByNotBeforeEnd', option }];
    if (termStart !== null && option.declareBy < termStart) return [{ code: 'declareByBeforeStart', option }];
    return [];
  });
}
