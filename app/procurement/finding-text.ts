import { formatDay } from '~/values/calendar';
import { fieldLabels } from './preparation/field-labels';
import type { CriteriaFinding } from './rules/criteria';
import type { DateFinding } from './rules/dates';
import type { EvaluationFinding } from './rules/evaluation';
import type { LotFinding } from './rules/lots';
import type { DeclareByFinding } from './rules/options';
import type { WordingFinding } from './rules/wording';

/** The field a finding belongs to, by its name in the form, and the sentence that stands there. */
export interface FieldSentence {
  readonly field: string;
  readonly sentence: string;
}

export function criteriaSentence(finding: CriteriaFinding): FieldSentence {
  switch (finding.code) {
    case 'noCriteria':
      return { field: 'criteria.0.title', sentence: 'Geben Sie mindestens ein Zuschlagskriterium ein.' };
    case 'beginsWithSub':
      return {
        field: 'criteria.0.level',
        sentence: 'Das erste Kriterium kann kein Unterkriterium sein. Wählen Sie „Kriterium“.',
      };
    case 'weightMissing':
      return {
        field: `criteria.${finding.index}.weightPercent`,
        sentence: 'Geben Sie das Gewicht in ganzen Prozent ein.',
      };
    case 'dividedHasWeight':
      return {
        field: `criteria.${finding.index}.weightPercent`,
        sentence: 'Das Gewicht ist die Summe der Unterkriterien. Leeren Sie das Feld.',
      };
    case 'expectationMissing':
      return {
        field: `criteria.${finding.index}.expectation`,
        sentence: 'Beschreiben Sie, was vom Konzept erwartet wird.',
      };
    case 'scaleTextMissing':
      return {
        field: `criteria.${finding.index}.scale${finding.rating}`,
        sentence: `Beschreiben Sie, wofür es ${finding.rating} ${finding.rating === 1 ? 'Punkt' : 'Punkte'} gibt.`,
      };
    case 'weightsNotHundred':
      return {
        field: 'criteria.0.weightPercent',
        sentence: `Die Gewichte ergeben zusammen ${finding.sum} %. ${howToReachHundred(finding.sum)}`,
      };
  }
}

function howToReachHundred(sum: number): string {
  const difference = Math.abs(100 - sum);
  const points = difference === 1 ? 'einen Prozentpunkt' : `${difference} Prozentpunkte`;
  return sum < 100
    ? `Erhöhen Sie sie um ${points} auf genau 100 %.`
    : `Verringern Sie sie um ${points} auf genau 100 %.`;
}

export function lotSentence(finding: LotFinding): FieldSentence {
  switch (finding.code) {
    case 'noLots':
      return { field: 'lots.0.title', sentence: 'Geben Sie mindestens ein Los ein.' };
    case 'lotLimitTooHigh':
      return {
        field: 'lotLimit',
        sentence: `Es gibt nur ${finding.lots === 1 ? 'ein Los' : `${finding.lots} Lose`}. Nennen Sie eine kleinere Zahl oder leeren Sie das Feld.`,
      };
    case 'quantityMissing':
      return { field: `lots.${finding.index}.quantity`, sentence: 'Geben Sie die Menge ein.' };
    case 'optionQuantityMissing':
      return {
        field: `lots.${finding.index}.optionQuantity`,
        sentence: 'Geben Sie ein, welche Menge in einer Verlängerung gilt.',
      };
    case 'fixedPriceMissing':
      return {
        field: `lots.${finding.index}.fixedPrice`,
        sentence: 'Bei der Wertung mit Festpreis nennt der Auftraggeber den Preis. Geben Sie ihn ein.',
      };
    case 'siteUnknown':
      return {
        field: `lots.${finding.index}.site`,
        sentence: `Den Standort „${finding.site}“ gibt es in der Maßnahme nicht mehr. Wählen Sie einen anderen.`,
      };
    case 'siteWithoutLot':
      return {
        field: 'lots.0.site',
        sentence: `Für den Standort „${finding.site}“ gibt es kein Los. Fügen Sie eines hinzu oder wählen Sie ein Los für alle Standorte.`,
      };
    case 'placesDiffer':
      return {
        field: `lots.${finding.index}.quantity`,
        sentence: `Die Maßnahme nennt für ${finding.site} ${finding.planned} Plätze, die Lose ${finding.inLots}. Gleichen Sie die Zahlen an.`,
      };
  }
}

