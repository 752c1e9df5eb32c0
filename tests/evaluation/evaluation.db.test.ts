import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  besideStated,
  type EvaluationTextChange,
  findEvaluationText,
  findProtection,
  saveEvaluationText,
} from '~/evaluation/store';
import type { Actor } from '~/identity/actor';
import { importMeasure } from '~/portfolio/import-measure';
import { findMeasure } from '~/portfolio/store';
import { measureSource } from '~/portfolio/source';
import { openSession } from '../identity/support';
import { example } from '../documents/measures';
import { anActor, authorities } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

useTestDatabase();
const portal = usePortal();
const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });
const slug = 'arbeitserprobung-120-tage';
const page = `/massnahmen/${slug}/auswertung`;

beforeAll(async () => {
  await asOwner(async (tx) => {
    for (const name of [slug, 'jobschmiede', 'case-manager']) {
      const target = { tenantId: authorities.own.id, sourceYear: 2013 };
      await importMeasure(tx, target, measureSource.parse(example(name)));
    }
  });
});

beforeEach(async () => {
  await asOwner(async (tx) => {
    await tx.deleteFrom('measure_evaluation').execute();
    await tx.deleteFrom('rule_setting').execute();
    await tx.deleteFrom('audit_entry').execute();
  });
});

const change: EvaluationTextChange = { assessment: 'Die Zahlen liegen vor.', proposal: null };
const save = (basedOn: number, texts = change, actor: Actor = officer, at = slug) =>
  asActor(actor, (tx) => saveEvaluationText(tx, actor, { slug: at, period: besideStated }, texts, basedOn));

async function text() {
  return asReader(officer, async (tx) => {
    const measure = await findMeasure(tx, slug);
    if (!measure) throw new Error('The measure of the test is gone.');
    return findEvaluationText(tx, measure.id, besideStated);
  });
}

describe('assessment and proposal', () => {
  test('are saved, counted and logged by the names of what changed', async () => {
    expect(await text()).toEqual({ assessment: null, proposal: null, version: 0 });
    expect(await save(0)).toEqual({ ok: true, value: 1 });
    expect(await save(1, { ...change, proposal: 'Fortführen.' })).toEqual({ ok: true, value: 2 });
    expect(await text()).toEqual({ ...change, proposal: 'Fortführen.', version: 2 });
    const logged = await asOwner((tx) =>
      tx.selectFrom('audit_entry').select(['verb', 'changed_fields']).orderBy('at').execute(),
    );
    expect(logged).toEqual([
      { verb: 'measure.evaluated', changed_fields: ['assessment'] },
      { verb: 'measure.evaluated', changed_fields: ['proposal'] },
    ]);
  });

  test('the same again writes nothing', async () => {
    await save(0);
    expect(await save(1)).toEqual({ ok: true, value: 1 });
  });

  test('whoever started from an older text is asked, and nothing is lost', async () => {
    await save(0);
    const late = await save(0, { assessment: 'Anderes.', proposal: null });
    expect(late).toMatchObject({
      ok: false,
      findings: [{ code: 'savedMeanwhile', current: { version: 1 } }],
    });
    expect((await text()).assessment).toBe(change.assessment);
  });

  test('another authority neither finds nor changes the measure', async () => {
    expect(await save(0, change, foreign)).toBeUndefined();
    expect(await save(0, change, officer, 'gibt-es-nicht')).toBeUndefined();
  });
});

describe('thresholds', () => {
  test('an authority’s own count from their day; a neighbour’s never', async () => {
    const setting = (tenant_id: string, minCellCount: number) => ({
      tenant_id,
      key: 'smallNumberSuppression',
      value: JSON.stringify({ minCellCount, minDenominator: 20 }),
      valid_from: '2026-01-01',
      source: 'Dienstanweisung',
    });
    await asOwner((tx) =>
      tx
        .insertInto('rule_setting')
        .values([setting(authorities.own.id, 5), setting(authorities.foreign.id, 7)])
        .execute(),
    );
    const on = (day: string) => asReader(officer, (tx) => findProtection(tx, day));
    expect(await on('2025-12-31')).toMatchObject({ minCellCount: 3, minDenominator: 10 });
    expect(await on('2026-01-01')).toMatchObject({ minCellCount: 5, minDenominator: 20 });
  });
});

