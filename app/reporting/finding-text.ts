import { wholeForm } from '~/ui/form/faults';
import { formatDay, formatPeriod } from '~/values/calendar';
import type { ContactFinding } from './rules/contacts';
import type { ReviewFinding, SettleFinding, StepFinding } from './rules/plan';
import type { ReferralFinding } from './rules/referrals';
import type { ConfirmFinding, NotStartedFinding } from './rules/start';

/** The field a finding belongs to (`wholeForm` for all of it) and the sentence that stands there. */
type Fault = [field: string, sentence: string];

const notRunning =
  'Die Teilnahme läuft nicht mehr, oder der Abschlussbericht ist abgegeben. Hier lässt sich nichts mehr eintragen.';

const outsideText = (from: string, to: string) =>
  `Die Teilnahme dauert ${formatPeriod(from, to)}. Geben Sie einen Tag in dieser Zeit ein.`;
const futureText = (today: string) =>
  `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(today)} ein.`;

export function contactFault(
  finding: ContactFinding | { readonly code: 'alreadyThere' | 'alreadyCorrected' },
): Fault {
  switch (finding.code) {
    case 'notRunning':
      return [wholeForm, notRunning];
    case 'dayOutside':
      return ['day', outsideText(finding.from, finding.to)];
    case 'dayInFuture':
      return ['day', futureText(finding.today)];
    case 'tooFarBack':
      return [
        'day',
        `Kontakte lassen sich höchstens ${finding.days} Tage zurück eintragen. Geben Sie einen Tag ab ${formatDay(finding.earliest)} ein.`,
      ];
    case 'reportAccepted':
      return [
        'day',
        `Über die Zeit bis ${formatDay(finding.until)} ist der Bericht schon angenommen. Berichtigen Sie einen vorhandenen Eintrag oder geben Sie einen späteren Tag ein.`,
      ];
    case 'backdateReasonMissing':
      return [
        'lateReason',
        'Der Kontakt liegt mehr als eine Woche zurück. Wählen Sie, warum Sie ihn erst jetzt eintragen.',
      ];
    case 'minutesMissing':
      return ['minutes', 'Geben Sie ein, wie viele Minuten der Kontakt gedauert hat.'];
    case 'absenceNotReported':
      return [
        'outcome',
        'Für diese Rechtsgrundlage werden keine Fehltage gemeldet. Wählen Sie „Person kam nicht“ (Regel P7).',
      ];
    case 'absenceReasonMissing':
      return ['outcome', 'Wählen Sie, ob die Person einen wichtigen Grund hatte (Regel P7).'];
    case 'householdNotPart':
      return [
        'kind',
        'Die Bedarfsgemeinschaft nimmt an dieser Maßnahme nicht teil. Wählen Sie eine andere Art.',
      ];
    case 'movedToMissing':
      return ['movedTo', 'Geben Sie den neuen Tag ein.'];
    case 'movedToSameDay':
      return ['movedTo', 'Der neue Tag ist derselbe. Geben Sie einen anderen Tag ein.'];
    case 'movedToOutside':
      return ['movedTo', outsideText(finding.from, finding.to)];
    case 'alreadyThere':
      return [wholeForm, 'Dieser Kontakt ist schon eingetragen.'];
    case 'alreadyCorrected':
      return [
        wholeForm,
        'Dieser Eintrag ist schon berichtigt. Öffnen Sie die Liste und berichtigen Sie den neuen.',
      ];
  }
}

export function startFault(finding: ConfirmFinding | NotStartedFinding): Fault {
  switch (finding.code) {
    case 'notRunning':
      return [wholeForm, 'Die Zuweisung läuft nicht mehr.'];
    case 'alreadyConfirmed':
      return [wholeForm, 'Die Zuweisung ist schon bestätigt.'];
    case 'firstDayOutside':
      return ['firstDay', outsideText(finding.from, finding.to)];
    case 'alreadyBegun':
      return [wholeForm, 'Es hat schon ein Kontakt stattgefunden. Tragen Sie stattdessen den Abgang ein.'];
    case 'attemptsMissing':
      return [
        'reason',
        `Erst ${finding.done} von ${finding.needed} Versuchen sind eingetragen. Tragen Sie jeden Versuch unter Kontakte ein, dann lässt sich dieser Grund wählen.`,
      ];
  }
}

