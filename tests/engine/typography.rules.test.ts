import { expect, test } from 'vitest';
import { divisionsOf } from '#templates/engine/hyphenate';
import { typeset } from '#templates/engine/typography';

/** `_` stands for the no-break space. */
test.each([
  ['§ 16a Abs. 2 Satz 1 Nr. 3 SGB II', '§_16a Abs._2 Satz_1 Nr._3_SGB_II'],
  ['§§ 176 ff. SGB III', '§§_176_ff. SGB_III'],
  ['§ 45 SGB III, § 112 Abs. 2 NKomVG', '§_45_SGB_III, §_112 Abs._2_NKomVG'],
  ['siehe z. B. oder z.B. hier', 'siehe z._B. oder z._B. hier'],
  ['i. d. R. und i.V.m. § 3', 'i._d._R. und i._V._m. §_3'],
  ['7.500,00 € und 19 % MwSt.', '7.500,00_€ und 19_% MwSt.'],
  ['um 19:30 Uhr am 1. Dezember 2019', 'um 19:30_Uhr am 1._Dezember 2019'],
  ['13 Monate und 5 Tage', '13_Monate und 5_Tage'],
  ['5 Tagesordnungspunkte', '5 Tagesordnungspunkte'],
  ['01.12.2019 – 31.12.2020', '01.12.2019_– 31.12.2020'],
  ['Produkt 31.2.02', 'Produkt_31.2.02'],
])('what belongs together stays on one line: %s', (typed, set) => {
  expect(typeset(typed)).toBe(set.replaceAll('_', '\u00a0'));
});

test('a minus before a figure is a minus sign, a hyphen stays a hyphen', () => {
  expect(typeset('-5,00 € (-3) Case-Manager 2019-2020 BV-12')).toBe(
    '\u22125,00\u00a0€ (\u22123) Case-Manager 2019-2020 BV-12',
  );
});

/** The word with its possible divisions: `|` prints a hyphen, `¦` does not. */
function divided(word: string): string {
  return [...divisionsOf(word)]
    .reverse()
    .reduce((text, { at, hyphen }) => `${text.slice(0, at)}${hyphen ? '|' : '¦'}${text.slice(at)}`, word);
}

test.each([
  ['Haushaltsjahr', 'Haus|halts|jahr', 'German syllables'],
  ['Abende', 'Abende', 'three letters stay, four go over'],
  ['Case-Manager', 'Case-¦Manager', 'a printed hyphen needs no second one'],
  ['AZAV', 'AZAV', 'no abbreviations'],
  ['SGB', 'SGB', 'no abbreviations'],
  ['7.500,00', '7.500,00', 'no figures'],
  ['„Maßnahmenportal“', '„Maß|nah|men|portal“', 'quotation marks do not count'],
])('%s may be divided as %s: %s', (word, wanted) => {
  expect(divided(word)).toBe(wanted);
});

test('an address is divided after its signs, without a hyphen', () => {
  expect(divided('https://www.bmas.de/haushaltsjahr')).not.toContain('|');
});