describe('the page', () => {
  const ask = async (actor: Actor, path = page, form?: Record<string, string>) =>
    portal.ask(path, { cookie: await openSession(actor), ...(form ? { form } : {}) });
  /** The cells after the label of a row, as a browser gets them. */
  const cellAfter = (html: string, label: string) =>
    new RegExp(`${label}</(?:td|th)><td[^>]*>([^<]*)<`).exec(html)?.[1];

  test.each(['districtOfficer', 'controller', 'teamLead'] as const)(
    '%s sees the exact numbers',
    async (role) => {
      const html = await (await ask(anActor(role))).text();
      expect(cellAfter(html, 'Eingliederung in Bürgerarbeit')).toBe('1 Person');
      expect(html).toContain('Sie sehen die genauen Zahlen');
    },
  );

  test.each(['caseworker', 'procurementOfficer', 'jobcenterCaseManager'] as const)(
    '%s sees them protected, also in the data behind the page',
    async (role) => {
      const html = await (await ask(anActor(role))).text();
      expect(cellAfter(html, 'Eingliederung in Bürgerarbeit')).toBe('• Personen');
      expect(html).not.toContain('1 Person');
      const data = await (await ask(anActor(role), `${page}.data`)).text();
      expect(data).not.toContain('1 Person');
    },
  );

  test('only the district administration writes; others read the text', async () => {
    const sent = { assessment: 'Gut belegt.', proposal: '', version: '0' };
    expect((await ask(anActor('controller'), page, sent)).status).toBe(403);
    const saved = await ask(officer, page, sent);
    expect([saved.status, saved.headers.get('Location')]).toEqual([
      302,
      `${page}?jahr=angaben&gespeichert=1`,
    ]);
    const read = await (await ask(anActor('controller'))).text();
    expect(read).toContain('Gut belegt.');
    expect(read).not.toContain('<textarea');
  });

  test('two who save at once: the second one sees both texts and can save again', async () => {
    await ask(officer, page, { assessment: 'Erste Fassung', proposal: '', version: '0' });
    const late = await ask(officer, page, { assessment: 'Zweite Fassung', proposal: '', version: '0' });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('Gespeichert ist „Erste Fassung“');
    expect(html).toContain('Zweite Fassung</textarea>');
    const again = await ask(officer, page, { assessment: 'Zweite Fassung', proposal: '', version: '1' });
    expect(again.status).toBe(302);
    expect((await text()).assessment).toBe('Zweite Fassung');
  });

  test('words that claim a cause and hidden numbers are named to the writer', async () => {
    await ask(officer, page, {
      assessment: 'Das bewirkt viel. Nur 2 Personen blieben.',
      proposal: '',
      version: '0',
    });
    const html = await (await ask(officer)).text();
    expect(html).toContain('Die Bewertung behauptet eine Ursache (');
    expect(html).toContain('Die Bewertung nennt eine Zahl, die im PDF aus Datenschutzgründen verborgen ist.');
  });

  test('a text that is too long keeps what was typed', async () => {
    const reply = await ask(officer, page, { assessment: 'x'.repeat(4_001), proposal: 'Kurz', version: '0' });
    expect(reply.status).toBe(422);
    expect(await reply.text()).toContain('Kürzen Sie ihn auf höchstens');
  });

  test('a measure without results says so', async () => {
    const html = await (await ask(officer, '/massnahmen/case-manager/auswertung')).text();
    expect(html).toContain('keine Ergebnisse erfasst');
  });
});

describe('the papers at their addresses', () => {
  const get = async (path: string, actor = officer) => portal.ask(path, { cookie: await openSession(actor) });

  test.each([
    `/massnahmen/${slug}/dokumente/kurzprofil.pdf`,
    `/massnahmen/${slug}/dokumente/auswertung.pdf`,
    '/massnahmen/portfolio.pdf',
    '/massnahmen/portfolio.pdf?q=Jobschmiede&seite=7',
    '/massnahmen/portfolio.pdf?rechtsgrundlage=16a+SGB+II&sort=-stand&unsinn=1',
  ])('%s is a PDF', async (path) => {
    const response = await get(path, anActor('caseworker'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('an empty selection gives a page that says why, and no empty file', async () => {
    const response = await get('/massnahmen/portfolio.pdf?q=gibtesnicht');
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('Keine Maßnahme in der Auswahl');
    expect(html).toContain('href="/massnahmen"');
  });

  test('an authority without measures is told so', async () => {
    const response = await get('/massnahmen/portfolio.pdf', foreign);
    expect(await response.text()).toContain('Noch keine Maßnahmen');
  });

  test('the list leads to the overview with its filters, the measure to its evaluation', async () => {
    const list = await (await get('/massnahmen?q=Jobschmiede')).text();
    expect(list).toContain('href="/massnahmen/portfolio.pdf?q=Jobschmiede"');
    expect(await (await get(`/massnahmen/${slug}`)).text()).toContain(`href="${page}"`);
  });

  test('the overview is no paper of a measure, but its text can be edited', async () => {
    expect((await get(`/massnahmen/${slug}/dokumente/portfolio.pdf`)).status).toBe(404);
    const templates = await get('/verwaltung/vorlagen', anActor('portalAdmin'));
    expect(await templates.text()).toContain('Übersicht der Maßnahmen');
    expect((await get('/verwaltung/vorlagen/portfolio', anActor('portalAdmin'))).status).toBe(200);
  });
});
