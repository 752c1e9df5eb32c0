import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { asOwner, asReader } from '#db/as-actor';
import { loadExampleContracts } from '#db/example/contracts';
import { loadExample } from '#db/example/load';
import { evaluate } from '#templates/engine/index';
import { fundsLines } from '~/budget/funds';
import { listBookings } from '~/budget/store';
import {
  closeMissedOptions,
  findContract,
  listContracts,
  listOpenOptions,
  listOpenTasks,
} from '~/contracts/store';
import { loaderOf } from '~/documents/papers';
import { findTemplate } from '~/documents/templates/store';
import type { Actor } from '~/identity/actor';
import { contractRows } from '~/today/store/contracts';
import { useTestDatabase } from '../support/database';

useTestDatabase({ empty: true });

let officer: Actor;
let paperBefore: string;

beforeAll(async () => {
  await loadExample(path.resolve('db/example/portfolio'));
  officer = await asOwner(async (tx) => {
    const row = await tx
      .selectFrom('account')
      .select(['id', 'tenant_id', 'display_name'])
      .where('email', '=', 'verwaltung@demo.example')
      .executeTakeFirstOrThrow();
    return {
      accountId: row.id,
      sessionId: row.id,
      displayName: row.display_name,
      tenantId: row.tenant_id,
      authorityName: '',
      providerId: null,
      providerName: null,
      roles: ['districtOfficer'],
      requestId: 'test',
    };
  });
  paperBefore = await councilPaper();
});

/** Everything that the council paper of Case-Manager says, as text. */
async function councilPaper(): Promise<string> {
  const input = await asReader(officer, async (tx) => {
    const paper = await loaderOf('beschlussvorlage')(tx, 'case-manager', '2019-09-02');
    return paper?.input(await findTemplate(tx, 'beschlussvorlage'), false);
  });
  if (!input) throw new Error('The example has no Case-Manager.');
  return JSON.stringify(evaluate(input));
}
const contracts = () =>
  asReader(officer, async (tx) => {
    const { rows } = await listContracts(tx, { state: null, page: 1 });
    return Promise.all(rows.map(({ id }) => findContract(tx, id)));
  });
const due = (today: string) =>
  asReader(officer, async (tx) => {
    const rows = contractRows(
      { tasks: await listOpenTasks(tx), options: await listOpenOptions(tx) },
      { today, actor: officer },
    );
    return rows.map(({ what, about, when }) => [what, about, when.kind === 'by' ? when.day : null]);
  });

test('before a contract was signed it is not there', async () => {
  await loadExampleContracts('2019-09-01');
  expect((await contracts()).map((contract) => contract?.measure.slug)).toEqual(['bg-coaching']);
});

test('both are entered once, however often the portal starts, and signed with their money', async () => {
  await loadExampleContracts('2020-07-01');
  await loadExampleContracts('2020-07-01');
  const [caseManager, coaching] = await contracts();
  expect(caseManager).toMatchObject({
    measure: { slug: 'case-manager' },
    state: 'signed',
    priceNote: expect.stringContaining('Beispielwerte') as string,
    sites: [{ places: 20 }, { places: 15 }, { places: 15 }],
    options: [{ declareBy: '2020-09-30', state: 'open' }],
  });
  expect(coaching).toMatchObject({
    measure: { slug: 'bg-coaching' },
    state: 'ended',
    termStart: '2013-05-02',
    termEnd: '2014-05-01',
    priceCents: 8_977_500,
    sites: [{ places: 15 }],
  });
  const lines = fundsLines(await asReader(officer, (tx) => listBookings(tx)));
  const committed = lines.reduce((sum, { committedCents }) => sum + committedCents, 0);
  // 89.775 € and 13 × 7.500 €.
  expect(committed).toBe(8_977_500 + 9_750_000);
  expect(lines.reduce((sum, { ifExercisedCents }) => sum + ifExercisedCents, 0)).toBe(9_000_000);
});

const caseManager = 'Vertrag Beispiel 2019-031, Case-Manager';

test('on 31.05.2020 the interim evaluation is due, on 01.07.2020 the decision about the option too', async () => {
  const evaluation = ['Zwischenauswertung erstellen', caseManager, '2020-05-31'];
  expect(await due('2020-04-30')).toEqual([]);
  expect(await due('2020-05-31')).toEqual([evaluation]);
  expect(await due('2020-07-01')).toEqual([
    evaluation,
    ['Über Option 1 entscheiden', caseManager, '2020-09-30'],
  ]);
});

test('the council paper of Case-Manager says what it said before there were contracts', async () => {
  expect(await councilPaper()).toBe(paperBefore);
});

test('years later the option has fallen away and the next tender is overdue', async () => {
  await closeMissedOptions('2026-01-01');
  expect(await due('2026-01-01')).toEqual([
    ['Zwischenauswertung erstellen', caseManager, '2020-05-31'],
    ['Neue Vergabe vorbereiten', caseManager, '2020-10-01'],
    ['Jahresbericht 2020 an den Ausschuss geben', caseManager, '2021-03-31'],
  ]);
});
