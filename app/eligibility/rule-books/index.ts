import type { RuleBook, RuleBookKey } from '../rule-book';
import { cottbus2021 } from './cottbus-2021';
import { hannover2018 } from './hannover-2018';

/** Every rule book that can be chosen. */
export const ruleBooks: readonly RuleBook[] = [hannover2018, cottbus2021];

export function ruleBook(key: RuleBookKey): RuleBook {
  return key === 'jc-hannover-2018' ? hannover2018 : cottbus2021;
}
