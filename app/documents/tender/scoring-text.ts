import { missing } from '#templates/engine/document';
import type { PreparationParts } from '~/procurement/preparation/parts';
import { mostQualityPoints } from '~/procurement/rules/criteria';
import { deciderNames } from '~/procurement/words';
import { formatEuro } from '~/values/money';
import type { Entry } from './entry';
import { germanDecimal } from '~/values/decimal';

/** All points of a bid in the methods that weigh quality against price. */
const allPoints = 1000;

/**
 * How bids are compared, in sentences that name formula, symbols and rounding.
 *
 * Source: procurement.md § 5. Points are counted without rounding, so that two
 * printed figures that look alike cannot hide who is ahead.
 */
export function scoringSentences(evaluation: PreparationParts['evaluation']): Entry[] {
  return [
    `L sind die Leistungspunkte eines Angebots: die Summe aus Gewicht in Prozent mal Bewertung (0 bis 3) über alle Kriterien, höchstens ${mostQualityPoints}.`,
    ...(evaluation.method === 'fixedPrice' ? [] : ['P ist der Wertungspreis des Angebots in Euro.']),
    ...formula(evaluation),
    'Gerechnet wird ohne Rundung; gerundet wird nur für die Darstellung.',
    'Ausgeschlossene Angebote nehmen an der Wertung nicht teil. Wird ein Angebot nachträglich ausgeschlossen, wird neu gerechnet.',
  ];
}

function formula(evaluation: PreparationParts['evaluation']): Entry[] {
  const { method, tolerancePercent, decider, referencePoints, referencePriceCents } = evaluation;
  switch (method) {
    case null:
      return [missing('Wertungsmethode')];
    case 'richtwertSimple':
      return ['Die Kennzahl ist Z = L ÷ P. Das Angebot mit der höchsten Kennzahl erhält den Zuschlag.'];
    case 'richtwertExtended':
      if (tolerancePercent === null) return [missing('Schwankungsbereich')];
      if (decider === null) return [missing('Entscheidungskriterium')];
      return [
        `Die Kennzahl ist Z = L ÷ P. Alle Angebote, deren Kennzahl höchstens ${tolerancePercent} % unter der höchsten Kennzahl liegt, kommen in die engere Wahl. Unter ihnen gilt als Entscheidungskriterium: ${deciderNames[decider]}.`,
      ];
    case 'proportional':
      return weighed(evaluation, (price) => `${price} × Pmin ÷ P`, pmin);
    case 'linear':
      return linear(evaluation);
    case 'median':
      return index(evaluation, 'Lmed', 'Pmed', 'Lmed und Pmed sind die Mediane der gewerteten Angebote.');
    case 'reference':
      if (referencePoints === null) return [missing('Referenzwert der Leistungspunkte')];
      if (referencePriceCents === null) return [missing('Referenzpreis')];
      return index(
        evaluation,
        'Lref',
        'Pref',
        `Lref = ${referencePoints} Punkte und Pref = ${formatEuro(referencePriceCents)} sind vorab festgelegt.`,
      );
    case 'fixedPrice':
      return [
        'Der Preis ist vorgegeben und wird nicht gewertet. Das Angebot mit den meisten Leistungspunkten erhält den Zuschlag.',
      ];
  }
}

const pmin = 'Pmin ist der niedrigste Wertungspreis.';

function weighed(
  { qualityPercent }: PreparationParts['evaluation'],
  pricePoints: (most: number) => string,
  explained: string,
): Entry[] {
  if (qualityPercent === null) return [missing('Gewicht der Qualität')];
  const quality = (allPoints * qualityPercent) / 100;
  const price = allPoints - quality;
  return [
    `Die Qualität zählt ${qualityPercent} %, der Preis ${100 - qualityPercent} %.`,
    `Wertungspunkte = ${quality} × L ÷ ${mostQualityPoints} + ${pricePoints(price)}. ${explained} Das Angebot mit den meisten Wertungspunkten erhält den Zuschlag.`,
  ];
}

/** At the lowest price all points, at `zeroPointPercent` of it none, never below zero. */
function linear(evaluation: PreparationParts['evaluation']): Entry[] {
  const { zeroPointPercent } = evaluation;
  if (zeroPointPercent === null) return [missing('Nullpunkt der Preispunkte')];
  const factor = germanDecimal(zeroPointPercent / 100);
  const span = germanDecimal((zeroPointPercent - 100) / 100);
  const below = span === '1' ? 'Pmin' : `(${span} × Pmin)`;
  return weighed(
    evaluation,
    (most) => `${most} × (${factor} × Pmin − P) ÷ ${below}`,
    `${pmin} Preispunkte unter null zählen als null; das ist ab dem ${factor}-fachen des niedrigsten Preises der Fall.`,
  );
}

function index(
  { qualityPercent }: PreparationParts['evaluation'],
  points: string,
  price: string,
  explained: string,
): Entry[] {
  if (qualityPercent === null) return [missing('Gewicht der Qualität')];
  const quality = germanDecimal(qualityPercent / 100);
  const rest = germanDecimal((100 - qualityPercent) / 100);
  return [
    `Die Kennzahl ist Z = ${quality} × L ÷ ${points} − ${rest} × P ÷ ${price}. ${explained} Das Angebot mit der höchsten Kennzahl erhält den Zuschlag.`,
  ];
}
