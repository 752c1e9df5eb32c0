import { missing } from '#templates/engine/document';
import { splittingRuleText } from '~/budget/finding-text';
import type { TenderFacts } from '~/procurement/facts';
import type { Lot } from '~/procurement/preparation/parts';
import { countsPlaces } from '~/procurement/rules/lots';
import { declaredOptions } from '~/procurement/rules/options';
import { optionPriceNames, paymentModelNames, quantityText, unitNames } from '~/procurement/words';
import { describeTerm, termMonths } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import { entered, type Entry, paragraphs } from './entry';
import { type PaperFacts, sessionText } from './participation';

/** How the service is paid and taxed, in sentences. */
export interface PriceTexts {
  readonly umsatzsteuer: Entry;
  readonly istBefreit: boolean;
  /** Said to bidders, and to the contractor. */
  readonly verlaengerung: Entry;
  readonly verlaengerungImVertrag: Entry;
  readonly verguetung: Entry;
  readonly regeln: readonly Entry[];
  readonly mindestabnahme: string | null;
  readonly mehrbedarf: readonly string[];
  readonly praemien: readonly {
    readonly anlass: string;
    readonly betrag: string;
    readonly anzahl: string;
    readonly summe: string;
    readonly nachweis: string;
  }[];
  readonly praemienSumme: string | null;
  /** How a part of a month counts; null where all periods are whole months. */
  readonly zeitanteile: string | null;
}

/** The rows a bidder fills in for one lot. */
export interface PriceLot {
  readonly titel: string;
  readonly einheit: string;
  /** What one session is, where sessions are priced. */
  readonly termin: string | null;
  readonly zeilen: readonly PriceLine[];
}

interface PriceLine {
  readonly zeitraum: string;
  readonly menge: Entry;
  readonly dauer: Entry;
  /** What stands where the bidder has nothing to enter. */
  readonly preis: Entry;
  readonly istEinzutragen: boolean;
  /** How the authority computes the sum from the price. */
  readonly rechnung: Entry;
}

export function priceTexts({ parts: { price }, plan }: TenderFacts): PriceTexts {
  const total = price.premiums.reduce(
    (sum, { amountCents, assumedCount }) => sum + amountCents * assumedCount,
    0,
  );
  return {
    umsatzsteuer: vatText(price),
    istBefreit: price.vat === 'exempt',
    verlaengerung: optionPriceText(price, optionPriceNames),
    verlaengerungImVertrag: optionPriceText(price, contractOptionPrices),
    verguetung:
      price.paymentModel === null ? missing('Vergütungsmodell') : paymentModelNames[price.paymentModel],
    regeln: paragraphs(price.paymentText, 'Regeln der Vergütung'),
    mindestabnahme: price.minimumTakeUpPercent === null ? null : `${price.minimumTakeUpPercent} %`,
    mehrbedarf: price.extraDemandText === null ? [] : [price.extraDemandText],
    praemien: price.premiums.map(({ reason, amountCents, assumedCount, proof }) => ({
      anlass: reason,
      betrag: formatEuro(amountCents),
      anzahl: String(assumedCount),
      summe: formatEuro(amountCents * assumedCount),
      nachweis: proof ?? '–',
    })),
    praemienSumme: price.premiums.length > 0 ? formatEuro(total) : null,
    zeitanteile: hasBrokenMonths(plan) ? splittingRuleText : null,
  };
}

function vatText({ vat, vatRatePercent, vatExemptReason }: TenderFacts['parts']['price']): Entry {
  if (vat === null) return missing('Umsatzsteuer');
  if (vat === 'rate') {
    return vatRatePercent === null
      ? missing('Steuersatz')
      : `Die Leistung unterliegt der Umsatzsteuer mit ${vatRatePercent} %.`;
  }
  const reason = entered(vatExemptReason, 'Grund der Befreiung');
  return typeof reason === 'string' ? `Die Leistung ist von der Umsatzsteuer befreit (${reason}).` : reason;
}

const contractOptionPrices: typeof optionPriceNames = {
  own: 'Für die Verlängerung gilt der Preis, den das Preisblatt dafür nennt',
  same: optionPriceNames.same,
  indexed: optionPriceNames.indexed,
};

