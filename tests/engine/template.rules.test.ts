import { expect, test } from 'vitest';
import {
  checkTemplate,
  evaluate,
  missing,
  missingIn,
  plainText,
  TemplateError,
} from '#templates/engine/index';
import { aPaper, hostile, sampleData, sampleShape, sampleTemplate } from './sample';

const shape = {
  name: 'text',
  kosten: 'number',
  offen: 'flag',
  orte: ['text'],
  jahre: [{ jahr: 'number' }],
} as const;
const faultsOf = (text: string) => checkTemplate('vorlage.md', text, shape, ['ablauf']);

/** Evaluates a short template; what it does not use of the data does not matter. */
function textOf(template: string, data: object): string {
  return plainText(evaluate(aPaper({ template, data })));
}

test('the sample template has no fault', () => {
  expect(checkTemplate('muster.md', sampleTemplate, sampleShape, ['ablauf'])).toEqual([]);
});

test.each([
  ['# A\n\nText {% $nam %}', 3, '$nam', 'Den Platzhalter „$nam“ gibt es nicht. Bekannt sind: $name'],
  ['Text\nzweite {% $name.vorname %}', 2, '$name.vorname', '„$name“ hat keine weiteren Angaben.'],
  ['{% $orte %}', 1, '$orte', 'ist eine Liste und kann nicht gedruckt werden'],
  ['{% each items=$jahre as="j" %}\n- {% $j.monat %}\n{% /each %}', 2, '$j.monat', 'Bekannt sind: $j.jahr'],
  ['{% each items=$name as="n" %}\nx\n{% /each %}', 1, '$name', 'ist keine Liste'],
  ['{% each items=$orte %}\nx\n{% /each %}', 1, '{% each', 'fehlt die Angabe „as=“'],
  ['\n{% if $offen %}\nx', 2, '{% if', '{% if %} wird nicht geschlossen. Ergänzen Sie {% /if %}.'],
  ['x\n\n{% /each %}', 3, '{% /each', 'steht hier ohne ein {% each %} davor'],
  ['{% foo /%}', 1, '{% foo', 'Den Baustein „foo“ gibt es nicht. Bekannt sind: if,'],
  ['{% table %}\n{% /table %}', 1, '{% table', 'Gemeint ist {% datatable %}.'],
  ['{% figure name="bild" /%}', 1, 'bild', 'Die Grafik „bild“ gibt es nicht. Bekannt sind: ablauf.'],
  ['{% figure name="ablauf" breite=3 /%}', 1, 'breite', 'kennt die Angabe „breite“ nicht'],
  ['{% fact label="x" %}y{% /fact %}', 1, '{% fact', 'steht außerhalb von {% facts %}'],
  ['{% $ %}', 1, '{% $ %}', 'ist nicht lesbar'],
  ['a\n\nText {% $name', 3, '{%', '„{%“ hat kein Gegenstück'],
  ['{% euro($name) %}', 1, 'euro($name)', '„$name“ ist ein Text; „euro“ erwartet eine Zahl.'],
  ['{% euros($kosten) %}', 1, 'euros($kosten)', 'Die Funktion „euros“ gibt es nicht.'],
  ['{% euro() %}', 1, 'euro()', 'erwartet 1 Angabe'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 1, '', 'Verwenden Sie {% datatable %}'],
  ['![x](y.png)', 1, '', 'Bilder kennt die Vorlage nicht'],
  ['[x](anlage.pdf)', 1, 'anlage.pdf', 'beginnt nicht mit https://'],
  ['#### Zu tief', 1, '####', 'drei Stufen'],
])('%j: line %i, %s: %s', (template, line, placeholder, message) => {
  const [first] = faultsOf(template);
  expect(first).toMatchObject({ file: 'vorlage.md', line, placeholder });
  expect(first?.message).toContain(message);
});

test('the front matter does not shift the lines', () => {
  expect(faultsOf('---\nversion: 1\n---\n\n{% $nam %}')[0]?.line).toBe(5);
});

test('a faulty template makes no paper and names file and line', () => {
  const paper = aPaper({ template: '# A\n\n{% $unbekannt %}', data: { name: 'x' } });
  expect(() => evaluate(paper)).toThrow(TemplateError);
  expect(() => evaluate(paper)).toThrow('muster.md, Zeile 3: Den Platzhalter „$unbekannt“ gibt es nicht.');
});

