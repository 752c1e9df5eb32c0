import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyContent, measureContent, type MeasureContent } from '~/portfolio/content';
import { applySection } from '~/portfolio/profile/apply';
import { profileWords } from '~/portfolio/profile/field-words';
import { profileForms } from '~/portfolio/profile/schema';
import { profileSections, type ProfileSectionSlug } from '~/portfolio/profile/sections';
import { readSourceDay, sourceDayText } from '~/portfolio/profile/source-day';
import { typedProfile } from '~/portfolio/profile/typed';
import { nestedFrom, type TypedValues } from '~/ui/form/typed-values';

const directory = 'db/example/portfolio';
const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
const read = (file: string) =>
  measureContent.parse(JSON.parse(readFileSync(path.join(directory, file), 'utf8')));

function send(slug: ProfileSectionSlug, typed: TypedValues) {
  return profileForms[slug].safeParse(nestedFrom(typed));
}

/** The faults of a step by field. */
function faultsOf(slug: ProfileSectionSlug, typed: TypedValues): Record<string, string> {
  const issues = send(slug, typed).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path: at, message }) => [at.join('.'), message]));
}

const full: MeasureContent = {
  ...emptyContent('voll', 'Alles gesagt'),
  portal: {
    runs: [{ name: 'Durchgang 1', from: '2020-01-01', to: '2020-06-30', places: 12 }],
    sessions: { count: 6, hours: 4.5, groupSize: 12 },
    attendance: { areMissedDaysAppended: true },
    weekly: { min: 19.5, max: 39, unit: 'hours' },
    contacts: [{ stage: 'anfangs', everyWeeks: 1, minutes: 45 }],
    phaseSpans: [{ phase: 'Beginn', span: { min: 2, max: 4, unit: 'weeks' } }],
    reviews: [{ what: 'Auswertung', after: 8, unit: 'months' }],
    staff: [{ role: 'Begleitung', clientsPerPost: 15, posts: 1.5 }],
    costs: [{ kind: 'placeMonth', amountEur: 875.5, qualifier: 'upTo', note: 'mit Fahrt' }],
    funding: [{ source: 'Kreis', kind: 'municipal', sharePercent: 60, amountEur: 1000 }],
    payment: {
      model: 'premiums',
      premiums: [{ reason: 'Gespräch', sharePercent: 100 }],
      grants: [{ condition: 'ab 801 €', amountEur: 1000 }],
    },
    reports: [{ what: 'Abschlussbericht', rhythm: 'perCase', to: 'Jobcenter' }],
    healthPercent: 19.5,
    isCofunded: false,
    onlyWithin: ['§ 45 SGB III'],
    neededCertificate: 'Zertifizierung für AktivA',
    maxHealthPercent: 20,
    approaches: ['health', 'networks'],
  },
};

describe('every profile passes through its form unchanged', () => {
  test.each([...files.map((file) => [file, read(file)] as const), ['all structured keys', full] as const])(
    '%s',
    (_, content) => {
      let kept = content;
      for (const { slug } of profileSections) {
        const result = send(slug, typedProfile(slug, content));
        expect(result.error?.issues).toBeUndefined();
        kept = applySection(result.data ?? {}, kept);
      }
      expect(withoutUnset(kept)).toEqual(withoutUnset(content));
      expect(measureContent.safeParse(kept).success).toBe(true);
    },
  );

  test('no key of a file is without its field', () => {
    const keys = Object.keys(emptyContent('x', 'X')).filter((key) => key !== 'slug');
    const fields = profileSections.flatMap(({ slug }) => Object.keys(typedProfile(slug, allKeysSet)));
    for (const key of keys)
      expect(
        fields.some((name) => name.split('.')[0] === key),
        key,
      ).toBe(true);
  });
});

/** Spaces at the ends and optional keys that are null say the same as their absence. */
function withoutUnset(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUnset);
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null && part !== undefined)
      .map(([key, part]) => [key, withoutUnset(part)]),
  );
}

