import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Actor } from '~/identity/actor';
import { asActor, asOwner, asReader, asSignIn, type Tx } from '#db/as-actor';
import { currentDatabase } from '#db/connection';
import { anActor, aProviderActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';

const own = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });

describe.each([{ isPipelined: true }, { isPipelined: false }])(
  'pipelined: $isPipelined',
  ({ isPipelined }) => {
    useTestDatabase({ isPipelined, poolSize: 2 });

    test('a forgotten where shows nothing of the other authority', async () => {
      await asActor(own, (tx) => addProduct(tx, own, 'own product'));
      await asActor(foreign, (tx) => addProduct(tx, foreign, 'foreign product'));

      expect(await productNames(own)).toEqual(['own product']);
      expect(await productNames(foreign)).toEqual(['foreign product']);
    });

    test('a forgotten where changes and deletes nothing of the other authority', async () => {
      const changed = await asActor(foreign, async (tx) => {
        await tx.updateTable('budget_product').set({ name: 'taken over' }).execute();
        return tx.deleteFrom('budget_product').executeTakeFirst();
      });

      expect(changed.numDeletedRows).toBe(1n);
      expect(await productNames(own)).toEqual(['own product']);
    });

    test('a row cannot be put into or moved to the other authority', async () => {
      await expect(asActor(own, (tx) => addProduct(tx, foreign, 'planted'))).rejects.toMatchObject({
        code: '42501',
      });
      const move = asActor(own, (tx) =>
        tx.updateTable('budget_product').set({ tenant_id: authorities.foreign.id }).execute(),
      );
      await expect(move).rejects.toMatchObject({ code: '42501' });
    });

    test('an error in the middle rolls everything back and leaves nothing set', async () => {
      const deed = asActor(own, async (tx) => {
        await addProduct(tx, own, 'half done');
        throw new Error('in the middle');
      });

      await expect(deed).rejects.toThrow('in the middle');
      expect(await productNames(own)).toEqual(['own product']);
      expect(await leftovers()).toEqual(nobody);
    });

    test('an error of the database in the middle of several queries sent together', async () => {
      const deed = asActor(own, (tx) =>
        Promise.all([
          addProduct(tx, own, 'first of three'),
          sql`select 1 / 0`.execute(tx),
          addProduct(tx, own, 'third of three'),
        ]),
      );

      await expect(deed).rejects.toMatchObject({ code: '22012' });
      expect(await productNames(own)).toEqual(['own product']);
    });

    test('a swallowed error makes the commit fail: nobody reads "saved" of a lost row', async () => {
      const deed = asActor(own, async (tx) => {
        await addProduct(tx, own, 'believed to be saved');
        await sql`select 1 / 0`.execute(tx).catch(() => undefined);
        return 'saved';
      });

      await expect(deed).rejects.toMatchObject({ code: '25P02' });
      expect(await productNames(own)).toEqual(['own product']);
    });

    test('a constraint that waits for the commit is reported by it', async () => {
      const deed = asActor(own, (tx) =>
        tx
          .insertInto('committee')
          .values(
            ['A', 'B'].map((name) => ({
              tenant_id: own.tenantId,
              name,
              position: 1,
              task: 'advises' as const,
              is_public: true,
            })),
          )
          .execute(),
      );

      await expect(deed).rejects.toMatchObject({ constraint: 'committee_position_once' });
    });

    test('after a transaction the session is nobody again', async () => {
      await productNames(own);
      expect(await leftovers()).toEqual(nobody);
    });

    test('a transaction closed by hand leaves no open one to the next request', async () => {
      const deed = asActor(own, async (tx) => {
        await sql`commit`.execute(tx);
        await sql`begin`.execute(tx);
        await sql`select set_config('portal.tenant', ${authorities.own.id}, false)`.execute(tx);
        throw new Error('left open');
      });

      await expect(deed).rejects.toThrow('left open');
      expect(await productNames(own)).toEqual(['own product']);
      expect(await leftovers()).toEqual(nobody);
    });

    test('reading refuses every write', async () => {
      await expect(asReader(own, (tx) => addProduct(tx, own, 'written'))).rejects.toMatchObject({
        code: '25006',
      });
      expect(await asReader(own, (tx) => countProducts(tx))).toBe(1);
    });

    test('without an actor the session may do nothing', async () => {
      const bare = currentDatabase().transact('begin', (tx) => countProducts(tx));
      await expect(bare).rejects.toMatchObject({ code: '42501' });
    });

    test('if the role cannot be taken, no query runs and the cause is named', async () => {
      const deed = currentDatabase().transact('begin; set local role portal_nobody', (tx) =>
        countProducts(tx),
      );
      await expect(deed).rejects.toMatchObject({ code: '22023' });
    });

    test('sign-in sees accounts of every authority and nothing else', async () => {
      const tenants = await asSignIn('test', (tx) =>
        tx.selectFrom('account').select('tenant_id').distinct().orderBy('tenant_id').execute(),
      );
      expect(tenants.map((row) => row.tenant_id)).toEqual([authorities.own.id, authorities.foreign.id]);
      await expect(asSignIn('test', (tx) => countProducts(tx))).rejects.toMatchObject({ code: '42501' });
    });

    test('staff of a provider acts as the provider, not as the authority', async () => {
      const deed = asActor(aProviderActor('first'), (tx) => countProducts(tx));
      await expect(deed).rejects.toMatchObject({ code: '42501' });
    });

    test('the owner sees every authority, and only while it works', async () => {
      const tenants = await asOwner((tx) => tx.selectFrom('authority').select('id').orderBy('id').execute());
      expect(tenants.map((row) => row.id)).toEqual([authorities.own.id, authorities.foreign.id]);
      expect(await leftovers()).toEqual(nobody);
    });

    test('a transaction inside a transaction is refused instead of waiting for itself', async () => {
      const nested = asActor(own, () => asReader(own, (tx) => countProducts(tx)));
      await expect(nested).rejects.toThrow('hand tx on');
    });

    test.each([
      { fault: 'a tenant that is no UUID', actor: { ...own, tenantId: "x', true); drop table measure; --" } },
      { fault: 'an account that is no UUID', actor: { ...own, accountId: '' } },
      { fault: 'a provider that is no UUID', actor: { ...aProviderActor('first'), providerId: '1' } },
      { fault: 'an unknown role', actor: { ...own, roles: ['portal_owner'] } as unknown as Actor },
      { fault: 'a request id with a quote', actor: { ...own, requestId: "a'b" } },
      {
        fault: 'the role provider without a provider',
        actor: { ...own, roles: ['provider'] } satisfies Actor,
      },
      {
        fault: 'a provider without the role',
        actor: { ...own, providerId: aProviderActor('first').providerId },
      },
      { fault: 'nobody at all', actor: null as unknown as Actor },
    ])('$fault never reaches the database', async ({ actor }) => {
      let reached = false;
      const deed = asActor(actor, () => {
        reached = true;
        return Promise.resolve();
      });
      await expect(deed).rejects.toThrow();
      expect(reached).toBe(false);
    });
  },
);

const nobody = { me: 'portal_login', tenant: '', account: '', provider: '', roles: '', upkeep: '' };

/** What a session between two requests still knows. */
async function leftovers() {
  return currentDatabase().transact('begin', async (tx) => {
    const setting = (name: string) => sql<string>`coalesce(current_setting(${`portal.${name}`}, true), '')`;
    const found = await sql<typeof nobody>`
      select current_user as me, ${setting('tenant')} as tenant, ${setting('account')} as account,
        ${setting('provider')} as provider, ${setting('roles')} as roles, ${setting('upkeep')} as upkeep`.execute(
      tx,
    );
    return found.rows[0];
  });
}

async function addProduct(tx: Tx, actor: Actor, name: string): Promise<void> {
  await tx.insertInto('budget_product').values({ tenant_id: actor.tenantId, number: name, name }).execute();
}

async function countProducts(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('budget_product')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function productNames(actor: Actor): Promise<string[]> {
  const rows = await asReader(actor, (tx) =>
    tx.selectFrom('budget_product').select('name').orderBy('name').execute(),
  );
  return rows.map((row) => row.name);
}
