import { expect, test } from 'vitest';
import { asActor, asReader } from '#db/as-actor';
import { fundsLines } from '~/budget/funds';
import {
  addProduct,
  enterAppropriation,
  listBookings,
  listFundingSources,
  transferMoney,
} from '~/budget/store';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');

useTestDatabase({ poolSize: 10 });

async function twoYears(number: string) {
  const product = await asActor(officer, (tx) => addProduct(tx, officer, { number, name: 'P' }));
  const productId = product.ok ? product.value : '';
  const [source] = await asReader(officer, (tx) => listFundingSources(tx));
  const enter = async (fiscalYear: number) => {
    const entry = {
      productId,
      fundingSourceId: source?.id ?? '',
      fiscalYear,
      amountCents: 1_000,
      isCeiling: false,
      purpose: null,
    };
    const entered = await asActor(officer, (tx) => enterAppropriation(tx, officer, entry));
    return entered.ok ? entered.value : '';
  };
  return { productId, one: await enter(2019), other: await enter(2020) };
}

const move = (fromId: string, toId: string) =>
  asActor(officer, (tx) => transferMoney(tx, officer, { fromId, toId, amountCents: 600, reason: 'Bedarf' }));

const linesOf = async (productId: string) =>
  fundsLines(await asReader(officer, (tx) => listBookings(tx))).filter(
    (line) => line.productId === productId,
  );

test('of twenty who move the last money at once, one moves it', async () => {
  const { productId, one, other } = await twoYears('31.2.02');
  const answers = await Promise.all(Array.from({ length: 20 }, () => move(one, other)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await linesOf(productId)).map(({ plannedCents }) => plannedCents)).toEqual([400, 1_600]);
});

test('moving in both directions at once makes nobody wait for ever and no pot negative', async () => {
  const { productId, one, other } = await twoYears('31.2.03');
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? move(other, one) : move(one, other))),
  );
  const planned = (await linesOf(productId)).map(({ plannedCents }) => plannedCents);
  expect(planned.every((cents) => cents >= 0)).toBe(true);
  expect(planned.reduce((sum, cents) => sum + cents, 0)).toBe(2_000);
});
