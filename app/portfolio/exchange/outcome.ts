import type { SourceProblem } from '../read-source';

/** What an import would do with one file. */
export type FileOutcome =
  | {
      readonly kind: 'new' | 'unchanged';
      readonly file: string;
      readonly slug: string;
      readonly title: string;
      readonly warnings: readonly SourceProblem[];
    }
  | {
      readonly kind: 'changed';
      readonly file: string;
      readonly slug: string;
      readonly title: string;
      /** Keys of the profile whose value differs. */
      readonly changedKeys: readonly string[];
      readonly warnings: readonly SourceProblem[];
    }
  | { readonly kind: 'faulty'; readonly file: string; readonly problems: readonly SourceProblem[] };

export type OutcomeCounts = Readonly<Record<FileOutcome['kind'], number>>;

export function countOutcomes(outcomes: readonly FileOutcome[]): OutcomeCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, faulty: 0 };
  for (const { kind } of outcomes) counts[kind] += 1;
  return counts;
}

export function problemsOf(outcomes: readonly FileOutcome[]): SourceProblem[] {
  return outcomes.flatMap((outcome) => (outcome.kind === 'faulty' ? outcome.problems : []));
}

export function warningsOf(outcomes: readonly FileOutcome[]): SourceProblem[] {
  return outcomes.flatMap((outcome) => (outcome.kind === 'faulty' ? [] : outcome.warnings));
}
