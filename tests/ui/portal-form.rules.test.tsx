import { describe, expect, test } from 'vitest';
import * as sample from './sample-form';
import { formBody, serve } from './serve';

const get = serve({ '/probe': sample });

const complete = {
  title: 'Titel',
  starts: '1.12.2019',
  ends: '31.12.2020',
  price: '7500,5',
  places: '',
  state: 'offen',
  kind: 'a',
  hasOption: 'nein',
  'topics.wohnen': 'on',
  text: 'Text',
  password: 'geheim',
  'phases.0.name': 'A',
};

/** Ids of all inputs, selects, text areas and buttons. */
function idsOf(html: string): string[] {
  return [...html.matchAll(/<(?:input|select|textarea|button)\b[^>]*? id="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
}

function summaryOf(html: string): { target: string; text: string }[] {
  const summary = /aria-labelledby="danger-titel".*?<\/ul>/s.exec(html)?.[0] ?? '';
  return [...summary.matchAll(/href="#([^"]+)">([^<]+)</g)].map((match) => ({
    target: match[1] ?? '',
    text: match[2] ?? '',
  }));
}

describe('a form without script', () => {
  test('is filled with the first values and has no fault', async () => {
    const { html, status } = await get('/probe');
    expect(status).toBe(200);
    expect(html).toContain('value="Vorher"');
    expect(html).toContain('<input type="hidden" name="version" value="3"/>');
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('brauchen eine Korrektur');
  });

  test('says every fault in a summary whose links lead to inputs', async () => {
    const { html, status } = await get('/probe', formBody({ 'phases.0.name': '', 'phases.1.days': 'x' }));
    const summary = summaryOf(html);
    expect(status).toBe(422);
    expect(html).toContain(`>${summary.length} Angaben brauchen eine Korrektur<`);
    expect(summary).toContainEqual({ target: 'title', text: 'Titel: Geben Sie den Titel ein.' });
    expect(summary).toContainEqual({
      target: 'hasOption',
      text: 'Gibt es eine Verlängerung? Wählen Sie, ob es eine Verlängerung gibt.',
    });
    expect(summary).toContainEqual({
      target: 'phases-1-name',
      text: 'Phase 2, Name der Phase: Geben Sie den Namen der Phase ein.',
    });
    const ids = idsOf(html);
    expect(summary.map(({ target }) => target).filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('names the faults in the order of the fields, also where the schema finds them otherwise', async () => {
    const { html } = await get('/probe', formBody({ 'phases.0.name': '', 'phases.1.days': 'x' }));
    const inForm = idsOf(html);
    const targets = summaryOf(html).map(({ target }) => target);
    expect(targets.length).toBeGreaterThan(5);
    expect(targets).toEqual(inForm.filter((id) => targets.includes(id)));
  });

  test('says the fault at the field again, tied to the input', async () => {
    const { html } = await get('/probe', formBody({ ...complete, title: '' }));
    expect(html).toMatch(
      /<input[^>]* id="title"[^>]*aria-invalid="true"[^>]*aria-describedby="title-fehler title-hinweis"/,
    );
    expect(html).toMatch(/<p class="kern-error" id="title-fehler">/);
    expect(html).toContain('>1 Angabe braucht eine Korrektur<');
  });

  test('loses nothing typed and shows days and amounts as they were understood', async () => {
    const { html } = await get(
      '/probe',
      formBody({ ...complete, title: '', text: 'Er sagt: "ja" & <nein>' }),
    );
    expect(html).toContain('value="01.12.2019"');
    expect(html).toContain('value="7.500,50"');
    expect(html).toContain('Er sagt: &quot;ja&quot; &amp; &lt;nein&gt;</textarea>');
    expect(html).toMatch(/<option value="offen" selected="">/);
    expect(html).toMatch(/id="hasOption-nein"[^>]*checked=""/);
    expect(html).toMatch(/name="topics.wohnen"[^>]*checked=""/);
    expect(html).not.toMatch(/name="topics.schulden"[^>]*checked=""/);
    expect(html).not.toContain('geheim');
  });

  test('keeps an amount that cannot be read as it was typed', async () => {
    const { html } = await get('/probe', formBody({ ...complete, price: '100.00' }));
    expect(html).toContain('value="100.00"');
    expect(summaryOf(html)).toEqual([
      { target: 'price', text: expect.stringContaining('Meinen Sie') as string },
    ]);
  });

  test('links a rule over two fields to the field that mends it', async () => {
    const { html } = await get('/probe', formBody({ ...complete, ends: '30.11.2019' }));
    expect(summaryOf(html)).toEqual([
      { target: 'ends', text: 'Ende: Das Ende liegt vor dem Beginn. Geben Sie einen späteren Tag ein.' },
    ]);
  });

  test('adds a row and complains about nothing', async () => {
    const { html, status } = await get('/probe', formBody({ ...complete, title: '', _row: 'add:phases' }));
    expect(status).toBe(200);
    expect(html).toContain('name="phases.1.name"');
    expect(html).not.toContain('name="phases.2.name"');
    expect(html).not.toContain('eine Korrektur');
  });

  test('shows findings of a rule and what was saved', async () => {
    const refused = await get('/probe', formBody({ ...complete, title: 'belegt' }));
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Der Titel ist schon vergeben.');
    expect(refused.html).toContain('value="belegt"');
    const saved = await get('/probe', formBody(complete));
    expect(saved.html).toContain('>Die Angaben sind gespeichert.</h2>');
  });

  test('a refused form says so at the start of the title, any other answer does not', async () => {
    const titleOf = ({ html }: { html: string }) => /<title>(.*?)<\/title>/.exec(html)?.[1];
    const plain = 'Probe – Maßnahmenportal';
    expect(titleOf(await get('/probe'))).toBe(plain);
    expect(titleOf(await get('/probe', formBody({})))).toBe(`Fehler: ${plain}`);
    expect(titleOf(await get('/probe', formBody({ ...complete, title: 'belegt' })))).toBe(`Fehler: ${plain}`);
    expect(titleOf(await get('/probe', formBody({ ...complete, _row: 'add:phases' })))).toBe(plain);
    expect(titleOf(await get('/probe', formBody(complete)))).toBe(plain);
  });

  test('the title of a refused form changes nothing else in the head', async () => {
    const headOf = ({ html }: { html: string }) => /<head>.*<\/head>/s.exec(html)?.[0] ?? '';
    expect(headOf(await get('/probe', formBody({}))).replace('Fehler: ', '')).toBe(
      headOf(await get('/probe')),
    );
  });

  test('Enter in a field presses the button that saves, not one that removes a row', async () => {
    const { html } = await get('/probe');
    const form = html.slice(html.indexOf('<form', html.indexOf('<main')));
    expect(/<button[^>]*>([^<]*)</.exec(form)?.[1]).toBe('Angaben speichern');
  });

  test('has no style attribute, no id twice, and a nonce on every script', async () => {
    const { html } = await get('/probe', formBody({}));
    expect(html).not.toMatch(/ style=/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes('nonce="test-nonce"'))).toEqual([]);
    expect(html.replace(/nonce="test-nonce"/g, '')).not.toContain('test-nonce');
  });
});
