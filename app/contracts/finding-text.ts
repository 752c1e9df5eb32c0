import { wholeForm } from '~/ui/form/faults';
import { budgetFindingText } from '~/budget/finding-text';
import { formatDay, formatPeriod } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { MissingMoney } from '~/budget/funds';
import type { ChangeFinding } from './rules/changes';
import type { OptionRefusal } from './rules/options';
import type { TermsFinding } from './rules/terms';
import { germanDecimal } from '~/values/decimal';

/** What stands against entering a contract, beside its terms. */
interface EntryRefusal {
  readonly code:
    | 'numberTaken'
    | 'measureGone'
    | 'providerGone'
    | 'productGone'
    | 'sourceGone'
    | 'notDraft'
    | 'changedMeanwhile';
}

/** The field a finding belongs to (`wholeForm` for all of it) and the sentence that stands there. */
export function contractFault(finding: TermsFinding | EntryRefusal): [field: string, sentence: string] {
  const option = (no: number, field: string) => `options.${no - 1}.${field}`;
  switch (finding.code) {
    case 'termEndsBeforeStart':
      return ['termEnd', budgetFindingText(finding)];
    case 'optionEndsBeforeStart':
      return [option(finding.optionNo, 'ends'), budgetFindingText(finding)];
    case 'optionOverlaps':
    case 'optionDoesNotJoin':
      return [option(finding.optionNo, 'starts'), budgetFindingText(finding)];
    case 'yearOutsideBudget': {
      const { field } = finding;
      return [
        typeof field === 'string' ? field : option(field.optionNo, 'ends'),
        'Der Haushalt kennt die Jahre 2000 bis 2100. Geben Sie einen Tag in dieser Zeit ein.',
      ];
    }
    case 'declareByNotBeforeEnd':
      return [
        option(finding.optionNo, 'declareBy'),
        `Die Erklärung muss vor dem ${formatDay(finding.runsUntil)} möglich sein, an dem der Vertrag ohne sie endet. Geben Sie einen früheren Tag ein (Regel B5).`,
      ];
    case 'declareByBeforeStart':
      return [
        option(finding.optionNo, 'declareBy'),
        `Vor dem Beginn am ${formatDay(finding.termStart)} lässt sich der Erfolg nicht feststellen. Geben Sie einen Tag in der Laufzeit ein (Regel B5).`,
      ];
    case 'valueTooHigh':
      return [
        'price',
        `Der Vertrag kostet damit mehr als ${formatEuro(finding.mostCents)}. Prüfen Sie, wofür der Preis gilt, und geben Sie einen kleineren ein.`,
      ];
    case 'occupiedWithoutPlaces':
      return [
        'billsOccupied',
        'Nach Belegung lässt sich nur ein Betrag je Platz und Monat abrechnen. Wählen Sie diesen Preis oder nehmen Sie das Häkchen heraus.',
      ];
    case 'noSites':
      return ['sites', 'Fügen Sie mindestens einen Standort hinzu.'];
    case 'placesMissing':
      return [
        `sites.${finding.index}.places`,
        `Für ${finding.site} fehlen die Plätze. Bei einem Preis je Platz geben Sie die Zahl der Plätze ein.`,
      ];
    case 'siteTwice':
      return [
        `sites.${finding.index}.name`,
        `${finding.site} steht schon in der Liste. Zählen Sie die Plätze dort zusammen oder geben Sie einen anderen Standort ein.`,
      ];
    case 'sessionsMissing':
      return [
        finding.optionNo === null ? 'sessionDays' : option(finding.optionNo, 'sessionDays'),
        'Bei einem Preis je Termin geben Sie die Tage der Termine ein, einen je Zeile.',
      ];
    case 'sessionOutside':
      return [
        finding.optionNo === null ? 'sessionDays' : option(finding.optionNo, 'sessionDays'),
        `Der Termin am ${formatDay(finding.day)} liegt außerhalb der Zeit. Geben Sie nur Tage zwischen Beginn und Ende ein.`,
      ];
    case 'numberTaken':
      return ['number', 'Einen Vertrag mit dieser Nummer gibt es schon. Geben Sie eine andere Nummer ein.'];
    case 'measureGone':
      return ['measureId', 'Diese Maßnahme gibt es nicht mehr. Wählen Sie eine andere.'];
    case 'providerGone':
      return [
        'providerId',
        'Mit diesem Träger arbeitet die Behörde nicht mehr zusammen. Wählen Sie einen anderen.',
      ];
    case 'productGone':
      return ['productId', 'Das Produkt wurde inzwischen entfernt. Wählen Sie ein anderes Produkt.'];
    case 'sourceGone':
      return ['fundingSourceId', 'Die Geldquelle wurde inzwischen entfernt. Wählen Sie eine andere.'];
    case 'notDraft':
      return [wholeForm, 'Der Vertrag ist schon unterzeichnet und wird nicht mehr geändert.'];
    case 'changedMeanwhile':
      return [
        wholeForm,
        'Jemand hat den Entwurf inzwischen geändert. Öffnen Sie ihn noch einmal und tragen Sie Ihre Änderungen dort ein.',
      ];
  }
}

