import { describe, expect, test } from 'vitest';
import { sectionForms } from '~/portfolio/editing/forms';
import type { SectionSlug } from '~/portfolio/editing/sections';
import { sections } from '~/portfolio/editing/sections';
import { readEntries } from '~/ui/form/read-form';

/** Reads a step as the server reads it. */
async function read(section: SectionSlug, typed: Record<string, string>) {
  return readEntries(Object.entries(typed), sectionForms[section]);
}

async function faultsOf(section: SectionSlug, typed: Record<string, string>) {
  const form = await read(section, typed);
  return form.ok ? {} : form.errors;
}

test.each(sections)('step $slug can be saved empty: it is a draft', async ({ slug }) => {
  expect(await read(slug, {})).toMatchObject({ ok: true });
});

describe('term', () => {
  const term = { termStart: '1.12.2019', termEnd: '31.12.20', hasOptions: 'ja' };
  const option = (starts: string, ends: string) => ({ 'options.0.starts': starts, 'options.0.ends': ends });

  test('dates are understood as Germans type them', async () => {
    const form = await read('laufzeit', { ...term, ...option('01012021', '31. Dezember 2021') });
    expect(form).toMatchObject({
      ok: true,
      value: {
        termStart: '2019-12-01',
        termEnd: '2020-12-31',
        hasOptions: true,
        options: [{ starts: '2021-01-01', ends: '2021-12-31', condition: null }],
      },
    });
  });

  test('an end before the start is refused at the end with the day that would fit', async () => {
    expect(await faultsOf('laufzeit', { termStart: '01.01.2022', termEnd: '31.12.2021' })).toEqual({
      termEnd: 'Das Ende der Laufzeit liegt vor dem Beginn. Geben Sie einen Tag ab 01.01.2022 ein.',
    });
  });

  test('a term of one day is a term', async () => {
    expect(await read('laufzeit', { termStart: '01.01.2022', termEnd: '01.01.2022' })).toMatchObject({
      ok: true,
    });
  });

  test.each([
    { starts: '02.01.2021', why: 'a day is left out' },
    { starts: '31.12.2020', why: 'the last day of the term counts twice' },
  ])('an option from $starts does not join: $why', async ({ starts }) => {
    const faults = await faultsOf('laufzeit', { ...term, ...option(starts, '31.12.2021') });
    expect(Object.keys(faults)).toEqual(['options.0.starts']);
    expect(faults['options.0.starts']).toContain('01.01.2021');
  });

  test('the second option joins the first one', async () => {
    const second = { 'options.1.starts': '02.01.2022', 'options.1.ends': '31.12.2022' };
    const faults = await faultsOf('laufzeit', { ...term, ...option('01.01.2021', '31.12.2021'), ...second });
    expect(faults['options.1.starts']).toContain('01.01.2022');
  });

  test('an empty option is named by the number the form shows', async () => {
    const faults = await faultsOf('laufzeit', {
      ...term,
      ...option('', ''),
      'options.1.starts': '01.01.2021',
      'options.1.ends': '31.12.2021',
    });
    expect(Object.keys(faults)).toEqual(['options.0.starts', 'options.0.ends']);
  });

  test.each([
    { typed: { ...term, hasOptions: 'nein' }, field: 'hasOptions', why: 'it was answered with no' },
    { typed: { ...term, termEnd: '' }, field: 'termEnd', why: 'there is no end it could join' },
  ])('an option is refused where $why', async ({ typed, field }) => {
    const faults = await faultsOf('laufzeit', { ...typed, ...option('01.01.2021', '31.12.2021') });
    expect(Object.keys(faults)).toEqual([field]);
  });
});

describe('costs', () => {
  const basis = { estimateBasis: 'Markterkundung vom 01.07.2019' };

  test.each([
    { typed: '7.500,00 €', cents: 750_000 },
    { typed: '7500,5', cents: 750_050 },
    { typed: '100.000', cents: 10_000_000 },
    { typed: '', cents: null },
  ])('an estimate "$typed" is read as $cents cents', async ({ typed, cents }) => {
    const form = await read('kosten', { estimateMonthly: typed, ...basis });
    expect(form).toMatchObject({ ok: true, value: { estimateMonthlyCents: cents } });
  });

  test.each(['100.00', '-5', '7,555', 'viel', '0'])(
    'an estimate "%s" is refused at the field',
    async (typed) => {
      expect(Object.keys(await faultsOf('kosten', { estimateMonthly: typed, ...basis }))).toEqual([
        'estimateMonthly',
      ]);
    },
  );

  test('an estimate needs its basis', async () => {
    expect(Object.keys(await faultsOf('kosten', { estimateMonthly: '7.500' }))).toEqual(['estimateBasis']);
  });
});

describe('need (rule B13: the demand may be unknown with a reason)', () => {
  test.each<{ typed: Record<string, string>; field: string | null }>([
    { typed: { demandKind: 'known', demandCount: '40' }, field: null },
    { typed: { demandKind: 'unknown', demandUnknownReason: 'Nicht erfasst.' }, field: null },
    { typed: { demandCount: '40' }, field: null },
    { typed: { demandKind: 'known' }, field: 'demandCount' },
    { typed: { demandKind: 'known', demandCount: '0' }, field: 'demandCount' },
    { typed: { demandKind: 'unknown' }, field: 'demandUnknownReason' },
    { typed: { demandKind: 'unknown', demandCount: '40' }, field: 'demandCount' },
    { typed: { demandCount: '40', demandUnknownReason: 'Nicht erfasst.' }, field: 'demandKind' },
  ])('$typed is refused at: $field', async ({ typed, field }) => {
    expect(Object.keys(await faultsOf('bedarf', typed))).toEqual(field ? [field] : []);
  });
});

test('places left empty are unknown, and rows without any text are dropped', async () => {
  const form = await read('standorte', {
    'sites.0.name': 'Rotenburg (Wümme)',
    'sites.0.places': '',
    'sites.1.name': '',
    'sites.1.places': '',
    'sites.2.name': 'Zeven',
    'sites.2.places': '8',
  });
  expect(form).toMatchObject({
    ok: true,
    value: {
      sites: [
        { name: 'Rotenburg (Wümme)', places: null },
        { name: 'Zeven', places: 8 },
      ],
    },
  });
});

test('meetings are read by committee; a committee without a date has none', async () => {
  const first = '0f8fad5b-d9cb-469f-a165-70867728950e';
  const second = 'c0000000-0000-4000-8000-000000000001';
  const form = await read('vorlage', { [`meetings.${first}`]: '18.09.19', [`meetings.${second}`]: '' });
  expect(form).toMatchObject({
    ok: true,
    value: { meetings: [{ committeeId: first, meetingDate: '2019-09-18' }] },
  });
});