export function planFault(
  finding:
    | StepFinding
    | SettleFinding
    | ReviewFinding
    | { readonly code: 'notRunning' | 'needUnknown' | 'reviewedThatDay' },
): Fault {
  switch (finding.code) {
    case 'notRunning':
      return [wholeForm, notRunning];
    case 'needUnknown':
      return ['needKey', 'Dieser Bedarf gehört nicht zur Teilnahme. Wählen Sie einen aus der Liste.'];
    case 'agreedOutside':
      return ['agreedOn', outsideText(finding.from, finding.to)];
    case 'agreedInFuture':
      return ['agreedOn', futureText(finding.today)];
    case 'dueBeforeAgreed':
      return [
        'dueOn',
        `Der Tag liegt vor der Vereinbarung am ${formatDay(finding.agreedOn)}. Geben Sie einen späteren Tag ein.`,
      ];
    case 'alreadySettled':
      return [wholeForm, 'Über diesen Schritt ist schon entschieden.'];
    case 'whyMissing':
      return ['reason', 'Nennen Sie kurz, warum der Schritt nicht getan oder aufgegeben wurde.'];
    case 'noPlan':
      return [wholeForm, 'Es gibt noch keinen Plan. Vereinbaren Sie zuerst einen Schritt.'];
    case 'reviewOutside':
      return [
        'day',
        `Geprüft werden kann vom ersten Schritt am ${formatDay(finding.from)} bis zum ${formatDay(finding.to)}. Geben Sie einen Tag in dieser Zeit ein.`,
      ];
    case 'reviewInFuture':
      return ['day', futureText(finding.today)];
    case 'reviewedThatDay':
      return ['day', 'An diesem Tag ist schon eine Prüfung eingetragen. Geben Sie einen anderen Tag ein.'];
    case 'changesMissing':
      return ['changes', 'Nennen Sie, was sich am Plan ändert.'];
    case 'nextNotAfter':
      return ['nextOn', `Geben Sie einen Tag nach dem ${formatDay(finding.day)} ein.`];
    case 'nextTooLate':
      return [
        'nextOn',
        `Der Vertrag sieht eine Prüfung alle ${finding.everyWeeks} Wochen vor. Geben Sie einen Tag bis ${formatDay(finding.latest)} ein.`,
      ];
  }
}

export function referralFault(finding: ReferralFinding | { readonly code: 'notRunning' }): Fault {
  switch (finding.code) {
    case 'notRunning':
      return [wholeForm, notRunning];
    case 'referralOutside':
      return ['day', outsideText(finding.from, finding.to)];
    case 'referralInFuture':
      return ['day', futureText(finding.today)];
    case 'ongoingWithoutArrival':
      return ['isOngoing', 'Die Hilfe dauert nur an, wenn die Person dort angekommen ist.'];
  }
}

export function progressFault(
  finding: { readonly code: 'notRunning' } | { readonly code: 'removedNotBetter'; readonly key: string },
): Fault {
  return finding.code === 'notRunning'
    ? [wholeForm, notRunning]
    : [
        `needs.${finding.key}.progress`,
        'Ein Bedarf, der nicht mehr besteht, ist verbessert. Wählen Sie „verbessert“.',
      ];
}

export function newNeedFault(finding: { readonly code: 'notRunning' | 'needThere' }): Fault {
  return finding.code === 'notRunning'
    ? [wholeForm, notRunning]
    : ['needKey', 'Dieser Bedarf steht schon in der Liste. Tragen Sie dort ein, wie weit er ist.'];
}
