import type { SourceProblem } from '../read-source';
import { keyTitle } from './descriptions';
import { countOutcomes, type FileOutcome, type OutcomeCounts, problemsOf, warningsOf } from './outcome';

/** A page with thousands of rows helps nobody and takes seconds to draw. */
const mostShown = 200;

/** The first rows of a list, and how many there are. */
export interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface PreviewRow {
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: 'new' | 'changed';
  /** German names of the parts that differ. */
  readonly changed: readonly string[];
}

/** What the page of a preview shows. */
export interface PreviewShown {
  readonly counts: OutcomeCounts;
  readonly problems: Shown<SourceProblem>;
  readonly warnings: Shown<SourceProblem>;
  /** Measures that would be new or changed; the unchanged ones are only counted. */
  readonly rows: Shown<PreviewRow>;
  readonly basis: string;
}

export function previewShown(preview: {
  readonly outcomes: readonly FileOutcome[];
  readonly basis: string;
}): PreviewShown {
  const { outcomes, basis } = preview;
  return {
    counts: countOutcomes(outcomes),
    problems: firstOf(problemsOf(outcomes)),
    warnings: firstOf(warningsOf(outcomes)),
    rows: firstOf(outcomes.flatMap(rowOf)),
    basis,
  };
}

function rowOf(outcome: FileOutcome): PreviewRow[] {
  if (outcome.kind !== 'new' && outcome.kind !== 'changed') return [];
  const { file, slug, title, kind } = outcome;
  const changed = outcome.kind === 'changed' ? outcome.changedKeys.map(keyTitle) : [];
  return [{ file, slug, title, kind, changed }];
}

export function firstOf<Row>(rows: readonly Row[]): Shown<Row> {
  return { rows: rows.slice(0, mostShown), total: rows.length };
}
