import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { asOwner } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { openSession } from '../identity/support';
import { aProviderActor, anActor } from '../support/actors';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { findAxeViolations, hasBrowser, launchBrowser, openPage } from '../support/browser';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

/** A provider's staff take a person from the first answer to the exit; the jobcenter corrects it. */
describe.skipIf(!hasBrowser)('a participation', () => {
  useTestDatabase();
  const portal = usePortal();
  let browser: Browser;
  let contract: RunningContract;
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });
  beforeAll(async () => {
    contract = await asOwner((tx) =>
      aRunningContract(tx, {
        title: 'Case-Manager',
        places: 5,
        service: {
          contacts: JSON.stringify([{ stage: 'Begleitung', everyWeeks: 2, minutes: 45 }]),
          has_strategy_plan: true,
          plan_review_weeks: 8,
        },
      }),
    );
  });
  beforeEach(() => void vi.stubEnv('PORTAL_TODAY', '2026-04-15'));

  let used = 0;
  async function participant(): Promise<string> {
    const place_id = contract.places[used++]!;
    return await asOwner(async (tx) =>
      anAllocation(tx, contract, await aClient(tx), {
        place_id,
        allocated_on: '2026-03-20',
        starts: '2026-04-01',
        ends: '2026-09-30',
      }),
    );
  }

  async function openAs(actor: Actor, options: BrowserContextOptions = {}) {
    const opened = await openPage(browser, portal.url(), options);
    const [name = '', value = ''] = (await openSession(actor)).split('=');
    await opened.page.context().addCookies([{ name, value, url: portal.url() }]);
    return opened;
  }

  test.each([
    { way: 'with JavaScript', javaScriptEnabled: true },
    { way: 'without JavaScript', javaScriptEnabled: false },
  ])('from the answer to the exit $way', async ({ javaScriptEnabled }) => {
    const id = await participant();
    const { page, faults, close } = await openAs(aProviderActor('first'), { javaScriptEnabled });
    const looksRight = async () => {
      if (javaScriptEnabled) expect(await findAxeViolations(page), page.url()).toEqual([]);
    };
    await page.goto('/traeger');
    await page.getByRole('heading', { level: 1, name: 'Teilnehmende' }).waitFor();
    await page.getByText('überfällig seit 14.04.2026').first().waitFor();
    await looksRight();
    await page.locator(`a[href="/traeger/teilnehmende/${id}"]`).click();
    await page.getByText('Was das Jobcenter mitgeteilt hat').waitFor();
    expect(await page.title()).not.toContain('Apfelkern');
    await looksRight();

    // Place and first meeting; a day before the allocation is refused at the field.
    await page.getByRole('link', { name: 'Platz und ersten Termin bestätigen' }).first().click();
    await page.getByLabel('Erster Termin mit der Person').fill('31.03.2026');
    await page.getByRole('button', { name: 'Platz und Termin bestätigen' }).click();
    await page.getByRole('link', { name: /Die Teilnahme dauert 01\.04\.2026/ }).waitFor();
    expect(await page.getByLabel('Erster Termin mit der Person').inputValue()).toBe('31.03.2026');
    await looksRight();
    await page.getByLabel('Erster Termin mit der Person').fill('2.4.26');
    await page.getByRole('button', { name: 'Platz und Termin bestätigen' }).click();
    await page.getByText('Platz und erster Termin sind bestätigt.').waitFor();

    // 25 hours are refused, what was typed stays; then it counts.
    await page.getByRole('link', { name: 'Kontakt eintragen' }).first().click();
    await fillContact(page, { day: '14.04.2026', minutes: '25 Stunden' });
    await page.getByRole('button', { name: 'Kontakt eintragen' }).click();
    await page.getByRole('link', { name: /länger als 12 Stunden/ }).waitFor();
    expect(await page.getByLabel('Dauer in Minuten').inputValue()).toBe('25 Stunden');
    await looksRight();
    await page.getByLabel('Dauer in Minuten').fill('45');
    await page.getByRole('button', { name: 'Kontakt eintragen' }).click();
    await page.getByText('Der Kontakt ist eingetragen.').waitFor();
    await page.getByText('bis 28.04.2026').waitFor();
    await looksRight();

    // A correction: the first entry stays, crossed out.
    await page.getByRole('link', { name: /Berichtigen/ }).click();
    await page.getByText('Bisher: 14.04.2026').waitFor();
    await page.getByLabel('Dauer in Minuten').fill('60');
    await page.getByRole('button', { name: 'Kontakt berichtigen' }).click();
    await page.getByText('Der Kontakt ist berichtigt.').waitFor();
    expect(await page.locator('main s').innerText()).toBe('stattgefunden, 45 Minuten');

    await page.getByRole('link', { name: 'Strategieplan', exact: true }).click();
    await page.getByRole('link', { name: 'Schritt vereinbaren' }).click();
    await page.getByLabel('Bedarf, um den es geht').selectOption({ label: 'Wohnsituation verbessern' });
    await page.getByLabel('Ziel', { exact: true }).fill('Eigene Wohnung');
    await page.getByLabel('Nächster Schritt').fill('Termin bei der Wohnhilfe vereinbaren');
    await page.getByLabel('beide gemeinsam').check();
    await page.getByLabel('Vereinbart am').fill('14.04.2026');
    await page.getByLabel('Bis wann').fill('30.04.2026');
    await looksRight();
    await page.getByRole('button', { name: 'Schritt vereinbaren' }).click();
    await page.getByText('Der Schritt ist vereinbart.').waitFor();
    await looksRight();
    await page.getByRole('link', { name: 'Ergebnis eintragen' }).click();
    await page.getByLabel('nicht getan', { exact: true }).check();
    await page.getByRole('button', { name: 'Ergebnis eintragen' }).click();
    await page.getByRole('link', { name: /Nennen Sie kurz, warum/ }).waitFor();
    await page.getByLabel(/Warum nicht getan/).fill('Stelle war geschlossen');
    await page.getByRole('button', { name: 'Ergebnis eintragen' }).click();
    await page.getByText('Stelle war geschlossen').waitFor();

    await page.getByRole('link', { name: 'Vermittlungen' }).click();
    await page.getByRole('link', { name: 'Vermittlung eintragen' }).click();
    await page.getByLabel('Wohin').selectOption({ label: 'Wohnhilfe' });
    await page.getByLabel('Tag', { exact: true }).fill('14.04.2026');
    await page.getByRole('group', { name: 'Wurde die Person begleitet?' }).getByLabel('Ja').check();
    await page.getByRole('button', { name: 'Vermittlung eintragen' }).click();
    await page.getByText('Die Vermittlung ist eingetragen.').waitFor();
    expect(await page.locator('main').innerText()).toContain('unbekannt');
    await page.getByRole('link', { name: 'Ergebnis eintragen' }).click();
    await page.getByRole('group', { name: 'Ist die Person dort angekommen?' }).getByLabel('Ja').check();
    await page.getByRole('button', { name: 'Ergebnis eintragen' }).click();
    await page.getByText('Das Ergebnis ist eingetragen.').waitFor();
    await looksRight();

    await page.getByRole('link', { name: 'Fortschritte' }).click();
    const housing = page.getByRole('group', { name: 'Wohnsituation verbessern' });
    await housing.getByRole('group', { name: 'Aus Sicht des Trägers' }).getByLabel('verbessert').check();
    await housing.getByRole('group', { name: 'Aus Sicht der Person' }).getByLabel('unverändert').check();
    await page.getByRole('button', { name: 'Fortschritte speichern' }).click();
    await page.getByText('Die Fortschritte sind gespeichert.').waitFor();
    await page.getByRole('link', { name: 'Weiteren Bedarf aufnehmen' }).click();
    await page.getByLabel('Bedarf', { exact: true }).selectOption({ label: 'Mobilität erhöhen' });
    await page.getByRole('button', { name: 'Bedarf aufnehmen' }).click();
    await page.getByText('Der Bedarf ist aufgenommen.').waitFor();
    await page.getByRole('group', { name: 'Mobilität erhöhen' }).waitFor();
    await looksRight();

    // The exit: not before the last contact.
    await page.getByRole('link', { name: 'Überblick' }).click();
    await page.getByRole('link', { name: 'Abgang eintragen' }).click();
    await page.getByText('Der Abschlussbericht des Trägers ist 14 Tage').waitFor();
    await page.getByLabel('Letzter Tag in der Maßnahme').fill('10.04.2026');
    await page.getByLabel('Grund des Abgangs').selectOption({ label: 'Arbeit aufgenommen' });
    await page.getByRole('button', { name: 'Abgang eintragen' }).click();
    await page.getByRole('link', { name: /Am 14\.04\.2026 hat noch ein Kontakt/ }).waitFor();
    await looksRight();
    await page.getByLabel('Letzter Tag in der Maßnahme').fill('14.04.2026');
    await page.getByRole('button', { name: 'Abgang eintragen' }).click();
    await page.getByText('Der Abgang ist eingetragen.').waitFor();
    expect(await page.locator('main').innerText()).toContain('Abschlussbericht abgeben');

    const jobcenter = await openAs(anActor('caseworker'), { javaScriptEnabled });
    await jobcenter.page.goto(`/zuweisungen/${id}/abgang`);
    await jobcenter.page.getByText('Platz frei ab').waitFor();
    await jobcenter.page.getByLabel('Letzter Tag in der Maßnahme').fill('15.04.2026');
    await jobcenter.page.getByLabel('Warum wird berichtigt?').fill('Letzter Tag war ein anderer');
    await jobcenter.page.getByRole('button', { name: 'Abgang berichtigen' }).click();
    await jobcenter.page.getByText('Der Abgang ist berichtigt.').waitFor();
    expect(await jobcenter.page.locator('main').innerText()).toContain('16.04.2026');
    if (javaScriptEnabled) expect(await findAxeViolations(jobcenter.page)).toEqual([]);
    expect([...faults, ...jobcenter.faults]).toEqual([]);
    await close();
    await jobcenter.close();
  });

  test('every page fits a phone; who is called off after three attempts frees the place', async () => {
    const id = await participant();
    const { page, faults, close } = await openAs(aProviderActor('first'), {
      viewport: { width: 320, height: 800 },
    });
    const base = `/traeger/teilnehmende/${id}`;
    for (const address of [
      '/traeger/teilnehmende',
      '/traeger/teilnehmende?stand=beendet',
      base,
      `${base}/antritt`,
      `${base}/antritt?absage=1`,
      `${base}/kontakte`,
      `${base}/kontakte?neu=1`,
      `${base}/plan`,
      `${base}/plan?neu=1`,
      `${base}/plan?pruefung=1`,
      `${base}/vermittlungen`,
      `${base}/vermittlungen?neu=1`,
      `${base}/fortschritte`,
      `${base}/fortschritte?neu=1`,
      `${base}/abgang`,
    ]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await findAxeViolations(page), address).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, address).toBeLessThanOrEqual(0);
    }
    for (const [day, isLate] of [
      ['02.04.2026', true],
      ['07.04.2026', true],
      ['13.04.2026', false],
    ] as const) {
      await page.goto(`${base}/kontakte?neu=1`);
      await fillContact(page, { day, kind: 'Telefonat', outcome: 'Person kam nicht' });
      await page.getByRole('button', { name: 'Kontakt eintragen' }).click();
      if (isLate) {
        await page.getByRole('link', { name: /mehr als eine Woche zurück/ }).waitFor();
        expect(await page.getByLabel('Tag', { exact: true }).inputValue()).toBe(day);
        await page.getByLabel('Fachkraft war abwesend').check();
        await page.getByRole('button', { name: 'Kontakt eintragen' }).click();
      }
      await page.getByText('Der Kontakt ist eingetragen.').waitFor();
    }
    await page.goto(`${base}/antritt?absage=1`);
    await page.getByLabel('Woran lag es?').selectOption({ label: 'Person: nicht erreicht' });
    await page.getByRole('button', { name: 'Teilnahme nicht zustande gekommen' }).click();
    await page.getByText('Festgehalten. Der Platz ist wieder frei.').waitFor();
    await page.getByText('Für Sie sichtbar bis').waitFor();
    expect(await page.locator('main').innerText()).toContain('29.04.2026');
    expect(faults).toEqual([]);
    await close();
  });

  test('a second provider gets the same page for it as for nothing', async () => {
    const id = await participant();
    const { page, close } = await openAs(aProviderActor('second'));
    for (const address of [`/traeger/teilnehmende/${id}`, `/traeger/teilnehmende/${id}/kontakte?neu=1`]) {
      const foreign = await page.goto(address);
      expect(foreign?.status()).toBe(404);
      expect(await page.locator('main').innerText()).not.toContain('Apfelkern');
    }
    await close();
  });
});

async function fillContact(
  page: Page,
  contact: {
    readonly day: string;
    readonly minutes?: string;
    readonly kind?: string;
    readonly outcome?: string;
  },
): Promise<void> {
  await page.getByLabel('Tag', { exact: true }).fill(contact.day);
  await page.getByLabel(contact.kind ?? 'Gespräch', { exact: true }).check();
  await page.getByLabel(contact.outcome ?? 'stattgefunden', { exact: true }).check();
  if (contact.minutes !== undefined) await page.getByLabel('Dauer in Minuten').fill(contact.minutes);
}
