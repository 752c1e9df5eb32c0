import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';

/**
 * Until the transaction ends nobody else takes a place of this contract: first come, first
 * served. The constraint alone would do it too, but people who wait for each other's rows
 * end in deadlocks, and whoever lost could not be told apart from a fault.
 */
export async function lockPlaces(tx: Tx, contractId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('places' || ${contractId}::text, 0))`.execute(tx);
}

/**
 * Runs what may meet a constraint of the allocations, and answers with its name in place of
 * an error; null: it went well. Behind a savepoint, because an error would end the transaction.
 */
export async function constraintMet(tx: Tx, work: () => Promise<unknown>): Promise<string | null> {
  await sql`savepoint places`.execute(tx);
  try {
    await work();
    return null;
  } catch (error) {
    const { constraint = '' } = error as { constraint?: string };
    if (!constraint.startsWith('allocation_')) throw error;
    await sql`rollback to savepoint places`.execute(tx);
    return constraint;
  }
}
