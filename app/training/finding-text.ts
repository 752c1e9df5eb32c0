import { backdatingDays } from '~/allocation/rules/backdating';
import type { Faults } from '~/ui/form/faults';
import { formatDay, formatPeriod } from '~/values/calendar';
import type { CellFinding, CellLock, SessionLock } from './rules/attendance';
import type { PlanFinding, SessionFinding } from './rules/sessions';

/** The field of a new group that a finding belongs to, and the sentence there. */
export function planFault(
  finding: PlanFinding | { readonly code: 'nameTaken' },
): [field: string, sentence: string] {
  switch (finding.code) {
    case 'nameTaken':
      return [
        'name',
        'Eine Gruppe mit diesem Namen gibt es in diesem Vertrag schon. Geben Sie einen anderen ein.',
      ];
    case 'siteUnknown':
      return ['site', 'Diesen Standort hat der Vertrag nicht. Wählen Sie einen anderen.'];
    case 'wrongCount':
      return [
        'days',
        `Vereinbart sind ${finding.agreed} Termine, eingetragen sind ${finding.planned}. Geben Sie für jeden Termin einen Tag ein.`,
      ];
    case 'dayTwice':
      return [
        'days',
        `Der ${formatDay(finding.day)} steht zweimal da. Geben Sie für jeden Termin einen eigenen Tag ein.`,
      ];
    case 'dayOutsideContract':
      return [
        'days',
        `Der ${formatDay(finding.day)} liegt außerhalb des Vertrags. Er gilt ${formatPeriod(finding.termStart, finding.runsUntil)}; nicht ausgeübte Verlängerungen zählen nicht.`,
      ];
    case 'lastDayTooEarly':
      return [
        'lastDay',
        `Der letzte Termin ist am ${formatDay(finding.lastSession)}. Geben Sie diesen Tag oder einen späteren ein.`,
      ];
    case 'lastDayOutsideContract':
      return [
        'lastDay',
        `Der Vertrag endet am ${formatDay(finding.runsUntil)}. Geben Sie einen Tag bis dahin ein.`,
      ];
    case 'tooManySeats':
      return [
        'seats',
        `Vereinbart sind höchstens ${finding.groupSize} Personen je Gruppe. Geben Sie höchstens ${finding.groupSize} ein.`,
      ];
  }
}

export function sessionFindingText(finding: SessionFinding): string {
  switch (finding.code) {
    case 'groupOver':
      return 'Die Gruppe ist beendet oder abgesagt. An ihren Terminen ändert sich nichts mehr.';
    case 'alreadyHeld':
      return 'Der Termin ist schon als durchgeführt festgehalten.';
    case 'alreadyCancelled':
      return 'Der Termin ist abgesagt. Legen Sie ihn auf einen neuen Tag, wenn er doch stattfindet.';
    case 'notYet':
      return `Der Termin ist erst am ${formatDay(finding.day)}. Halten Sie ihn ab diesem Tag fest.`;
    case 'dayOutsideGroup':
      return `Die Gruppe läuft ${formatPeriod(finding.starts, finding.ends)}; so lange gelten Plätze und Zuweisungen. Geben Sie einen Tag in dieser Zeit ein.`;
    case 'dayTaken':
      return `Am ${formatDay(finding.day)} hat die Gruppe schon einen Termin. Geben Sie einen anderen Tag ein.`;
    case 'nothingToCatchUp':
      return `Termin ${finding.no} ist nicht durchgeführt. Nachholen lässt sich nur, was stattgefunden hat.`;
  }
}

export function closeFindingText(
  finding:
    | { readonly code: 'groupOver' }
    | { readonly code: 'sessionsOpen'; readonly count: number }
    | { readonly code: 'hasParticipants'; readonly count: number },
): string {
  switch (finding.code) {
    case 'groupOver':
      return 'Die Gruppe ist schon beendet oder abgesagt.';
    case 'sessionsOpen':
      return `${finding.count === 1 ? 'Ein Termin ist' : `${finding.count} Termine sind`} noch geplant. Halten Sie fest, ob sie stattfanden, oder sagen Sie sie ab.`;
    case 'hasParticipants':
      return `Der Gruppe ${finding.count === 1 ? 'ist eine Person' : `sind ${finding.count} Personen`} zugewiesen. Klären Sie mit dem Jobcenter, wie es für sie weitergeht, bevor Sie absagen.`;
  }
}

export function sessionLockText(lock: SessionLock): string {
  switch (lock.code) {
    case 'cancelled':
      return 'Der Termin ist abgesagt. Anwesenheit wird nicht eingetragen.';
    case 'notYet':
      return `Anwesenheit lässt sich ab dem Tag des Termins eintragen, dem ${formatDay(lock.day)}.`;
    case 'tooLongAgo':
      return `Anwesenheit lässt sich ${backdatingDays} Tage lang eintragen, hier bis zum ${formatDay(lock.lastDay)}.`;
  }
}

export const cellLockNames: Readonly<Record<CellLock, string>> = {
  beforeStart: 'noch nicht dabei',
  afterExit: 'nicht mehr dabei',
  nameHidden: 'Angaben nicht mehr sichtbar',
  reportAccepted: 'Bericht angenommen',
  notMissed: 'war beim Termin dabei',
};

function cellFindingText(finding: CellFinding): string {
  switch (finding.code) {
    case 'unknownLetter':
      return finding.reportsAbsence
        ? 'Diesen Buchstaben gibt es nicht. Geben Sie A, E, K oder U ein.'
        : 'Diesen Buchstaben gibt es nicht. Geben Sie A für da oder N für nicht da ein.';
    case 'cannotBeEmptied':
      return 'Ein Eintrag lässt sich ändern, aber nicht leeren. Geben Sie den richtigen Buchstaben ein.';
    case 'locked':
      return `Hier lässt sich nichts eintragen: ${cellLockNames[finding.why]}. Leeren Sie das Feld.`;
  }
}

/** Faults of the grid by field. */
export function attendanceFaults(faults: readonly (readonly [allocationId: string, CellFinding])[]): Faults {
  return Object.fromEntries(faults.map(([id, finding]) => [`cells.${id}`, cellFindingText(finding)]));
}

/** "2 Einträge sind gespeichert." */
export function savedCountText(count: number): string {
  return count === 1 ? '1 Eintrag ist gespeichert.' : `${count} Einträge sind gespeichert.`;
}

/** Stands at the field, beside nothing of the grid: all letters stay as they were typed. */
export const lateReasonFault: Faults = {
  lateReason:
    'Der Termin liegt mehr als eine Woche zurück. Wählen Sie, warum Sie die Anwesenheit erst jetzt eintragen.',
};
