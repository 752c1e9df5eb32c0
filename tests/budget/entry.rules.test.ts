import { describe, expect, test } from 'vitest';
import { yearsWithoutMoney } from '~/budget/budget';
import { appropriationForm, transferForm } from '~/budget/forms';
import { readTask, taskQuery } from '~/budget/tasks';
import { readEntries } from '~/ui/form/read-form';

const id = 'f0000000-0000-4000-8000-000000000001';
const taskIn = (query: string) => readTask(new URLSearchParams(query));

describe('the address names the task', () => {
  test.each([
    { query: '', task: { kind: 'show' } },
    { query: taskQuery.addProduct(), task: { kind: 'addProduct' } },
    { query: taskQuery.renameProduct(id), task: { kind: 'renameProduct', id } },
    { query: taskQuery.enterAppropriation(), task: { kind: 'enterAppropriation', productId: null } },
    { query: taskQuery.enterAppropriation(id), task: { kind: 'enterAppropriation', productId: id } },
    { query: taskQuery.changeAppropriation(id), task: { kind: 'changeAppropriation', id } },
    { query: taskQuery.deleteAppropriation(id), task: { kind: 'deleteAppropriation', id } },
    { query: taskQuery.addSource(), task: { kind: 'addSource' } },
    { query: taskQuery.renameSource(id), task: { kind: 'renameSource', id } },
    { query: taskQuery.showBookings(id), task: { kind: 'showBookings', id } },
    { query: taskQuery.transfer(), task: { kind: 'transfer', fromId: null } },
    { query: taskQuery.transfer(id), task: { kind: 'transfer', fromId: id } },
    { query: '?ansatz=1;drop', task: { kind: 'show' } },
  ])('"$query"', ({ query, task }) => {
    expect(taskIn(query)).toEqual(task);
  });
});

test('this year and the next are asked for where a product has no money in them', () => {
  const entry = { id, productId: id, fundingSourceId: id, amountCents: 1, isCeiling: false, purpose: null };
  const years = [2019, 2017].map((fiscalYear) => ({ ...entry, fiscalYear }));
  expect(yearsWithoutMoney(id, years, '2019-09-01')).toEqual([2020]);
  expect(yearsWithoutMoney('other', years, '2019-09-01')).toEqual([2019, 2020]);
});

describe('an appropriation as typed', () => {
  const typed = {
    productId: id,
    fundingSourceId: id,
    fiscalYear: '2019',
    amount: '100.000',
    amountKind: 'ceiling',
    purpose: '',
  };
  const read = (changes: Record<string, string> = {}) =>
    readEntries(Object.entries({ ...typed, ...changes }), appropriationForm);

  test('is read; zero is an amount', async () => {
    expect(await read()).toMatchObject({
      ok: true,
      value: { productId: id, fiscalYear: 2019, amountCents: 10_000_000, isCeiling: true, purpose: null },
    });
    expect(await read({ amount: '0', amountKind: 'exact' })).toMatchObject({
      ok: true,
      value: { amountCents: 0, isCeiling: false },
    });
  });

  test.each<{ field: string; changes: Record<string, string> }>([
    { field: 'amount', changes: { amount: '' } },
    { field: 'amount', changes: { amount: '100.00' } },
    { field: 'amount', changes: { amount: '-1' } },
    { field: 'fiscalYear', changes: { fiscalYear: '19' } },
    { field: 'fiscalYear', changes: { fiscalYear: '2101' } },
    { field: 'productId', changes: { productId: '' } },
    { field: 'fundingSourceId', changes: { fundingSourceId: 'x' } },
    { field: 'amountKind', changes: { amountKind: '' } },
  ])('is refused at $field: $changes', async ({ field, changes }) => {
    const form = await read(changes);
    expect(form.ok ? [] : Object.keys(form.errors)).toEqual([field]);
  });
});

test.each([
  { changes: { amount: '0' }, field: 'amount' },
  { changes: { reason: ' ' }, field: 'reason' },
  { changes: { toId: '' }, field: 'toId' },
])('a transfer is refused at $field: $changes', async ({ changes, field }) => {
  const typed = { fromId: id, toId: id, amount: '1.000', reason: 'Mehrbedarf', ...changes };
  const form = await readEntries(Object.entries(typed), transferForm);
  expect(form.ok ? [] : Object.keys(form.errors)).toEqual([field]);
});
