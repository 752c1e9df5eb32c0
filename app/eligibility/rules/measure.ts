import type { Finding, FindingState } from '../finding';
import type { LegalBasisSetting } from '../legal-basis-settings';

/** What somebody found about one criterion; `open` needs no reason yet. */
export interface Confirmation {
  readonly state: FindingState;
  readonly reason: string | null;
}

export interface MeasureFacts {
  readonly checkedOn: string;
  /** In the order and the words of the measure's profile. */
  readonly criteria: readonly (Confirmation & { readonly criterion: string })[];
  /** Needed for integration into work; null where the legal basis does not ask. */
  readonly necessity: Confirmation | null;
  /** No equal service elsewhere; null where the legal basis does not ask. */
  readonly subordination: Confirmation | null;
  /** Another holistic offer the person takes part in; null: none. */
  readonly overlapsWith: string | null;
}

/** Whether A22 has to be asked: only among the holistic offers. */
export function asksForOverlap(setting: LegalBasisSetting | null): boolean {
  return setting?.isHolistic ?? false;
}

/**
 * Everything that the measure's own target group and its legal basis say about access.
 *
 * No proof of the person is asked for beyond the criteria; none of them is
 * computed, each is confirmed by somebody with a reason where it is not met.
 *
 * Source: rules A18, A20, A22; A18 is stated for "Case-Manager" and read here for
 * every measure's target group (our proposal).
 */
export function checkMeasure(facts: MeasureFacts, setting: LegalBasisSetting | null): Finding[] {
  const criteria = facts.criteria.map(({ criterion, state, reason }) => ({
    rule: 'A18',
    state,
    kind: 'REASON' as const,
    source: 'Zielgruppe der Maßnahme',
    detail: { code: 'targetCriterion' as const, criterion, reason },
  }));
  const source = setting?.source ?? 'Angabe der Behörde';
  const help = (['necessity', 'subordination'] as const).flatMap((code) => {
    const confirmation = facts[code];
    if (!confirmation || !setting?.isSubordinateHelp) return [];
    const { state, reason } = confirmation;
    return [{ rule: 'A20', state, kind: 'REASON' as const, source, detail: { code, reason } }];
  });
  if (!asksForOverlap(setting)) return [...criteria, ...help];
  const overlap: Finding = {
    rule: 'A22',
    state: facts.overlapsWith === null ? 'met' : 'notMet',
    kind: 'WARN',
    source: 'Überschneidung ganzheitlicher Angebote',
    detail: { code: 'overlap', other: facts.overlapsWith },
  };
  return [...criteria, ...help, overlap];
}
