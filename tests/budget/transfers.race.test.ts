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

test('of twenty who move the last money in both directions at once, nobody makes a pot negative', async () => {
  const product = await asActor(officer, (tx) => addProduct(tx, officer, { number: '31.2.02', name: 'P' }));
  const [source] = await asReader(officer, (tx) => listFundingSources(tx));
  const enter = async (fiscalYear: number) => {
    const entry = {
      productId: product.ok ? product.value : '',
      fundingSourceId: source?.id ?? '',
      fiscalYear,
      amountCents: 1_000,
      isCeiling: false,
      purpose: null,
    };
    const entered = await asActor(officer, (tx) => enterAppropriation(tx, officer, entry));
    return entered.ok ? entered.value : '';
  };
  const [one, other] = [await enter(2019), await enter(2020)];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const [fromId, toId] = index % 5 === 0 ? [other, one] : [one, other];
      const transfer = { fromId, toId, amountCents: 600, reason: 'Bedarf' };
      return asActor(officer, (tx) => transferMoney(tx, officer, transfer));
    }),
  );
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(answers.filter(({ ok }) => !ok).length).toBeGreaterThan(0);
  const lines = fundsLines(await asReader(officer, (tx) => listBookings(tx)));
  expect(lines.every(({ plannedCents }) => plannedCents >= 0)).toBe(true);
  expect(lines.reduce((sum, { plannedCents }) => sum + plannedCents, 0)).toBe(2_000);
});
