import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import type { Actor } from '~/identity/actor';
import { aRecordedMeasure } from '../evaluation/recorded';
import { openSession } from '../identity/support';
import { anActor } from '../support/actors';
import type { RunningContract } from '../support/allocations';
import { findAxeViolations, hasBrowser, launchBrowser, openPage } from '../support/browser';
import { seedActors } from '../support/database';
import { usePortal } from '../support/in-process';
import { structureText } from '../support/pdf-file';

/** From the list of all measures to one year, an interim period and the paper. */
describe.skipIf(!hasBrowser)('an evaluation of records', () => {
  let browser: Browser;
  let contract: RunningContract;
  let closeDatabase: () => Promise<void>;
  beforeAll(async () => {
    const database = await openDatabase({});
    closeDatabase = () => database.close();
    setCurrentDatabase(database);
    await seedActors();
    contract = await asOwner((tx) => aRecordedMeasure(tx));
    browser = await launchBrowser();
  });
  const portal = usePortal();
  afterAll(async () => {
    await browser.close();
    setCurrentDatabase(null);
    await closeDatabase();
  });

  async function open(actor: Actor, options: { width?: number; javaScriptEnabled?: boolean } = {}) {
    const { width = 1280, javaScriptEnabled = true } = options;
    const opened = await openPage(browser, portal.url(), {
      viewport: { width, height: 900 },
      javaScriptEnabled,
    });
    const [name = '', value = ''] = (await openSession(actor)).split('=');
    await opened.page.context().addCookies([{ name, value, url: portal.url() }]);
    return opened;
  }

  test.each([true, false])('is read by controlling, with JavaScript: %s', async (javaScriptEnabled) => {
    const { page, faults, close } = await open(anActor('controller'), { javaScriptEnabled });
    await page.goto('/');
    await page.getByRole('navigation').getByRole('link', { name: 'Auswertungen' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Auswertungen' }).waitFor();
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Aufgezeichnete Maßnahme' }).click();
    await page.getByRole('rowheader', { name: 'Gesamt, 2025' }).waitFor();
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('12 Eintritte und 11 Austritte');

    await page.getByRole('link', { name: '2024', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Gesamt', exact: true }).waitFor();

    // Typed the wrong way round: a sentence at the field, nothing is lost.
    await page.getByRole('link', { name: 'Zwischenauswertung …' }).click();
    await page.getByLabel('Erster Tag').fill('01.06.2025');
    await page.getByLabel('Letzter Tag').fill('31.05.2025');
    await page.getByRole('button', { name: 'Zwischenauswertung ansehen' }).click();
    await page.getByRole('link', { name: /Das Ende liegt vor dem Beginn/ }).waitFor();
    expect(await page.getByLabel('Erster Tag').inputValue()).toBe('01.06.2025');
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Erster Tag').fill('1.12.24');
    await page.getByRole('button', { name: 'Zwischenauswertung ansehen' }).click();
    await page.getByText('Erfasst sind 6 Eintritte und 7 Austritte').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the paper of a year shows no small number, whoever opens it', async () => {
    const { page, close } = await open(anActor('controller'));
    await page.goto(`/massnahmen/${contract.slug}/auswertung?jahr=2025`);
    const paper = await page.getByRole('link', { name: 'Auswertung als PDF öffnen' }).getAttribute('href');
    const answer = await page.request.get(paper ?? '');
    const text = structureText(await answer.body())
      .join(' ')
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u00ad', '');
    expect(text).toContain('Auswertung 2025: Aufgezeichnete Maßnahme');
    expect(text).toContain('Im Haushaltsjahr 2025 waren 750,00 € gebunden und 500,00 € ausgezahlt.');
    expect(text).toContain('Die Gruppen überschneiden sich');
    expect(text).toMatch(/Zeven, 2025 3 50,1 % • • • • •/);
    await close();
  });

  test('a caseworker reads it on a phone', async () => {
    const { page, faults, close } = await open(anActor('caseworker'), { width: 320 });
    for (const address of ['/auswertungen', `/massnahmen/${contract.slug}/auswertung`]) {
      await page.goto(address);
      await page.getByText('Kleine Zahlen sind verborgen').waitFor();
      expect(await findAxeViolations(page), address).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, address).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
    await close();
  });
});
