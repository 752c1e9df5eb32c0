import type { SettledReason } from '~/allocation/allocation';
import { talkPoints } from '~/reports/report';
import type { CareMove } from './care';
import type { EffectFigure } from './rules/effect-months';
import type { EndGround, LeadDeed, ReviewDecision, ReviewState } from './rules/course';
import type { CareStep } from './steps';

/** Names of the steps as links and headings; "…" because a page follows. */
export const stepNames: Readonly<Record<CareStep, string>> = {
  warteliste: 'Auf die Warteliste setzen',
  abmeldung: 'Von der Warteliste nehmen',
  clearing: 'Clearing beginnen',
  uebernahme: 'Ins Fallmanagement übernehmen',
  ablehnung: 'Förmlich ablehnen',
  abgang: 'Abgang eintragen',
  klaerung: 'Teamleitung fragen',
  entscheidung: 'Über den Abgang entscheiden',
  gespraech: 'Gespräch eintragen',
  einladung: 'Einladung eintragen',
  abschluss: 'Abschlussgespräch eintragen',
  berichtigung: 'Abgang berichtigen',
};

/** What is said after a step was done. */
export const doneTexts: Readonly<Record<CareStep, string>> = {
  warteliste: 'Die Person steht auf der Warteliste.',
  abmeldung: 'Die Person steht nicht mehr auf der Warteliste.',
  clearing: 'Das Clearing hat begonnen.',
  uebernahme: 'Die Person ist ins Fallmanagement übernommen.',
  ablehnung: 'Die Ablehnung ist festgehalten.',
  abgang: 'Der Abgang ist eingetragen.',
  klaerung: 'Die Teamleitung ist gefragt.',
  entscheidung: 'Ihre Entscheidung ist festgehalten.',
  gespraech: 'Das Gespräch ist eingetragen.',
  einladung: 'Die Einladung ist eingetragen.',
  abschluss: 'Das Abschlussgespräch ist eingetragen.',
  berichtigung: 'Der Abgang ist berichtigt.',
};

export const decisionNames: Readonly<Record<ReviewDecision, string>> = {
  goOn: 'Fortführung',
  end: 'Ende',
};

export const reviewStateNames: Readonly<Record<ReviewState, string>> = {
  later: 'noch nicht fällig',
  open: 'jetzt möglich',
  overdue: 'überfällig',
  waitsForLead: 'wartet auf die Teamleitung',
  waitsForNotice: 'zur Kenntnis gegeben, noch nicht gelesen',
  denied: 'Teamleitung hat nicht zugestimmt',
  done: 'erledigt',
};

/** What waits for the lead, in a list of tasks. */
export const leadTaskNames: Readonly<Record<LeadDeed, string>> = {
  teamLeadIsInformed: 'Zur Kenntnis nehmen',
  teamLeadConsents: 'Über die Zustimmung entscheiden',
  teamLeadWritesNote: 'Vermerk zur Verlängerung schreiben',
  teamLeadTakesPart: 'An der Überprüfung mitwirken',
};

/** What the lead has done, for the page of the review. */
export function leadAnswerText(deed: LeadDeed, isGranted: boolean | null): string {
  switch (deed) {
    case 'teamLeadIsInformed':
      return 'zur Kenntnis genommen';
    case 'teamLeadWritesNote':
      return 'Vermerk geschrieben';
    case 'teamLeadConsents':
      return isGranted ? 'zugestimmt' : 'nicht zugestimmt';
    case 'teamLeadTakesPart':
      return isGranted ? 'mitgewirkt und zugestimmt' : 'mitgewirkt und nicht zugestimmt';
  }
}

export const endGroundTexts: Readonly<Record<EndGround, string>> = {
  decided: 'Eine Überprüfung hat das Ende ergeben: Bereiten Sie den Abgang vor.',
  denied: 'Die Teamleitung hat der Fortführung nicht zugestimmt: Bereiten Sie den Abgang vor.',
  hardStop: 'Die Höchstdauer ist erreicht: Bereiten Sie den Abgang vor (Regel D6).',
};

const moveNames: Readonly<Record<string, string>> = {
  allocated: 'aufgenommen',
  clearingBegun: 'Clearing begonnen',
  takenOver: 'ins Fallmanagement übernommen',
  declined: 'förmlich abgelehnt',
  reviewed: 'überprüft',
  exited: 'Abgang eingetragen',
  exitCorrected: 'Abgang berichtigt',
  effectRecorded: 'Datensatz der Wirkungsanalyse erfasst',
};

export function moveText({ deed }: Pick<CareMove, 'deed'>): string {
  return moveNames[deed] ?? deed;
}

/** How the closing talk stands: a task, which stops no exit (rule X7). */
export function openPointsText(open: number): string {
  return `Abschlussgespräch: ${open} von ${talkPoints.length} Punkten offen.`;
}

/** Reasons that fit a refusal before care has begun. */
export const refusalReasons = [
  'noAlliance',
  'noCapacity',
  'notSuitable',
  'noInterest',
  'notReached',
  'didNotCome',
  'otherHelp',
  'tookUpWork',
  'moved',
  'benefitEnded',
  'enteredByMistake',
] as const satisfies readonly SettledReason[];

export const effectNames: Readonly<Record<EffectFigure, string>> = {
  exits: 'Abgänge',
  integrations: 'Integrationen',
  medicalServices: 'Ärztlicher Dienst beteiligt',
  healthNeeds: 'Bedarf in der Gesundheit',
  needsRemoved: 'behobene Handlungsbedarfe',
  improved: 'verbessert',
};

/** "05/2026" for the first day of a month. */
export function monthText(firstDay: string): string {
  return `${firstDay.slice(5, 7)}/${firstDay.slice(0, 4)}`;
}

/** "seit 1 Tag", "seit 12 Tagen" */
export function sinceText(days: number): string {
  return days === 1 ? 'seit 1 Tag' : `seit ${days} Tagen`;
}