export function evaluationSentence({ code, field }: EvaluationFinding): FieldSentence {
  switch (code) {
    case 'missing':
      return { field, sentence: missingOfMethod(field) };
    case 'drawLotsNotLast':
      return { field, sentence: 'Das Los entscheidet immer. Setzen Sie diese Regel an die letzte Stelle.' };
    case 'tieRuleTwice':
      return { field, sentence: 'Diese Regel steht schon weiter oben. Entfernen Sie eine der beiden.' };
  }
}

function missingOfMethod(field: string): string {
  switch (field) {
    case 'method':
      return 'Wählen Sie die Wertungsmethode. Sie muss vor der Öffnung feststehen.';
    case 'priceBasis':
      return 'Wählen Sie, welcher Preis gewertet wird.';
    case 'decider':
      return 'Wählen Sie, was im Schwankungsbereich entscheidet.';
    case 'tieRules.0.rule':
      return 'Wählen Sie mindestens eine Regel für gleiche Ergebnisse.';
    default:
      return `Geben Sie „${fieldLabels[field === 'referencePriceCents' ? 'referencePrice' : (field as keyof typeof fieldLabels)]}“ ein. Die gewählte Methode rechnet damit.`;
  }
}

export function dateSentence(finding: DateFinding): FieldSentence {
  switch (finding.code) {
    case 'tooEarly':
      return {
        field: finding.day,
        sentence: `Der Tag liegt vor „${fieldLabels[finding.after]}“. Geben Sie einen Tag ab ${formatDay(finding.earliest)} ein.`,
      };
    case 'onWeekend':
      return {
        field: finding.day,
        sentence: `Der ${formatDay(finding.on)} ist kein Arbeitstag. Nehmen Sie Montag, den ${formatDay(finding.next)}.`,
      };
    case 'awardAfterStart':
      return {
        field: 'awardOn',
        sentence: `Die Laufzeit beginnt am ${formatDay(finding.termStart)}. Der Zuschlag muss davor liegen.`,
      };
    case 'validTooLong':
      return {
        field: 'bidValidUntil',
        sentence: `Bieter wären länger als ein Jahr gebunden. Geben Sie einen Tag bis ${formatDay(finding.latest)} ein.`,
      };
  }
}

export function declareBySentence({ code, option }: DeclareByFinding): FieldSentence {
  const field = `declareBy.${option.starts}`;
  return code === 'declareByNotBeforeEnd'
    ? {
        field,
        sentence: `Die Verlängerung muss vor dem Ende der Laufzeit am ${formatDay(option.termEnds)} erklärt werden. Geben Sie einen früheren Tag ein.`,
      }
    : { field, sentence: 'Der Tag liegt vor dem Beginn der Laufzeit. Geben Sie einen späteren Tag ein.' };
}

/** Names the rule and the mend; the field is the caller's. */
export function wordingSentence(finding: WordingFinding): string {
  switch (finding.code) {
    case 'outdatedCertificationNorm':
      return 'Der Text nennt § 46 SGB III. Die Vorschrift gilt dafür nicht mehr; streichen Sie sie (Regel B8).';
    case 'estimateTold':
      return 'Der Text nennt die eigene Kostenschätzung. Bieter dürfen sie nicht kennen; streichen Sie den Betrag.';
    case 'providerTold':
      return `Der Text nennt „${finding.provider}“. Streichen Sie den Namen: Unterlagen für Bieter nennen keinen Träger.`;
    case 'legalConsequence':
      return 'Der Text spricht von Rechtsfolgen. Bei Leistungen nach § 16a SGB II ist das nicht zulässig; streichen Sie ihn (Regel A19).';
    case 'certificateAsked':
      return 'Für diese Rechtsgrundlage ist keine Zulassung nach AZAV zu fordern. Streichen Sie die Angabe (Regel B7).';
  }
}
