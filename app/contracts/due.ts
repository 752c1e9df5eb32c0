import type { DueThing } from '~/ui/start-page';
import { paths } from '~/ui/paths';
import type { ContractTask, OpenOption } from './contract';
import { optionShownFrom } from './rules/options';
import { contractTaskQuery } from './tasks';
import { taskText } from './words';

/**
 * What is due with contracts, by day: open tasks, and options whose last day comes near.
 *
 * @param mayDecide leads to the decision itself and not only to the contract
 */
export function contractsDue(
  { tasks, options }: { readonly tasks: readonly ContractTask[]; readonly options: readonly OpenOption[] },
  { today, mayDecide }: { readonly today: string; readonly mayDecide: boolean },
): DueThing[] {
  const near = options.filter(({ declareBy }) => optionShownFrom(declareBy) <= today);
  return [
    ...tasks.map((task) => ({
      key: task.id,
      what: taskText(task),
      about: about(task.contractNumber, task.measureTitle),
      dueOn: task.dueOn,
      to: task.contractId === null ? paths.contracts() : paths.contract(task.contractId),
    })),
    ...near.map((option) => ({
      key: `${option.contractId} ${option.optionNo}`,
      what: `Über Option ${option.optionNo} entscheiden`,
      about: about(option.contractNumber, option.measureTitle),
      dueOn: option.declareBy,
      to: `${paths.contract(option.contractId)}${mayDecide && option.declareBy >= today ? contractTaskQuery.decide(option.optionNo) : ''}`,
    })),
  ].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function about(number: string | null, measure: string | null): string {
  return number === null ? 'ohne Vertrag' : `Vertrag ${number}, ${measure ?? ''}`;
}
