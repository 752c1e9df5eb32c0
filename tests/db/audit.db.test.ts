import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { anActor, aProviderActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const officer = anActor('districtOfficer');
const deed = {
  verb: 'appropriation.changed',
  objectKind: 'appropriation',
  objectId: '00000000-0000-4000-8000-000000000001',
  changedFields: ['amountCents'],
};

function listEntries() {
  return asOwner((tx) => tx.selectFrom('audit_entry').selectAll().execute());
}

test('an entry says who did what to which thing, and in which request', async () => {
  await asActor(officer, (tx) => recordAudit(tx, officer, deed));

  expect(await listEntries()).toEqual([
    {
      tenant_id: officer.tenantId,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      at: expect.stringMatching(/^20\d\d-/) as string,
      account_id: officer.accountId,
      role: 'districtOfficer',
      verb: 'appropriation.changed',
      object_kind: 'appropriation',
      object_id: deed.objectId,
      changed_fields: ['amountCents'],
      request_id: officer.requestId,
    },
  ]);
});

test('no deed, no entry: a rollback takes it back', async () => {
  const failed = asActor(officer, async (tx) => {
    await recordAudit(tx, officer, deed);
    throw new Error('the deed failed');
  });

  await expect(failed).rejects.toThrow('the deed failed');
  expect(await listEntries()).toHaveLength(1);
});

test.each([
  { change: 'changed', statement: sql`update audit_entry set verb = 'something.else'` },
  { change: 'deleted', statement: sql`delete from audit_entry` },
  { change: 'emptied', statement: sql`truncate audit_entry` },
  {
    change: 'dated back',
    statement: sql`insert into audit_entry (tenant_id, account_id, verb, object_kind, at)
      values (${officer.tenantId}, ${officer.accountId}, 'v', 'k', '2019-01-01')`,
  },
])('nobody who acts can have an entry $change', async ({ statement }) => {
  for (const actor of [officer, anActor('portalAdmin'), aProviderActor('first')]) {
    await expect(asActor(actor, (tx) => statement.execute(tx))).rejects.toMatchObject({ code: '42501' });
  }
});

test.each([
  { whose: 'a colleague', name: anActor('teamLead') },
  { whose: 'a foreign authority', name: anActor('districtOfficer', { tenant: 'foreign' }) },
])('nobody writes in the name of $whose', async ({ name }) => {
  await expect(asActor(officer, (tx) => recordAudit(tx, name, deed))).rejects.toMatchObject({
    code: '42501',
  });
});

test('staff of a provider leaves entries too; the administrator reads them, others do not', async () => {
  const provider = aProviderActor('first');
  await asActor(provider, (tx) => recordAudit(tx, provider, deed));

  const count = (actor: typeof officer) =>
    asReader(actor, async (tx) => (await tx.selectFrom('audit_entry').select('id').execute()).length);
  expect(await count(anActor('portalAdmin'))).toBe(2);
  expect(await count(officer)).toBe(0);
  expect(await count(anActor('portalAdmin', { tenant: 'foreign' }))).toBe(0);
});
