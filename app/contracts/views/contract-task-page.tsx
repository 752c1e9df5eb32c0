import type { FormReply } from '~/ui/form/portal-form';
import type { ContractPageTask } from '../tasks';
import { ContractPage, type ContractPageProps } from './contract-page';
import { ChangePage, DecisionPage, EndPage, FinishPage, SignPage } from './task-pages';

interface ContractTaskPageProps extends ContractPageProps {
  readonly task: ContractPageTask;
  readonly optionMoney: readonly { readonly totalCents: number; readonly missing: readonly string[] }[];
  readonly reply: FormReply | undefined;
}

/** The page of the task that the address names. */
export function ContractTaskPage(props: ContractTaskPageProps) {
  const { task, contract, optionMoney, awardedCents, reply } = props;
  switch (task.kind) {
    case 'sign':
      return <SignPage contract={contract} reply={reply} />;
    case 'end':
      return <EndPage contract={contract} reply={reply} />;
    case 'change':
      return (
        <ChangePage
          contract={contract}
          awardedCents={awardedCents}
          usedCents={contract.changes.reduce((sum, { amountCents }) => sum + Math.abs(amountCents), 0)}
          reply={reply}
        />
      );
    case 'decide': {
      const index = contract.options.findIndex(({ no }) => no === task.optionNo);
      const option = contract.options[index];
      const money = optionMoney[index];
      if (!option || !money) return <ContractPage {...props} />;
      return <DecisionPage contract={contract} option={option} {...money} reply={reply} />;
    }
    case 'finish': {
      const open = props.tasks.find(({ id }) => id === task.taskId);
      return <FinishPage contract={contract} task={open} today={props.today} reply={reply} />;
    }
    case 'show':
      return <ContractPage {...props} />;
  }
}
