import type { Tx } from '#db/as-actor';
import { findAuthority } from '~/authority/store';
import { listProducts } from '~/budget/store';
import type { PlanChoices } from '../conflict';

/** The committees and products a plan can name, as they are on the day `onDate`. */
export async function listPlanChoices(tx: Tx, onDate: string): Promise<PlanChoices> {
  const [authority, products] = await Promise.all([findAuthority(tx, onDate), listProducts(tx)]);
  return { committees: authority.committees, products };
}
