import { z } from 'zod';

/** What the budget page is asked to do; the address says so, hence it works without script. */
export type BudgetTask =
  | { readonly kind: 'show' }
  | { readonly kind: 'addProduct' }
  | { readonly kind: 'renameProduct'; readonly id: string }
  | { readonly kind: 'addSource' }
  | { readonly kind: 'renameSource'; readonly id: string }
  | { readonly kind: 'enterAppropriation'; readonly productId: string | null }
  | { readonly kind: 'changeAppropriation'; readonly id: string }
  | { readonly kind: 'deleteAppropriation'; readonly id: string }
  /** What was booked on one appropriation. */
  | { readonly kind: 'showBookings'; readonly id: string }
  | { readonly kind: 'transfer'; readonly fromId: string | null };

/** Names of the query parameters. */
const addProduct = 'neues-produkt';
const renameProduct = 'produkt';
const addSource = 'neue-geldquelle';
const renameSource = 'geldquelle';
const enterAppropriation = 'neuer-ansatz';
const changeAppropriation = 'ansatz';
const deleteAppropriation = 'ansatz-loeschen';
const showBookings = 'buchungen';
const transfer = 'umbuchung';

/** Reads the task from the address; ids that cannot be ids are ignored. */
export function readTask(query: URLSearchParams): BudgetTask {
  if (query.has(addProduct)) return { kind: 'addProduct' };
  if (query.has(addSource)) return { kind: 'addSource' };
  if (query.has(enterAppropriation)) {
    return { kind: 'enterAppropriation', productId: idIn(query, enterAppropriation) };
  }
  if (query.has(transfer)) return { kind: 'transfer', fromId: idIn(query, transfer) };
  for (const [name, kind] of [
    [renameProduct, 'renameProduct'],
    [renameSource, 'renameSource'],
    [changeAppropriation, 'changeAppropriation'],
    [deleteAppropriation, 'deleteAppropriation'],
    [showBookings, 'showBookings'],
  ] as const) {
    const id = idIn(query, name);
    if (id) return { kind, id };
  }
  return { kind: 'show' };
}

function idIn(query: URLSearchParams, name: string): string | null {
  const id = z.uuid().safeParse(query.get(name));
  return id.success ? id.data : null;
}

/** Query strings of the tasks, to be put behind the page's address. */
export const taskQuery = {
  addProduct: () => `?${addProduct}=1`,
  renameProduct: (id: string) => `?${renameProduct}=${id}`,
  addSource: () => `?${addSource}=1`,
  renameSource: (id: string) => `?${renameSource}=${id}`,
  enterAppropriation: (productId?: string) => `?${enterAppropriation}=${productId ?? ''}`,
  changeAppropriation: (id: string) => `?${changeAppropriation}=${id}`,
  deleteAppropriation: (id: string) => `?${deleteAppropriation}=${id}`,
  showBookings: (id: string) => `?${showBookings}=${id}`,
  transfer: (fromId?: string) => `?${transfer}=${fromId ?? ''}`,
};
