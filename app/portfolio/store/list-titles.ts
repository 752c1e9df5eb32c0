import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';

/** Names and slugs of all measures of the actor's authority, by name. */
export async function listTitles(tx: Tx): Promise<{ slug: string; title: string }[]> {
  return await tx
    .selectFrom('measure')
    .select(['slug', 'title'])
    .orderBy(sql`title collate de_icu`)
    .orderBy('slug')
    .execute();
}
