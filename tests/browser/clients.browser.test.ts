import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

/** A caseworker enters somebody and checks access; the rule book decides, the team lead looks with a purpose. */
describe.skipIf(!hasBrowser)('clients and their access', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2026-03-02' });
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  async function as(name: string, javaScriptEnabled = true) {
    const opened = await openPage(browser, portal.url, { javaScriptEnabled });
    await signIn(opened.page, `${name}@demo.example`, portal.password);
    return opened;
  }

  /** Near the market: Hannover does not ask, Cottbus does. */
  async function enter(page: Page, customerNumber: string, household: string): Promise<string> {
    await page.goto('/kundinnen');
    await page.getByRole('link', { name: 'Person erfassen' }).click();
    await page.getByLabel('Vorname').fill('Zita');
    await page.getByLabel('Nachname').fill('Zwiebelfisch');
    await page.getByLabel('Kundennummer').fill(customerNumber);
    await page.getByLabel('Geburtsdatum').fill('31.02.1990');
    await page.getByLabel('Nummer der Bedarfsgemeinschaft').fill(household);
    await page
      .getByRole('group', { name: /vertritt die Person/i })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Standort').selectOption({ label: 'Musterstadt' });
    for (const need of ['Belastbarkeit aufbauen', 'Tagesablauf strukturieren', 'Wohnsituation verbessern']) {
      await page.getByLabel(need).check();
    }
    await page.getByLabel('Tag der Prognose').fill('1.3.2026');
    await page.getByLabel('Monate bis zur Integration').fill('18');
    await page.getByLabel('marktnah', { exact: true }).check();
    await page
      .getByRole('group', { name: /Fortschritte zu erwarten/ })
      .getByLabel('Ja')
      .check();
    await page
      .getByRole('group', { name: /zur Mitarbeit bereit/ })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Geklärt am').fill('01.03.2026');
    await page
      .getByRole('group', { name: /Im persönlichen Gespräch geklärt/ })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Der Beratungsvermerk dazu steht in VerBIS').check();
    await page.getByRole('button', { name: 'Person erfassen' }).last().click();
    // A day that does not exist is refused at the field, and nothing typed is lost.
    await page.getByText('Den 31.02.1990 gibt es nicht').first().waitFor();
    expect(await page.getByLabel('Nachname').inputValue()).toBe('Zwiebelfisch');
    expect(await page.getByLabel('Belastbarkeit aufbauen').isChecked()).toBe(true);
    await page.getByLabel('Geburtsdatum').fill('28.02.1990');
    await page.getByRole('button', { name: 'Person erfassen' }).last().click();
    await page.waitForURL(/\/kundinnen\/[0-9a-f-]{36}\?gespeichert=erfasst/);
    return new URL(page.url()).pathname;
  }

  async function talk(page: Page): Promise<void> {
    await page.getByLabel('Tag des Gesprächs').fill('02.03.2026');
    await page.getByLabel('Integrationsfachkraft', { exact: true }).check();
    await page.getByLabel('Kundin oder Kunde', { exact: true }).check();
    await page.getByLabel('Erwartete Fortschritte und Ziele').fill('Alltag ordnen');
    await page.getByRole('group', { name: /einig/ }).getByLabel('Ja').check();
  }

  async function choose(page: Page, book: string, from: string): Promise<void> {
    await page.goto('/verwaltung/regeln');
    await page.getByLabel(book).check();
    await page.getByLabel('Gilt ab').fill(from);
    await page.getByRole('button', { name: 'Regelwerk festlegen' }).click();
  }

  test.each([
    { way: 'with JavaScript', isOn: true, number: '123Z000001', household: '54321BG0000001' },
    { way: 'without JavaScript', isOn: false, number: '123Z000002', household: '54321BG0000002' },
  ])('a person is entered, found and checked for Case-Manager $way', async ({ isOn, number, household }) => {
    const { page, faults, close } = await as('jobcenter', isOn);
    const address = await enter(page, number, household);
    if (isOn) expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.title()).not.toContain('Zwiebelfisch');

    await page.getByRole('link', { name: 'Zugang prüfen' }).click();
    await page.getByLabel('Wofür wird geprüft?').selectOption('case-manager');
    await page.getByRole('button', { name: 'Auswählen' }).click();
    await page.waitForURL(/massnahme=case-manager/);
    if (isOn) expect(await findAxeViolations(page)).toEqual([]);
    const main = page.locator('main');
    expect(await main.innerText()).toContain('nicht zulässig (Regel A19)');
    await page.getByLabel('Zugang', { exact: false }).first().check();
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Nicht alle Kriterien sind erfüllt (Regeln A18, A20)').first().waitFor();
    const met = page.getByLabel('erfüllt', { exact: true });
    for (let index = 0; index < (await met.count()); index += 1) await met.nth(index).check();
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Die Zugangsprüfung ist festgehalten.').waitFor();
    expect(await main.innerText()).toContain('Case-Manager, Zugang möglich');

    await page.goto('/kundinnen');
    await page.getByLabel('Kundennummer oder Name').fill('zwiebelf');
    await page.getByRole('button', { name: 'Suchen' }).last().click();
    await page.getByText('gefunden').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator(`a[href="${address}"]`).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  test('the same person has access by Hannover, and by Cottbus only with a reason', async () => {
    const caseworker = await as('jobcenter');
    const { page } = caseworker;
    const address = await enter(page, '123Z000003', '54321BG0000003');
    await page.goto(`${address}/pruefung`);
    await talk(page);
    await page.getByRole('button', { name: 'Nur prüfen' }).click();
    await page.getByText('Alle Kriterien sind erfüllt. Es ist noch nichts entschieden.').waitFor();
    await page.getByRole('radio', { name: /^Zugang Alle/ }).check();
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Die Zugangsprüfung ist festgehalten.').waitFor();
    expect(await page.locator('main').innerText()).toContain('Fallmanagement (bFM), Zugang möglich');

    const admin = await as('admin');
    await choose(admin.page, 'Cottbus 2021', '31.12.2020');
    await admin.page.getByText('gilt erst ab dem 01.01.2021').first().waitFor();
    expect(await findAxeViolations(admin.page)).toEqual([]);
    await choose(admin.page, 'Cottbus 2021', '02.03.2026');
    await admin.page.getByText('Heute gilt: Cottbus 2021').waitFor();
    expect(await findAxeViolations(admin.page)).toEqual([]);
    await admin.page.goto('/verwaltung/jobcenter');
    expect(await findAxeViolations(admin.page)).toEqual([]);
    expect((await admin.page.goto(address))?.status()).toBe(403);

    await page.goto(`${address}/pruefung`);
    await talk(page);
    await page.getByRole('radio', { name: /^Zugang Alle/ }).check();
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Nicht alle Kriterien sind erfüllt (Regel A4)').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('Die Integrationsprognose ist „marktnah“.');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: /im Einzelfall/ }).check();
    await page.getByLabel('Art des Grundes').selectOption({ label: 'besonderes Projekt' });
    await page.getByLabel('Gründe', { exact: false }).last().fill('Projekt im Stadtteil');
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Die Zugangsprüfung ist festgehalten.').waitFor();
    const shown = await page.locator('main').innerText();
    // What was decided before keeps the book of its day.
    expect(shown).toContain('Fallmanagement (bFM), Zugang im Einzelfall');
    expect(shown).toContain('Fallmanagement (bFM), Zugang möglich');
    // P3: Cottbus asks for a note where needs change.
    await page.getByRole('link', { name: 'Angaben ändern' }).click();
    await page.getByLabel('Finanzielle Situation ordnen').check();
    await page.getByRole('button', { name: 'Angaben speichern' }).last().click();
    await page.getByText('der Vermerk zur Standortbestimmung fehlt').first().waitFor();
    await page.getByLabel('Der Vermerk zur Standortbestimmung steht in VerBIS').check();
    await page.getByRole('button', { name: 'Angaben speichern' }).last().click();
    await page.getByText('Die Angaben sind gespeichert.').waitFor();
    expect(caseworker.faults).toEqual([]);
    expect(admin.faults).toEqual([]);
    await caseworker.close();
    await admin.close();
  });

  test('a team lead sees numbers, opens with a purpose and consents; others get nothing', async () => {
    const lead = await as('teamleitung');
    const { page } = lead;
    await page.goto('/kundinnen');
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.locator('main').innerText()).not.toMatch(/Apfelkern|Butterblume|Zwiebelfisch/);
    await page.locator('tr', { hasText: 'Zustimmung offen' }).first().getByRole('link').click();
    await page.getByRole('button', { name: 'Mit diesem Anlass öffnen' }).last().click();
    await page.getByText('Geben Sie den Anlass ein.').first().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Anlass').fill('Zustimmung zum Zugang');
    await page.getByRole('button', { name: 'Mit diesem Anlass öffnen' }).last().click();
    await page.getByRole('heading', { name: 'Handlungsbedarfe' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.getByRole('link', { name: 'Angaben ändern' }).count()).toBe(0);
    await page
      .getByRole('group', { name: /Stimmen Sie dem Zugang zu/ })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Gründe').fill('Die Lage ist dargelegt');
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Ihre Entscheidung ist festgehalten.').waitFor();
    const address = new URL(page.url()).pathname;
    expect(await page.locator('main').textContent()).toContain('zugestimmt. Die Lage ist dargelegt');
    expect(lead.faults).toEqual([]);
    await lead.close();

    for (const [name, status] of [
      ['verwaltung', 403],
      ['traeger', 403],
      ['controlling', 403],
      ['fallmanagement', 404],
    ] as const) {
      const other = await as(name);
      expect((await other.page.goto(address))?.status(), name).toBe(status);
      await other.close();
    }
  });
});
