import { needLabel } from '~/clients/needs';
import { formatDay } from '~/values/calendar';
import type { ReportGap } from './rules/completeness';
import type { WordWarning } from './rules/wording';
import { talkPointNames } from './words';

export function gapText(gap: ReportGap): string {
  switch (gap.code) {
    case 'notExited':
      return 'Der Abgang ist noch nicht eingetragen. Tragen Sie ihn bei der Person ein.';
    case 'progressMissing':
      return `Wählen Sie, wie sich „${needLabel(gap.needKey)}“ entwickelt hat.`;
    case 'ownViewMissing':
      return `Wählen Sie, wie die Person „${needLabel(gap.needKey)}“ selbst sieht.`;
    case 'removedNotBetter':
      return `„${needLabel(gap.needKey)}“ ist als behoben markiert, aber nicht als verbessert. Gleichen Sie beides an.`;
    case 'talkUnsaid':
      return 'Wählen Sie, ob es ein Abschlussgespräch gab.';
    case 'talkDayMissing':
      return 'Geben Sie den Tag des Abschlussgesprächs ein.';
    case 'talkDayOutside':
      return `Das Abschlussgespräch liegt außerhalb der Teilnahme. Geben Sie einen Tag vom ${formatDay(gap.from)} bis zum ${formatDay(gap.to)} ein.`;
    case 'noTalkReasonMissing':
      return 'Geben Sie ein, warum es kein Abschlussgespräch gab.';
    case 'talkPointMissing':
      return `Abschlussgespräch, ${gap.open} von 5 Punkten offen: ${talkPointNames[gap.point]}.`;
    case 'furtherWayMissing':
      return 'Geben Sie die Entscheidung über den weiteren Weg ein.';
    case 'availabilityMissing':
      return 'Wählen Sie, ob die anschließende Hilfe erreichbar ist.';
    case 'aftercareBeforeExit':
      return `Die Nachbetreuung endet vor dem Abgang. Geben Sie einen Tag ab dem ${formatDay(gap.exitedOn)} ein.`;
    case 'shownUnsaid':
      return 'Wählen Sie, ob der Person die Beurteilung eröffnet wurde.';
    case 'shownDayMissing':
      return 'Geben Sie ein, wann die Beurteilung eröffnet wurde.';
    case 'shownDayOutside':
      return `Die Eröffnung liegt außerhalb der Teilnahme. Geben Sie einen Tag vom ${formatDay(gap.from)} bis zum ${formatDay(gap.to)} ein.`;
    case 'notShownReasonMissing':
      return 'Geben Sie ein, warum die Beurteilung nicht eröffnet wurde.';
    case 'copyUnsaid':
      return 'Wählen Sie, ob die Person eine Kopie erhält.';
    case 'standingMissing':
      return 'Beschreiben Sie den Stand.';
    case 'stepProgressMissing':
      return `Wählen Sie den Stand des Schritts „${gap.name}“.`;
    case 'recommendationMissing':
      return 'Wählen Sie, wie es weitergehen soll.';
    case 'recommendationReasonMissing':
      return 'Begründen Sie, warum etwas anders werden oder enden soll.';
  }
}

/** "Diagnosen: „Depression“. Angaben über Dritte: „Ehemann“." */
export function warningText(warnings: readonly WordWarning[]): string {
  const listed = (kind: WordWarning['kind'], title: string) => {
    const words = warnings.filter((warning) => warning.kind === kind).map(({ word }) => `„${word}“`);
    return words.length === 0 ? [] : [`${title}: ${words.join(', ')}.`];
  };
  return [...listed('diagnosis', 'Diagnosen'), ...listed('thirdPerson', 'Angaben über Dritte')].join(' ');
}

export type DecisionFinding =
  | { readonly code: 'notSubmitted' }
  | { readonly code: 'notExited' }
  | { readonly code: 'notInCharge' }
  | { readonly code: 'dueDayPast'; readonly today: string };

export function decisionFindingText(finding: DecisionFinding): string {
  switch (finding.code) {
    case 'notSubmitted':
      return 'Der Bericht liegt nicht zur Entscheidung vor. Er wurde noch nicht abgegeben, oder jemand hat schon entschieden.';
    case 'notExited':
      return 'Der Abgang der Person ist noch nicht eingetragen. Ein Abschlussbericht wird danach angenommen.';
    case 'notInCharge':
      return 'Über den Bericht entscheidet, wer für die Person zuständig ist oder die Vertretung hat.';
    case 'dueDayPast':
      return `Der neue Termin liegt nicht in der Zukunft. Geben Sie einen Tag nach dem ${formatDay(finding.today)} ein.`;
  }
}

export type SaveFinding = { readonly code: 'changedMeanwhile' } | { readonly code: 'notOpen' };

export function saveFindingText(finding: SaveFinding): string {
  return finding.code === 'notOpen'
    ? 'Der Bericht ist abgegeben und lässt sich nicht mehr ändern, bis das Jobcenter ihn zurückgibt.'
    : 'Inzwischen hat jemand anderes diesen Bericht gespeichert. Ihre Angaben stehen noch im Formular. Wenn Sie noch einmal speichern, ersetzen sie die gespeicherten.';
}

export function submitFindingText(finding: SaveFinding | ReportGap): string {
  return finding.code === 'notOpen' || finding.code === 'changedMeanwhile'
    ? saveFindingText(finding)
    : gapText(finding);
}
