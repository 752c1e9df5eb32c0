import type { AllocationState, ExitReason, Progress, SettledReason, Settler } from './allocation';
import { formatDay } from '~/values/calendar';
import type { AllocationDeed, AllocationReport } from './allocation-page';

export const stateNames: Readonly<Record<AllocationState, string>> = {
  clearing: 'Clearing',
  active: 'läuft',
  closing: 'Abschluss',
  closed: 'beendet',
  droppedOut: 'abgebrochen',
  notStarted: 'nicht angetreten',
  declined: 'abgelehnt',
};

/** The state as people say it on that day: what has not begun does not run yet. */
export function stateText(
  { state, starts }: { readonly state: AllocationState; readonly starts: string },
  today: string,
): string {
  return state === 'active' && starts > today ? `beginnt am ${formatDay(starts)}` : stateNames[state];
}

export const exitReasonNames: Readonly<Record<ExitReason, string>> = {
  goalsReached: 'Ziele erreicht',
  work: 'Arbeit aufgenommen',
  vocationalTraining: 'Ausbildung aufgenommen',
  furtherHelp: 'Übergang in weiterführende Hilfe',
  otherMeasure: 'Wechsel in eine andere Maßnahme',
  noProgress: 'kein weiterer Fortschritt zu erwarten',
  timeOver: 'vereinbarte Dauer abgelaufen',
  stoppedByClient: 'Abbruch durch die Person',
  stoppedByProvider: 'Abbruch durch den Träger',
  stoppedByJobcenter: 'Abbruch durch das Jobcenter',
  longAbsence: 'längere Abwesenheit',
  moved: 'Umzug in eine andere Zuständigkeit',
  benefitEnded: 'Leistungsbezug beendet',
  other: 'anderer Grund',
};

export const settlerNames: Readonly<Record<Settler, string>> = {
  client: 'Person',
  provider: 'Träger',
  jobcenter: 'Jobcenter',
};

export const settledReasonNames: Readonly<Record<SettledReason, string>> = {
  notReached: 'nicht erreicht',
  didNotCome: 'nicht erschienen',
  noInterest: 'möchte nicht teilnehmen',
  tookUpWork: 'Arbeit aufgenommen',
  otherHelp: 'andere Hilfe begonnen',
  notSuitable: 'Angebot passt nicht',
  noCapacity: 'keine Kapazität',
  moved: 'Umzug in eine andere Zuständigkeit',
  benefitEnded: 'Leistungsbezug beendet',
  noAlliance: 'kein Arbeitsbündnis',
  enteredByMistake: 'versehentlich zugewiesen',
};

export const progressNames: Readonly<Record<Progress, string>> = {
  better: 'verbessert',
  same: 'unverändert',
  worse: 'verschlechtert',
};

export const deedNames: Readonly<Record<AllocationDeed, string>> = {
  allocated: 'zugewiesen',
  clearingBegun: 'Clearing begonnen',
  takenOver: 'ins Fallmanagement übernommen',
  confirmed: 'vom Träger bestätigt',
  firstContact: 'erster Kontakt',
  notStarted: 'nicht angetreten',
  declined: 'abgelehnt',
  extended: 'verlängert',
  exited: 'Abgang eingetragen',
  exitCorrected: 'Abgang berichtigt',
  handedOver: 'Zuständigkeit übergeben',
  closed: 'abgeschlossen',
  reviewed: 'überprüft',
  letterMade: 'Zuweisungsschreiben erstellt',
  effectRecorded: 'Datensatz der Wirkungsanalyse eingetragen',
  reportSubmitted: 'Bericht abgegeben',
  reportReturned: 'Bericht zurückgegeben',
  reportAccepted: 'Bericht angenommen',
};

export const reportStateNames: Readonly<Record<AllocationReport['state'], string>> = {
  open: 'offen',
  submitted: 'abgegeben',
  returned: 'zurückgegeben',
  accepted: 'angenommen',
};

/** "2. Zwischenbericht", "Abschlussbericht": the final one has the number 0. */
export function reportName({ no }: { readonly no: number }): string {
  return no === 0 ? 'Abschlussbericht' : `${no}. Zwischenbericht`;
}
