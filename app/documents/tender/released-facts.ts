import type { Tx } from '#db/as-actor';
import type { TenderFacts } from '~/procurement/facts';

/** Measures with released tender papers, by name. */
export async function listReleasedTenders(tx: Tx): Promise<{ slug: string; title: string }[]> {
  return await tx
    .selectFrom('measure')
    .select(['slug', 'title'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('tender_release as release')
          .select('release.no')
          .whereRef('release.tenant_id', '=', 'measure.tenant_id')
          .whereRef('release.measure_id', '=', 'measure.id'),
      ),
    )
    .orderBy('title')
    .orderBy('slug')
    .execute();
}

/** What the newest released set of a measure was made from; undefined where none was released. */
export async function findReleasedFacts(
  tx: Tx,
  measureId: string,
): Promise<{ no: number; facts: TenderFacts } | undefined> {
  const row = await tx
    .selectFrom('tender_release')
    .select(['no', 'facts'])
    .where('measure_id', '=', measureId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { no: row.no, facts: row.facts as TenderFacts };
}