const allKeysSet: MeasureContent = {
  ...read('case-manager.json'),
  weeklyHours: '39',
  contactRhythm: 'wöchentlich',
  placesTotal: 12,
  paymentModel: 'Fixum',
  voluntary: true,
  results: [{ label: 'Eintritte', value: 12, unit: null, basis: null, asOf: null }],
  individualDuration: {
    typicalMonths: 6,
    minMonths: null,
    maxMonths: null,
    attendanceDays: null,
    note: null,
  },
};

describe('what cannot be right is refused at its field', () => {
  test.each<{ slug: ProfileSectionSlug; typed: TypedValues; field: string; says: RegExp }>([
    { slug: 'profil', typed: { title: '', kind: 'massnahme' }, field: 'title', says: /Namen der Maßnahme/ },
    { slug: 'profil', typed: { title: 'A', kind: '' }, field: 'kind', says: /Wählen Sie die Art/ },
    {
      slug: 'zeitraum',
      typed: { 'period.start': '01.12.2019', 'period.end': '30.11.2019' },
      field: 'period.end',
      says: /vor dem Beginn/,
    },
    { slug: 'zeitraum', typed: { 'period.start': '31.02.2020' }, field: 'period.start', says: /./ },
    {
      slug: 'zeitraum',
      typed: {
        'portal.runs.0.name': 'A',
        'portal.runs.0.from': '01.03.2020',
        'portal.runs.0.to': '01.02.2020',
      },
      field: 'portal.runs.0.to',
      says: /vor dem Beginn/,
    },
    { slug: 'geld', typed: { 'budget.totalEur': '-5' }, field: 'budget.totalEur', says: /./ },
    { slug: 'geld', typed: { 'budget.totalEur': '1.2.3' }, field: 'budget.totalEur', says: /./ },
    {
      slug: 'geld',
      typed: {
        'portal.payment.premiums.0.reason': 'Gespräch',
        'portal.payment.premiums.0.sharePercent': '40',
      },
      field: 'portal.payment.model',
      says: /Vergütungsmodell/,
    },
    {
      slug: 'recht',
      typed: { 'portal.healthPercent': '101' },
      field: 'portal.healthPercent',
      says: /höchstens 100/,
    },
    { slug: 'plaetze', typed: { placesTotal: '12,5' }, field: 'placesTotal', says: /ganze Zahl/ },
    {
      slug: 'ergebnisse',
      typed: { 'results.0.label': 'Eintritte', 'results.0.value': '' },
      field: 'results.0.value',
      says: /Geben Sie den Wert ein/,
    },
    {
      slug: 'teilnahme',
      typed: { 'portal.sessions.count': '6' },
      field: 'portal.sessions.hours',
      says: /Stunden je Termin/,
    },
  ])('$slug $field: $typed', ({ slug, typed, field, says }) => {
    expect(faultsOf(slug, typed)[field]).toMatch(says);
  });
});

test('half-known days keep their precision', () => {
  for (const day of ['2011', '2013-05', '2019-12-01', null]) {
    const typed = sourceDayText(day);
    expect(typed === null ? { ok: true, day: null } : readSourceDay(typed)).toEqual({ ok: true, day });
  }
  expect(readSourceDay('5/2013')).toEqual({ ok: true, day: '2013-05' });
  expect(readSourceDay('13/2013').ok).toBe(false);
});

test('numbers are numbers and words stay words', () => {
  const typed = (value: string) => ({ 'results.0.label': 'Quote', 'results.0.value': value });
  const valueOf = (text: string) => {
    const results = (send('ergebnisse', typed(text)).data as { results: { value: unknown }[] }).results;
    return results[0]?.value;
  };
  expect([valueOf('18,5'), valueOf('1.200'), valueOf('2/3'), valueOf('knapp 50')]).toEqual([
    18.5,
    1200,
    '2/3',
    'knapp 50',
  ]);
});

test('a field is called the same in the form, in conflicts and in comparisons', () => {
  const words = profileWords('geld');
  expect(words.label('portal.funding.1.sharePercent')).toBe('Anteil 2, Anteil in Prozent');
  expect(words.value('portal.funding.1.kind', 'esf')).toBe('ESF');
  expect(profileWords('profil').label('portal.approaches.health')).toBe('Ansätze: Gesundheit');
});
