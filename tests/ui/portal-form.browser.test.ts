import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

/** What a refused form does in a real browser, on the account of the only administrator. */
describe.skipIf(!hasBrowser)('a form the server refused', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2019-09-01' });
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  /** The only administrator takes the role from themselves: a fault of the server at a group of boxes. */
  async function refusedAccount(options: { readonly javaScriptEnabled: boolean }) {
    const opened = await openPage(browser, portal.url, options);
    const { page } = opened;
    await signIn(page, 'admin@demo.example', portal.password);
    await page.goto('/verwaltung/konten?suche=admin%40demo');
    await page.getByRole('link', { name: 'Adrian Decker' }).last().click();
    await page.getByLabel('Administration', { exact: true }).uncheck();
    await page.getByLabel('Controlling', { exact: true }).check();
    await page.getByRole('button', { name: 'Änderungen speichern' }).last().click();
    const summary = page.getByRole('group', { name: '1 Angabe braucht eine Korrektur' });
    await summary.waitFor();
    return { ...opened, summary };
  }

  describe.each([
    { way: 'with JavaScript', javaScriptEnabled: true },
    { way: 'without JavaScript', javaScriptEnabled: false },
  ])('$way', (options) => {
    test('the title begins with "Fehler: " and the focus is on the summary', async () => {
      const { page, summary, faults, close } = await refusedAccount(options);
      expect(await page.title()).toBe('Fehler: Konto – Verwaltung – Maßnahmenportal');
      expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(faults).toEqual([]);
      await close();
    });
  });

  test('its fault at a group stays until the group is changed, wherever the focus goes', async () => {
    const { page, summary, close } = await refusedAccount({ javaScriptEnabled: true });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByLabel('Name', { exact: true }).fill('Adrian Decker-Moor');
    await page.keyboard.press('Tab');
    expect(await summary.isVisible()).toBe(true);
    expect(await page.title()).toBe('Fehler: Konto – Verwaltung – Maßnahmenportal');

    await page.getByLabel('Administration', { exact: true }).check();
    await page.keyboard.press('Tab');
    await summary.waitFor({ state: 'detached' });
    expect(await page.title()).toBe('Konto – Verwaltung – Maßnahmenportal');
    await close();
  });

  test('a click on a box counts although leaving the field before it mends a fault', async () => {
    // High enough to show all: where nothing is scrolled, the browser does not hold the page in place.
    const viewport = { width: 800, height: 1600 };
    const { page, close } = await openPage(browser, portal.url, { viewport });
    await signIn(page, 'admin@demo.example', portal.password);
    await page.goto('/verwaltung/konten/neu');
    await page.getByRole('button', { name: 'Konto anlegen' }).last().click();
    await page.getByRole('group', { name: '3 Angaben brauchen eine Korrektur' }).waitFor();
    await page.getByLabel('E-Mail-Adresse').fill('nora@demo.example');
    await page.getByLabel('Name', { exact: true }).fill('Nora Neumann');
    const box = page.getByLabel('Controlling', { exact: true });
    // A slow hand: the check of the name would answer before the button is let go.
    await box.click({ delay: 300 });
    expect(await box.isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.getByRole('group', { name: /Korrektur/ }).waitFor({ state: 'detached' });
    await close();
  });

  test('has no fault in the eyes of axe', async () => {
    const { page, close } = await refusedAccount({ javaScriptEnabled: true });
    expect(await findAxeViolations(page)).toEqual([]);
    await close();
  });
});
