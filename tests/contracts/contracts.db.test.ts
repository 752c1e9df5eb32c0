import { describe, expect, test } from 'vitest';
import { asActor, asReader } from '#db/as-actor';
import { fundsLines } from '~/budget/funds';
import { listBookings } from '~/budget/store';
import {
  changeContract,
  closeMissedOptions,
  editContract,
  endContract,
  enterContract,
  exerciseOption,
  findContract,
  findContractPage,
  findLetter,
  finishTask,
  listContractMoves,
  listContracts,
  listOpenOptions,
  listOpenTasks,
  listPlaces,
  refuseOption,
  signContract,
} from '~/contracts/store';
import { exerciseWithLetter } from '~/documents/extension/letter';
import type { Actor } from '~/identity/actor';
import { pageTexts } from '../support/pdf-file';
import { anActor, aProviderActor, providers } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { aDraft, aGround, aSignedContract, type Ground, someTerms, theOption } from './support';

const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const signing = { signedOn: '2019-11-25', today: '2019-11-25' };
const good = {
  wasSuccessful: true,
  successReason: 'Ziele erreicht.',
  hasFunds: true,
  fundsReason: 'Im Haushalt bereit.',
};

useTestDatabase();

async function moneyOf({ productId }: Ground) {
  const lines = fundsLines(await asReader(officer, (tx) => listBookings(tx)));
  return lines
    .filter((line) => line.productId === productId)
    .map(({ fiscalYear, committedCents, freeCents, ifExercisedCents }) => [
      fiscalYear,
      committedCents,
      freeCents,
      ifExercisedCents,
    ]);
}
const contractOf = async (id: string) => {
  const contract = await asReader(officer, (tx) => findContract(tx, id));
  if (!contract) throw new Error('The contract of the test is gone.');
  return contract;
};
const sign = (id: string) => asActor(officer, (tx) => signContract(tx, officer, id, signing));
const exercise = (contractId: string, today: string, decision = good, optionNo = 1) =>
  asActor(officer, (tx) => exerciseOption(tx, officer, { contractId, optionNo, today }, decision));
const refuseIt = (contractId: string, today: string, optionNo = 1) =>
  asActor(officer, (tx) =>
    refuseOption(tx, officer, { contractId, optionNo, today }, { ...good, wasSuccessful: false }),
  );

describe('a draft', () => {
  test('is read as it was entered and ties nothing', async () => {
    const ground = await aGround(officer);
    const terms = someTerms(ground);
    const id = await aDraft(officer, terms);
    const { options, ...rest } = terms;
    const contract = await contractOf(id);
    expect(contract).toMatchObject({ ...rest, state: 'draft', runsUntil: '2020-12-31', signedOn: null });
    expect(contract.options).toMatchObject(options.map((option) => ({ ...option, no: 1, state: 'open' })));
    expect(await moneyOf(ground)).toEqual([
      [2019, 0, 750_000, 0],
      [2020, 0, 9_000_000, 0],
      [2021, 0, 9_000_000, 0],
    ]);
    expect(await asReader(officer, (tx) => listPlaces(tx, id))).toEqual([]);
  });

  test('is refused with a number that is taken, a foreign measure, provider, product or source', async () => {
    const terms = someTerms(await aGround(officer));
    await aDraft(officer, terms);
    const theirs = await aGround(foreign);
    const enter = (changes: Partial<typeof terms>) =>
      asActor(officer, (tx) => enterContract(tx, officer, { ...terms, ...changes }));
    expect(await enter({})).toEqual({ ok: false, findings: [{ code: 'numberTaken' }] });
    const strange = { ...theirs, number: 'neu', providerId: '00000000-0000-4000-8000-000000000000' };
    expect(await enter(strange)).toEqual({
      ok: false,
      findings: ['measureGone', 'providerGone', 'productGone', 'sourceGone'].map((code) => ({ code })),
    });
  });

  test('can be edited until it is signed, and by one person at a time', async () => {
    const terms = someTerms(await aGround(officer));
    const id = await aDraft(officer, terms);
    const edit = (basedOn: number, changes: Partial<typeof terms> = {}) =>
      asActor(officer, (tx) => editContract(tx, officer, id, basedOn, { ...terms, ...changes }));
    expect(await edit(1, { priceCents: 700_000, options: [] })).toMatchObject({ ok: true });
    expect(await contractOf(id)).toMatchObject({ priceCents: 700_000, options: [], version: 2 });
    expect(await edit(1)).toEqual({ ok: false, findings: [{ code: 'changedMeanwhile' }] });
    expect(await sign(id)).toMatchObject({ ok: true });
    expect(await edit(2)).toEqual({ ok: false, findings: [{ code: 'notDraft' }] });
  });
});