/** The product that money is missing in, for the sentence. */
interface Product {
  readonly number: string;
}

/** "Für 2021 fehlen 90.000,00 € im Produkt 31.2.02." (rule B4) */
export function missingMoneyText({ fiscalYear, missingCents }: MissingMoney, product: Product): string {
  return `Für ${fiscalYear} fehlen ${formatEuro(missingCents)} im Produkt ${product.number}. Tragen Sie den Ansatz ein oder buchen Sie Mittel um (Regel B4).`;
}

function optionRefusalText(finding: OptionRefusal): string {
  switch (finding.code) {
    case 'contractNotSigned':
      return 'Der Vertrag ist nicht unterzeichnet oder schon beendet. Über Optionen lässt sich nur während des Vertrags entscheiden.';
    case 'optionDecided':
      return `Über Option ${finding.optionNo} ist schon entschieden.`;
    case 'earlierOptionOpen':
      return `Über Option ${finding.optionNo} ist noch nicht entschieden. Entscheiden Sie zuerst über sie.`;
    case 'declarationTooLate':
      return `Die Erklärung war spätestens am ${formatDay(finding.lastDay)} möglich. Bereiten Sie eine neue Vergabe vor (Regel B5).`;
    case 'successNotFound':
      return 'Vor Ausübung: Erfolg und Mittel feststellen. Die Durchführung ist nicht als erfolgreich festgestellt (Regel B5).';
    case 'fundsNotFound':
      return 'Vor Ausübung: Erfolg und Mittel feststellen. Die Mittel sind nicht als ausreichend festgestellt (Regel B5).';
  }
}

/** The field of a change that a finding belongs to and its sentence. */
function changeFault(finding: ChangeFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'changesTooMuch':
      return [
        'amount',
        `Änderungen zusammen ${germanDecimal(finding.permille / 10)} % des Auftragswerts, erlaubt sind 20 %. Noch möglich sind ${formatEuro(finding.leftCents)} (Regel B12).`,
      ];
    case 'changeOutsideTerm':
      return [
        'validFrom',
        `Der Vertrag gilt ${formatPeriod(finding.from, finding.to)}. Geben Sie einen Tag in dieser Zeit ein.`,
      ];
  }
}

export function signFindingText(
  finding: TermsFinding | MissingMoney | EntryRefusal,
  product: Product,
): string {
  return finding.code === 'moneyMissing' ? missingMoneyText(finding, product) : contractFault(finding)[1];
}

export function decisionFindingText(finding: OptionRefusal | MissingMoney, product: Product): string {
  return finding.code === 'moneyMissing' ? missingMoneyText(finding, product) : optionRefusalText(finding);
}

/** Missing money belongs to the amount that was asked for. */
export function changeRefusalFault(
  finding: ChangeFinding | MissingMoney | { readonly code: 'notSigned' },
  product: Product,
): [field: string, sentence: string] {
  switch (finding.code) {
    case 'moneyMissing':
      return ['amount', missingMoneyText(finding, product)];
    case 'notSigned':
      return [wholeForm, notSigned];
    default:
      return changeFault(finding);
  }
}

const notSigned = 'Der Vertrag ist nicht unterzeichnet oder schon beendet.';

export function endFindingText(
  finding: { readonly code: 'notSigned' } | { readonly code: 'termNotOver'; readonly runsUntil: string },
): string {
  return finding.code === 'notSigned'
    ? notSigned
    : `Der Vertrag läuft bis ${formatDay(finding.runsUntil)}. Beenden Sie ihn ab dem Tag danach.`;
}
