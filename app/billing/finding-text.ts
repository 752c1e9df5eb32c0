import type { MissingMoney } from '~/budget/funds';
import { missingMoneyText } from '~/contracts/finding-text';
import { wholeForm } from '~/ui/form/faults';
import { formatDay, formatPeriod } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { StepRefusal } from './rules/moves';
import type { BillingRefusal } from './rules/open-months';
import type { PremiumRefusal } from './rules/premiums';
import { invoiceStateNames } from './words';

type TermsRefusal =
  | BillingRefusal
  | { readonly code: 'numberTaken' }
  | { readonly code: 'notDraft' }
  | { readonly code: 'billingMissing' }
  | { readonly code: 'recomputed'; readonly beforeCents: number; readonly nowCents: number };

/** The field that a refusal belongs to (`wholeForm` for all of it) and the sentence that stands there. */
export function invoiceFault(refusal: TermsRefusal): [field: string, sentence: string] {
  switch (refusal.code) {
    case 'numberTaken':
      return [
        'number',
        'Eine Rechnung mit dieser Nummer gibt es schon, auch abgelehnte behalten ihre Nummer. Geben Sie eine andere Nummer ein.',
      ];
    default:
      return [wholeForm, invoiceRefusalText(refusal)];
  }
}

function invoiceRefusalText(refusal: Exclude<TermsRefusal, { readonly code: 'numberTaken' }>): string {
  switch (refusal.code) {
    case 'monthOutsideTerm':
      return `Der Vertrag gilt ${formatPeriod(refusal.from, refusal.to)}. Wählen Sie einen Monat in dieser Zeit.`;
    case 'monthNotOver':
      return `Der Monat lässt sich nach seinem letzten Tag abrechnen, dem ${formatDay(refusal.lastDay)}.`;
    case 'monthBilled':
      return 'Für diesen Monat gibt es schon eine Rechnung. Öffnen Sie sie unter Rechnungen.';
    case 'notDraft':
      return 'Die Rechnung ist schon eingereicht und wird nicht mehr geändert.';
    case 'billingMissing':
      return 'Auf der Rechnung fehlen Ihre Anschrift, Ihre Steuernummer und Ihre Bankverbindung. Hinterlegen Sie zuerst Ihre Rechnungsangaben.';
    case 'recomputed':
      return `Die Grundlage hat sich seit dem Entwurf geändert: Aus ${formatEuro(refusal.beforeCents)} sind ${formatEuro(refusal.nowCents)} geworden. Der Entwurf ist neu berechnet. Prüfen Sie ihn und reichen Sie ihn noch einmal ein.`;
  }
}

/** The same for a premium. */
export function claimFault(
  refusal: PremiumRefusal | { readonly code: 'notDraft' | 'personUnknown' },
): [field: string, sentence: string] {
  switch (refusal.code) {
    case 'notDraft':
      return [wholeForm, invoiceRefusalText({ code: 'notDraft' })];
    case 'personUnknown':
      return ['allocationId', 'Diese Person nimmt an der Maßnahme nicht teil. Wählen Sie eine andere.'];
    case 'premiumNotAgreed':
      return ['kind', 'Diese Prämie ist im Vertrag nicht vereinbart. Wählen Sie eine andere.'];
    case 'premiumTwice':
      return [
        'kind',
        'Prämie bereits abgerechnet: Sie wird je Person und Anlass einmal gezahlt (Regel B14).',
      ];
    case 'reachedBeforeStart':
      return [
        'reachedOn',
        `Die Teilnahme begann am ${formatDay(refusal.starts)}. Geben Sie einen Tag ab dann ein.`,
      ];
    case 'reachedInFuture':
      return [
        'reachedOn',
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis zum ${formatDay(refusal.today)} ein.`,
      ];
    case 'capReached':
      return [
        'kind',
        `Für ${refusal.year} sind höchstens ${formatEuro(refusal.capCents)} vereinbart, davon sind noch ${formatEuro(refusal.leftCents)} offen (Regel B14).`,
      ];
  }
}

type DecisionRefusal =
  | StepRefusal
  | MissingMoney
  | { readonly code: 'notSettled' | 'nothingToCorrect' | 'senderUnknown' }
  | { readonly code: 'correctionUnderWay'; readonly number: string };

/** What stands against a decision of the district. */
export function decisionRefusalText(refusal: DecisionRefusal, product: { readonly number: string }): string {
  switch (refusal.code) {
    case 'moneyMissing':
      return missingMoneyText(refusal, product);
    case 'stepNotPossible':
      return `Die Rechnung ist inzwischen ${invoiceStateNames[refusal.state]}. Dieser Schritt ist nicht mehr möglich.`;
    case 'ownCheck':
      return `Geprüft hat ${refusal.checkedBy}. Die Freigabe erteilt eine andere Person.`;
    case 'differs':
      return differenceText(refusal);
    case 'notSettled':
      return 'Berichtigt wird, was freigegeben oder bezahlt ist. Lehnen Sie die Rechnung ab, dann rechnet der Träger neu ab.';
    case 'senderUnknown':
      return 'Der Träger hat noch keine Rechnungsangaben hinterlegt. Bitten Sie ihn darum: Ohne Anschrift, Steuernummer und Bankverbindung ist auch eine Berichtigung kein Beleg.';
    case 'nothingToCorrect':
      return 'Abgerechnet ist, was geschuldet ist. Es gibt nichts zu berichtigen.';
    case 'correctionUnderWay':
      return `Die Berichtigung ${refusal.number} ist noch nicht freigegeben. Schließen Sie sie zuerst ab.`;
  }
}

/** What is billed for the service, and what is owed now. */
export function differenceText({
  billedCents,
  nowCents,
}: {
  readonly billedCents: number;
  readonly nowCents: number;
}): string {
  return `Für die Durchführung sind ${formatEuro(billedCents)} abgerechnet; nach Vertrag und Plätzen sind heute ${formatEuro(nowCents)} geschuldet.`;
}
