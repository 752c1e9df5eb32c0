import { expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { AccountEntry } from '~/identity/store/accounts';
import {
  changeAccount,
  createAccount,
  findAccount,
  listProviders,
  lockAccount,
} from '~/identity/store/accounts';
import { listAccounts } from '~/identity/store/account-list';
import { aProviderActor, anActor, emailOf, providers } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { verbsAbout } from './support';

useTestDatabase();

const admin = anActor('portalAdmin');
const everyone = { text: '', role: null, state: null, page: 1 } as const;
const newcomer = {
  displayName: 'Nora Neu',
  email: 'nora.neu@beispiel.test',
  roles: ['caseworker', 'teamLead'],
  providerId: null,
} as const;

async function load(tx: Tx, actor: Actor): Promise<AccountEntry> {
  const account = await findAccount(tx, actor.accountId);
  if (!account) throw new Error('The account is missing.');
  return account;
}

test('an administrator creates an account that waits for its password', async () => {
  const created = await asActor(admin, (tx) => createAccount(tx, admin, newcomer));
  if (!created.ok) throw new Error('The account was refused.');
  expect(created.value.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const account = await asReader(admin, (tx) => findAccount(tx, created.value.id));
  expect(account).toMatchObject({ ...newcomer, lockedAt: null, providerName: null });
  const log = await asOwner((tx) =>
    tx.selectFrom('audit_entry').selectAll().where('object_id', '=', created.value.id).execute(),
  );
  expect(log).toMatchObject([{ verb: 'account.created', account_id: admin.accountId }]);
  expect(JSON.stringify(log)).not.toContain('nora');
});

test('an address that any authority uses already is refused without saying whose it is', async () => {
  for (const owner of [anActor('controller'), anActor('controller', { tenant: 'foreign' })]) {
    const result = await asActor(admin, (tx) =>
      createAccount(tx, admin, { ...newcomer, email: emailOf(owner) }),
    );
    expect(result).toEqual({ ok: false, findings: [{ code: 'emailNotUsable' }] });
  }
});

test('staff of a provider need a provider the authority works with', async () => {
  const wanted = { ...newcomer, email: 'tina@beispiel.test', roles: ['provider'] } as const;
  const foreignAdmin = anActor('portalAdmin', { tenant: 'foreign' });
  const refused = await asActor(foreignAdmin, (tx) =>
    createAccount(tx, foreignAdmin, { ...wanted, providerId: providers.first.id }),
  );
  expect(refused).toEqual({ ok: false, findings: [{ code: 'providerUnknown' }] });
  const created = await asActor(foreignAdmin, (tx) =>
    createAccount(tx, foreignAdmin, { ...wanted, providerId: providers.second.id }),
  );
  expect(created.ok).toBe(true);
  expect(await asReader(foreignAdmin, listProviders)).toEqual([providers.second]);
});

test('the last administrator can neither be locked nor lose the role', async () => {
  const refused = { ok: false, findings: [{ code: 'lastAdministrator' }] };
  expect(await asActor(admin, async (tx) => lockAccount(tx, admin, await load(tx, admin)))).toEqual(refused);
  const withoutRole = { displayName: 'x', roles: ['districtOfficer'], providerId: null } as const;
  const resign = () =>
    asActor(admin, async (tx) => changeAccount(tx, admin, await load(tx, admin), withoutRole));
  expect(await resign()).toEqual(refused);
  const colleague = anActor('districtOfficer');
  await asActor(admin, async (tx) =>
    changeAccount(tx, admin, await load(tx, colleague), {
      displayName: colleague.displayName,
      roles: ['districtOfficer', 'portalAdmin'],
      providerId: null,
    }),
  );
  expect(await resign()).toMatchObject({ ok: true });
  await asActor(colleague, async (tx) => {
    expect(await findAccount(tx, admin.accountId)).toBeUndefined();
  });
});

test('saving without a change writes nothing into the log', async () => {
  const actor = anActor('portalAdmin', { tenant: 'foreign' });
  const target = anActor('teamLead', { tenant: 'foreign' });
  await asActor(actor, async (tx) =>
    changeAccount(tx, actor, await load(tx, target), await load(tx, target)),
  );
  expect(await verbsAbout(target)).toEqual([]);
});

test('a foreign account, an unknown id and no id at all look alike', async () => {
  const foreign = anActor('districtOfficer', { tenant: 'foreign' });
  const actor = anActor('portalAdmin');
  for (const id of [foreign.accountId, '00000000-0000-4000-8000-000000000000', 'neu', "' or 1=1"]) {
    expect(await asReader(actor, (tx) => findAccount(tx, id))).toBeUndefined();
  }
});

test.each([
  { who: 'staff of a provider', actor: aProviderActor('first') },
  { who: 'a controller', actor: anActor('controller') },
])('$who see only their own account, even where a page forgot to ask', async ({ actor }) => {
  const ids = await asReader(actor, (tx) => tx.selectFrom('account').select('id').execute());
  expect(ids).toEqual([{ id: actor.accountId }]);
  await expect(
    asActor(actor, (tx) => createAccount(tx, actor, { ...newcomer, email: 'x@beispiel.test' })),
  ).rejects.toMatchObject({ code: '42501' });
});

test('the list finds by name or address, role and state, within the authority', async () => {
  const actor = anActor('portalAdmin', { tenant: 'foreign' });
  const find = (search: Partial<Parameters<typeof listAccounts>[1]>) =>
    asReader(actor, (tx) => listAccounts(tx, { ...everyone, ...search }));
  const all = await find({});
  // Seven of the staff and the newcomer of the provider.
  expect(all.total).toBe(8);
  expect(all.rows.every((row) => !row.displayName.includes('(own)'))).toBe(true);
  const controller = anActor('controller', { tenant: 'foreign' });
  expect((await find({ text: emailOf(controller).slice(0, 5).toUpperCase() })).rows).toMatchObject([
    { id: controller.accountId, roles: ['controller'], isLocked: false },
  ]);
  expect((await find({ role: 'provider' })).rows).toMatchObject([{ providerName: providers.second.name }]);
  expect((await find({ state: 'gesperrt' })).total).toBe(0);
  expect((await find({ text: '%' })).total).toBe(0);
  expect((await find({ page: 2 })).rows).toEqual([]);
});
