/** Key under which an authority keeps its own thresholds in `rule_setting`. */
export const suppressionKey = 'smallNumberSuppression';

/** What is too small to leave the authority. */
export interface Protection {
  /** Counts of persons from 1 up to one less than this are hidden; 0 is shown. */
  readonly minCellCount: number;
  /** Below this denominator a share is not printed: "zu wenige Fälle". */
  readonly minDenominator: number;
}

export interface DatedProtection extends Protection {
  /** Both days inclusive; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

/**
 * What counts for an authority that has set nothing of its own.
 *
 * Source: rule E6 (statistics of the Federal Employment Agency: at least 3); the
 * denominator of 10 is our proposal (rules.md § 12.14).
 */
const presets: readonly DatedProtection[] = [
  {
    minCellCount: 3,
    minDenominator: 10,
    validFrom: '2000-01-01',
    validTo: null,
    source: 'Mindestfallzahl 3 wie in der Statistik der Bundesagentur für Arbeit',
  },
];

/** The thresholds of a day: the authority's own where there are any, else the preset. */
export function protectionOn(day: string, own: readonly DatedProtection[]): DatedProtection {
  const holds = ({ validFrom, validTo }: DatedProtection) =>
    validFrom <= day && (validTo === null || day <= validTo);
  const found = own.find(holds) ?? presets.find(holds) ?? presets[0];
  if (!found) throw new Error('There is no preset for the protection of small numbers.');
  return found;
}
