import { dayText, euroText } from '~/ui/fields';
import { typedFrom, type TypedValues } from '~/ui/form/typed-values';
import type { TenderFacts } from '~/procurement/facts';
import { declaredOptions } from '~/procurement/rules/options';
import { countsPlaces } from '~/procurement/rules/lots';
import { formatDay } from '~/values/calendar';
import type { Contract, ContractTerms, PriceModel } from './contract';
import type { TypedContract } from './forms';
import { defaultDeclareBy } from './rules/terms';

/**
 * The terms that were typed. An option whose last day to declare nobody named gets the
 * day of the rule.
 */
export function termsOf({ price, options, basedOn: _, ...typed }: TypedContract): ContractTerms {
  return {
    ...typed,
    priceCents: price,
    options: options.map(({ price: optionPrice, declareBy, ...option }, index) => ({
      ...option,
      priceCents: optionPrice,
      declareBy: declareBy ?? defaultDeclareBy(options[index - 1]?.ends ?? typed.termEnd),
    })),
  };
}

/** The first filling of the form for a draft. */
export function typedContract(contract: Contract): TypedValues {
  const {
    number,
    measureId,
    providerId,
    productId,
    fundingSourceId,
    priceModel,
    priceNote,
    billsOccupied,
    sites,
  } = contract;
  return typedFrom({
    ...{ number, measureId, providerId, productId, fundingSourceId, priceModel, priceNote },
    billsOccupied: billsOccupied ? 'on' : null,
    termStart: dayText(contract.termStart),
    termEnd: dayText(contract.termEnd),
    price: euroText(contract.priceCents),
    sessionDays: dayLines(contract.sessionDays),
    sites: sites.map(({ name, places }) => ({ name, places })),
    options: contract.options.map((option) => ({
      starts: dayText(option.starts),
      ends: dayText(option.ends),
      condition: option.condition,
      declareBy: dayText(option.declareBy),
      price: euroText(option.priceCents),
      sessionDays: dayLines(option.sessionDays),
    })),
  });
}

/** What a tender's payment model asks for, in the words of a contract; null where the contract must say it. */
const priceModelOf: Readonly<Partial<Record<string, PriceModel>>> = {
  monthlyFixed: 'monthlyFixed',
  perPlace: 'perPlaceMonth',
  perSession: 'perSession',
  flatGrant: 'total',
};

/**
 * The first filling of the form from released tender papers: term, options with their
 * days, places by site. Provider, price and money are the award's and stay empty.
 */
export function typedFromTender(measureId: string, { plan, parts }: TenderFacts): TypedValues {
  const placesAt = (site: string): number | null => {
    const lots = parts.lots.lots.filter((lot) => lot.site === site && countsPlaces(lot.unit));
    const known = lots.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
    return known.length > 0 ? known.reduce((sum, quantity) => sum + quantity, 0) : null;
  };
  const { paymentModel } = parts.price;
  return typedFrom({
    measureId,
    termStart: dayText(plan.termStart),
    termEnd: dayText(plan.termEnd),
    priceModel: paymentModel === null ? null : priceModelOf[paymentModel],
    sites: plan.sites.map(({ name, places }) => ({ name, places: placesAt(name) ?? places })),
    options: declaredOptions(plan, parts.dates.declareBy).map((option) => ({
      starts: dayText(option.starts),
      ends: dayText(option.ends),
      condition: option.condition,
      declareBy: dayText(option.declareBy),
    })),
  });
}

function dayLines(days: readonly string[]): string | null {
  return days.length > 0 ? days.map(formatDay).join('\n') : null;
}
