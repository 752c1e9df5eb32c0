import { reportName, stateText } from '~/allocation/words';
import { formatDay } from '~/values/calendar';
import { paths } from '~/ui/paths';
import type { ContactKind, ContactOutcome } from './contact';
import type { Participant, ReferralTarget, StepDoer, StepState } from './participant';
import type { Duty } from './rules/duties';

export const contactKindNames: Readonly<Record<ContactKind, string>> = {
  talk: 'Gespräch',
  phone: 'Telefonat',
  video: 'Videogespräch',
  visit: 'Hausbesuch oder aufsuchend',
  accompanied: 'Begleitung zu einer Stelle',
  household: 'Gespräch mit der Bedarfsgemeinschaft',
};

export const outcomeNames: Readonly<Record<ContactOutcome, string>> = {
  held: 'stattgefunden',
  clientExcused: 'Person kam nicht, mit wichtigem Grund',
  clientUnexcused: 'Person kam nicht, ohne wichtigen Grund',
  clientAbsent: 'Person kam nicht',
  movedByClient: 'verschoben durch die Person',
  movedByProvider: 'verschoben durch den Träger',
  providerCancelled: 'abgesagt durch den Träger',
  void: 'versehentlich eingetragen',
};

/** "stattgefunden, 45 Minuten"; "verschoben durch die Person auf 02.03.2026" */
export function outcomeText(contact: {
  readonly outcome: ContactOutcome;
  readonly minutes: number | null;
  readonly movedTo: string | null;
}): string {
  const name = outcomeNames[contact.outcome];
  if (contact.minutes !== null) return `${name}, ${minutesText(contact.minutes)}`;
  return contact.movedTo === null ? name : `${name} auf ${formatDay(contact.movedTo)}`;
}

export function minutesText(minutes: number): string {
  return minutes === 1 ? '1 Minute' : `${minutes} Minuten`;
}

export const doerNames: Readonly<Record<StepDoer, string>> = {
  client: 'die Person',
  provider: 'der Träger',
  both: 'beide gemeinsam',
  partner: 'eine andere Stelle',
};

export const stepStateNames: Readonly<Record<StepState, string>> = {
  open: 'offen',
  done: 'getan',
  notDone: 'nicht getan',
  dropped: 'aufgegeben',
};

export const targetNames: Readonly<Record<ReferralTarget, string>> = {
  integrationAssistance: 'Eingliederungshilfe',
  psychosocial: 'psychosoziale Beratung',
  addiction: 'Suchtberatung',
  debt: 'Schuldnerberatung',
  health: 'Krankenkasse oder ärztliche Versorgung',
  pension: 'Rentenversicherung',
  family: 'Familien- und Erziehungshilfe',
  housing: 'Wohnhilfe',
  education: 'Bildung und Sprache',
  other: 'andere Hilfe',
};

export const deedTexts: Readonly<Record<string, string>> = {
  allocated: 'zugewiesen',
  confirmed: 'bestätigt, erster Termin',
  firstContact: 'erster Kontakt',
  notStarted: 'nicht angetreten',
  declined: 'abgelehnt',
  extended: 'verlängert bis',
  exited: 'Abgang, letzter Tag',
  exitCorrected: 'Abgang berichtigt, letzter Tag',
  closed: 'abgeschlossen',
  letterMade: 'Zuweisungsschreiben erstellt',
  reportSubmitted: 'Bericht abgegeben',
  reportReturned: 'Bericht zurückgegeben',
  reportAccepted: 'Bericht angenommen',
};

export function dutyText({ kind, isReturned, reportNo }: Duty): string {
  switch (kind) {
    case 'confirm':
      return 'Platz und ersten Termin bestätigen';
    case 'contact':
      return 'Kontakt eintragen';
    case 'plan':
      return 'Strategieplan aufstellen';
    case 'planReview':
      return 'Strategieplan prüfen';
    case 'exit':
      return 'Abgang eintragen';
    case 'interimReport':
    case 'finalReport':
      return `${reportName({ no: reportNo ?? 0 })} ${isReturned ? 'überarbeiten' : 'abgeben'}`;
  }
}

/** Where a duty is done. */
export function dutyAddress(participantId: string, { kind, reportId }: Duty): string {
  switch (kind) {
    case 'confirm':
      return paths.participantStep(participantId, 'antritt');
    case 'contact':
      return `${paths.participantStep(participantId, 'kontakte')}?neu=1`;
    case 'plan':
    case 'planReview':
      return paths.participantStep(participantId, 'plan');
    case 'exit':
      return paths.participantStep(participantId, 'abgang');
    case 'interimReport':
    case 'finalReport':
      return paths.providerReport(reportId ?? '');
  }
}

/** "Platz 3, Hauptstelle"; "Gruppe Frühjahr, Hauptstelle" */
export function placeText({
  groupName,
  placeNo,
  siteName,
}: Pick<Participant, 'groupName' | 'placeNo' | 'siteName'>): string {
  return `${groupName ?? `Platz ${placeNo}`}, ${siteName}`;
}

export function participantStateText(
  participant: Pick<Participant, 'state' | 'confirmedOn' | 'starts'>,
  today: string,
): string {
  return participant.state === 'active' && participant.confirmedOn === null
    ? 'neu, noch nicht bestätigt'
    : stateText(participant, today);
}
