import { unitsPerMonth, type YearCents } from '~/budget/rules';
import { changePrice, optionPrice, placesOf, type Priced, termPrice } from '~/contracts/rules/price';
import { centsSummingTo, wholeCents } from '~/values/money';
import type { BilledContract, Delivered } from '../contract';
import { daysInPart, type MonthPart, monthsOf } from './months';

/** What part of the contract something is owed for. */
export type ContractPart =
  { readonly kind: 'term' } | { readonly kind: 'option'; readonly no: number } | { readonly kind: 'change' };

/** One amount owed for a month, with what it was computed from. */
export interface ServiceLine {
  readonly part: ContractPart;
  readonly cents: number;
  readonly from:
    | {
        readonly kind: 'month';
        readonly days: number;
        readonly monthDays: number;
        readonly priceCents: number;
      }
    | {
        readonly kind: 'places';
        readonly places: number;
        readonly days: number;
        readonly monthDays: number;
        readonly priceCents: number;
      }
    | {
        readonly kind: 'occupied';
        readonly occupiedDays: number;
        readonly monthDays: number;
        readonly priceCents: number;
      }
    | { readonly kind: 'sessions'; readonly count: number; readonly priceCents: number }
    | {
        readonly kind: 'share';
        readonly days: number;
        readonly monthDays: number;
        readonly wholeCents: number;
      };
}

/**
 * What a contract owes for each calendar month of its time, by the month's first day: an
 * amount for each part that touches the month, which are the term, options that were
 * exercised, and changes from their day.
 *
 * What does not depend on delivery (a fixed amount, kept places, a total, changes) is the
 * month's share of what the fiscal year was promised: all months of a year sum to the
 * year's commitment, and all months to the price of the contract, to the cent. A price
 * per taken place or per session follows what was delivered.
 *
 * Source: rules.md § 12.6 (our proposal); workflow b11.
 */
export function serviceByMonth(
  contract: BilledContract,
  delivered: Delivered,
): ReadonlyMap<string, readonly ServiceLine[]> {
  const lines = new Map<string, ServiceLine[]>();
  const add = ({ month, line }: LineOfMonth) => lines.set(month, [...(lines.get(month) ?? []), line]);
  const parts = contract.billsOccupied
    ? occupiedLines(contract, delivered)
    : pricedParts(contract).flatMap((priced) => linesOfPart(contract, priced, delivered));
  [...parts, ...contract.changes.flatMap(linesOfChange)].forEach(add);
  return lines;
}

/** The same for one month; empty outside of the contract's time. */
export function serviceOfMonth(
  contract: BilledContract,
  month: string,
  delivered: Delivered,
): readonly ServiceLine[] {
  return serviceByMonth(contract, delivered).get(month) ?? [];
}

export function sumOfLines(lines: readonly { readonly cents: number }[]): number {
  return lines.reduce((sum, { cents }) => sum + cents, 0);
}

interface PricedPart {
  readonly part: ContractPart;
  readonly months: readonly MonthPart[];
  readonly priceCents: number;
  /** What each fiscal year was promised for this part. */
  readonly years: readonly YearCents[];
}

interface LineOfMonth {
  readonly month: string;
  readonly line: ServiceLine;
}

function pricedParts(contract: BilledContract): PricedPart[] {
  // Sessions are paid as they are held, so that the days that were agreed do not count here.
  const priced: Priced = { ...contract, sessionDays: [] };
  return [
    {
      part: { kind: 'term' },
      months: monthsOf({ start: contract.termStart, end: contract.termEnd }),
      priceCents: contract.priceCents,
      years: termPrice(priced),
    },
    ...contract.options.map((option): PricedPart => ({
      part: { kind: 'option', no: option.no },
      months: monthsOf({ start: option.starts, end: option.ends }),
      priceCents: option.priceCents ?? contract.priceCents,
      years: optionPrice(priced, { ...option, sessionDays: [] }),
    })),
  ];
}

