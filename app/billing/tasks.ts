import { z } from 'zod';

/** What a provider's invoice page is asked to do; the address says so, hence it works without script. */
export type ProviderInvoiceTask =
  { readonly kind: 'show' | 'claim' | 'withdraw' } | { readonly kind: 'drop'; readonly claimId: string };

/** Names of the query parameters. */
const claim = 'praemie';
const withdraw = 'loeschen';
const drop = 'herausnehmen';

/** Reads the task from the address; what cannot be meant is ignored. */
export function readProviderTask(query: URLSearchParams): ProviderInvoiceTask {
  if (query.has(claim)) return { kind: 'claim' };
  if (query.has(withdraw)) return { kind: 'withdraw' };
  const claimId = z.uuid().safeParse(query.get(drop));
  return claimId.success ? { kind: 'drop', claimId: claimId.data } : { kind: 'show' };
}

/** Query strings of the tasks, to be put behind the invoice's address. */
export const providerTaskQuery = {
  claim: () => `?${claim}=1`,
  withdraw: () => `?${withdraw}=1`,
  drop: (claimId: string) => `?${drop}=${claimId}`,
};
