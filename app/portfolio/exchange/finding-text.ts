import { formatDay } from '~/values/calendar';
import type { ImportStop, ImportWarning } from './rules';

/** German sentences for what the rules of the import find: what is the matter, and how to mend it. */
export function importFindingText(finding: ImportStop | ImportWarning): string {
  switch (finding.code) {
    case 'slugReserved':
      return `Die Kennung „${finding.slug}“ ist vergeben, sie ist eine Adresse des Portals. Wählen Sie eine andere.`;
    case 'endsBeforeStart':
      return `Das Ende liegt vor dem Beginn (${dayText(finding.start)}).`;
    case 'legalBasisUnread':
      return 'Diese Rechtsgrundlage kennt das Portal nicht. Sie bleibt, wie sie zitiert ist.';
    case 'optionDoesNotJoin':
      return `Die Verlängerung schließt nicht an. Anschließen würde sie am ${dayText(finding.expectedStart)}.`;
    case 'optionOverlaps':
      return `Die Verlängerung überschneidet die Zeit davor. Anschließen würde sie am ${dayText(finding.expectedStart)}.`;
    case 'runsOverlap':
      return `Die Durchläufe „${finding.one}“ und „${finding.other}“ überschneiden sich.`;
    case 'minAboveMax':
      return `Die Mindestdauer ist länger als die Höchstdauer (${finding.max.toLocaleString('de-DE')} Monate).`;
  }
}

/** A source may know only the month or the year. */
function dayText(day: string): string {
  return day.length === 10 ? formatDay(day) : day;
}
