import {
  type Period,
  splitByFiscalYear,
  splitByPlaceMonths,
  splitBySessions,
  splitTotal,
  type YearCents,
} from '~/budget/rules';
import type { Contract, ContractSite, ContractTerms, OptionTerms, PriceModel } from '../contract';

interface PricedPart {
  readonly period: Period;
  readonly priceModel: PriceModel;
  readonly priceCents: number;
  readonly places: number;
  readonly sessionDays: readonly string[];
}

/**
 * What a part of a contract costs in each fiscal year, to the cent.
 *
 * Source: rule B3; rules.md § 12.6 (our proposal).
 */
function priceByYear({ period, priceModel, priceCents, places, sessionDays }: PricedPart): YearCents[] {
  switch (priceModel) {
    case 'monthlyFixed':
      return splitByFiscalYear(period, priceCents).map(({ fiscalYear, cents }) => ({
        fiscalYear,
        cents: cents ?? 0,
      }));
    case 'perPlaceMonth':
      return splitByPlaceMonths([{ period, count: places }], priceCents);
    case 'perSession':
      return splitBySessions(sessionDays, priceCents);
    case 'total':
      return splitTotal(period, priceCents);
  }
}

export type Priced = Pick<
  ContractTerms,
  'termStart' | 'termEnd' | 'priceModel' | 'priceCents' | 'sessionDays' | 'sites'
>;

/** What the term costs in each fiscal year, without options and changes. */
export function termPrice(contract: Priced): YearCents[] {
  const { termStart, termEnd, priceModel, priceCents, sessionDays, sites } = contract;
  const period = { start: termStart, end: termEnd };
  return priceByYear({ period, priceModel, priceCents, places: placesOf(sites), sessionDays });
}

/** What one option costs in each fiscal year if it is exercised. */
export function optionPrice(
  contract: Priced,
  option: Pick<OptionTerms, 'starts' | 'ends' | 'priceCents' | 'sessionDays'>,
): YearCents[] {
  return priceByYear({
    period: { start: option.starts, end: option.ends },
    priceModel: contract.priceModel,
    priceCents: option.priceCents ?? contract.priceCents,
    places: placesOf(contract.sites),
    sessionDays: option.sessionDays,
  });
}

/** What a change costs in each fiscal year from the day it holds to the contract's end. */
export function changePrice(
  { validFrom, amountCents }: { readonly validFrom: string; readonly amountCents: number },
  runsUntil: string,
): YearCents[] {
  const shares = splitTotal({ start: validFrom, end: runsUntil }, Math.abs(amountCents));
  return amountCents < 0 ? shares.map(({ fiscalYear, cents }) => ({ fiscalYear, cents: -cents })) : shares;
}

export function placesOf(sites: readonly ContractSite[]): number {
  return sites.reduce((sum, { places }) => sum + (places ?? 0), 0);
}

export function sumOf(shares: readonly YearCents[]): number {
  return shares.reduce((sum, { cents }) => sum + cents, 0);
}

/**
 * The value that changes are measured against: the term and the options that were
 * exercised, without changes and without options nobody exercised yet.
 *
 * Source: rule B12; rules.md § 12.12 (our proposal).
 */
export function awardedValue(contract: Contract): number {
  const exercised = contract.options.filter(({ state }) => state === 'exercised');
  return exercised.reduce(
    (sum, option) => sum + sumOf(optionPrice(contract, option)),
    sumOf(termPrice(contract)),
  );
}
