import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellSum, hiddenCells, type SmallCell, type SmallTable } from '~/evaluation/rules/suppression';

/** A cell that is printed and counts persons. */
const persons = (id: string, value: number, more: Partial<SmallCell> = {}): SmallCell => ({
  id,
  value,
  isProtected: true,
  isPrinted: true,
  ...more,
});
/** What is left of a whole; it stands nowhere. */
const rest = (id: string, value: number): SmallCell => persons(id, value, { isPrinted: false });

/** Cells named by their values: a, b, c … and the total of them. */
function withTotal(values: readonly number[]): SmallTable {
  const cells = values.map((value, index) => persons(String.fromCharCode(97 + index), value));
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    cells: [...cells, persons('total', total)],
    sums: [{ whole: 'total', parts: cells.map(({ id }) => id) }],
  };
}

const hiddenIn = (table: SmallTable, least = 3) => [...hiddenCells(table, least)].sort();

describe('hand-made tables', () => {
  test.each<{ name: string; table: SmallTable; least?: number; hidden: string[] }>([
    { name: '12 / 9 / 2, total 23: 2 and beside it 9', table: withTotal([12, 9, 2]), hidden: ['b', 'c'] },
    { name: 'nothing is small', table: withTotal([12, 9, 3]), hidden: [] },
    { name: '0 is shown', table: withTotal([12, 9, 0]), hidden: [] },
    {
      name: 'the preset of committees: 4 is small, too',
      table: withTotal([12, 9, 4]),
      least: 5,
      hidden: ['b', 'c'],
    },
    {
      name: '1 and 1: their sum of 2 would give both away, because no hidden number is 0',
      table: withTotal([12, 1, 1]),
      hidden: ['a', 'b', 'c'],
    },
    { name: '2 and 1 protect each other', table: withTotal([12, 2, 1]), hidden: ['b', 'c'] },
    { name: 'only zeros beside it: the total goes', table: withTotal([0, 0, 2]), hidden: ['c', 'total'] },
    {
      name: 'no sum: only the small one',
      table: { cells: [persons('a', 2), persons('b', 9)], sums: [] },
      hidden: ['a'],
    },
    {
      name: 'a small rest of a shown whole: the part goes',
      table: {
        cells: [persons('whole', 20), persons('part', 18), rest('rest', 2)],
        sums: [{ whole: 'whole', parts: ['part', 'rest'] }],
      },
      hidden: ['part'],
    },
    {
      name: 'places are no persons',
      table: { cells: [persons('runs', 2, { isProtected: false })], sums: [] },
      hidden: [],
    },
    {
      name: 'a small part of overlapping figures needs no second one',
      table: {
        cells: [
          persons('all', 120),
          persons('a', 44),
          rest('not-a', 76),
          persons('b', 2),
          rest('not-b', 118),
        ],
        sums: [
          { whole: 'all', parts: ['a', 'not-a'] },
          { whole: 'all', parts: ['b', 'not-b'] },
        ],
      },
      hidden: ['b'],
    },
    {
      name: 'rows and columns: one more in each direction',
      table: {
        cells: [
          ...[2, 7, 8, 5].map((value, index) => persons(`cell-${String(index)}`, value)),
          persons('row-0', 9),
          persons('row-1', 13),
          persons('column-0', 10),
          persons('column-1', 12),
        ],
        sums: [
          { whole: 'row-0', parts: ['cell-0', 'cell-1'] },
          { whole: 'row-1', parts: ['cell-2', 'cell-3'] },
          { whole: 'column-0', parts: ['cell-0', 'cell-2'] },
          { whole: 'column-1', parts: ['cell-1', 'cell-3'] },
        ],
      },
      hidden: ['cell-0', 'cell-1', 'cell-2', 'cell-3'],
    },
  ])('$name', ({ table, least, hidden }) => {
    expect(hiddenIn(table, least)).toEqual(hidden);
  });

  test('a group in which everybody shares a secret trait is hidden, and does not follow', () => {
    const table: SmallTable = {
      cells: [
        persons('whole', 12),
        persons('part', 12, { mustHide: true }),
        persons('rest', 0, { isPrinted: false, isSecret: true }),
      ],
      sums: [{ whole: 'whole', parts: ['part', 'rest'] }],
    };
    expect(hiddenIn(table)).toEqual(['part']);
  });
});