function linesOfPart(contract: BilledContract, priced: PricedPart, delivered: Delivered): LineOfMonth[] {
  const { part, months, priceCents, years } = priced;
  const lines = (
    centsOf: (month: MonthPart, index: number) => number,
    from: (month: MonthPart) => ServiceLine['from'],
  ): LineOfMonth[] =>
    months.map((month, index) => ({
      month: month.month,
      line: { part, cents: centsOf(month, index), from: from(month) },
    }));
  switch (contract.priceModel) {
    case 'monthlyFixed': {
      const cents = plannedShares(months, years, BigInt(priceCents));
      return lines(
        (_, index) => cents[index] ?? 0,
        ({ days, monthDays }) => ({ kind: 'month', days, monthDays, priceCents }),
      );
    }
    case 'perPlaceMonth': {
      const places = placesOf(contract.sites);
      const cents = plannedShares(months, years, BigInt(priceCents) * BigInt(places));
      return lines(
        (_, index) => cents[index] ?? 0,
        ({ days, monthDays }) => ({ kind: 'places', places, days, monthDays, priceCents }),
      );
    }
    case 'perSession': {
      const held = ({ from, to }: MonthPart) =>
        delivered.sessionDays.filter((day) => day >= from && day <= to).length;
      return lines(
        (month) => held(month) * priceCents,
        (month) => ({ kind: 'sessions', count: held(month), priceCents }),
      );
    }
    case 'total': {
      const cents = sharesOfTotal(months, years);
      return lines(
        (_, index) => cents[index] ?? 0,
        ({ days, monthDays }) => ({ kind: 'share', days, monthDays, wholeCents: priceCents }),
      );
    }
  }
}

/**
 * Days on which places were taken ÷ days of the month × price; the day of the exit is one
 * of them (rule X8: the place is free from the day after). Rounded once for a month, also
 * where an option with another price begins in it.
 */
function occupiedLines(contract: BilledContract, { stays }: Delivered): LineOfMonth[] {
  const counted = pricedParts(contract).flatMap(({ part, months, priceCents }) =>
    months.map((month) => ({
      ...{ part, priceCents, month: month.month, monthDays: month.monthDays },
      occupiedDays: stays.reduce(
        (sum, { starts, ends }) => sum + daysInPart(month, { start: starts, end: ends }),
        0,
      ),
    })),
  );
  return [...new Set(counted.map(({ month }) => month))].flatMap((month) => {
    const here = counted.filter((part) => part.month === month);
    const cents = wholeCents(
      here.map(({ occupiedDays, priceCents }) => BigInt(occupiedDays) * BigInt(priceCents)),
      BigInt(here[0]?.monthDays ?? 1),
    );
    return here.map(({ part, occupiedDays, monthDays, priceCents }, index): LineOfMonth => ({
      month,
      line: {
        part,
        cents: cents[index] ?? 0,
        from: { kind: 'occupied', occupiedDays, monthDays, priceCents },
      },
    }));
  });
}

/** The months' shares in what their years were promised, at `monthCents` for a whole month. */
function plannedShares(
  months: readonly MonthPart[],
  years: readonly YearCents[],
  monthCents: bigint,
): number[] {
  return sharesOfYears(months, years, (month) => monthCents * unitsOf(month), BigInt(unitsPerMonth));
}

/** The same for an amount that covers all the months. */
function sharesOfTotal(months: readonly MonthPart[], years: readonly YearCents[]): number[] {
  const total = years.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  const units = months.reduce((sum, month) => sum + unitsOf(month), 0n);
  return sharesOfYears(months, years, (month) => total * unitsOf(month), units);
}

function sharesOfYears(
  months: readonly MonthPart[],
  years: readonly YearCents[],
  exact: (month: MonthPart) => bigint,
  denominator: bigint,
): number[] {
  return years.flatMap(({ fiscalYear, cents }) => {
    const ofYear = months.filter(({ month }) => Number(month.slice(0, 4)) === fiscalYear);
    return centsSummingTo(cents, ofYear.map(exact), denominator);
  });
}

/** Whole numbers for every part of every month. */
function unitsOf({ days, monthDays }: MonthPart): bigint {
  return BigInt((days * unitsPerMonth) / monthDays);
}

/** What a change adds to each month from its day; a cheaper contract takes it off. */
function linesOfChange(change: BilledContract['changes'][number]): LineOfMonth[] {
  const months = monthsOf({ start: change.validFrom, end: change.validTo });
  const sign = Math.sign(change.amountCents);
  const years = changePrice({ ...change, amountCents: Math.abs(change.amountCents) }, change.validTo);
  const cents = sharesOfTotal(months, years);
  return months.map(({ month, days, monthDays }, index) => ({
    month,
    line: {
      part: { kind: 'change' },
      cents: sign * (cents[index] ?? 0),
      from: { kind: 'share', days, monthDays, wholeCents: change.amountCents },
    },
  }));
}
