import { z } from 'zod';

/** What a contract's service page is asked to do; the address says so, hence it works without script. */
export type ServiceTask =
  | { readonly kind: 'show' }
  | { readonly kind: 'component' | 'premiums' | 'certificate' }
  | { readonly kind: 'measure'; readonly measureId: string };

/** Names of the query parameters. */
const measure = 'massnahme';
const component = 'baustein';
const premiums = 'praemien';
const certificate = 'nachweis';

/** Reads the task from the address; what cannot be meant is ignored. */
export function readServiceTask(query: URLSearchParams): ServiceTask {
  if (query.has(component)) return { kind: 'component' };
  if (query.has(premiums)) return { kind: 'premiums' };
  if (query.has(certificate)) return { kind: 'certificate' };
  const measureId = z.uuid().safeParse(query.get(measure));
  return measureId.success ? { kind: 'measure', measureId: measureId.data } : { kind: 'show' };
}

/** Query strings of the tasks, to be put behind the page's address. */
export const serviceTaskQuery = {
  measure: (measureId: string) => `?${measure}=${measureId}`,
  component: () => `?${component}=1`,
  premiums: () => `?${premiums}=1`,
  certificate: () => `?${certificate}=1`,
};
