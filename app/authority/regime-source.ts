import { laterYearInstrument } from '~/budget/regime';
import type { BudgetRegime } from './authority';

/** The provision a regime rests on in that state; where the rules name none, the authority's own word. */
export function regimeSource(regime: BudgetRegime, onDate: string, state: string): string {
  const rule = laterYearInstrument({ regime, expenditure: 'service', onDate, state });
  return rule?.source ?? 'Angabe der Behörde';
}
