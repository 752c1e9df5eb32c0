import { expect, test } from 'vitest';
import { asActor, asReader } from '#db/as-actor';
import { addProduct, listProducts, renameProduct } from '~/budget/store';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');

useTestDatabase({ poolSize: 10 });

test('of twenty who rename different products to one number at once, one gets it and nobody fails', async () => {
  const ids = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const added = await asActor(officer, (tx) =>
        addProduct(tx, officer, { number: `11.1.${index + 10}`, name: 'Produkt' }),
      );
      return added.ok ? added.value : '';
    }),
  );
  const answers = await Promise.all(
    ids.map((id) =>
      asActor(officer, (tx) => renameProduct(tx, officer, id, { number: '31.2.02', name: 'Neu' })),
    ),
  );
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(1);
  expect(answers.filter((answer) => answer?.ok === false)).toHaveLength(19);
  const products = await asReader(officer, (tx) => listProducts(tx));
  expect(products.filter(({ number }) => number === '31.2.02')).toHaveLength(1);
});