describe('signing', () => {
  test('freezes, numbers the places at each site and ties the money of each year', async () => {
    const ground = await aGround(officer);
    const id = await aSignedContract(officer, someTerms(ground));
    expect(await contractOf(id)).toMatchObject({
      state: 'signed',
      signedOn: '2019-11-25',
      measureVersionNo: 1,
    });
    const during = { validFrom: '2019-12-01', validTo: '2020-12-31' };
    expect(await asReader(officer, (tx) => listPlaces(tx, id))).toEqual([
      { site: 'Rotenburg (Wümme)', from: 1, to: 2, ...during },
      { site: 'Zeven', from: 1, to: 3, ...during },
    ]);
    expect(await moneyOf(ground)).toEqual([
      [2019, 750_000, 0, 0],
      [2020, 9_000_000, 0, 0],
      [2021, 0, 9_000_000, 9_000_000],
    ]);
    expect(await sign(id)).toEqual({ ok: false, findings: [{ code: 'notDraft' }] });
  });

  test('is refused with every year whose money is missing, and then nothing is done', async () => {
    const ground = await aGround(officer, { 2019: 750_000, 2020: 8_999_999 });
    const id = await aDraft(officer, someTerms(ground));
    expect(await sign(id)).toEqual({
      ok: false,
      findings: [{ code: 'moneyMissing', fiscalYear: 2020, missingCents: 1 }],
    });
    expect(await contractOf(id)).toMatchObject({ state: 'draft' });
    expect(await asReader(officer, (tx) => listPlaces(tx, id))).toEqual([]);
    const page = await asReader(officer, (tx) => findContractPage(tx, id));
    expect(page?.obstacles).toEqual([expect.stringContaining('Für 2020 fehlen 0,01')]);
  });

  test('makes thousands of places, too', async () => {
    const sites = Array.from({ length: 12 }, (_, index) => ({ name: `Standort ${index}`, places: 1000 }));
    const id = await aSignedContract(officer, someTerms(await aGround(officer), { sites }));
    const places = await asReader(officer, (tx) => listPlaces(tx, id));
    expect(places.map(({ from, to }) => [from, to])).toEqual(Array.from({ length: 12 }, () => [1, 1000]));
  });

  test('a contract that is entered after it began names no version that nobody kept', async () => {
    const id = await aDraft(officer, someTerms(await aGround(officer)));
    await asActor(officer, (tx) => signContract(tx, officer, id, { ...signing, today: '2020-07-01' }));
    expect(await contractOf(id)).toMatchObject({ state: 'signed', measureVersionNo: null });
  });

  test('the database itself lets nobody change what was signed, nor place a person outside the term', async () => {
    const id = await aSignedContract(officer, someTerms(await aGround(officer)));
    const cheaper = asActor(officer, (tx) =>
      tx.updateTable('contract').set({ price_cents: 1 }).where('id', '=', id).execute(),
    );
    await expect(cheaper).rejects.toMatchObject({ code: '23514', constraint: 'contract_stays_signed' });
    const longer = asActor(officer, (tx) =>
      tx
        .updateTable('contract_place')
        .set({ valid_to: '2021-01-01' })
        .where('contract_id', '=', id)
        .execute(),
    );
    await expect(longer).rejects.toMatchObject({ code: '23514', constraint: 'contract_place_in_term' });
    const twice = asActor(officer, (tx) =>
      tx
        .insertInto('contract_place')
        .values({
          tenant_id: officer.tenantId,
          contract_id: id,
          site_position: 1,
          no: 1,
          valid_from: '2020-01-01',
          valid_to: '2020-01-31',
        })
        .execute(),
    );
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'contract_place_no_once' });
  });
});

