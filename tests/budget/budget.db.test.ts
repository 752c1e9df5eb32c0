import { beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  addProduct,
  changeAppropriation,
  deleteAppropriation,
  addFundingSource,
  enterAppropriation,
  listBookings,
  listFundingSources,
  transferMoney,
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
  await asOwner(async (tx) => {
    for (const table of ['commitment', 'payment', 'budget_transfer', 'appropriation'] as const) {
      await tx.deleteFrom(table).execute();
    }
    await tx.deleteFrom('budget_product').execute();
    await tx.deleteFrom('funding_source').execute();
  });
});

async function aProduct(actor = officer): Promise<string> {
  const added = await asActor(actor, (tx) => addProduct(tx, actor, integration));
  if (!added.ok) throw new Error('The product of the test could not be added.');
  return added.value;
}

/** The source that came with the first product. */
async function ownMoney(actor = officer): Promise<string> {
  const [source] = await asReader(actor, (tx) => listFundingSources(tx));
  return source?.id ?? unknownId;
}

async function money(productId: string, fiscalYear = 2019) {
  return {
    productId,
    fundingSourceId: await ownMoney(),
    fiscalYear,
    amountCents: 10_000_000,
    isCeiling: true,
    purpose: 'Projekte nach § 16a SGB II',
  };
}

async function anAppropriation(productId: string, fiscalYear?: number): Promise<string> {
  const entry = await money(productId, fiscalYear);
  const entered = await asActor(officer, (tx) => enterAppropriation(tx, officer, entry));
  if (!entered.ok) throw new Error('The appropriation of the test could not be entered.');
  return entered.value;
}

function appropriationsOf(productId: string) {
  return asReader(officer, (tx) => listAppropriations(tx, productId));
}

test('a year has money only where somebody entered it', async () => {
  const productId = await aProduct();
  const id = await anAppropriation(productId);
  expect(await appropriationsOf(productId)).toEqual([{ id, ...(await money(productId)) }]);
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
    const again = await money(productId, 2019);
    expect(await asActor(officer, (tx) => enterAppropriation(tx, officer, again))).toEqual(refused);
    expect(await asActor(officer, (tx) => changeAppropriation(tx, officer, later, again))).toEqual(refused);
  });

  test('one for a product of another authority is refused', async () => {
    const entry = await money(await aProduct(foreign));
    const refused = { ok: false, findings: [{ code: 'productGone' }] };
    expect(await asActor(officer, (tx) => enterAppropriation(tx, officer, entry))).toEqual(refused);
  });

  test('changing one is logged with the changed fields alone', async () => {
    const productId = await aProduct();
    const id = await anAppropriation(productId);
    const change = { ...(await money(productId)), amountCents: 0, isCeiling: false };
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
    expect(await asActor(officer, (tx) => deleteAppropriation(tx, officer, id))).toMatchObject({ ok: true });
    expect(await appropriationsOf(productId)).toEqual([]);
    expect(await asActor(officer, (tx) => deleteAppropriation(tx, officer, id))).toBeUndefined();
  });
});

