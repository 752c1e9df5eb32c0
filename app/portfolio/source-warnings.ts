import { optionFindings } from '~/budget/rules';
import { formatDay } from '~/values/calendar';
import type { MeasureSource } from './source';

/**
 * What in the dates of a source does not fit together, as sentences.
 *
 * Imported facts are shown as stated and only warned about. Only options and terms
 * given to the day can be judged.
 *
 * Source: rule B2.
 */
export function sourceWarnings({ period, extensionOptions }: MeasureSource): string[] {
  const term = exactPeriod(period.start, period.end);
  const options = extensionOptions.map(({ from, to }) => exactPeriod(from, to));
  if (!term || !options.every((option) => option !== null)) return [];

  return optionFindings(term, options).map((finding) => {
    switch (finding.code) {
      case 'termEndsBeforeStart':
        return 'Laut Quelle liegt das Ende der Laufzeit vor ihrem Beginn.';
      case 'optionEndsBeforeStart':
        return `Laut Quelle endet Verlängerung ${finding.optionNo}, bevor sie beginnt.`;
      case 'optionOverlaps':
        return `Verlängerung ${finding.optionNo} überschneidet die Zeit davor: Sie beginnt laut Quelle am ${formatDay(finding.starts)}, anschließen würde sie am ${formatDay(finding.expectedStart)}.`;
      case 'optionDoesNotJoin':
        return `Verlängerung ${finding.optionNo} schließt nicht an: Sie beginnt laut Quelle am ${formatDay(finding.starts)}, anschließen würde sie am ${formatDay(finding.expectedStart)}.`;
    }
  });
}

function exactPeriod(start: string | null, end: string | null): { start: string; end: string } | null {
  return start?.length === 10 && end?.length === 10 ? { start, end } : null;
}