describe('an option', () => {
  test('exercised on its last day extends term, places and tied money, and makes the letter', async () => {
    const ground = await aGround(officer);
    const id = await aSignedContract(officer, someTerms(ground));
    const asked = { contractId: id, optionNo: 1, today: '2020-09-30' };
    const done = await asActor(officer, (tx) => exerciseWithLetter(tx, officer, asked, good));
    expect(done).toMatchObject({ ok: true });
    const contract = await contractOf(id);
    expect(contract).toMatchObject({ runsUntil: '2021-12-31', termEnd: '2020-12-31' });
    expect(contract.options[0]).toMatchObject({
      state: 'exercised',
      decidedOn: '2020-09-30',
      decidedBy: officer.displayName,
      ...good,
    });
    const places = await asReader(officer, (tx) => listPlaces(tx, id));
    expect(places.map(({ validTo }) => validTo)).toEqual(['2021-12-31', '2021-12-31']);
    expect((await moneyOf(ground)).at(-1)).toEqual([2021, 9_000_000, 0, 0]);
    const letter = await asReader(officer, (tx) => findLetter(tx, id, 1));
    const text = pageTexts(Buffer.from(letter ?? []))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain(contract.number);
    expect(text).toContain('01.01.2021 bis zum 31.12.2021');
    const moves = await asReader(officer, (tx) => listContractMoves(tx, id));
    expect(moves.map(({ deed }) => deed)).toEqual(['optionExercised', 'signed', 'entered']);
    expect(moves[0]).toMatchObject({ movedBy: officer.displayName, optionNo: 1 });
    expect(moves[0]?.reason).toContain('Ziele erreicht.');
    expect(await exercise(id, '2020-09-30')).toEqual({
      ok: false,
      findings: [{ code: 'optionDecided', optionNo: 1 }],
    });
  });

  test('is refused a day late, without success, without money; nothing is half done', async () => {
    const ground = await aGround(officer, { 2019: 750_000, 2020: 9_000_000, 2021: 8_000_000 });
    const id = await aSignedContract(officer, someTerms(ground));
    expect(await exercise(id, '2020-10-01', { ...good, wasSuccessful: false, hasFunds: false })).toEqual({
      ok: false,
      findings: [
        { code: 'declarationTooLate', lastDay: '2020-09-30' },
        { code: 'successNotFound' },
        { code: 'fundsNotFound' },
        { code: 'moneyMissing', fiscalYear: 2021, missingCents: 1_000_000 },
      ],
    });
    expect(await contractOf(id)).toMatchObject({ runsUntil: '2020-12-31', options: [{ state: 'open' }] });
    expect(await exercise(id, '2020-09-30', good, 2)).toBeUndefined();
  });

  test('that is refused gives its money free and leaves a dated task', async () => {
    const ground = await aGround(officer);
    const second = { ...theOption, starts: '2022-01-01', ends: '2022-12-31', declareBy: '2021-09-30' };
    const id = await aSignedContract(officer, someTerms(ground, { options: [theOption, second] }));
    expect(await refuseIt(id, '2020-07-15', 2)).toEqual({
      ok: false,
      findings: [{ code: 'earlierOptionOpen', optionNo: 1 }],
    });
    expect(await refuseIt(id, '2020-07-15')).toMatchObject({ ok: true });
    const { options } = await contractOf(id);
    expect(options.map(({ state }) => state)).toEqual(['refused', 'refused']);
    expect((await moneyOf(ground)).at(-1)).toEqual([2021, 0, 9_000_000, 0]);
    const tasks = await asReader(officer, (tx) => listOpenTasks(tx, id));
    expect(tasks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['interimEvaluation', '2020-05-31'],
      ['prepareNextTender', '2020-09-30'],
      ['yearlyReport', '2021-03-31'],
    ]);
    const key = { contractId: id, taskId: tasks[1]?.id ?? '' };
    const finish = (actor: Actor) => asActor(actor, (tx) => finishTask(tx, actor, key, 'Bedarf gemeldet'));
    expect(await finish(foreign)).toBe(false);
    expect(await finish(officer)).toBe(true);
    expect(await finish(officer)).toBe(false);
    const left = await asReader(officer, (tx) => listOpenTasks(tx, id));
    expect(left.map(({ kind }) => kind)).toEqual(['interimEvaluation', 'yearlyReport']);
    const [move] = await asReader(officer, (tx) => listContractMoves(tx, id));
    expect(move).toMatchObject({
      deed: 'taskDone',
      reason: 'Neue Vergabe vorbereiten: Bedarf gemeldet',
      movedBy: officer.displayName,
    });
  });

  test('whose day passed is closed by the calendar, once, with a task for the day after', async () => {
    const ground = await aGround(officer);
    const id = await aSignedContract(officer, someTerms(ground));
    const draft = await aDraft(officer, someTerms(ground));
    await closeMissedOptions('2020-09-30');
    expect((await contractOf(id)).options).toMatchObject([{ state: 'open' }]);
    await closeMissedOptions('2020-10-01');
    expect(await closeMissedOptions('2020-10-01')).toBe(0);
    expect((await contractOf(id)).options).toMatchObject([{ state: 'missed' }]);
    expect((await contractOf(draft)).options).toMatchObject([{ state: 'open' }]);
    const tasks = await asReader(officer, (tx) => listOpenTasks(tx, id));
    expect(tasks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['interimEvaluation', '2020-05-31'],
      ['prepareNextTender', '2020-10-01'],
      ['yearlyReport', '2021-03-31'],
    ]);
    expect((await moneyOf(ground)).at(-1)).toEqual([2021, 0, 9_000_000, 0]);
    const [move] = await asReader(officer, (tx) => listContractMoves(tx, id));
    expect(move).toMatchObject({ deed: 'optionMissed', movedBy: 'Fristablauf' });
  });
});