function optionPriceText(
  { optionPrice, optionIndexText }: TenderFacts['parts']['price'],
  names: typeof optionPriceNames,
): Entry {
  if (optionPrice === null) return missing('Preis der Verlängerung');
  const text = `${names[optionPrice]}.`;
  if (optionPrice !== 'indexed') return text;
  return optionIndexText === null ? missing('Regel der Preisanpassung') : `${text} ${optionIndexText}`;
}

/** One line for the base term and one for each extension. */
export function priceLots({ parts, plan, profile }: PaperFacts): PriceLot[] {
  const { termStart, termEnd } = plan;
  const isTerm = termStart !== null && termEnd !== null && termStart <= termEnd;
  const options = declaredOptions(plan, {}).filter(({ starts, ends }) => starts <= ends);
  return parts.lots.lots.map((lot, index) => ({
    titel: `Los ${index + 1}: ${lot.title}`,
    einheit: `Preis ${unitNames[lot.unit]}, netto`,
    termin: lot.unit === 'session' ? sessionText(profile) : null,
    zeilen: [
      priceLine(
        lot,
        'Grundlaufzeit',
        isTerm ? { start: termStart, end: termEnd } : null,
        lot.quantity,
        fixed(lot, parts),
      ),
      ...options.map(({ no, starts, ends }) => {
        const name = options.length > 1 ? `Verlängerung ${no}` : 'Verlängerung';
        const quantity = countsPlaces(lot.unit) ? lot.quantity : lot.optionQuantity;
        return priceLine(lot, name, { start: starts, end: ends }, quantity, ofOption(lot, parts));
      }),
    ],
  }));
}

/** A price that is not the bidder's to name; null: the bidder enters it. */
function fixed({ fixedPriceCents }: Lot, { evaluation }: TenderFacts['parts']): Entry | null {
  if (evaluation.method !== 'fixedPrice') return null;
  return fixedPriceCents === null ? missing('Festpreis') : formatEuro(fixedPriceCents);
}

function ofOption(lot: Lot, parts: TenderFacts['parts']): Entry | null {
  switch (parts.price.optionPrice) {
    case 'same':
      return fixed(lot, parts) ?? 'wie Grundlaufzeit';
    case 'indexed':
      return 'nach Regel angepasst';
    case 'own':
      return fixed(lot, parts);
    case null:
      return missing('Preis der Verlängerung');
  }
}

function priceLine(
  lot: Lot,
  zeitraum: string,
  period: { readonly start: string; readonly end: string } | null,
  quantity: number | null,
  price: Entry | null,
): PriceLine {
  const menge = quantity === null ? missing('Menge') : quantityText(quantity, lot.unit);
  const dauer = period ? describeTerm(period.start, period.end) : missing('Laufzeit');
  return {
    zeitraum,
    menge,
    dauer,
    preis: price ?? '',
    istEinzutragen: price === null,
    rechnung: sumText(lot, quantity, period ? lengthText(period) : null),
  };
}

function sumText(lot: Lot, quantity: number | null, months: string | null): Entry {
  if (quantity === null) return missing('Menge');
  if (!countsPlaces(lot.unit)) return `Preis × ${quantity}`;
  if (months === null) return missing('Laufzeit');
  return lot.unit === 'flatMonth' ? `Preis × ${months}` : `Preis × ${quantity} × ${months}`;
}

/** "13", or with a part of a month "13 Monate und 5 Tage" in brackets. */
function lengthText({ start, end }: { readonly start: string; readonly end: string }): string {
  const { months, days } = termMonths(start, end);
  return days === 0 ? String(months) : `(${describeTerm(start, end)})`;
}

function hasBrokenMonths({ termStart, termEnd, hasOptions, options }: TenderFacts['plan']): boolean {
  const periods = [
    ...(termStart !== null && termEnd !== null ? [{ starts: termStart, ends: termEnd }] : []),
    ...(hasOptions === false ? [] : options),
  ];
  return periods.some(({ starts, ends }) => starts <= ends && termMonths(starts, ends).days > 0);
}
