import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { structureText } from '../support/pdf-file';
import { startPortal, type TestPortal } from '../support/portal';

/** A contract is entered, signed once its money is there, and extended by its option; the letter follows. */
describe.skipIf(!hasBrowser)('a contract', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2020-07-01' });
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  test.each([
    { way: 'with JavaScript', javaScriptEnabled: true, number: '2020-001' },
    { way: 'without JavaScript', javaScriptEnabled: false, number: '2020-002' },
  ])('goes from the form to the letter $way', async ({ javaScriptEnabled, number }) => {
    const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled });
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/vertraege/neu');
    await page.getByRole('button', { name: 'Option hinzufügen' }).click();
    await fillContract(page, number);

    // The end lies before the start: refused at the field, nothing typed is lost.
    await page.getByLabel('Ende', { exact: true }).fill('31.07.2020');
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await page.getByRole('link', { name: /Das Ende der Laufzeit liegt vor dem Beginn/ }).waitFor();
    expect(await page.getByLabel('Preis', { exact: true }).inputValue()).toMatch(/^5\.?000/);
    await page.getByLabel('Ende', { exact: true }).fill('31.12.2020');
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await page.getByRole('heading', { level: 1, name: `Vertrag ${number}` }).waitFor();

    // 25.000 € are not there: the page says what is missing and offers no signing.
    const main = page.locator('main');
    expect(await main.innerText()).toMatch(/Für 2020 fehlen 2[02]\.[05]00,00\s€ im Produkt 31\.2\.06/);
    expect(await page.getByRole('link', { name: 'Unterzeichnung festhalten' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Entwurf ändern' }).click();
    await page.getByLabel('Preis', { exact: true }).fill('500');
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await page.getByRole('link', { name: 'Unterzeichnung festhalten' }).click();
    await page.getByLabel('Tag der letzten Unterschrift').fill('30.06.2020');
    await page.getByRole('button', { name: 'Unterzeichnung festhalten' }).click();
    await page.getByText('Unterzeichnung festgehalten.').first().waitFor();
    expect(await main.innerText()).toContain('1 bis 12, 01.08.2020 – 31.12.2020');
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);

    // Heute leads to the decision; without success the option is not exercised.
    await page.goto('/');
    await page
      .getByRole('link', { name: new RegExp(`Entscheiden ?: Über Option 1 entscheiden, Vertrag ${number}`) })
      .click();
    await decide(page, { success: 'Nein' });
    await page.getByText('Die Durchführung ist nicht als erfolgreich festgestellt').waitFor();
    expect(await page.getByLabel('Begründung zum Erfolg').inputValue()).toBe('Siehe Bericht.');
    await decide(page, { success: 'Ja' });
    await page.getByText('Option ausgeübt.').first().waitFor();
    expect(await main.innerText()).toContain('1 bis 12, 01.08.2020 – 31.12.2021');

    const letter = await page.getByRole('link', { name: 'Erklärung als PDF öffnen' }).getAttribute('href');
    const answer = await page.request.get(letter ?? '');
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const text = structureText(await answer.body())
      .join(' ')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain(`Verlängerung des Vertrags ${number}`);
    expect(text).toContain('vom 01.01.2021 bis zum 31.12.2021');

    // The money is tied, with a link to the contract.
    await page.goto('/haushalt');
    await page.getByRole('link', { name: '2021, Kreismittel' }).click();
    await page.getByRole('link', { name: `${number}, BG-Coaching` }).click();
    await page.getByRole('heading', { level: 1, name: `Vertrag ${number}` }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('the tasks of budget and contract have pages without faults, on a phone too', async () => {
    const { page, faults, close } = await openPage(browser, portal.url, {
      viewport: { width: 320, height: 800 },
    });
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/vertraege');
    await page.getByRole('link', { name: 'Beispiel 2019-031' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vertrag Beispiel 2019-031' }).waitFor();
    const contract = new URL(page.url()).pathname;
    for (const address of [
      '/',
      '/haushalt',
      '/haushalt?umbuchung=',
      '/haushalt?neue-geldquelle=1',
      '/vertraege',
      contract,
      `${contract}?option=1`,
      `${contract}?aenderung=1`,
    ]) {
      await page.goto(address);
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

async function fillContract(page: Page, number: string): Promise<void> {
  await page.getByLabel('Vertragsnummer').fill(number);
  await page.getByLabel('Maßnahme', { exact: true }).selectOption({ label: 'BG-Coaching' });
  await page.getByLabel('Träger', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Beginn', { exact: true }).fill('1.8.20');
  await page.getByLabel('fester Betrag je Monat').check();
  await page.getByLabel('Preis', { exact: true }).fill('5.000');
  await page.getByLabel('Produkt', { exact: true }).selectOption({ index: 3 });
  await page.getByLabel('Geldquelle', { exact: true }).selectOption({ label: 'Kreismittel' });
  await page.getByLabel('Standort', { exact: true }).fill('Musterstadt');
  await page.locator('#sites-0-places').fill('12');
  await page.getByLabel('Beginn der Option').fill('01.01.2021');
  await page.getByLabel('Ende der Option').fill('31.12.2021');
}

async function decide(page: Page, { success }: { readonly success: 'Ja' | 'Nein' }): Promise<void> {
  await page.getByRole('group', { name: 'War die Durchführung erfolgreich?' }).getByLabel(success).check();
  await page.getByLabel('Begründung zum Erfolg').fill('Siehe Bericht.');
  await page.getByRole('group', { name: 'Reichen die Haushaltsmittel?' }).getByLabel('Ja').check();
  await page.getByLabel('Begründung zu den Mitteln').fill('Ansatz 2021 ist frei.');
  await page.getByLabel('Option ausüben').check();
  await page.getByRole('button', { name: 'Entscheidung festhalten' }).click();
}