describe('changes', () => {
  test('are added up against 20 % of the awarded value, which grows with an exercised option', async () => {
    const ground = await aGround(officer, { 2019: 5_000_000, 2020: 20_000_000, 2021: 20_000_000 });
    const id = await aSignedContract(officer, someTerms(ground));
    const change = (amountCents: number) =>
      asActor(officer, (tx) =>
        changeContract(tx, officer, id, { amountCents, validFrom: '2020-07-01', reason: 'Mehr Plätze' }),
      );
    // 20 % of 97.500 € are 19.500 €.
    expect(await change(1_500_000)).toMatchObject({ ok: true });
    expect(await change(-450_000)).toMatchObject({ ok: true });
    expect(await change(1)).toEqual({
      ok: false,
      findings: [{ code: 'changesTooMuch', permille: 200, leftCents: 0 }],
    });
    expect((await moneyOf(ground))[1]).toEqual([2020, 10_050_000, 9_950_000, 0]);
    await exercise(id, '2020-09-30');
    // 20 % of 187.500 € are 37.500 €.
    expect(await change(1_800_000)).toMatchObject({ ok: true });
    expect((await contractOf(id)).changes.map(({ amountCents }) => amountCents)).toEqual([
      1_500_000, -450_000, 1_800_000,
    ]);
  });

  test('need money, a day of the contract and a signature', async () => {
    const ground = await aGround(officer);
    const id = await aDraft(officer, someTerms(ground));
    const change = (validFrom: string) =>
      asActor(officer, (tx) =>
        changeContract(tx, officer, id, { amountCents: 100, validFrom, reason: 'Mehr' }),
      );
    expect(await change('2020-07-01')).toEqual({ ok: false, findings: [{ code: 'notSigned' }] });
    await sign(id);
    expect(await change('2020-07-01')).toEqual({
      ok: false,
      findings: [{ code: 'moneyMissing', fiscalYear: 2020, missingCents: 100 }],
    });
    expect(await change('2021-01-01')).toMatchObject({
      ok: false,
      findings: [{ code: 'changeOutsideTerm', from: '2019-12-01', to: '2020-12-31' }],
    });
  });
});

test('a contract ends after its last day', async () => {
  const id = await aSignedContract(officer, someTerms(await aGround(officer)));
  const end = (today: string) => asActor(officer, (tx) => endContract(tx, officer, id, null, today));
  expect(await end('2020-12-31')).toEqual({
    ok: false,
    findings: [{ code: 'termNotOver', runsUntil: '2020-12-31' }],
  });
  expect(await end('2021-01-01')).toMatchObject({ ok: true });
  expect(await contractOf(id)).toMatchObject({ state: 'ended' });
});

describe('who sees and writes contracts', () => {
  test('another authority sees none, although it works with the same provider', async () => {
    const id = await aSignedContract(
      officer,
      someTerms(await aGround(officer), { providerId: providers.second.id }),
    );
    const seen = await asReader(foreign, async (tx) => [
      await findContract(tx, id),
      (await listContracts(tx, { state: null, page: 1 })).rows.some((row) => row.id === id),
      (await listOpenOptions(tx)).length,
      (await listOpenTasks(tx)).length,
    ]);
    expect(seen).toEqual([undefined, false, 0, 0]);
    expect(await asActor(foreign, (tx) => signContract(tx, foreign, id, signing))).toBeUndefined();
    expect(await asActor(foreign, (tx) => endContract(tx, foreign, id, null, '2030-01-01'))).toBeUndefined();
  });

  test.each(['controller', 'procurementOfficer', 'teamLead', 'caseworker'] as const)(
    'the role %s reads, and the database refuses its writes',
    async (role) => {
      const terms = someTerms(await aGround(officer));
      const id = await aDraft(officer, terms);
      const reader = anActor(role);
      expect(await asReader(reader, (tx) => findContract(tx, id))).toMatchObject({ id });
      const again = asActor(reader, (tx) => enterContract(tx, reader, { ...terms, number: `${role} 1` }));
      await expect(again).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('the provider itself does not see contracts yet', async () => {
    const id = await aDraft(officer, someTerms(await aGround(officer)));
    const seen = asReader(aProviderActor('first'), (tx) => findContract(tx, id));
    await expect(seen).rejects.toMatchObject({ code: '42501' });
  });
});
