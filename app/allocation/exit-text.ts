import { wholeForm } from '~/ui/form/faults';
import { formatDay } from '~/values/calendar';
import type { CorrectionFinding, ExitFinding } from './rules/exit';

/** The field a finding belongs to (`wholeForm` for all of it) and the sentence that stands there. */
export function exitFault(finding: ExitFinding | CorrectionFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'exitBeforeStart':
      return [
        'exitedOn',
        `Die Teilnahme begann am ${formatDay(finding.starts)}. Geben Sie diesen oder einen späteren Tag ein.`,
      ];
    case 'exitAfterEnd':
      return [
        'exitedOn',
        `Die Zuweisung endet am ${formatDay(finding.ends)}. Geben Sie diesen oder einen früheren Tag ein.`,
      ];
    case 'exitInFuture':
      return [
        'exitedOn',
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`,
      ];
    case 'deliveredLater':
      return [
        'exitedOn',
        `Am ${formatDay(finding.day)} hat noch ein Kontakt oder Termin stattgefunden. Geben Sie diesen oder einen späteren Tag ein, oder lassen Sie den Eintrag zuerst berichtigen.`,
      ];
    case 'noteMissing':
      return ['note', 'Nennen Sie den Grund in wenigen Worten, ohne Diagnosen und ohne Angaben über Dritte.'];
    case 'alreadyExited':
      return [
        wholeForm,
        `Der Abgang ist schon eingetragen, zum ${formatDay(finding.exitedOn)}. Öffnen Sie die Seite noch einmal, um ihn zu berichtigen.`,
      ];
    case 'stillClearing':
      return [wholeForm, 'Das Clearing läuft noch. Es endet mit der Übernahme oder der Ablehnung.'];
    case 'notRunning':
      return [wholeForm, 'Die Zuweisung läuft nicht mehr. Ein Abgang lässt sich nicht eintragen.'];
    case 'notExited':
      return [wholeForm, 'Es ist noch kein Abgang eingetragen. Öffnen Sie die Seite noch einmal.'];
    case 'reportAccepted':
      return [
        wholeForm,
        'Die Teilnahme ist abgeschlossen. Berichtigen kann den Abgang jetzt nur das Jobcenter.',
      ];
    case 'nothingChanged':
      return ['exitedOn', 'Tag und Grund sind dieselben wie bisher. Ändern Sie einen davon.'];
    case 'placeTaken':
      return [
        'exitedOn',
        'An den Tagen danach ist der Platz schon wieder vergeben. Geben Sie einen früheren Tag ein.',
      ];
    case 'personElsewhere':
      return [
        'exitedOn',
        'An den Tagen danach ist die Person schon neu zugewiesen. Geben Sie einen früheren Tag ein.',
      ];
  }
}
