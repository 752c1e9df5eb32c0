import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { asOwner, asReader, type Tx } from '#db/as-actor';
import { readPortfolio } from '#db/example/read-portfolio';
import { noFilter, type MeasureFilter } from '~/portfolio/filters';
import { importMeasure } from '~/portfolio/import-measure';
import type { MeasureList } from '~/portfolio/measure-list';
import { findMeasure, listMeasures } from '~/portfolio/store';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';

useTestDatabase();

beforeAll(async () => {
  const sources = await readPortfolio(path.resolve('db/example/portfolio'));
  await asOwner(async (tx) => {
    for (const source of sources) {
      await importMeasure(tx, { tenantId: authorities.own.id, sourceYear: yearOf(source.slug) }, source);
    }
    const [aktiva] = sources;
    if (!aktiva) throw new Error('The portfolio is empty.');
    await importMeasure(
      tx,
      { tenantId: authorities.foreign.id, sourceYear: 2013 },
      { ...aktiva, slug: 'fremd' },
    );
  });
});

const yearOf = (slug: string): number => (slug === 'case-manager' ? 2019 : 2013);
const reading = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asReader(anActor('caseworker'), work);
const listed = (filter: Partial<MeasureFilter> = {}): Promise<MeasureList> =>
  reading((tx) => listMeasures(tx, { ...noFilter, ...filter }));
const slugsOf = (list: MeasureList): string[] => list.rows.map(({ slug }) => slug);

test('without a filter all 25 own measures are listed, none of the other authority', async () => {
  const list = await listed();
  expect([list.allCount, list.matchingCount, list.pageCount]).toEqual([25, 25, 1]);
  expect(list.rows).toHaveLength(25);
  expect(slugsOf(list)).not.toContain('fremd');
});

test('a row says only what is stated: no place count is null, not zero', async () => {
  const list = await listed({ text: 'Lotsendienst' });
  expect(list.rows).toEqual([
    {
      slug: 'case-manager',
      title: 'Case-Manager',
      targetGroup: expect.stringMatching(/^Erwerbsfähige Leistungsberechtigte des Jobcenters/) as string,
      legalBases: ['§ 16a SGB II'],
      sites: [
        { name: 'Rotenburg (Wümme)', places: null },
        { name: 'Zeven', places: null },
        { name: 'Bremervörde', places: null },
      ],
      placesTotal: null,
      periodStart: '2019-12-01',
      periodEnd: '2020-12-31',
      isOpenEnded: false,
      implementation: 'vergabe',
      carrierName: 'Landkreis Rotenburg (Wümme)',
      sourceYear: 2019,
    },
  ]);
});

test.each([
  { text: 'Förderzentrum', why: 'as written' },
  { text: 'FORDERZENTRUM', why: 'without accents and in capitals' },
  { text: 'foerderzentrum', why: 'with the umlaut spelt out' },
  { text: 'förderzentrum  cuxhaven', why: 'two words from different places' },
])('"$text" finds Förderzentrum Plus ($why)', async ({ text }) => {
  expect(slugsOf(await listed({ text }))).toEqual(['foerderzentrum-plus']);
});

test('every word must be found', async () => {
  const list = await listed({ text: 'Förderzentrum Zeven' });
  expect(list).toMatchObject({ rows: [], matchingCount: 0, page: 1, pageCount: 1 });
  expect(list.countWithout.text).toBe(25);
});

test.each(['100 %', '_', '\\', "'", '%'])('the characters of patterns mean themselves: %s', async (text) => {
  const { matchingCount } = await listed({ text });
  expect(matchingCount).toBeLessThan(25);
});

test('§ 16a SGB II is found under every way of citing it', async () => {
  const list = await listed({ legalBasis: ['16a SGB II'] });
  expect(slugsOf(list).sort()).toEqual([
    'aktivierungshilfen-jugendliche',
    'amiga',
    'bahn-frei',
    'case-manager',
    'perspektive-einstieg',
    'service-point-migration',
  ]);
});

