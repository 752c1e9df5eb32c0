import { beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  addProduct,
  changeAppropriation,
  deleteAppropriation,
  enterAppropriation,
  listAllAppropriations,
  listAppropriations,
  listProducts,
  renameProduct,
} from '~/budget/store';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const integration = { number: '31.2.02', name: 'Kommunale Eingliederungsleistungen' };
const unknownId = 'f0000000-0000-4000-8000-00000000000f';

useTestDatabase();

beforeEach(async () => {
  await asOwner((tx) => tx.deleteFrom('budget_product').execute());
});

async function aProduct(actor = officer): Promise<string> {
  const added = await asActor(actor, (tx) => addProduct(tx, actor, integration));
  if (!added.ok) throw new Error('The product of the test could not be added.');
  return added.value;
}

function money(productId: string, fiscalYear = 2019) {
  return {
    productId,
    fiscalYear,
    amountCents: 10_000_000,
    isCeiling: true,
    purpose: 'Projekte nach § 16a SGB II',
  };
}

async function anAppropriation(productId: string, fiscalYear?: number): Promise<string> {
  const entered = await asActor(officer, (tx) =>
    enterAppropriation(tx, officer, money(productId, fiscalYear)),
  );
  if (!entered.ok) throw new Error('The appropriation of the test could not be entered.');
  return entered.value;
}

function appropriationsOf(productId: string) {
  return asReader(officer, (tx) => listAppropriations(tx, productId));
}

test('a year has money only where somebody entered it', async () => {
  const productId = await aProduct();
  const id = await anAppropriation(productId);
  expect(await appropriationsOf(productId)).toEqual([{ id, ...money(productId) }]);
});

test('products are listed by number and can be renamed', async () => {
  const id = await aProduct();
  await asActor(officer, (tx) => addProduct(tx, officer, { number: '11.1.01', name: 'Verwaltung' }));
  await asActor(officer, (tx) => renameProduct(tx, officer, id, { ...integration, name: 'Eingliederung' }));
  const products = await asReader(officer, (tx) => listProducts(tx));
  expect(products.map(({ number, name }) => [number, name])).toEqual([
    ['11.1.01', 'Verwaltung'],
    ['31.2.02', 'Eingliederung'],
  ]);
});

test('a number is taken once in an authority, also by renaming; another authority may use it', async () => {
  await aProduct();
  await aProduct(foreign);
  const taken = { ok: false, findings: [{ code: 'productNumberTaken' }] };
  expect(await asActor(officer, (tx) => addProduct(tx, officer, integration))).toEqual(taken);
  const other = await asActor(officer, (tx) => addProduct(tx, officer, { ...integration, number: '1' }));
  const id = other.ok ? other.value : '';
  expect(await asActor(officer, (tx) => renameProduct(tx, officer, id, integration))).toEqual(taken);
});

describe('appropriations', () => {
  test('a second one for the same year is refused, entered or moved there', async () => {
    const productId = await aProduct();
    await anAppropriation(productId, 2019);
    const later = await anAppropriation(productId, 2020);
    const refused = { ok: false, findings: [{ code: 'yearHasAppropriation', fiscalYear: 2019 }] };
    const again = money(productId, 2019);
    expect(await asActor(officer, (tx) => enterAppropriation(tx, officer, again))).toEqual(refused);
    expect(await asActor(officer, (tx) => changeAppropriation(tx, officer, later, again))).toEqual(refused);
  });

  test('one for a product of another authority is refused', async () => {
    const entry = money(await aProduct(foreign));
    const refused = { ok: false, findings: [{ code: 'productGone' }] };
    expect(await asActor(officer, (tx) => enterAppropriation(tx, officer, entry))).toEqual(refused);
  });

  test('changing one is logged with the changed fields alone', async () => {
    const productId = await aProduct();
    const id = await anAppropriation(productId);
    const change = { ...money(productId), amountCents: 0, isCeiling: false };
    await asActor(officer, (tx) => changeAppropriation(tx, officer, id, change));
    expect(await appropriationsOf(productId)).toEqual([{ id, ...change }]);
    const entry = await asOwner((tx) =>
      tx
        .selectFrom('audit_entry')
        .select('changed_fields')
        .where('verb', '=', 'appropriation.changed')
        .where('object_id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    expect(entry.changed_fields).toEqual(['amountCents', 'isCeiling']);
  });

  test('after deleting, the year is unknown again', async () => {
    const productId = await aProduct();
    const id = await anAppropriation(productId);
    expect(await asActor(officer, (tx) => deleteAppropriation(tx, officer, id))).toBe(true);
    expect(await appropriationsOf(productId)).toEqual([]);
    expect(await asActor(officer, (tx) => deleteAppropriation(tx, officer, id))).toBe(false);
  });
});

describe('who may change the budget', () => {
  test('another authority sees nothing, and nothing of its deeds arrives', async () => {
    const productId = await aProduct();
    const id = await anAppropriation(productId);
    expect(await asReader(foreign, (tx) => listProducts(tx))).toEqual([]);
    expect(await asReader(foreign, (tx) => listAllAppropriations(tx))).toEqual([]);
    const change = money(productId);
    expect(await asActor(foreign, (tx) => changeAppropriation(tx, foreign, id, change))).toBeUndefined();
    expect(
      await asActor(foreign, (tx) => renameProduct(tx, foreign, productId, integration)),
    ).toBeUndefined();
    expect(await asActor(foreign, (tx) => deleteAppropriation(tx, foreign, id))).toBe(false);
    expect(await appropriationsOf(productId)).toHaveLength(1);
  });

  test.each(['controller', 'caseworker', 'procurementOfficer', 'portalAdmin'] as const)(
    'the role %s reads, and the database refuses its writes',
    async (role) => {
      const productId = await aProduct();
      const reader = anActor(role);
      expect(await asReader(reader, (tx) => listProducts(tx))).toHaveLength(1);
      const added = asActor(reader, (tx) => addProduct(tx, reader, { number: '1', name: 'Fremd' }));
      await expect(added).rejects.toMatchObject({ code: '42501' });
      const entered = asActor(reader, (tx) => enterAppropriation(tx, reader, money(productId)));
      await expect(entered).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('an unknown id changes nothing', async () => {
    const change = money(await aProduct());
    expect(
      await asActor(officer, (tx) => changeAppropriation(tx, officer, unknownId, change)),
    ).toBeUndefined();
  });
});
