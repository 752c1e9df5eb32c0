import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { allocateWithLetter } from '~/documents/allocation-letter/letter';
import { extendAllocation } from '~/allocation/store';
import { anActor } from '../support/actors';
import { aCheck } from '../support/allocations';
import { useTestDatabase } from '../support/database';
import { aCheckedClient, allocated, anOpenContract, opened, siteKey, today, typedFor } from './support';

const caseworker = anActor('caseworker');

useTestDatabase({ poolSize: 10 });

/** The first paper of a process takes long: fonts are read. */
beforeAll(async () => {
  const contract = await anOpenContract();
  await allocated(contract, await aCheckedClient(contract));
});

const now = async () => {
  const { shownAt } = await asReader(caseworker, (tx) =>
    tx.selectNoFrom(sql<string>`now()::text`.as('shownAt')).executeTakeFirstOrThrow(),
  );
  return shownAt;
};
const codesOf = (answers: readonly Awaited<ReturnType<typeof allocated>>[]) =>
  answers.flatMap((answer) => (answer && !answer.ok ? answer.findings.map(({ code }) => code) : []));

test('of twenty people at once for one last place one gets it, and the others are offered the list', async () => {
  const contract = await anOpenContract({ places: 1 });
  const clients: string[] = [];
  for (let index = 0; index < 20; index += 1) clients.push(await aCheckedClient(contract));
  const shownAt = await now();
  const answers = await Promise.all(clients.map((id) => allocated(contract, id, { shownAt })));
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  const refused = codesOf(answers);
  expect(refused).toHaveLength(19);
  expect(new Set(refused)).toEqual(new Set(['placeTaken']));
});

test('of twenty people at once for three places three get one each', async () => {
  const contract = await anOpenContract({ places: 3 });
  const clients: string[] = [];
  for (let index = 0; index < 20; index += 1) clients.push(await aCheckedClient(contract));
  const answers = await Promise.all(clients.map((id) => allocated(contract, id)));
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(3);
  const places = await asOwner((tx) =>
    tx.selectFrom('allocation').where('contract_id', '=', contract.contractId).select('place_id').execute(),
  );
  expect(new Set(places.map(({ place_id }) => place_id)).size).toBe(3);
});

test('one person at once in two contracts of the same measure is in it once, and nobody fails', async () => {
  const one = await anOpenContract();
  const { measureId } = one;
  const other = await anOpenContract({
    terms: { measure_id: measureId },
    service: { measure_id: measureId },
  });
  await asOwner((tx) => opened(tx, measureId));
  const clientId = await aCheckedClient(one);
  await asOwner((tx) => aCheck(tx, clientId, measureId));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      asActor(caseworker, (tx) =>
        allocateWithLetter(
          tx,
          caseworker,
          { clientId, slug: one.slug, today },
          typedFor(one, { spot: siteKey(index % 2 === 0 ? one : other) }),
        ),
      ),
    ),
  );
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  const refused = codesOf(answers);
  expect(refused).toHaveLength(9);
  expect(refused.every((code) => code === 'placeTaken' || code === 'alreadyThere')).toBe(true);
});

test('who extends and who comes after at the same moment never share a day of the place', async () => {
  const contract = await anOpenContract({ places: 1 });
  const [first, next] = [await aCheckedClient(contract), await aCheckedClient(contract)];
  const made = await allocated(contract, first, { ends: '30.06.2026' });
  const id = made?.ok ? made.value : '';
  const [extended, following] = await Promise.all([
    asActor(caseworker, (tx) =>
      extendAllocation(tx, caseworker, id, { ends: '2026-09-30', reason: 'Ziel ist nahe.' }),
    ),
    allocated(contract, next, { starts: '01.07.2026', ends: '' }),
  ]);
  expect([extended?.ok, following?.ok].filter(Boolean)).toHaveLength(1);
});
