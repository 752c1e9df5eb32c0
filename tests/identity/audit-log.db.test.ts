import { expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { auditSentences } from '~/identity/audit-verbs';
import { listAuditEntries } from '~/identity/store/audit-log';
import { aProviderActor, anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const admin = anActor('portalAdmin');
const latest = { verb: null, olderThan: null };

test('the log is read page by page without losing or repeating an entry', async () => {
  const officer = anActor('districtOfficer');
  // One moment for all of them: then only the id keeps the order.
  await asOwner(async (tx) => {
    const entries = Array.from({ length: 120 }, (_, index) => ({
      tenant_id: officer.tenantId,
      at: index < 100 ? '2019-09-01T08:00:00Z' : '2019-09-02T08:00:00.123456Z',
      account_id: officer.accountId,
      verb: 'authority.changed',
      object_kind: 'authority',
    }));
    await tx.insertInto('audit_entry').values(entries).execute();
  });
  const seen: string[] = [];
  let search: Parameters<typeof listAuditEntries>[1] = latest;
  const sizes: number[] = [];
  for (let hasOlder = true; hasOlder;) {
    const page = await asReader(admin, (tx) => listAuditEntries(tx, search));
    seen.push(...page.rows.map((row) => row.id));
    sizes.push(page.rows.length);
    hasOlder = page.hasOlder;
    search = { ...search, olderThan: page.rows.at(-1) ?? null };
  }
  expect(sizes).toEqual([50, 50, 20]);
  expect(new Set(seen).size).toBe(120);
  const [first] = (await asReader(admin, (tx) => listAuditEntries(tx, latest))).rows;
  expect(first).toMatchObject({ at: '2019-09-02 08:00:00.123456+00', doer: officer.displayName });
});

test('the filter shows one kind of entry, with the name of the account it is about', async () => {
  const controller = anActor('controller');
  await asActor(admin, (tx) =>
    recordAudit(tx, admin, {
      verb: 'account.locked',
      objectKind: 'account',
      objectId: controller.accountId,
    }),
  );
  const { rows } = await asReader(admin, (tx) => listAuditEntries(tx, { ...latest, verb: 'account.locked' }));
  expect(rows).toMatchObject([{ doer: admin.displayName, objectName: controller.displayName }]);
});

test.each([
  { who: 'the administrator of another authority', actor: anActor('portalAdmin', { tenant: 'foreign' }) },
  { who: 'the district officer', actor: anActor('districtOfficer') },
])('$who reads nothing of it', async ({ actor }) => {
  expect((await asReader(actor, (tx) => listAuditEntries(tx, latest))).rows).toEqual([]);
});

test('staff of a provider cannot even ask', async () => {
  await expect(asReader(aProviderActor('first'), (tx) => listAuditEntries(tx, latest))).rejects.toMatchObject(
    { code: '42501' },
  );
});

test('every verb that code records has a sentence', () => {
  const sources = import.meta.glob<string>(['../../app/**/*.{ts,tsx}', '../../db/**/*.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const verbs = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\bverb: '([a-z]+\.[a-z]+)'/gi)].map((match) => match[1]),
  );
  expect(verbs.length).toBeGreaterThan(10);
  expect(verbs.filter((verb) => !Object.hasOwn(auditSentences, verb ?? ''))).toEqual([]);
});
