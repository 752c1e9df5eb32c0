import { plainDate } from '~/values/calendar';
import type { ContractOption, ContractState } from '../contract';

/** The two findings that an option needs, as an officer recorded them. */
export interface OptionDecision {
  readonly wasSuccessful: boolean;
  readonly hasFunds: boolean;
}

export type OptionRefusal =
  | { readonly code: 'contractNotSigned' }
  | { readonly code: 'optionDecided'; readonly optionNo: number }
  | { readonly code: 'earlierOptionOpen'; readonly optionNo: number }
  | { readonly code: 'declarationTooLate'; readonly lastDay: string }
  | { readonly code: 'successNotFound' | 'fundsNotFound' };

interface Asked {
  readonly state: ContractState;
  readonly options: readonly ContractOption[];
  readonly optionNo: number;
  readonly today: string;
}

/**
 * What stands against exercising an option on this day, but for the money itself and for
 * what stands against any decision (`decisionRefusals`). Both findings are needed, and
 * the declaration on or before the last day.
 *
 * Source: rule B5.
 */
export function exerciseRefusals(
  asked: Pick<Asked, 'options' | 'optionNo' | 'today'>,
  decision: OptionDecision,
): OptionRefusal[] {
  const option = asked.options.find(({ no }) => no === asked.optionNo);
  if (!option) return [];
  return [
    ...(asked.today > option.declareBy
      ? [{ code: 'declarationTooLate' as const, lastDay: option.declareBy }]
      : []),
    ...(decision.wasSuccessful ? [] : [{ code: 'successNotFound' as const }]),
    ...(decision.hasFunds ? [] : [{ code: 'fundsNotFound' as const }]),
  ];
}

/**
 * What stands against any decision about an option, also against refusing it. Options are
 * decided in their order, because each joins the one before it (rule B2).
 */
export function decisionRefusals({ state, options, optionNo }: Asked): OptionRefusal[] {
  if (state !== 'signed') return [{ code: 'contractNotSigned' }];
  const option = options.find(({ no }) => no === optionNo);
  if (option && option.state !== 'open') return [{ code: 'optionDecided', optionNo }];
  const earlier = options.find((other) => other.no < optionNo && other.state === 'open');
  return earlier ? [{ code: 'earlierOptionOpen', optionNo: earlier.no }] : [];
}

/**
 * Until when the next tender must be begun once an option falls away: the day by which
 * the option had to be declared, because a tender needs no less time; after that day
 * at once.
 *
 * Our proposal.
 */
export function dueDayOfNextTender(declareBy: string, decidedOn: string): string {
  return decidedOn > declareBy ? decidedOn : declareBy;
}

/** How many months before its last day an option is shown as due; our proposal. */
const leadMonths = 3;

/** The first day on which an option that must be declared stands among the things to do. */
export function optionShownFrom(declareBy: string): string {
  return plainDate(declareBy).subtract({ months: leadMonths }).toString();
}
