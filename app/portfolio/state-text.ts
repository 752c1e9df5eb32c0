import type { StepNeed } from './states';
import type { MoveRefusal } from './versions';

const needSentences: Readonly<Record<StepNeed, string>> = {
  legalBasis:
    'Es fehlt eine Rechtsgrundlage. Tragen Sie sie im Profil unter „Rechtsgrundlage und Umsetzung“ ein.',
  paperComplete:
    'Die Beschlussvorlage ist noch nicht vollständig. Was fehlt, steht bei den Unterlagen der Maßnahme.',
  profileSound: 'Im Profil steht noch ein Hindernis. Es ist bei der Maßnahme unter „Prüfung“ beschrieben.',
  reason: 'Für diesen Schritt fehlt der Grund. Geben Sie ihn ein.',
};

/** Why a measure was not moved, one sentence each. */
export function refusalSentences(refusals: readonly MoveRefusal[]): string[] {
  return refusals.flatMap((refusal) => {
    switch (refusal.code) {
      case 'noSuchStep':
        return ['Der Stand hat sich inzwischen geändert. Prüfen Sie ihn und wählen Sie noch einmal.'];
      case 'intakeNeedsRunning':
        return ['Nur eine laufende Maßnahme nimmt Personen auf. Ändern Sie zuerst den Stand.'];
      case 'nothingToDo':
        return ['Das ist bereits der Stand der Aufnahme.'];
      case 'needsUnmet':
        return refusal.needs.map((need) => needSentences[need]);
    }
  });
}
