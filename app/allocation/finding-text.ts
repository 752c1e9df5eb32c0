import { wholeForm } from '~/ui/form/faults';
import { intakeNames } from '~/portfolio/states';
import { formatDay, formatPeriod } from '~/values/calendar';
import type { AllocationFinding, WaitlistFinding } from './finding';
import type { FitDetail } from './rules/fit';
import type { PeriodFinding } from './rules/period';
import type { ExtendFinding, SettleFinding } from './rules/settle';
import { stateNames } from './words';

/** The field a finding belongs to (`wholeForm` for all of it) and the sentence that stands there. */
export function allocationFault(finding: AllocationFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'accessNotOpen':
      return [wholeForm, 'Der Zugang ist nicht offen. Prüfen Sie den Zugang, bevor Sie zuweisen.'];
    case 'intakeNotOpen':
      return [
        wholeForm,
        `Die Aufnahme in diese Maßnahme ist ${finding.intake === 'waitingOnly' ? 'nur über die Warteliste möglich' : intakeNames[finding.intake]}. ${
          finding.intake === 'closed'
            ? 'Wählen Sie eine andere Maßnahme.'
            : 'Setzen Sie die Person auf die Warteliste.'
        }`,
      ];
    case 'spotUnknown':
      return ['spot', 'Diesen Standort oder diese Gruppe gibt es nicht mehr. Wählen Sie noch einmal.'];
    case 'noPlaceFree':
      return [
        'spot',
        `${finding.groupName === null ? `Am Standort ${finding.site}` : `In der Gruppe ${finding.groupName}`} ist ab ${formatDay(finding.starts)} kein Platz für die ganze Zeit frei. ${nextFreeText(finding.nextFreeOn)}Auf die Warteliste setzen? (Regel C14)`,
      ];
    case 'placeTaken':
      return [
        'spot',
        `Der Platz wurde soeben vergeben. ${nextFreeText(finding.nextFreeOn)}Auf die Warteliste setzen?`,
      ];
    case 'alreadyThere':
      return [
        'starts',
        `Die Person nimmt schon an dieser Maßnahme teil (${formatPeriod(finding.starts, finding.ends)}). Wählen Sie eine andere Zeit oder eine andere Maßnahme.`,
      ];
    case 'overlapReasonMissing':
      return [
        'overlapReason',
        `Überschneidung mit ${finding.other}: Geben Sie ein, wie Sie die Angebote voneinander abgrenzen (Regel A22).`,
      ];
    case 'earlierReasonMissing':
      return [
        'earlierReason',
        `${finding.count === 1 ? 'Eine Person wartet' : `${finding.count} Personen warten`} länger. Geben Sie ein, warum diese Person zuerst aufgenommen wird (Regel C10).`,
      ];
    case 'needsMissing':
      return ['needs', 'Wählen Sie mindestens einen Handlungsbedarf, an dem gearbeitet wird.'];
    case 'consequenceNotice':
      return finding.isTyped
        ? [
            'reason',
            'Für diese Rechtsgrundlage ist keine Rechtsfolgenbelehrung zulässig (Regel A19). Nehmen Sie die Worte über Rechtsfolgen oder Leistungsminderung heraus.',
          ]
        : [
            wholeForm,
            'Für diese Rechtsgrundlage ist keine Rechtsfolgenbelehrung zulässig (Regel A19), die Vorlage des Zuweisungsschreibens enthält aber eine. Die Administration ändert sie unter Verwaltung, Vorlagen.',
          ];
    default:
      return periodFault(finding);
  }
}

/** Whether the waiting list is the way out. */
export function offersWaiting(findings: readonly AllocationFinding[]): boolean {
  return findings.some(
    ({ code }) => code === 'placeTaken' || code === 'noPlaceFree' || code === 'intakeNotOpen',
  );
}

function nextFreeText(day: string | null): string {
  return day === null ? '' : `Nächster freier Platz: ${formatDay(day)}. `;
}

function periodFault(finding: PeriodFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'endsBeforeStart':
      return [
        'ends',
        `Das Ende liegt vor dem Beginn. Geben Sie einen Tag ab ${formatDay(finding.starts)} ein.`,
      ];
    case 'beforeFrame':
      return [
        'starts',
        `${finding.kind === 'site' ? 'Der Vertrag' : 'Die Gruppe'} beginnt am ${formatDay(finding.firstDay)}. Geben Sie einen Tag ab dann ein.`,
      ];
    case 'afterFrame':
      return [finding.field, afterFrameText(finding)];
    case 'tooFarBack':
      return [
        'starts',
        `Nachträglich zugewiesen wird um höchstens ${finding.days} Tage. Geben Sie einen Tag ab ${formatDay(finding.earliest)} ein.`,
      ];
    case 'backdateReasonMissing':
      return [
        'backdateReason',
        'Der Beginn liegt vor heute. Geben Sie ein, warum Sie nachträglich zuweisen.',
      ];
  }
}