/** A base with overlapping parts, each with its rest; maybe a division of the base; maybe a part of a part. */
const aTable: fc.Arbitrary<SmallTable> = fc
  .record({
    parts: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }),
    more: fc.integer({ min: 0, max: 3 }),
    isDivision: fc.boolean(),
    ofFirst: fc.option(fc.integer({ min: 0, max: 6 })),
  })
  .map(({ parts, more, isDivision, ofFirst }) => {
    const sum = parts.reduce((all, value) => all + value, 0);
    const base = isDivision ? sum : Math.max(...parts) + more;
    const cells = [persons('base', base)];
    const sums: CellSum[] = [];
    parts.forEach((value, index) => {
      cells.push(persons(`p${String(index)}`, value), rest(`r${String(index)}`, base - value));
      sums.push({ whole: 'base', parts: [`p${String(index)}`, `r${String(index)}`] });
    });
    if (isDivision && parts.length > 1) {
      sums.push({ whole: 'base', parts: parts.map((_, index) => `p${String(index)}`) });
    }
    const first = parts[0] ?? 0;
    if (ofFirst !== null && ofFirst <= first) {
      cells.push(persons('q', ofFirst), rest('rq', first - ofFirst));
      sums.push({ whole: 'p0', parts: ['q', 'rq'] });
    }
    return { cells, sums };
  });

/** Every value each unknown cell can have, by trying all of them: what a patient reader could find out. */
function possibleValues(table: SmallTable, hidden: ReadonlySet<string>): Map<string, Set<number>> {
  const most = Math.max(...table.cells.map(({ value }) => value)) + 2;
  const known = new Map(
    table.cells
      .filter(({ id, isPrinted }) => isPrinted && !hidden.has(id))
      .map(({ id, value }) => [id, value]),
  );
  const open = table.cells.filter(({ id }) => hidden.has(id)).map(({ id }) => id);
  const found = new Map(table.cells.map(({ id }) => [id, new Set<number>()]));
  const tryAll = (values: Map<string, number>, index: number) => {
    const next = open[index];
    if (next !== undefined) {
      // A reader knows that zeros are shown.
      for (let value = 1; value <= most; value += 1) tryAll(new Map([...values, [next, value]]), index + 1);
      return;
    }
    const all = new Map(values);
    for (const { whole, parts } of table.sums) {
      const unknown = parts.find((part) => !all.has(part));
      const sum = parts.reduce((total, part) => total + (all.get(part) ?? 0), 0);
      const left = (all.get(whole) ?? 0) - sum;
      if (unknown === undefined ? left !== 0 : left < 0) return;
      if (unknown !== undefined) all.set(unknown, left);
    }
    for (const [id, value] of all) found.get(id)?.add(value);
  };
  tryAll(known, 0);
  return found;
}

test.each([3, 5])('below %i: no protected number follows from what is shown, whatever one tries', (least) => {
  fc.assert(
    fc.property(aTable, (table) => {
      const hidden = hiddenCells(table, least);
      const values = possibleValues(table, hidden);
      const small = table.cells.filter(({ value }) => value >= 1 && value < least);
      for (const { id, isPrinted } of small) {
        if (isPrinted) expect(hidden.has(id), `${id} is small and shown`).toBe(true);
        expect(values.get(id)?.size, `${id} can be told`).toBeGreaterThan(1);
      }
      for (const id of hidden) expect(values.get(id)?.size, `hidden ${id} can be told`).toBeGreaterThan(1);
    }),
    { numRuns: 300 },
  );
});

test('nothing is hidden without need: a table without small numbers stays whole', () => {
  fc.assert(
    fc.property(aTable, (table) => {
      fc.pre(table.cells.every(({ value }) => value === 0 || value >= 3));
      expect(hiddenCells(table, 3).size).toBe(0);
    }),
  );
});
