import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import { productLabel } from '~/budget/entry-text';
import { listFundingSources, listProducts } from '~/budget/store';

/** What the form of a contract offers to choose from; of providers those that work with the authority. */
export async function listContractChoices(tx: Tx) {
  const [measures, providers, products, sources] = await Promise.all([
    tx.selectFrom('measure').select(['id', 'title']).orderBy('title').orderBy('id').execute(),
    tx
      .selectFrom('provider')
      .select(['id', 'name'])
      .orderBy(sql`name collate de_icu`)
      .execute(),
    listProducts(tx),
    listFundingSources(tx),
  ]);
  return {
    measures: measures.map(({ id, title }) => ({ value: id, label: title })),
    providers: providers.map(({ id, name }) => ({ value: id, label: name })),
    products: products.map((product) => ({ value: product.id, label: productLabel(product) })),
    sources: sources.map(({ id, name }) => ({ value: id, label: name })),
  };
}
