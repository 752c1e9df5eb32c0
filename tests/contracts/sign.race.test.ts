import { expect, test } from 'vitest';
import { asActor, asReader } from '#db/as-actor';
import { fundsLines } from '~/budget/funds';
import { listBookings } from '~/budget/store';
import { enterContract, exerciseOption, signContract } from '~/contracts/store';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { aDraft, aGround, aSignedContract, someTerms } from './support';

const officer = anActor('districtOfficer');

useTestDatabase({ poolSize: 10 });

test('of ten contracts that are signed at once for the money of three, three are signed', async () => {
  const ground = await aGround(officer, { 2019: 2_250_000, 2020: 27_000_000 });
  const drafts: string[] = [];
  for (let index = 0; index < 10; index += 1) drafts.push(await aDraft(officer, someTerms(ground)));
  const answers = await Promise.all(
    drafts.map((id) =>
      asActor(officer, (tx) =>
        signContract(tx, officer, id, { signedOn: '2019-11-25', today: '2019-11-25' }),
      ),
    ),
  );
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(3);
  const refused = answers.flatMap((answer) => (answer && !answer.ok ? answer.findings : []));
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['moneyMissing']));
  const lines = fundsLines(await asReader(officer, (tx) => listBookings(tx)));
  expect(lines.filter(({ fiscalYear }) => fiscalYear < 2021).map(({ freeCents }) => freeCents)).toEqual([
    0, 0,
  ]);
});

test('an option that ten exercise at once is exercised once', async () => {
  const ground = await aGround(officer, { 2019: 750_000, 2020: 9_000_000, 2021: 90_000_000 });
  const contractId = await aSignedContract(officer, someTerms(ground));
  const asked = { contractId, optionNo: 1, today: '2020-09-30' };
  const good = { wasSuccessful: true, successReason: 'Ja.', hasFunds: true, fundsReason: 'Ja.' };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => asActor(officer, (tx) => exerciseOption(tx, officer, asked, good))),
  );
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  const lines = fundsLines(await asReader(officer, (tx) => listBookings(tx)));
  const ofYear = lines.find((line) => line.productId === ground.productId && line.fiscalYear === 2021);
  expect(ofYear?.committedCents).toBe(9_000_000);
});

test('a number that ten take at once is taken once and nobody fails', async () => {
  const terms = someTerms(await aGround(officer));
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => asActor(officer, (tx) => enterContract(tx, officer, terms))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
