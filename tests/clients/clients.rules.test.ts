import { describe, expect, test } from 'vitest';
import type { ClientDetails } from '~/clients/client';
import { clientChangeForm, newClientForm, readCustomerNumber, readHouseholdNumber } from '~/clients/forms';
import { ageBandOn, ageOn, checkClient, checkSubstitution } from '~/clients/rules';
import { needCatalogue } from '~/clients/needs';

describe('age', () => {
  test.each([
    { born: '2001-06-10', on: '2026-06-09', years: 24, band: 'u25', why: 'the day before the birthday' },
    { born: '2001-06-10', on: '2026-06-10', years: 25, band: 'o25', why: 'the birthday itself' },
    { born: '2000-02-29', on: '2025-02-28', years: 24, band: 'u25', why: 'born on 29.02., still 28.02.' },
    { born: '2000-02-29', on: '2025-03-01', years: 25, band: 'o25', why: 'the band begins on 01.03.' },
    { born: '2000-02-29', on: '2024-02-29', years: 24, band: 'u25', why: 'a leap year has the day' },
    { born: '1999-12-31', on: '2025-01-01', years: 25, band: 'o25', why: 'the turn of a year' },
  ])('$born on $on: $years, $band ($why)', ({ born, on, years, band }) => {
    expect(ageOn(born, on)).toBe(years);
    expect(ageBandOn(born, on)).toBe(band);
  });
});

describe('what is typed about a person', () => {
  const today = '2026-03-02';
  const sound: ClientDetails = {
    customerNumber: '123A456789',
    firstName: 'Alma',
    lastName: 'Apfelkern',
    birthDate: '1990-05-04',
    householdNumber: '12345BG0001234',
    isHouseholdLead: true,
    siteId: 'site',
    interpreterLanguage: null,
    needs: [],
    forecastOn: null,
    forecastMonths: null,
    marketProximity: null,
    expectsProgress: null,
    isWilling: null,
    readinessClarifiedOn: null,
    readinessByTalk: null,
    readinessNoteMade: false,
  };

  test.each<{ why: string; change: Partial<ClientDetails>; codes: string[] }>([
    { why: 'nothing but the person', change: {}, codes: [] },
    { why: 'born tomorrow', change: { birthDate: '2026-03-03' }, codes: ['birthDateInFuture'] },
    { why: '15 today', change: { birthDate: '2011-03-02' }, codes: [] },
    { why: '15 tomorrow', change: { birthDate: '2011-03-03' }, codes: ['tooYoung'] },
    { why: 'a century too early', change: { birthDate: '1900-05-04' }, codes: ['tooOld'] },
    { why: 'a forecast without its day', change: { forecastMonths: 18 }, codes: ['dayMissing'] },
    { why: 'zero months are a forecast, too', change: { forecastMonths: 0 }, codes: ['dayMissing'] },
    { why: 'a forecast of today', change: { forecastMonths: 18, forecastOn: today }, codes: [] },
    {
      why: 'a forecast of tomorrow',
      change: { forecastMonths: 18, forecastOn: '2026-03-03' },
      codes: ['dayInFuture'],
    },
    { why: 'unwilling, but since when', change: { isWilling: false }, codes: ['dayMissing'] },
    { why: 'a note of no day', change: { readinessNoteMade: true }, codes: ['dayMissing'] },
  ])('$why: $codes', ({ change, codes }) => {
    expect(checkClient({ ...sound, ...change }, today).map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  { typed: '123A456789', read: '123A456789' },
  { typed: ' 123a 456 789 ', read: '123A456789' },
  { typed: '1234567890', read: null },
  { typed: '123A45678', read: null },
  { typed: "123A456789'; drop table client", read: null },
])('customer number $typed reads as $read', ({ typed, read }) => {
  expect(readCustomerNumber(typed)).toBe(read);
});

test.each([
  { typed: '12345BG0001234', read: '12345BG0001234' },
  { typed: '12345//0001234', read: '12345BG0001234' },
  { typed: '12345 bg 0001234', read: '12345BG0001234' },
  { typed: '12345BG001234', read: null },
])('household number $typed reads as $read', ({ typed, read }) => {
  expect(readHouseholdNumber(typed)).toBe(read);
});

describe('the form', () => {
  const typed = {
    firstName: 'Alma',
    lastName: 'Apfelkern',
    customerNumber: '123A456789',
    birthDate: '4.5.1990',
    householdNumber: '12345BG0001234',
    isHouseholdLead: 'ja',
    siteId: 'site',
  };

  test('needs come from their groups; what is no need of the catalogue is dropped', () => {
    const needs = {
      capability: { strain: 'on', invented: 'on' },
      circumstances: { housing: 'on', strain: 'on' },
    };
    expect(newClientForm.parse({ ...typed, needs }).needs).toEqual(['strain', 'housing']);
  });

  test.each([
    { birthDate: '31.02.1990', sentence: 'Den 31.02.1990 gibt es nicht.' },
    { birthDate: '', sentence: 'Geben Sie das Geburtsdatum ein.' },
  ])('the day $birthDate is refused at the field', ({ birthDate, sentence }) => {
    const result = newClientForm.safeParse({ ...typed, birthDate });
    expect(result.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['birthDate', expect.stringContaining(sentence)],
    ]);
  });

  test('a state that does not exist is refused', () => {
    expect(clientChangeForm.safeParse({ ...typed, status: 'deleted' }).error?.issues[0]?.path).toEqual([
      'status',
    ]);
  });
});

test('the catalogue has about twenty needs, each key once, in all four groups', () => {
  expect(new Set(needCatalogue.map(({ key }) => key)).size).toBe(needCatalogue.length);
  expect(new Set(needCatalogue.map(({ group }) => group)).size).toBe(4);
  // A2: federal model, not the open list of one instruction.
  expect(
    needCatalogue.filter(({ key }) => /School|school|vocational/.test(key)).map(({ group }) => group),
  ).toEqual(['qualification', 'qualification']);
});

test.each([
  { starts: '2026-03-02', ends: '2026-03-02', findings: [], why: 'one day, today' },
  { starts: '2026-03-03', ends: '2026-03-02', findings: ['endsBeforeStart'], why: 'the wrong way round' },
  { starts: '2026-02-01', ends: '2026-03-01', findings: ['isPast'], why: 'over since yesterday' },
])('substitution $starts to $ends: $why', ({ starts, ends, findings }) => {
  expect(checkSubstitution({ starts, ends }, '2026-03-02')).toEqual(findings);
});
