import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { refuse, ok } from '~/values/result';
import type { Result } from '~/values/result';
import { clientNetwork, nextAttemptAt, signInLimits } from '../rules';
import { hashToken } from '../token';

/** One thing that is counted: an e-mail address, a network, an account that proves its password. */
export interface AttemptKey {
  readonly hash: string;
  readonly limit: number;
}

export function emailKey(email: string): AttemptKey {
  return { hash: hashToken(`email:${email}`), limit: signInLimits.email };
}

export function addressKey(clientAddress: string): AttemptKey {
  return {
    hash: hashToken(`address:${clientNetwork(clientAddress)}`),
    limit: signInLimits.address,
  };
}

export interface TooManyAttempts {
  readonly code: 'tooManyAttempts';
  readonly nextAt: string;
}

/**
 * Counts an attempt before the password is looked at, or refuses it.
 *
 * Counting first and under a lock: with a hundred requests at the same moment
 * each would otherwise see the few failures from before. Answers with the ids
 * of the counted attempts, so that `forgetAttempts` can take them back.
 */
export async function countAttempt(
  tx: Tx,
  keys: readonly AttemptKey[],
): Promise<Result<readonly string[], TooManyAttempts>> {
  const hashes = keys.map((key) => key.hash).sort();
  for (const hash of hashes) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`.execute(tx);
  }
  const window = sql<string>`clock_timestamp() - make_interval(mins => ${signInLimits.windowMinutes})`;
  await tx.deleteFrom('sign_in_attempt').where('attempted_at', '<', window).execute();
  const earlier = await tx
    .selectFrom('sign_in_attempt')
    .select(['key_hash', 'attempted_at'])
    .where('key_hash', 'in', hashes)
    .execute();
  const now = await databaseNow(tx);
  const waits = keys.flatMap((key) => {
    const failures = earlier.filter((row) => row.key_hash === key.hash);
    return (
      nextAttemptAt(
        failures.map((row) => row.attempted_at),
        key.limit,
        now,
      ) ?? []
    );
  });
  const longest = waits.sort().at(-1);
  if (longest) return refuse({ code: 'tooManyAttempts', nextAt: longest });
  const counted = await tx
    .insertInto('sign_in_attempt')
    .values(hashes.map((hash) => ({ key_hash: hash })))
    .returning('id')
    .execute();
  return ok(counted.map((row) => row.id));
}

/** After a right password: this attempt was no failure, and the key's earlier ones count no more. */
export async function forgetAttempts(tx: Tx, attemptIds: readonly string[], key: AttemptKey): Promise<void> {
  await tx
    .deleteFrom('sign_in_attempt')
    .where((where) => where.or([where('id', 'in', [...attemptIds]), where('key_hash', '=', key.hash)]))
    .execute();
}

async function databaseNow(tx: Tx): Promise<string> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(tx);
  const first = rows[0];
  if (!first) throw new Error('The database did not tell the time.');
  return first.now;
}
