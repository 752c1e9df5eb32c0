import type { Tx } from '#db/as-actor';
import { findAuthority } from '~/authority/store';
import { listAppropriations, listProducts } from '~/budget/store';
import { findPlan } from '~/portfolio/editing/store';
import type { CouncilPaperFacts } from './rules';

/** The facts of one measure's paper, and where the measure comes from. */
export interface CouncilPaperSource {
  readonly facts: CouncilPaperFacts;
  /** Original carrier and year of the source, e.g. "Jobcenter Dresden, 2011". */
  readonly origin: string;
}

/** Undefined where the actor's authority has no such measure. */
export async function findCouncilPaper(
  tx: Tx,
  slug: string,
  today: string,
): Promise<CouncilPaperSource | undefined> {
  const plan = await findPlan(tx, slug);
  if (!plan) return undefined;
  const [authority, products, appropriations, origin] = await Promise.all([
    findAuthority(tx, plan.paperDate ?? today),
    listProducts(tx),
    plan.productId === null ? [] : listAppropriations(tx, plan.productId),
    originOf(tx, plan.measureId),
  ]);
  const { measureId: _, slug: __, title, version: ___, ...content } = plan;
  const facts: CouncilPaperFacts = {
    authority,
    measure: { slug, title },
    plan: content,
    product: products.find(({ id }) => id === plan.productId) ?? null,
    appropriations,
    today,
  };
  return { facts, origin };
}

async function originOf(tx: Tx, measureId: string): Promise<string> {
  const { carrierName, sourceYear } = await tx
    .selectFrom('measure')
    .select(['carrier_name as carrierName', 'source_year as sourceYear'])
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow();
  return [carrierName, sourceYear].filter((part) => part !== null).join(', ');
}
