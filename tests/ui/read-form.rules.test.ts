import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  checked,
  euroAmount,
  germanDate,
  list,
  oneOf,
  optionalText,
  optionalWholeNumber,
  shortText,
  someOf,
  yesNo,
} from '~/ui/fields';
import { readForm } from '~/ui/form/read-form';

const phaseForm = z.object({
  title: shortText('Geben Sie den Titel ein.'),
  phases: list(z.object({ name: shortText('Geben Sie den Namen der Phase ein.'), note: optionalText() })),
});

function posted(fields: Record<string, string> | string, contentType = 'application/x-www-form-urlencoded') {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return new Request('http://localhost/', { method: 'POST', body, headers: { 'Content-Type': contentType } });
}

describe('reading a form', () => {
  test('gives the values and drops rows in which nothing is typed', async () => {
    const form = await readForm(
      posted({
        title: ' Neu ',
        'phases.0.name': 'A',
        'phases.0.note': '',
        'phases.1.name': '  ',
        'phases.2.name': 'C',
      }),
      phaseForm,
    );
    expect(form).toMatchObject({
      ok: true,
      value: {
        title: 'Neu',
        phases: [
          { name: 'A', note: null },
          { name: 'C', note: null },
        ],
      },
    });
  });

  test('names a fault by the row as the form shows it, although an empty row stands before it', async () => {
    const form = await readForm(
      posted({ title: 'x', 'phases.0.name': '', 'phases.1.note': 'nur Notiz' }),
      phaseForm,
    );
    expect(form).toMatchObject({
      ok: false,
      errors: { 'phases.1.name': 'Geben Sie den Namen der Phase ein.' },
    });
  });

  test('keeps everything typed when a field is refused', async () => {
    const form = await readForm(posted({ title: '', 'phases.0.name': 'Größe "x" <b>' }), phaseForm);
    expect(form).toMatchObject({
      ok: false,
      rowsChanged: false,
      typed: { title: '', 'phases.0.name': 'Größe "x" <b>' },
    });
  });

  test('reads multipart forms and leaves files out', async () => {
    const body = new FormData();
    body.set('title', 'Titel');
    body.set('phases', new Blob(['x']), 'x.txt');
    const form = await readForm(new Request('http://localhost/', { method: 'POST', body }), phaseForm);
    expect(form).toMatchObject({ ok: true, value: { title: 'Titel', phases: [] } });
  });

  test('never sends a password back', async () => {
    const schema = z.object({
      password: shortText('x'),
      newPassword: shortText('Geben Sie ein Passwort ein.'),
    });
    const form = await readForm(posted({ password: 'geheim', newPassword: '' }), schema);
    expect(form.ok).toBe(false);
    expect(JSON.stringify(form.typed)).not.toContain('geheim');
  });
});

describe('row buttons without script', () => {
  const rows = {
    title: '',
    'phases.0.name': 'A',
    'phases.0.note': 'a',
    'phases.1.name': 'B',
    'phases.2.name': 'C',
  };

  test.each([
    { _row: 'add:phases', names: ['A', 'B', 'C', undefined] },
    { _row: 'remove:phases.0', names: ['B', 'C'] },
    { _row: 'up:phases.2', names: ['A', 'C', 'B'] },
    { _row: 'down:phases.0', names: ['B', 'A', 'C'] },
    { _row: 'up:phases.0', names: ['A', 'B', 'C'] },
    { _row: 'remove:phases.7', names: ['A', 'B', 'C'] },
  ])('$_row leaves $names and complains about nothing', async ({ _row, names }) => {
    const form = await readForm(posted({ ...rows, _row }), phaseForm);
    expect(form).toMatchObject({ ok: false, rowsChanged: true, errors: {} });
    expect(names.map((_, index) => form.typed[`phases.${index}.name`])).toEqual(names);
    expect(Object.keys(form.typed).some((name) => name.startsWith(`phases.${names.length}.`))).toBe(false);
  });

  test('a moved row takes all its fields along', async () => {
    const form = await readForm(posted({ ...rows, _row: 'down:phases.0' }), phaseForm);
    expect(form.typed).toMatchObject({ 'phases.1.name': 'A', 'phases.1.note': 'a' });
    expect(form.typed).not.toHaveProperty(['phases.0.note']);
  });

  test('an unknown deed is an ordinary submit', async () => {
    const form = await readForm(posted({ title: 'T', _row: 'explode:phases' }), phaseForm);
    expect(form).toMatchObject({ ok: true });
  });
});

