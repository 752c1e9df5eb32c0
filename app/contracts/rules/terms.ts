import { type OptionFinding, optionFindings } from '~/budget/rules';
import { lastDayToDeclare } from '~/procurement/rules/options';
import { plainDate } from '~/values/calendar';
import type { ContractTerms } from '../contract';

/** The years that a budget knows. */
const firstYear = 2000;
const lastYear = 2100;

export type TermsFinding =
  | OptionFinding
  | {
      readonly code: 'yearOutsideBudget';
      readonly field: 'termStart' | 'termEnd' | { readonly optionNo: number };
    }
  | { readonly code: 'declareByNotBeforeEnd'; readonly optionNo: number; readonly runsUntil: string }
  | { readonly code: 'declareByBeforeStart'; readonly optionNo: number; readonly termStart: string }
  | { readonly code: 'valueTooHigh'; readonly mostCents: number }
  | { readonly code: 'occupiedWithoutPlaces' }
  | { readonly code: 'noSites' }
  | { readonly code: 'placesMissing' | 'siteTwice'; readonly index: number; readonly site: string }
  | { readonly code: 'sessionsMissing'; readonly optionNo: number | null }
  | { readonly code: 'sessionOutside'; readonly optionNo: number | null; readonly day: string };

/**
 * What stands against the terms of a contract, whether its money is there or not.
 *
 * Source: rules B2, B5; C14 (numbered places per site).
 */
export function termsFindings(terms: ContractTerms): TermsFinding[] {
  const term = { start: terms.termStart, end: terms.termEnd };
  const periods = terms.options.map(({ starts, ends }) => ({ start: starts, end: ends }));
  return [
    ...optionFindings(term, periods),
    ...yearFindings(terms),
    ...valueFindings(terms),
    ...declareByFindings(terms),
    ...siteFindings(terms),
    ...sessionFindings(terms),
    ...(terms.billsOccupied && terms.priceModel !== 'perPlaceMonth'
      ? [{ code: 'occupiedWithoutPlaces' as const }]
      : []),
  ];
}

function yearFindings({ termStart, termEnd, options }: ContractTerms): TermsFinding[] {
  const isOutside = (day: string) => {
    const { year } = plainDate(day);
    return year < firstYear || year > lastYear;
  };
  return [
    ...(isOutside(termStart) ? [{ code: 'yearOutsideBudget', field: 'termStart' } as const] : []),
    ...(isOutside(termEnd) ? [{ code: 'yearOutsideBudget', field: 'termEnd' } as const] : []),
    ...options.flatMap(({ ends }, index) =>
      isOutside(ends) ? [{ code: 'yearOutsideBudget', field: { optionNo: index + 1 } } as const] : [],
    ),
  ];
}

/** Ten thousand million euro: far beyond any contract, and far inside the exact whole numbers. */
const mostCents = 1_000_000_000_000;

/** A slip of the pen (price per month times places times years) must not leave the exact whole numbers. */
function valueFindings(terms: ContractTerms): TermsFinding[] {
  const places = terms.sites.reduce((sum, site) => sum + (site.places ?? 0), 0);
  const isTooHigh = [
    { start: terms.termStart, end: terms.termEnd, cents: terms.priceCents, sessions: terms.sessionDays },
    ...terms.options.map((option) => ({
      start: option.starts,
      end: option.ends,
      cents: option.priceCents ?? terms.priceCents,
      sessions: option.sessionDays,
    })),
  ].some(({ start, end, cents, sessions }) => {
    const months = 12 * (plainDate(end).year - plainDate(start).year + 1);
    const units = {
      monthlyFixed: months,
      perPlaceMonth: months * places,
      perSession: sessions.length,
      total: 1,
    };
    return cents * units[terms.priceModel] > mostCents;
  });
  return isTooHigh ? [{ code: 'valueTooHigh', mostCents }] : [];
}

/** A declaration after the term has ended would prolong nothing; one before it begins knows of no success. */
function declareByFindings({ termStart, termEnd, options }: ContractTerms): TermsFinding[] {
  return options.flatMap(({ declareBy }, index): TermsFinding[] => {
    const optionNo = index + 1;
    const runsUntil = options[index - 1]?.ends ?? termEnd;
    if (declareBy >= runsUntil) return [{ code: 'declareByNotBeforeEnd', optionNo, runsUntil }];
    return declareBy < termStart ? [{ code: 'declareByBeforeStart', optionNo, termStart }] : [];
  });
}

function siteFindings({ sites, priceModel }: ContractTerms): TermsFinding[] {
  if (sites.length === 0) return [{ code: 'noSites' }];
  return sites.flatMap(({ name, places }, index): TermsFinding[] => {
    const findings: TermsFinding[] = [];
    if (sites.findIndex((other) => other.name === name) < index) {
      findings.push({ code: 'siteTwice', index, site: name });
    }
    if (priceModel === 'perPlaceMonth' && places === null) {
      findings.push({ code: 'placesMissing', index, site: name });
    }
    return findings;
  });
}

function sessionFindings({
  priceModel,
  sessionDays,
  termStart,
  termEnd,
  options,
}: ContractTerms): TermsFinding[] {
  if (priceModel !== 'perSession') return [];
  const parts = [
    { optionNo: null, days: sessionDays, from: termStart, to: termEnd },
    ...options.map(({ starts, ends, sessionDays: days }, index) => ({
      optionNo: index + 1,
      days,
      from: starts,
      to: ends,
    })),
  ];
  return parts.flatMap(({ optionNo, days, from, to }): TermsFinding[] => {
    if (days.length === 0) return [{ code: 'sessionsMissing', optionNo }];
    const day = days.find((candidate) => candidate < from || candidate > to);
    return day === undefined ? [] : [{ code: 'sessionOutside', optionNo, day }];
  });
}

/**
 * The day by which an option is declared where nobody named one: three full months
 * before the end of the term that it prolongs.
 *
 * Source: rules.md § 12.3 (our proposal).
 */
export function defaultDeclareBy(runsUntil: string): string {
  return lastDayToDeclare(plainDate(runsUntil)).toString();
}
