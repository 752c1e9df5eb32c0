import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { measureContent } from '~/portfolio/content';
import { importMeasure } from '~/portfolio/import-measure';
import { catalogueRoles, exactFigureRoles, type Role } from '~/identity/roles';
import { openSession } from '../identity/support';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

/** A count of two is in the results: it must reach nobody who may not see persons (rule E6). */
const secret = 'Lehre abgebrochen';

useTestDatabase();
const portal = usePortal();

beforeAll(async () => {
  const file = JSON.parse(await readFile('db/example/portfolio/case-manager.json', 'utf8')) as object;
  const results = [
    { label: secret, value: 2, unit: 'Personen', basis: 'von 14 Eintritten', asOf: '2020-12-31' },
  ];
  const content = measureContent.parse({ ...file, results });
  await asOwner((tx) => importMeasure(tx, { tenantId: authorities.own.id, sourceYear: 2019 }, content));
});

const exact: readonly Role[] = exactFigureRoles;
const addresses = [
  '/massnahmen/case-manager',
  '/massnahmen/case-manager.data',
  '/massnahmen/case-manager/stand',
  '/massnahmen/case-manager.json',
  '/massnahmen/export.zip',
];

test.each(catalogueRoles.filter((role) => !exact.includes(role)))(
  '%s: no address gives away an exact small number',
  async (role) => {
    const cookie = await openSession(anActor(role));
    for (const address of addresses) {
      const response = await portal.ask(address, { cookie });
      const text = await response.text();
      if (/json|zip/.test(address)) expect(response.status, address).toBe(403);
      else expect(text, address).not.toContain(secret);
    }
  },
);

test.each(exactFigureRoles)('%s sees it', async (role) => {
  const cookie = await openSession(anActor(role));
  for (const address of ['/massnahmen/case-manager', '/massnahmen/case-manager.json']) {
    const response = await portal.ask(address, { cookie });
    expect(await response.text(), address).toContain(secret);
  }
  expect((await portal.ask('/massnahmen/export.zip', { cookie })).status).toBe(200);
});