describe('hostile input becomes a sentence, never a fault of the server', () => {
  test('names that would reach a prototype are ignored', async () => {
    const form = await readForm(
      posted({
        title: 'T',
        '__proto__.admin': 'ja',
        'constructor.prototype.admin': 'ja',
        'phases.__proto__.x': '1',
        toString: 'x',
      }),
      phaseForm,
    );
    expect(form).toMatchObject({ ok: true, value: { title: 'T', phases: [] } });
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test('a field sent as a list and a list sent as a field are refused with our sentences', async () => {
    const form = await readForm(posted({ 'title.0.x': 'T', phases: 'x' }), phaseForm);
    expect(form.ok).toBe(false);
    const row = await readForm(posted({ title: 'T', 'phases.0': 'x' }), phaseForm);
    expect(row.ok).toBe(false);
    expect(JSON.stringify([form, row])).not.toMatch(/invalid|expected/i);
  });

  test('NUL and lone surrogates are taken out', async () => {
    const form = await readForm(posted('title=a%00b%ED%A0%80c%0D%0Ad'), phaseForm);
    expect(form.typed.title).not.toMatch(/\u0000|\p{Surrogate}|\r/u);
    expect(form.typed.title).toMatch(/^ab.*c\nd$/);
  });

  test.each([
    { why: 'JSON', request: () => posted('{"title":"x"}', 'application/json') },
    { why: 'no kind at all', request: () => new Request('http://localhost/', { method: 'POST' }) },
    { why: 'broken multipart', request: () => posted('nonsense', 'multipart/form-data; boundary=x') },
    { why: 'multipart without boundary', request: () => posted('nonsense', 'multipart/form-data') },
    { why: 'more than 1 MB', request: () => posted({ title: 'x'.repeat(1024 * 1024 + 1) }) },
    { why: 'too many fields', request: () => posted('a=1&'.repeat(2001)) },
  ])('$why', async ({ request }) => {
    const form = await readForm(request(), phaseForm);
    expect(form).toMatchObject({
      ok: false,
      errors: { _form: expect.stringMatching(/^Das Formular/) as string },
    });
  });

  test('a body that grows past the limit is cut although it declares no length', async () => {
    const chunk = new TextEncoder().encode('title=' + 'x'.repeat(400_000) + '&');
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 20) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const form = await readForm(new Request('http://localhost/', init), phaseForm);
    expect(form).toMatchObject({
      ok: false,
      errors: { _form: expect.stringContaining('zu viel Text') as string },
    });
    expect(sent).toBeLessThan(6);
  });
});

describe('fields', () => {
  const read = async (field: z.ZodType, text: string | undefined) => {
    const form = await readForm(posted(text === undefined ? {} : { field: text }), z.object({ field }));
    return form.ok ? form.value.field : (form.errors.field ?? form.errors);
  };

  test.each([
    { text: '100.000', expected: 10_000_000 },
    { text: '7500,5', expected: 750_050 },
    { text: '0', expected: 0 },
    { text: '100.00', expected: expect.stringContaining('Meinen Sie 100,00') as string },
    { text: '-5', expected: expect.stringContaining('negativ') as string },
    { text: '', expected: 'Geben Sie den Betrag ein.' },
    { text: undefined, expected: 'Geben Sie den Betrag ein.' },
  ])('an amount typed as "$text"', async ({ text, expected }) => {
    expect(await read(euroAmount('Geben Sie den Betrag ein.'), text)).toEqual(expected);
  });

  test.each([
    { text: '1.12.2019', expected: '2019-12-01' },
    { text: '01.12.19', expected: '2019-12-01' },
    { text: '1. Dezember 2019', expected: '2019-12-01' },
    { text: '31.02.2020', expected: 'Den 31.02.2020 gibt es nicht. Geben Sie einen Tag von 1 bis 29 ein.' },
    { text: ' ', expected: 'Geben Sie den Beginn ein.' },
  ])('a day typed as "$text"', async ({ text, expected }) => {
    expect(await read(germanDate('Geben Sie den Beginn ein.'), text)).toBe(expected);
  });

  test.each([
    { text: '', expected: null },
    { text: '1.500', expected: 1500 },
    { text: '8-10', expected: 'Die Zahl ist nicht lesbar. Geben Sie eine ganze Zahl ein, zum Beispiel 10.' },
    { text: '0', expected: 'Die Zahl ist zu klein. Geben Sie mindestens 1 ein.' },
    { text: '2001', expected: 'Die Zahl ist zu groß. Geben Sie höchstens 2000 ein.' },
  ])('an optional number from 1 to 2000 typed as "$text"', async ({ text, expected }) => {
    expect(await read(optionalWholeNumber({ min: 1, max: 2000 }), text)).toBe(expected);
  });

  test('empty optional text is "not stated", not an empty word', async () => {
    expect(await read(optionalText(), '  ')).toBeNull();
  });

  test('text that is too long says how much is allowed', async () => {
    expect(await read(shortText('x'), 'a'.repeat(201))).toBe(
      'Der Text hat 201 Zeichen. Kürzen Sie ihn auf höchstens 200 Zeichen.',
    );
  });

  test('a choice outside the list is refused', async () => {
    expect(await read(oneOf(['a', 'b'], 'Wählen Sie eine Art.'), 'c')).toBe('Wählen Sie eine Art.');
    expect(await read(yesNo('Wählen Sie, ob es eine Verlängerung gibt.'), 'ja')).toBe(true);
    expect(await read(yesNo('Wählen Sie, ob es eine Verlängerung gibt.'), undefined)).toBe(
      'Wählen Sie, ob es eine Verlängerung gibt.',
    );
  });

  test('checkboxes: one statement and a group', async () => {
    const schema = z.object({ agreed: checked(), roles: someOf(['a', 'b', 'c'], 'Wählen Sie eine Rolle.') });
    const some = await readForm(posted({ 'roles.c': 'on', 'roles.a': 'on', 'roles.x': 'on' }), schema);
    expect(some).toMatchObject({ ok: true, value: { agreed: false, roles: ['a', 'c'] } });
    const none = await readForm(posted({ agreed: 'on' }), schema);
    expect(none).toMatchObject({ ok: false, errors: { roles: 'Wählen Sie eine Rolle.' } });
  });
});