test('values stay text, however much they look like markup', () => {
  const tree = evaluate(aPaper({ template: '{% $x %} und {% $x %}\n\n- {% $x %}', data: { x: hostile } }));
  expect(plainText(tree).replaceAll('\u00a0', ' ')).toBe(`${hostile} und ${hostile}\n${hostile}`);
  expect(
    tree.blocks.every((block) => block.kind !== 'paragraph' || block.runs.every((run) => !run.bold)),
  ).toBe(true);
});

test.each([
  [null, 'nein'],
  [false, 'nein'],
  ['', 'nein'],
  [[], 'nein'],
  [0, 'ja'],
  [['a'], 'ja'],
  [missing('Ort'), 'ja'],
])('`if` takes %j as %s', (value, answer) => {
  expect(textOf('{% if $x %}ja{% else /%}nein{% /if %}', { x: value })).toBe(answer);
});

test('conditions can be combined', () => {
  const template = '{% if and(equals($a, "x"), not($b)) %}ja{% else /%}nein{% /if %}';
  expect(textOf(template, { a: 'x', b: null })).toBe('ja');
  expect(textOf(template, { a: 'x', b: 'y' })).toBe('nein');
});

test('a loop makes one list; lists that only stand below each other stay two', () => {
  const template = '{% each items=$l as="x" %}\n- {% $x %}\n{% /each %}\n\n{% if $l %}\n- fest\n{% /if %}';
  const { blocks } = evaluate(aPaper({ template, data: { l: ['a', 'b'] } }));
  expect(blocks.map((block) => (block.kind === 'list' ? block.items.length : 0))).toEqual([2, 1]);
});

test('loops nest and see the names around them', () => {
  const template =
    '{% each items=$l as="x" %}\n{% each items=$x.m as="y" %}\n- {% $x.n %}{% $y %}{% $z %}\n{% /each %}\n{% /each %}';
  expect(
    textOf(template, {
      z: '!',
      l: [
        { n: 'a', m: [1, 2] },
        { n: 'b', m: [3] },
      ],
    }),
  ).toBe('a1!\na2!\nb3!');
});

test('money, days and enumerations', () => {
  const template = '{% euro($cents) %}, {% day($tag) %}, {% list($namen) %}';
  const data = { cents: 750_000, tag: '2019-12-01', namen: ['a', 'b', 'c'] };
  expect(textOf(template, data)).toBe('7.500,00\u00a0€, 01.12.2019, a, b und c');
});

test('a missing value is highlighted, also inside a function; a null that is printed is not a silent blank', () => {
  const template = '{% $a %} {% euro($b) %} {% $c.d %}';
  const data = { a: missing('Beginn der Laufzeit'), b: missing('Kosten'), c: { d: null } };
  const tree = evaluate(aPaper({ template, data }));
  expect(missingIn(tree)).toEqual(['[fehlt: Beginn der Laufzeit]', '[fehlt: Kosten]', '[fehlt: $c.d]']);
});

test('a prototype is not data', () => {
  expect(() => textOf('{% $x.constructor %}', { x: {} })).toThrow(
    'Den Platzhalter „$x.constructor“ gibt es nicht.',
  );
  expect(() => textOf('{% constructor($x) %}', { x: 'a' })).toThrow(
    'Die Funktion „constructor“ gibt es nicht.',
  );
});

test('a table gets its rows, its sum and its row names from the data', () => {
  const table = evaluate(aPaper()).blocks.find((block) => block.kind === 'table');
  expect(table).toMatchObject({ rowHeader: true, keep: true, caption: 'Finanzierung nach Haushaltsjahren' });
  expect(table?.body.length).toBe(3);
  expect(table?.columns.map((column) => column.align)).toEqual(['left', 'right', 'right', 'left']);
  expect(table?.foot[0]?.[1]).toEqual([]);
});

test('the footer names template, version and a fingerprint that changes with the data', () => {
  const first = evaluate(aPaper()).footer;
  expect(first).toMatch(/^Vorlage muster · Fassung 3 · Prüfwert [0-9a-f]{12}$/);
  expect(evaluate(aPaper()).footer).toBe(first);
  expect(evaluate(aPaper({ data: { ...sampleData, nummer: 'BV/2019/118' } })).footer).not.toBe(first);
});
