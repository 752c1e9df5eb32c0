import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

/** "Vergabe vorbereiten", as the district and the procurement office walk it: once with JavaScript, once without. */
describe.skipIf(!hasBrowser)('from the measure to the released tender papers', () => {
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

  test('BG-Coaching: from the list of what is missing to the finished set', async () => {
    const { page, faults, close } = await openPage(browser, portal.url);
    await signIn(page, 'verwaltung@demo.example', portal.password);
    const archive = '/massnahmen/bg-coaching/dokumente/vergabeunterlagen.zip';
    expect((await page.goto(archive))?.status()).toBe(409);
    expect(await findAxeViolations(page)).toEqual([]);

    await completePlan(page);
    await page.goto('/massnahmen/bg-coaching/dokumente');
    await page.getByRole('link', { name: 'Vergabe vorbereiten' }).click();
    await page.waitForURL('**/vergabe/lose');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Menge', { exact: true }).fill('15');
    await saveAndGoOn(page, 'leistung');
    await saveAndGoOn(page, 'personal');
    await page.getByLabel('Aufgabe').first().fill('Coach');
    await page.getByLabel('Stellenumfang').first().fill('1,5 Vollzeitstellen');
    for (const field of await page.getByLabel('Qualifikation und Erfahrung').all()) {
      await field.fill('Abschluss in Sozialer Arbeit');
    }
    for (const field of await page.getByLabel('Frist', { exact: true }).all()) {
      if ((await field.inputValue()) === '') await field.fill('zwei Wochen nach dem Ende');
    }
    await saveAndGoOn(page, 'kriterien');
    await saveAndGoOn(page, 'wertung');
    await saveAndGoOn(page, 'preis');
    await page.getByLabel('Betrag je Platz').check();
    await saveAndGoOn(page, 'eignung');
    await page.locator('aside').filter({ hasText: '§§ 176 ff. SGB III ist erforderlich' }).waitFor();
    await saveAndGoOn(page, 'termine');
    const days = {
      questionsUntil: '14.10.2019',
      submissionUntil: '21.10.2019',
      openingOn: '21.10.2019',
      awardOn: '15.11.2019',
      bidValidUntil: '30.11.2019',
    };
    for (const [name, day] of Object.entries(days)) await page.locator(`#${name}`).fill(day);
    await saveAndGoOn(page, 'vertrag');
    await page.getByLabel('Anschrift der Kontaktstelle').fill('Musterstraße 1, Musterstadt');
    await page.getByRole('button', { name: 'Speichern und zur Freigabe' }).first().click();
    await page.waitForURL('**/vergabe/freigabe');
    await page.getByText('Alle Angaben sind da.').waitFor();

    await release(page);
    expect(await findAxeViolations(page)).toEqual([]);
    const response = await page.context().request.get(`${archive}?freigabe=1`);
    expect(response.headers()['content-type']).toBe('application/zip');
    expect(faults).toEqual([]);
    await close();
  });

  test('Case-Manager without JavaScript: weights of 99 are refused, and a released set grows old', async () => {
    const { page, close } = await openPage(browser, portal.url, { javaScriptEnabled: false });
    await signIn(page, 'vergabe@demo.example', portal.password);
    await page.goto('/massnahmen/case-manager/vergabe/kriterien');
    const weight = page.locator('#criteria-0-weightPercent');
    await weight.fill('14');
    await save(page);
    expect(await page.locator('main').innerText()).toContain('Die Gewichte ergeben zusammen 99 %.');
    expect(await weight.inputValue()).toBe('14');
    await weight.fill('15');
    await save(page);
    await page.waitForURL(/gespeichert=1/);

    await page.goto('/massnahmen/case-manager/vergabe/freigabe');
    await release(page);
    await page.goto('/massnahmen/case-manager/vergabe/lose');
    await page.locator('#lots-1-quantity').fill('18');
    await page.getByRole('button', { name: 'Los hinzufügen' }).click();
    await page.getByText('Los 4', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Entfernen.*Los 4/ }).click();
    expect(await page.locator('#lots-1-quantity').inputValue()).toBe('18');
    await save(page);
    await page.goto('/massnahmen/case-manager/dokumente');
    const text = await page.locator('main').innerText();
    expect(text).toContain('Unterlagen nicht mehr aktuell: Lose und Mengen');
    expect(text).toContain('Satz 1 vom');
    await close();
  });

  test('who may not prepare a tender finds no way to it', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'controlling@demo.example', portal.password);
    await page.goto('/massnahmen/case-manager/dokumente');
    expect(await page.getByRole('link', { name: 'Vergabe vorbereiten' }).count()).toBe(0);
    expect((await page.goto('/massnahmen/case-manager/vergabe/lose'))?.status()).toBe(403);
    await close();
  });
});

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
}

async function saveAndGoOn(page: Page, next: string): Promise<void> {
  const before = await page.locator('h1').innerText();
  await page.locator('.mp-savebar').getByRole('button', { name: 'Speichern und weiter' }).click();
  await page.waitForURL(`**/vergabe/${next}?gespeichert=1`);
  // The address changes a moment before the page does.
  await page.locator('h1').filter({ hasNotText: before }).waitFor();
}

async function release(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Unterlagen freigeben' }).click();
  await page.waitForURL(/freigegeben=1/);
  await page.getByText('Satz 1, Version 1 der Maßnahme').first().waitFor();
}

/** What the plan of BG-Coaching lacks in its source. */
async function completePlan(page: Page): Promise<void> {
  const open = (section: string) => page.goto(`/massnahmen/bg-coaching/bearbeiten/${section}`);
  const saved = async () => {
    await save(page);
    await page.waitForURL(/gespeichert=1/);
  };
  await open('bedarf');
  await page.locator('#serviceSubject').fill('Coaching der ganzen Bedarfsgemeinschaft');
  await page.locator('#serviceText').fill('Die Coaches arbeiten mit allen Mitgliedern.');
  await saved();
  await open('standorte');
  await page.locator('#sites-0-name').fill('landkreisweit');
  await page.locator('#roomsText').fill('Räume des Trägers und aufsuchend.');
  await saved();
  await open('phasen');
  await page.locator('#phases-0-title').fill('Analyse');
  await page.locator('#phases-0-subText').fill('Lage der Bedarfsgemeinschaft klären');
  await saved();
  await open('laufzeit');
  await page.locator('#termStart').fill('01.01.2020');
  await page.locator('#termEnd').fill('31.12.2020');
  await page.getByLabel('Nein', { exact: true }).check();
  await saved();
}
