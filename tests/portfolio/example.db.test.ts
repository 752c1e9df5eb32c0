import path from 'node:path';
import { expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { loadExample } from '#db/example/load';
import { withPortalPart } from '#db/example/portal-parts';
import { readPortfolio } from '#db/example/read-portfolio';
import { useTestDatabase } from '../support/database';

useTestDatabase({ empty: true });

const directory = path.resolve('db/example/portfolio');
const counted = () =>
  asOwner(async (tx) => {
    const all = (table: 'authority' | 'measure' | 'account' | 'appropriation') =>
      tx
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
        .then((row) => Number(row.count));
    return [await all('authority'), await all('measure'), await all('account'), await all('appropriation')];
  });

test('the example is loaded once, however often and at once the portal starts', async () => {
  const steps: string[] = [];
  const loaded = await Promise.all([
    loadExample(directory, (step) => steps.push(step)),
    loadExample(directory, (step) => steps.push(step)),
  ]);
  expect(loaded.filter(Boolean)).toHaveLength(1);
  expect(steps).toEqual(['Lade die Beispieldaten (25 Maßnahmen)']);
  expect(await counted()).toEqual([2, 28, 22, 1]);

  expect(await loadExample(directory)).toBe(false);
  expect(await counted()).toEqual([2, 28, 22, 1]);
});

test('every file is kept whole, as its source has it, with the numbers the example adds', async () => {
  const sources = await readPortfolio(directory);
  const stored = await asOwner((tx) =>
    tx
      .selectFrom('measure')
      .innerJoin('authority', 'authority.id', 'measure.tenant_id')
      .where('authority.name', 'like', '%Musterland%')
      .orderBy('measure.slug')
      .select('measure.source')
      .execute(),
  );
  expect(stored.map((row) => row.source)).toEqual(sources.map(withPortalPart));
});

test('a number the source does not give stays unknown', async () => {
  const rows = await asOwner((tx) =>
    tx
      .selectFrom('measure')
      .innerJoin('authority', 'authority.id', 'measure.tenant_id')
      .innerJoin('measure_site', (join) =>
        join
          .onRef('measure_site.tenant_id', '=', 'measure.tenant_id')
          .onRef('measure_site.measure_id', '=', 'measure.id'),
      )
      .where('measure.slug', '=', 'case-manager')
      .where('authority.name', 'like', '%Musterland%')
      .orderBy('measure_site.position')
      .select(['measure.places_total', 'measure_site.name', 'measure_site.places'])
      .execute(),
  );
  expect(rows).toEqual(
    ['Rotenburg (Wümme)', 'Zeven', 'Bremervörde'].map((name) => ({ places_total: null, name, places: null })),
  );
});

test('Case-Manager has everything but its price; 2020 and 2021 have no money yet', async () => {
  const plan = await asOwner((tx) =>
    tx
      .selectFrom('measure_plan')
      .innerJoin('measure', (join) =>
        join
          .onRef('measure.tenant_id', '=', 'measure_plan.tenant_id')
          .onRef('measure.id', '=', 'measure_plan.measure_id'),
      )
      .where('measure.slug', '=', 'case-manager')
      .selectAll('measure_plan')
      .executeTakeFirstOrThrow(),
  );
  const empty = Object.entries(plan)
    .filter(([, value]) => value === null)
    .map(([column]) => column);
  expect(empty.sort()).toEqual(['demand_count', 'estimate_basis', 'estimate_monthly_cents', 'file_ref']);
  expect([plan.term_start, plan.term_end]).toEqual(['2019-12-01', '2020-12-31']);

  const appropriations = await asOwner((tx) =>
    tx
      .selectFrom('appropriation')
      .innerJoin('budget_product', 'budget_product.id', 'appropriation.product_id')
      .where('budget_product.number', '=', '31.2.02')
      .select(['fiscal_year', 'amount_cents', 'is_ceiling'])
      .execute(),
  );
  expect(appropriations).toEqual([{ fiscal_year: 2019, amount_cents: 10_000_000, is_ceiling: true }]);
});