function afterFrameText(finding: {
  readonly kind: 'site' | 'group';
  readonly lastDay: string;
  readonly hasOpenOption: boolean;
}): string {
  const until = formatDay(finding.lastDay);
  if (finding.kind === 'group') return `Die Gruppe endet am ${until}. Geben Sie einen Tag bis dahin ein.`;
  return finding.hasOpenOption
    ? `Der Vertrag endet am ${until}. Die Verlängerung ist noch nicht ausgeübt. Geben Sie einen Tag bis dahin ein (Regel C15).`
    : `Der Vertrag endet am ${until}. Geben Sie einen Tag bis dahin ein (Regel C15).`;
}

export function waitlistFault(finding: WaitlistFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'accessNotOpen':
      return [wholeForm, 'Der Zugang ist nicht offen. Prüfen Sie den Zugang, bevor die Person wartet.'];
    case 'intakeClosed':
      return [wholeForm, 'Die Maßnahme nimmt niemanden mehr auf. Wählen Sie eine andere Maßnahme.'];
    case 'alreadyWaiting':
      return [wholeForm, `Die Person wartet schon seit dem ${formatDay(finding.since)} auf diese Maßnahme.`];
    case 'alreadyThere':
      return [
        wholeForm,
        `Die Person nimmt schon an dieser Maßnahme teil (${formatPeriod(finding.starts, finding.ends)}).`,
      ];
    case 'siteUnknown':
      return ['site', 'Diesen Standort gibt es in der Maßnahme nicht. Wählen Sie einen anderen.'];
    case 'waitingInFuture':
      return [
        'since',
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`,
      ];
    case 'tooFarBack':
      return [
        'since',
        `Nachträglich geht es um höchstens ${finding.days} Tage. Geben Sie einen Tag ab ${formatDay(finding.earliest)} ein.`,
      ];
  }
}

export function settleFault(finding: SettleFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'notOpen':
      return [
        wholeForm,
        `Die Zuweisung ist inzwischen abgeschlossen (${stateNames[finding.state]}). Laden Sie die Seite neu.`,
      ];
    case 'hasBegun':
      return [
        wholeForm,
        `Die Person war am ${formatDay(finding.firstContactOn)} da. Tragen Sie einen Abgang ein, keinen Nichtantritt.`,
      ];
    case 'settledInFuture':
      return ['on', `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`];
    case 'settledBeforeAllocation':
      return [
        'on',
        `Zugewiesen wurde am ${formatDay(finding.allocatedOn)}. Geben Sie einen Tag ab dann ein.`,
      ];
  }
}

export function extendFault(finding: ExtendFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'notOpen':
      return [
        wholeForm,
        `Die Zuweisung ist inzwischen abgeschlossen (${stateNames[finding.state]}). Laden Sie die Seite neu.`,
      ];
    case 'notLonger':
      return [
        'ends',
        `Geplant ist schon der ${formatDay(finding.ends)}. Geben Sie einen späteren Tag ein; ein früheres Ende ist ein Abgang.`,
      ];
    case 'afterFrame':
      return ['ends', afterFrameText(finding)];
    case 'placeTakenFrom':
      return [
        'ends',
        `Ab ${formatDay(finding.day)} ist der Platz schon vergeben. Geben Sie einen früheren Tag ein.`,
      ];
  }
}

export function fitText(detail: FitDetail): string {
  switch (detail.code) {
    case 'accessGranted':
      return `Zugang ${detail.isException ? 'im Einzelfall ' : ''}festgestellt am ${formatDay(detail.checkedOn)}`;
    case 'accessRefused':
      return `Kein Zugang nach der Prüfung vom ${formatDay(detail.checkedOn)}`;
    case 'consentOpen':
      return `Die Teamleitung hat über den Zugang vom ${formatDay(detail.checkedOn)} noch nicht entschieden`;
    case 'consentDenied':
      return `Die Teamleitung hat den Zugang vom ${formatDay(detail.checkedOn)} abgelehnt`;
    case 'notChecked':
      return 'Der Zugang ist noch nicht geprüft';
    case 'checkFinding':
      return detail.sentence;
    case 'subordination':
      return 'Erforderlichkeit und Nachrang sind zu prüfen';
    case 'voluntary':
      return 'Freiwillig: Schreiben ohne Rechtsfolgenbelehrung';
    case 'intakeClosed':
      return 'Die Maßnahme nimmt niemanden auf';
    case 'intakePaused':
      return 'Die Aufnahme ist pausiert';
    case 'waitingOnly':
      return 'Aufnahme nur über die Warteliste';
    case 'placesFree':
      return detail.free === 1 ? '1 Platz ist frei' : `${detail.free} Plätze sind frei`;
    case 'nextFree':
      return `Nächster freier Platz ab ${formatDay(detail.day)}`;
    case 'noPlace':
      return 'Bis zum Ende ist kein Platz frei';
    case 'othersWait':
      return detail.count === 1 ? '1 Person wartet' : `${detail.count} Personen warten`;
    case 'waits':
      return `Die Person wartet seit dem ${formatDay(detail.since)}`;
    case 'alreadyThere':
      return `Die Person nimmt bis ${formatDay(detail.until)} schon teil`;
    case 'overlap':
      return `Überschneidung mit ${detail.other}: Grenzen Sie die Angebote voneinander ab`;
  }
}