describe('who may change the budget', () => {
  test('another authority sees nothing, and nothing of its deeds arrives', async () => {
    const productId = await aProduct();
    const id = await anAppropriation(productId);
    expect(await asReader(foreign, (tx) => listProducts(tx))).toEqual([]);
    expect(await asReader(foreign, (tx) => listAllAppropriations(tx))).toEqual([]);
    const change = await money(productId);
    expect(await asActor(foreign, (tx) => changeAppropriation(tx, foreign, id, change))).toBeUndefined();
    expect(
      await asActor(foreign, (tx) => renameProduct(tx, foreign, productId, integration)),
    ).toBeUndefined();
    expect(await asActor(foreign, (tx) => deleteAppropriation(tx, foreign, id))).toBeUndefined();
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
      const entry = await money(productId);
      const entered = asActor(reader, (tx) => enterAppropriation(tx, reader, entry));
      await expect(entered).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('an unknown id changes nothing', async () => {
    const change = await money(await aProduct());
    expect(
      await asActor(officer, (tx) => changeAppropriation(tx, officer, unknownId, change)),
    ).toBeUndefined();
  });
});

describe('funding sources', () => {
  test('the first product brings the own money; each source has its own year', async () => {
    const productId = await aProduct();
    const sources = await asReader(officer, (tx) => listFundingSources(tx));
    expect(sources.map(({ kind, name }) => [kind, name])).toEqual([['municipal', 'Kreismittel']]);
    await anAppropriation(productId);
    const esf = await asActor(officer, (tx) =>
      addFundingSource(tx, officer, { kind: 'esf', name: 'ESF des Landes' }),
    );
    const entry = { ...(await money(productId)), fundingSourceId: esf.ok ? esf.value : '' };
    expect(await asActor(officer, (tx) => enterAppropriation(tx, officer, entry))).toMatchObject({
      ok: true,
    });
    expect(await appropriationsOf(productId)).toHaveLength(2);
  });

  test('a name is taken once; the source of another authority is none', async () => {
    await aProduct(foreign);
    const theirs = await ownMoney(foreign);
    const productId = await aProduct();
    const again = { kind: 'state' as const, name: 'Kreismittel' };
    expect(await asActor(officer, (tx) => addFundingSource(tx, officer, again))).toEqual({
      ok: false,
      findings: [{ code: 'sourceNameTaken' }],
    });
    const entry = { ...(await money(productId)), fundingSourceId: theirs };
    expect(await asActor(officer, (tx) => enterAppropriation(tx, officer, entry))).toEqual({
      ok: false,
      findings: [{ code: 'sourceGone' }],
    });
  });
});

describe('transfers', () => {
  async function twoYears() {
    const productId = await aProduct();
    return {
      productId,
      from: await anAppropriation(productId, 2019),
      to: await anAppropriation(productId, 2020),
    };
  }
  const move = (fromId: string, toId: string, amountCents: number) =>
    asActor(officer, (tx) => transferMoney(tx, officer, { fromId, toId, amountCents, reason: 'Mehrbedarf' }));

  test('move money until nothing is left, never further', async () => {
    const { from, to } = await twoYears();
    expect(await move(from, to, 10_000_000)).toMatchObject({ ok: true });
    expect(await move(from, to, 1)).toEqual({
      ok: false,
      findings: [{ code: 'moreThanFree', freeCents: 0 }],
    });
    expect(await move(to, from, 20_000_001)).toMatchObject({ ok: false });
    expect(await move(to, to, 1)).toEqual({ ok: false, findings: [{ code: 'sameAppropriation' }] });
    expect(await move(unknownId, to, 1)).toEqual({ ok: false, findings: [{ code: 'fromGone' }] });
  });

  test('an appropriation that money was moved from is neither deleted nor lowered below it', async () => {
    const { from, to, productId } = await twoYears();
    await move(from, to, 4_000_000);
    const change = await money(productId);
    const lower = (amountCents: number) =>
      asActor(officer, (tx) => changeAppropriation(tx, officer, from, { ...change, amountCents }));
    expect(await lower(3_999_999)).toEqual({
      ok: false,
      findings: [{ code: 'lessThanTied', leastCents: 4_000_000 }],
    });
    expect(await lower(4_000_000)).toMatchObject({ ok: true });
    const inUse = { ok: false, findings: [{ code: 'appropriationInUse' }] };
    expect(await asActor(officer, (tx) => deleteAppropriation(tx, officer, from))).toEqual(inUse);
    const moved = { ...change, fiscalYear: 2025 };
    expect(await asActor(officer, (tx) => changeAppropriation(tx, officer, from, moved))).toEqual(inUse);
  });

  test('a transfer stays as it was booked, and another authority sees none', async () => {
    const { from, to } = await twoYears();
    await move(from, to, 1);
    const change = asActor(officer, (tx) =>
      tx.updateTable('budget_transfer').set({ amount_cents: 2 }).execute(),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
    const bookings = await asReader(foreign, (tx) => listBookings(tx));
    expect(bookings).toEqual({ appropriations: [], transfers: [], commitments: [], payments: [] });
  });
});
