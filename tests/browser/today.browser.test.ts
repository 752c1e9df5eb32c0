import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

const people = [
  'verwaltung',
  'vergabe',
  'jobcenter',
  'fallmanagement',
  'teamleitung',
  'traeger',
  'controlling',
  'admin',
] as const;

/** What is due stands on the start page, leads to where it is done, and is gone when it is. */
describe.skipIf(!hasBrowser)('Heute', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2020-05-31' });
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  test('the interim evaluation is due, is done with a note, and stands in the history', async () => {
    const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled: false });
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor();
    const due = page
      .getByRole('row', { name: /Zwischenauswertung erstellen/ })
      .filter({ hasText: 'Vertrag Beispiel 2019-031' });
    expect(await due.innerText()).toMatch(/^heute fällig\s+Vertrag Beispiel 2019-031, Case-Manager/);
    const task = (await due.getByRole('link').getAttribute('href')) ?? '';
    const meanwhile = await page.context().newPage();
    await meanwhile.goto(task);
    await due.getByRole('link').click();

    await page.getByRole('heading', { level: 1, name: 'Zwischenauswertung erstellen' }).waitFor();
    await page.getByText('Die Aufgabe ist fällig am 31.05.2020.').waitFor();
    await page.getByRole('button', { name: 'Als erledigt festhalten' }).click();
    await page.getByRole('link', { name: /Halten Sie fest, was erledigt wurde/ }).waitFor();
    await page.getByLabel('Was erledigt wurde').fill('Bericht vom 29.05. liegt in der Akte');
    await page.getByRole('button', { name: 'Als erledigt festhalten' }).click();
    await page.getByText('Aufgabe erledigt.').first().waitFor();
    const history = page.getByRole('region', { name: 'Verlauf' });
    expect(await history.innerText()).toContain(
      'Zwischenauswertung erstellen: Bericht vom 29.05. liegt in der Akte',
    );
    // Somebody else had the page open: nothing is done twice, and what was typed is still there.
    await meanwhile.getByLabel('Was erledigt wurde').fill('Noch einmal');
    await meanwhile.getByRole('button', { name: 'Als erledigt festhalten' }).click();
    await meanwhile.getByText('Diese Aufgabe ist nicht mehr offen').waitFor();
    await meanwhile.getByText('Ihr Text wurde nicht gespeichert: Noch einmal').waitFor();

    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor();
    expect(await due.count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test.each(people)('%s has a start page without faults, on a phone too', async (name) => {
    const { page, faults, close } = await openPage(browser, portal.url, {
      viewport: { width: 320, height: 800 },
    });
    await signIn(page, `${name}@demo.example`, portal.password);
    await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await close();
  });
});
