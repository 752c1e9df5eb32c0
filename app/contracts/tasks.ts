import { z } from 'zod';

/** What a contract's page is asked to do; the address says so, hence it works without script. */
export type ContractPageTask =
  | { readonly kind: 'show' | 'sign' | 'change' | 'end' }
  | { readonly kind: 'decide'; readonly optionNo: number }
  | { readonly kind: 'finish'; readonly taskId: string };

/** Names of the query parameters. */
const sign = 'unterzeichnen';
const decide = 'option';
const change = 'aenderung';
const end = 'beenden';
const finish = 'erledigt';

/** Reads the task from the address; what cannot be meant is ignored. */
export function readContractTask(query: URLSearchParams): ContractPageTask {
  if (query.has(sign)) return { kind: 'sign' };
  if (query.has(change)) return { kind: 'change' };
  if (query.has(end)) return { kind: 'end' };
  const optionNo = query.get(decide) ?? '';
  if (/^[1-9]\d?$/.test(optionNo)) return { kind: 'decide', optionNo: Number(optionNo) };
  const taskId = z.uuid().safeParse(query.get(finish));
  return taskId.success ? { kind: 'finish', taskId: taskId.data } : { kind: 'show' };
}

/** Query strings of the tasks, to be put behind the contract's address. */
export const contractTaskQuery = {
  sign: () => `?${sign}=1`,
  decide: (optionNo: number) => `?${decide}=${optionNo}`,
  change: () => `?${change}=1`,
  end: () => `?${end}=1`,
  finish: (taskId: string) => `?${finish}=${taskId}`,
};
