import type { Tx } from '#db/as-actor';
import { findAuthority } from '~/authority/store';
import { moneyByYear } from '~/budget/funds';
import { listAppropriations, listProducts, listTransfers } from '~/budget/store';
import { findPlan } from '~/portfolio/editing/store';
import { currentVersionNo, findMeasure } from '~/portfolio/store';
import type { CouncilPaperFacts } from './rules';

/** The facts of one measure's paper, and where the measure comes from. */
export interface CouncilPaperSource {
  readonly facts: CouncilPaperFacts;
  /** Original carrier and year of the source, e.g. "Jobcenter Dresden, 2011". */
  readonly origin: string;
  /** Which version of the measure it was made from, e.g. "Version 2 der Maßnahme". */
  readonly basis: string;
}

/** Undefined where the actor's authority has no such measure. */
export async function findCouncilPaper(
  tx: Tx,
  slug: string,
  today: string,
): Promise<CouncilPaperSource | undefined> {
  const plan = await findPlan(tx, slug);
  if (!plan) return undefined;
  const [measure, authority, products, appropriations, transfers, origin] = await Promise.all([
    findMeasure(tx, slug),
    findAuthority(tx, plan.paperDate ?? today),
    listProducts(tx),
    plan.productId === null ? [] : listAppropriations(tx, plan.productId),
    listTransfers(tx),
    originOf(tx, plan.measureId),
  ]);
  const { measureId: _, slug: __, title, version: ___, ...content } = plan;
  const facts: CouncilPaperFacts = {
    authority,
    measure: { slug, title },
    plan: content,
    product: products.find(({ id }) => id === plan.productId) ?? null,
    appropriations: moneyByYear(appropriations, transfers),
    today,
  };
  const versionNo = measure ? await currentVersionNo(tx, measure) : null;
  const basis = versionNo === null ? 'Arbeitsstand der Maßnahme' : `Version ${versionNo} der Maßnahme`;
  return { facts, origin, basis };
}

async function originOf(tx: Tx, measureId: string): Promise<string> {
  const { carrierName, sourceYear } = await tx
    .selectFrom('measure')
    .select(['carrier_name as carrierName', 'source_year as sourceYear'])
    .where('id', '=', measureId)
    .executeTakeFirstOrThrow();
  // A measure without a source is the authority's own.
  if (sourceYear === null) return '';
  return [carrierName, String(sourceYear)].filter((part) => part !== null).join(', ');
}
