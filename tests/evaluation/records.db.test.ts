import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner, asReader } from '#db/as-actor';
import { yearPeriod } from '~/evaluation/records/rules/periods';
import { countRecords, listRecordSpans } from '~/evaluation/records/store';
import { totalOf } from '~/evaluation/records/counts';
import type { Actor } from '~/identity/actor';
import { openSession } from '../identity/support';
import { anActor, aProviderActor } from '../support/actors';
import type { RunningContract } from '../support/allocations';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';
import { aRecordedMeasure } from './recorded';

useTestDatabase();
const portal = usePortal();
const controller = anActor('controller');
const caseworker = anActor('caseworker');
const today = '2026-06-01';
let own: RunningContract;
let foreign: RunningContract;

beforeAll(async () => {
  await asOwner(async (tx) => {
    own = await aRecordedMeasure(tx);
    foreign = await aRecordedMeasure(tx, 'foreign');
  });
});

async function count(year: number, measureId = own.measureId, actor = controller) {
  const records = await asReader(actor, (tx) => countRecords(tx, [measureId], [yearPeriod(year, today)]));
  return records.get(measureId)!;
}

describe('the records of a measure, counted by hand', () => {
  test('2025: each site', async () => {
    const { periods } = await count(2025);
    expect(periods[0]!.sites).toEqual([
      {
        site: 'Hauptstelle',
        places: 2,
        offeredDays: 2 * 365,
        // January by one of the year before, nine months of 28 days, December.
        takenDays: 31 + 9 * 28 + 31,
        carriedIn: 1,
        entries: 10,
        exits: 10,
        atEnd: 1,
        // 02.01. to 01.02.
        waitedDays: 30,
        // 01.07.2024 to 31.01.2025 and nine times 28.
        stayedDays: 215 + 9 * 28,
      },
      {
        site: 'Zeven',
        places: 3,
        offeredDays: 3 * 365,
        // Until 31.03., from 01.04. and from 01.07.
        takenDays: 90 + 275 + 184,
        carriedIn: 1,
        entries: 2,
        exits: 1,
        atEnd: 2,
        waitedDays: 0,
        // 01.12.2024 to 31.03.2025.
        stayedDays: 121,
      },
    ]);
  });

  test('2025: reasons add up to the exits; needs, referrals, contacts, reports, what came to nothing', async () => {
    const { periods } = await count(2025);
    const year = periods[0]!;
    expect(year.exitReasons).toEqual({ work: 4, goalsReached: 4, noProgress: 2, moved: 1 });
    expect(Object.values(year.exitReasons).reduce((a, b) => a + b, 0)).toBe(totalOf(year.sites).exits);
    expect([...year.needs].sort((a, b) => a.group.localeCompare(b.group))).toMatchObject([
      { group: 'capability', withNeed: 11, improved: 4, removed: 1, unjudged: 7 },
      { group: 'circumstances', withNeed: 11, improved: 0, removed: 0, unjudged: 11 },
    ]);
    expect(year.referrals).toMatchObject([{ target: 'debt', referred: 4, arrived: 3, open: 1 }]);
    expect(year.contacts).toMatchObject({
      agreed: 3,
      held: 2,
      missedByClient: 0,
      cancelledByProvider: 1,
      moved: 0,
    });
    expect(year.reports).toMatchObject({ due: 3, inTime: 1, late: 1, missing: 1 });
    expect(year.settled).toMatchObject([{ state: 'declined', by: 'provider', count: 1 }]);
  });

  test('whoever is there at the end of 2024 is carried into 2025', async () => {
    const total = totalOf((await count(2024)).periods[0]!.sites);
    expect(total).toMatchObject({ carriedIn: 0, entries: 4, exits: 2, atEnd: 2 });
    expect(totalOf((await count(2025)).periods[0]!.sites).carriedIn).toBe(total.atEnd);
  });

  test('the year that runs is counted until today', async () => {
    const { sites } = (await count(2026)).periods[0]!;
    // 01.01. to 01.06.2026 are 152 days.
    expect(sites.map(({ offeredDays }) => offeredDays)).toEqual([2 * 152, 3 * 152]);
    expect(totalOf(sites)).toMatchObject({ entries: 0, exits: 0, atEnd: 3, takenDays: 3 * 152 });
  });

  test('money: firm ties only, corrections taken off', async () => {
    expect((await count(2025)).money).toMatchObject([
      { fiscalYear: 2025, committedCents: 75_000, paidCents: 50_000 },
    ]);
  });

  test('another authority sees none of it, and a provider may not even ask', async () => {
    const outsider = anActor('controller', { tenant: 'foreign' });
    const spans = await asReader(outsider, (tx) => listRecordSpans(tx));
    expect(spans.map(({ measureId }) => measureId)).toEqual([foreign.measureId]);
    expect(totalOf((await count(2025, foreign.measureId)).periods[0]!.sites).entries).toBe(0);
    await expect(asReader(aProviderActor('first'), (tx) => listRecordSpans(tx))).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('the pages', () => {
  const get = async (actor: Actor, path: string, form?: Record<string, string>) =>
    portal.ask(path, { cookie: await openSession(actor), ...(form ? { form } : {}) });
  const page = () => `/massnahmen/${own.slug}/auswertung`;
  /** The cells of the row with this name, as a browser gets them. */
  const rowOf = (html: string, name: string) => {
    const row = new RegExp(`<th[^>]*scope="row"[^>]*>${name}</th>(.*?)</tr>`).exec(html)?.[1] ?? '';
    return [...row.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text!.replaceAll('\u00a0', ' '));
  };

  test('begins with the last full year and the year before beside it; the controller sees all numbers', async () => {
    const html = await (await get(controller, page())).text();
    expect(rowOf(html, 'Zeven, 2025')).toEqual([
      '3',
      '50,1 %',
      '2',
      '1',
      '2',
      'zu wenige Fälle',
      'zu wenige Fälle',
    ]);
    expect(rowOf(html, 'Gesamt, 2025')).toEqual(['5', '47,3 %', '12', '11', '3', '3 Tage', '53 Tage']);
    expect(rowOf(html, 'Gesamt, 2024')).toEqual([
      '5',
      '40,0 %',
      '4',
      '2',
      '2',
      'zu wenige Fälle',
      'zu wenige Fälle',
    ]);
    expect(html).toContain('Eine Beschäftigungsquote ist deshalb nicht ausgewiesen');
  });

  test('a caseworker sees no small number and none from which one follows, nor the year that runs', async () => {
    const html = await (await get(caseworker, page())).text();
    const [, , zevenEntries, zevenExits] = rowOf(html, 'Zeven, 2025');
    expect([zevenEntries, zevenExits]).toEqual(['•', '•']);
    const entries = ['Hauptstelle', 'Gesamt'].map((name) => rowOf(html, `${name}, 2025`)[2]);
    expect(entries).toContain('•');
    expect(html).not.toContain('jahr=2026');
    const running = await (await get(caseworker, `${page()}?jahr=2026`)).text();
    expect(running).toContain('Das Jahr 2026 läuft noch.');
    expect(running).toContain('Gesamt, 2025');
  });

  test('an interim evaluation: typed days, kind sentences, the figures; not for everybody', async () => {
    const form = `${page()}?zwischenauswertung=1`;
    const wrong = await get(controller, form, { from: '01.06.2025', until: '01.01.2025' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Das Ende liegt vor dem Beginn.');
    const right = await get(controller, form, { from: '1.12.24', until: '31.05.2025' });
    expect(right.headers.get('Location')).toBe(`${page()}?von=2024-12-01&bis=2025-05-31`);
    const html = await (await get(controller, right.headers.get('Location')!)).text();
    // Zeven in December, four months at Hauptstelle, Zeven in April; left: two of 2024, one at Zeven, four.
    expect(rowOf(html, 'Gesamt').slice(2, 5)).toEqual(['6', '7', '1']);
    expect((await get(caseworker, form)).status).toBe(403);
    const asked = await (await get(caseworker, `${page()}?von=2024-12-01&bis=2025-05-31`)).text();
    expect(asked).toContain('Zwischenauswertungen sehen');
    expect(asked).toContain('Gesamt, 2025');
  });

  test.each(['jahr=abc', 'jahr=1999', 'von=2025-02-30&bis=2025-03-01', 'von=2025-01-01&bis=2999-01-01'])(
    '?%s: a sentence and the usual year',
    async (query) => {
      const response = await get(controller, `${page()}?${query}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toMatch(/ist nichts erfasst|lässt sich nicht auswerten/);
      expect(html).toContain('Gesamt, 2025');
    },
  );

  test('words stand beside their year and no other', async () => {
    const officer = anActor('districtOfficer');
    const sent = { assessment: 'Gut besucht, nur 2 Personen gingen.', proposal: '', version: '0' };
    const saved = await get(officer, `${page()}?jahr=2025`, sent);
    expect(saved.headers.get('Location')).toBe(`${page()}?jahr=2025&gespeichert=1`);
    const html = await (await get(officer, `${page()}?jahr=2025`)).text();
    expect(html).toContain('Gut besucht');
    expect(html).toContain('Die Bewertung nennt eine Zahl, die im PDF');
    expect(await (await get(caseworker, `${page()}?jahr=2025`)).text()).toContain('nur • Personen');
    expect(await (await get(officer, `${page()}?jahr=2024`)).text()).not.toContain('Gut besucht');
  });

  test('all measures of a year side by side, small numbers by role, each with its link', async () => {
    const html = await (await get(controller, '/auswertungen')).text();
    expect(html).toContain(`href="${page()}?jahr=2025"`);
    expect(html).not.toContain(foreign.slug);
    expect(html).toMatch(/47,3\s%.*>12<.*>11<.*>4</s);
    expect(html).toContain('750,00');
    const hidden = await (await get(caseworker, '/auswertungen?jahr=2024')).text();
    expect(hidden).toContain('•');
    expect((await get(anActor('procurementOfficer'), '/auswertungen')).status).toBe(403);
  });

  test('the paper of a year is protected for everybody; a year without records has none', async () => {
    const paper = (query: string) => `/massnahmen/${own.slug}/dokumente/auswertung.pdf${query}`;
    const response = await get(controller, paper('?jahr=2025'));
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect((await get(controller, paper('?jahr=1999'))).status).toBe(404);
    expect((await get(caseworker, paper('?jahr=2026'))).status).toBe(404);
    expect((await get(controller, paper('?jahr=2026'))).status).toBe(200);
    expect((await get(caseworker, paper('?von=2025-01-01&bis=2025-05-31'))).status).toBe(404);
  });
});
