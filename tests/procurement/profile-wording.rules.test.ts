import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureContent } from '~/portfolio/content';
import { profileWordingGaps } from '~/procurement/rules/profile-wording';
import { caseManagerTenderFacts, noSecrets, promotionFacts } from '../documents/tender-facts';

const profile = measureContent.parse(
  JSON.parse(readFileSync('db/example/portfolio/case-manager.json', 'utf8')),
);
const onDate = '2019-09-01';

test('the profile of Case-Manager says nothing that bidders must not read', () => {
  expect(profileWordingGaps(profile, caseManagerTenderFacts, noSecrets, onDate)).toEqual([]);
});

test.each([
  { change: { modules: ['Beratung für 7.500 Euro im Monat'] }, section: 'ablauf', field: 'modules' },
  { change: { targetCriteria: ['nach Leistungsminderung'] }, section: 'profil', field: 'targetCriteria' },
  { change: { weeklyHours: 'wie beim Werkhof' }, section: 'teilnahme', field: 'weeklyHours' },
  {
    change: { phases: [{ name: 'Nachweis nach AZAV', duration: null, content: null }] },
    section: 'ablauf',
    field: 'phases.0.name',
  },
])('$field is told with its field and stops the specification', ({ change, section, field }) => {
  const secrets = { estimateMonthlyCents: 750_000, providerNames: ['Werkhof (Beispiel)'] };
  const found = profileWordingGaps({ ...profile, ...change }, caseManagerTenderFacts, secrets, onDate);
  expect(found).toMatchObject([
    { place: { kind: 'profile', section }, field, papers: ['leistungsbeschreibung'] },
  ]);
  expect(found[0]?.label).not.toBe(field);
});

test('where sanctions have their law and the certificate is due, the words are free', () => {
  const change = { modules: ['Zulassung nach AZAV', 'Leistungsminderung'] };
  expect(profileWordingGaps({ ...profile, ...change }, promotionFacts(), noSecrets, onDate)).toEqual([]);
});
