import { formatDay } from '~/values/calendar';
import { exitFault } from '~/allocation/exit-text';
import type { CorrectionFinding } from '~/allocation/rules/exit';
import { wholeForm } from '~/ui/form/faults';
import type { BackdatingFinding } from '~/allocation/rules/backdating';
import type { LeadFinding, ReviewFinding } from './rules/course';
import type { CareExitFinding } from './rules/exit';
import type { BeginFinding, WaitFinding } from './store';

/** A sentence at its field, or (null) above the form. */
type Told = readonly [field: string | null, sentence: string];

/** What a refused step answers: faults at fields, sentences above the form. */
export interface Refusal {
  readonly errors: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

function refusalOf(told: readonly Told[]): Refusal {
  const errors: Record<string, string> = {};
  for (const [field, sentence] of told) if (field) errors[field] ??= sentence;
  return { errors, findings: told.flatMap(([field, sentence]) => (field ? [] : [sentence])) };
}

/** `field`: the field of the day on this form. */
function backdatingTold(finding: BackdatingFinding, field: string): Told {
  switch (finding.code) {
    case 'dayInFuture':
      return [
        field,
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`,
      ];
    case 'tooFarBack':
      return [
        field,
        `Der Tag liegt zu weit zurück. Nachtragen können Sie ab dem ${formatDay(finding.earliest)}.`,
      ];
    case 'backdateReasonMissing':
      return ['backdateReason', 'Geben Sie ein, warum Sie den Tag nachträglich eintragen.'];
  }
}

const inCare: Told = [
  null,
  'Die Person ist an diesem Tag schon im Fallmanagement. Öffnen Sie die Seite neu.',
];
const noAccess: Told = [
  null,
  'Es gibt keine Zugangsprüfung, die den Zugang öffnet. Prüfen Sie zuerst den Zugang zum Fallmanagement.',
];

export function beginRefusal(findings: readonly BeginFinding[]): Refusal {
  return refusalOf(findings.map(beginTold));
}

function beginTold(finding: BeginFinding): Told {
  switch (finding.code) {
    case 'dayInFuture':
    case 'tooFarBack':
    case 'backdateReasonMissing':
      return backdatingTold(finding, 'day');
    case 'noClearing':
      return [
        null,
        'Das Regelwerk dieses Tages kennt kein Clearing. Übernehmen Sie die Person oder lehnen Sie ab.',
      ];
    case 'conferenceMissing':
      return [null, 'Vor der Übernahme fehlt das Fallgespräch mit Tag, Beteiligten und Zielen (Regel A14).'];
    case 'beforeConference':
      return [
        'day',
        `Das Fallgespräch war erst am ${formatDay(finding.conferenceOn)}. Geben Sie einen Tag ab ${formatDay(finding.conferenceOn)} ein.`,
      ];
    case 'beforeClearing':
      return [
        'day',
        `Das Clearing begann erst am ${formatDay(finding.begunOn)}. Geben Sie einen Tag ab ${formatDay(finding.begunOn)} ein.`,
      ];
    case 'lateReasonMissing':
      return [
        'lateReason',
        `Das Clearing endete am ${formatDay(finding.until)}. Geben Sie ein, warum es erst jetzt entschieden wird (Regel C8).`,
      ];
    case 'othersWaitLonger':
      return [
        'earlierReason',
        `${finding.count === 1 ? '1 Person wartet' : `${finding.count} Personen warten`} länger. Geben Sie ein, warum diese Person früher an der Reihe ist (Regel C10).`,
      ];
    case 'noBook':
      return [
        null,
        'Für diesen Tag ist kein Regelwerk gewählt. Die Administration wählt es unter Verwaltung, Regelwerk.',
      ];
    case 'noAccess':
      return noAccess;
    case 'alreadyInCare':
      return inCare;
    case 'changedMeanwhile':
      return [null, 'Inzwischen hat jemand anders entschieden. Öffnen Sie die Seite neu.'];
  }
}

export function waitRefusal(findings: readonly WaitFinding[]): Refusal {
  return refusalOf(findings.map(waitTold));
}

function waitTold(finding: WaitFinding): Told {
  switch (finding.code) {
    case 'dayInFuture':
    case 'tooFarBack':
      return backdatingTold(finding, 'since');
    case 'noAccess':
      return noAccess;
    case 'alreadyInCare':
      return inCare;
    case 'alreadyWaiting':
      return [null, 'Die Person steht schon auf der Warteliste.'];
  }
}

export function reviewRefusal(findings: readonly ReviewFinding[]): Refusal {
  return refusalOf(findings.map(reviewTold));
}

function reviewTold(finding: ReviewFinding): Told {
  switch (finding.code) {
    case 'alreadyRecorded':
      return [null, 'Diese Überprüfung ist schon festgehalten. Öffnen Sie die Seite neu.'];
    case 'formerMissing':
      return [
        null,
        `Die Überprüfung nach ${finding.month} Monaten fehlt noch. Halten Sie zuerst diese fest.`,
      ];
    case 'formerWaitsForLead':
      return [
        null,
        `Über die Überprüfung nach ${finding.month} Monaten hat die Teamleitung noch nicht entschieden. Warten Sie ihre Entscheidung ab.`,
      ];
    case 'tooEarly':
      return [null, `Diese Überprüfung ist erst ab dem ${formatDay(finding.from)} möglich.`];
    case 'careMustEnd':
      return [
        null,
        finding.ground === 'denied'
          ? 'Die Teamleitung hat der Fortführung nicht zugestimmt. Tragen Sie den Abgang ein.'
          : 'Eine frühere Überprüfung hat das Ende ergeben. Tragen Sie den Abgang ein.',
      ];
    case 'hardStop':
      return [
        'decision',
        `Die Höchstdauer von ${finding.month} Monaten ist erreicht, eine Fortführung ist nicht möglich. Wählen Sie das Ende (Regel D6).`,
      ];
    case 'prospectsMissing':
      return ['prospects', 'Geben Sie ein, welche Aussichten auf Erfolg bestehen.'];
  }
}

export function leadRefusal(findings: readonly LeadFinding[]): Refusal {
  return refusalOf(findings.map(leadTold));
}

function leadTold({ code }: LeadFinding): Told {
  switch (code) {
    case 'nothingAsked':
      return [null, 'Bei dieser Überprüfung ist von der Teamleitung nichts zu tun.'];
    case 'alreadyAnswered':
      return [null, 'Darüber ist schon entschieden. Öffnen Sie die Seite neu.'];
    case 'ownWork':
      return [null, 'Über die eigene Überprüfung entscheidet eine andere Teamleitung.'];
    case 'consentMissing':
      return ['isGranted', 'Wählen Sie, ob Sie zustimmen.'];
    case 'noteMissing':
      return ['note', 'Geben Sie Ihren Vermerk ein.'];
  }
}

export function exitRefusal(
  findings: readonly (CareExitFinding | { readonly code: 'notInCare' })[],
): Refusal {
  return refusalOf(findings.map(exitTold));
}

function exitTold(finding: CareExitFinding | { readonly code: 'notInCare' }): Told {
  switch (finding.code) {
    case 'dayInFuture':
    case 'tooFarBack':
    case 'backdateReasonMissing':
      return backdatingTold(finding, 'exitedOn');
    case 'beforeAllocation':
      return [
        'exitedOn',
        `Der Abgang liegt vor der Zuweisung. Geben Sie einen Tag ab ${formatDay(finding.allocatedOn)} ein.`,
      ];
    case 'talkMissing':
      return [
        'talkOn',
        'Das Übergabegespräch mit der künftig zuständigen Integrationsfachkraft fehlt. Führen Sie es und geben Sie den Tag ein (Regel X1).',
      ];
    case 'closingTalkInFuture':
      return [
        'closingTalkOn',
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`,
      ];
    case 'talkInFuture':
      return [
        'talkOn',
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`,
      ];
    case 'profilingMissing':
      return [
        'profilingUpdated',
        'Das Profiling ist vor dem Abgang zu aktualisieren. Überarbeiten Sie es in VerBIS und setzen Sie dann das Häkchen (Regel X4).',
      ];
    case 'aftercareBeforeExit':
      return ['aftercareUntil', 'Die Nachbetreuung endet vor dem Abgang. Geben Sie einen späteren Tag ein.'];
    case 'disputeOpen':
      return [
        null,
        'Die Teamleitung hat über den Abgang noch nicht entschieden. Warten Sie ihre Entscheidung ab.',
      ];
    case 'leadKeepsCare':
      return [
        null,
        'Die Teamleitung hat entschieden, dass die Betreuung weitergeht. Fragen Sie sie erneut, wenn sich die Lage geändert hat.',
      ];
    case 'notInCare':
      return [null, 'Der Abgang ist schon eingetragen. Öffnen Sie die Seite neu.'];
  }
}

/** Why the lead's word about an exit was not taken. */
export function disputeSentence(code: 'alreadyDecided' | 'ownQuestion'): string {
  return code === 'alreadyDecided'
    ? 'Darüber ist schon entschieden. Öffnen Sie die Seite neu.'
    : 'Über die eigene Frage entscheidet eine andere Teamleitung.';
}

/** The same for a correction of the exit; fields and sentences are those of any exit. */
export function correctionRefusal(
  findings: readonly (CorrectionFinding | { readonly code: 'aftercareBeforeExit' })[],
): Refusal {
  return refusalOf(
    findings.map((finding): Told => {
      if (finding.code === 'aftercareBeforeExit') {
        const sentence =
          'Bis zu diesem Tag oder früher ist Nachbetreuung vereinbart. Ändern Sie zuerst das Abschlussgespräch oder geben Sie einen früheren Tag ein.';
        return ['exitedOn', sentence];
      }
      const [field, sentence] = exitFault(finding);
      return [field === wholeForm ? null : field, sentence];
    }),
  );
}
