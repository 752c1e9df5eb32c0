import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';

/**
 * Until the transaction ends no one else of the authority moves or ties money: what a
 * rule found free is then still free when it is written. One lock for the whole
 * budget, because a transfer or contract touches many pots and would else deadlock.
 */
export async function lockFunds(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('funds' || ${tenantId}::text, 0))`.execute(tx);
}
