import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { asOwner } from '#db/as-actor';
import { loadExampleContracts } from '#db/example/contracts';
import { loadExample } from '#db/example/load';
import { loadExampleCases } from '#db/example/load-cases';
import { closeMissedOptions } from '~/contracts/store';
import type { Actor } from '~/identity/actor';
import { isRole } from '~/identity/roles';

/** Gives this test file the example as of that day, in its (empty) test database. */
export function useExample(day: string): void {
  const before = process.env.PORTAL_TODAY;
  beforeAll(() => loadExampleOf(day), 300_000);
  afterAll(() => setClock(before));
}

/** Sets the day that the portal takes for today. */
export function setClock(day: string | undefined): void {
  if (day === undefined) delete process.env.PORTAL_TODAY;
  else process.env.PORTAL_TODAY = day;
}

/** What a first start on that day does; the clock stands at it afterwards. */
async function loadExampleOf(day: string): Promise<void> {
  setClock(day);
  await loadExample(path.resolve('db/example/portfolio'));
  await loadExampleContracts(day);
  await loadExampleCases(day);
  await closeMissedOptions(day);
}

/** The person with that demo sign-in. */
export async function demoActor(email: string): Promise<Actor> {
  return asOwner(async (tx) => {
    const rows = await tx
      .selectFrom('account')
      .innerJoin('account_role', 'account_role.account_id', 'account.id')
      .where('account.email', '=', email)
      .select(['account.id', 'account.tenant_id', 'account.provider_id', 'account_role.role'])
      .execute();
    const [row] = rows;
    if (!row) throw new Error(`The example has no account ${email}.`);
    return {
      accountId: row.id,
      sessionId: row.id,
      displayName: email,
      tenantId: row.tenant_id,
      authorityName: '',
      providerId: row.provider_id,
      providerName: row.provider_id && 'Träger',
      roles: rows.map(({ role }) => role).filter(isRole),
      requestId: 'test',
    };
  });
}