test('§ 46 SGB III of the old law is a group of its own', async () => {
  const { facets } = await listed();
  const counts = Object.fromEntries(facets.legalBasis.map(({ value, count }) => [value, count]));
  expect(counts).toMatchObject({ '16a SGB II': 6, '46 SGB III a. F.': 2, ohne: 2 });
  expect(counts['46 SGB III']).toBeUndefined();
});

test('a facet is counted under the other filters, but not under itself', async () => {
  const list = await listed({ legalBasis: ['16a SGB II'], kind: ['massnahme'] });
  expect(list.matchingCount).toBe(4);
  expect(list.facets.kind).toEqual(
    expect.arrayContaining([
      { value: 'massnahme', count: 4 },
      { value: 'handlungsansatz', count: 2 },
    ]),
  );
  expect(list.facets.legalBasis).toContainEqual({ value: '16e SGB II', count: 1 });
  expect(list.countWithout).toMatchObject({
    text: 4,
    legalBasis: 16,
    carrier: 4,
    implementation: 4,
    kind: 6,
  });
});

test('values of one facet are alternatives, "ohne" finds what is not stated', async () => {
  const one = await listed({ carrier: ['gE'] });
  const both = await listed({ carrier: ['gE', 'ohne'] });
  expect(slugsOf(one).sort()).toEqual(['jobschmiede', 'neustart', 'service-point-migration']);
  expect(both.matchingCount).toBe(18);
});

test('titles sort as in a German dictionary, capitals and signs aside', async () => {
  const titles = (await listed()).rows.map(({ title }) => title);
  expect(titles).toEqual([...titles].sort(new Intl.Collator('de').compare));
  const reversed = (await listed({ sort: '-titel' })).rows.map(({ title }) => title);
  expect(reversed).toEqual([...titles].reverse());
});

test('by year of the source the newest comes first when asked', async () => {
  expect(slugsOf(await listed({ sort: '-stand' })).at(0)).toBe('case-manager');
  expect(slugsOf(await listed({ sort: 'stand' })).at(-1)).toBe('case-manager');
});

test('a page beyond the end is the last page', async () => {
  const list = await listed({ page: 1_000_000 });
  expect([list.page, list.rows.length]).toEqual([1, 25]);
});

test('the 26th measure stands on the second page', async () => {
  const rollback = new Error('only to look');
  let second: MeasureList | undefined;
  await asOwner(async (tx) => {
    const row = await tx
      .selectFrom('measure')
      .selectAll()
      .where('slug', '=', 'aktiva')
      .where('tenant_id', '=', authorities.own.id)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('measure')
      .values({
        tenant_id: row.tenant_id,
        slug: 'zuletzt',
        title: 'Zzz',
        kind: row.kind,
        carrier_name: null,
        carrier_type: null,
        source_year: null,
        implementation: null,
        places_total: null,
        period_start: null,
        period_end: null,
        search_text: '',
        source: JSON.stringify(row.source),
        content: JSON.stringify(row.source),
      })
      .execute();
    await tx.deleteFrom('measure').where('tenant_id', '=', authorities.foreign.id).execute();
    second = await listMeasures(tx, { ...noFilter, page: 7 });
    throw rollback;
  }).catch((error: unknown) => {
    if (error !== rollback) throw error;
  });
  expect(second).toMatchObject({ page: 2, pageCount: 2, matchingCount: 26, rows: [{ slug: 'zuletzt' }] });
});

test('a measure is found by its slug with its whole profile', async () => {
  const measure = await reading((tx) => findMeasure(tx, 'case-manager'));
  expect(measure).toMatchObject({
    slug: 'case-manager',
    sourceYear: 2019,
    content: { title: 'Case-Manager' },
  });
});

test.each(['fremd', 'gibt-es-nicht', 'CASE-MANAGER', 'a\u0000b', '', "x' or 1=1"])(
  'no measure by the slug %j',
  async (slug) => {
    expect(await reading((tx) => findMeasure(tx, slug))).toBeUndefined();
  },
);
