import { optionFindings } from '~/budget/rules';
import type { MeasureContent } from '../content';
import { readLegalBasis } from '../legal-basis';
import { isReservedSlug } from '../slug';

/** Where in the profile a finding stands, e.g. `['extensionOptions', 0, 'to']`. */
type Path = readonly (string | number)[];

/** What stops an import: it cannot be so, or the portal cannot hold it. */
export type ImportStop =
  | { readonly code: 'slugReserved'; readonly path: Path; readonly slug: string }
  | { readonly code: 'endsBeforeStart'; readonly path: Path; readonly start: string; readonly end: string };

/** What is imported as it is, and told. */
export type ImportWarning =
  | { readonly code: 'legalBasisUnread'; readonly path: Path; readonly cited: string }
  | {
      readonly code: 'optionDoesNotJoin' | 'optionOverlaps';
      readonly path: Path;
      readonly starts: string;
      readonly expectedStart: string;
    }
  | { readonly code: 'runsOverlap'; readonly path: Path; readonly one: string; readonly other: string }
  | { readonly code: 'minAboveMax'; readonly path: Path; readonly min: number; readonly max: number };

/**
 * What must not be imported although every value has the right form. All at once.
 *
 * Facts of a source are kept as stated (rule B2), but a term that ends before it
 * begins is a slip of whoever wrote the file.
 */
export function importStops(content: MeasureContent): ImportStop[] {
  return [
    ...(isReservedSlug(content.slug)
      ? [{ code: 'slugReserved' as const, path: ['slug'], slug: content.slug }]
      : []),
    ...orderStop(content.period.start, content.period.end, ['period', 'end']),
    ...content.extensionOptions.flatMap(({ from, to }, index) =>
      orderStop(from, to, ['extensionOptions', index, 'to']),
    ),
    ...(content.portal?.runs ?? []).flatMap(({ from, to }, index) =>
      orderStop(from, to, ['portal', 'runs', index, 'to']),
    ),
  ];
}

/** What is odd in a profile that is imported all the same. Source of the rule for options: B2. */
export function importWarnings(content: MeasureContent): ImportWarning[] {
  return [
    ...content.legalBases.flatMap((cited, index) =>
      readLegalBasis(cited).law === null
        ? [{ code: 'legalBasisUnread' as const, path: ['legalBases', index], cited }]
        : [],
    ),
    ...optionWarnings(content),
    ...runWarnings(content),
    ...durationWarnings(content),
  ];
}

/** Days may be as coarse as a year: only an end whose last day lies before the first day of the start is refused. */
function orderStop(start: string | null, end: string | null, path: Path): ImportStop[] {
  if (start === null || end === null) return [];
  const isBefore = end < start && !start.startsWith(end);
  return isBefore ? [{ code: 'endsBeforeStart', path, start, end }] : [];
}

/** Only options and terms given to the day can be judged. */
function optionWarnings({ period, extensionOptions }: MeasureContent): ImportWarning[] {
  const term = exact(period.start, period.end);
  const options = extensionOptions.map(({ from, to }) => exact(from, to));
  if (!term || !options.every((option) => option !== null)) return [];
  return optionFindings(term, options).flatMap((finding) =>
    finding.code === 'optionDoesNotJoin' || finding.code === 'optionOverlaps'
      ? [
          {
            code: finding.code,
            path: ['extensionOptions', finding.optionNo - 1, 'from'],
            starts: finding.starts,
            expectedStart: finding.expectedStart,
          },
        ]
      : [],
  );
}

function exact(start: string | null, end: string | null): { start: string; end: string } | null {
  return start?.length === 10 && end?.length === 10 ? { start, end } : null;
}

/** Each run against those before it; both days count. */
function runWarnings({ portal }: MeasureContent): ImportWarning[] {
  const runs = portal?.runs ?? [];
  return runs.flatMap((run, index) =>
    runs
      .slice(0, index)
      .filter((earlier) => earlier.from <= run.to && run.from <= earlier.to)
      .map((earlier) => ({
        code: 'runsOverlap' as const,
        path: ['portal', 'runs', index, 'from'],
        one: earlier.name,
        other: run.name,
      })),
  );
}

function durationWarnings({ individualDuration: { minMonths: min, maxMonths: max } }: MeasureContent) {
  if (min === null || max === null || min <= max) return [];
  return [{ code: 'minAboveMax' as const, path: ['individualDuration', 'minMonths'], min, max }];
}
