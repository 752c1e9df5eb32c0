import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

/** A case manager gets to know somebody, takes over, reviews and ends; the team lead does what the book asks. */
describe.skipIf(!hasBrowser)('internal case management', () => {
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

  async function as(name: string, options: { javaScriptEnabled?: boolean } = {}) {
    const opened = await openPage(browser, portal.url, options);
    await signIn(opened.page, `${name}@demo.example`, portal.password);
    return opened;
  }

  async function send(page: Page, button: string): Promise<void> {
    await page.getByRole('button', { name: button }).last().click();
  }

  /** Somebody new whose access is open by Hannover, in charge of whoever is signed in. */
  async function enterWithAccess(page: Page, number: string, household: string): Promise<string> {
    await page.goto('/kundinnen/neu');
    await page.getByLabel('Vorname').fill('Zita');
    await page.getByLabel('Nachname').fill('Zwiebelfisch');
    await page.getByLabel('Kundennummer').fill(number);
    await page.getByLabel('Geburtsdatum').fill('28.02.1990');
    await page.getByLabel('Nummer der Bedarfsgemeinschaft').fill(household);
    const choose = (group: RegExp) => page.getByRole('group', { name: group }).getByLabel('Ja').check();
    await choose(/vertritt die Person/i);
    await page.getByLabel('Standort').selectOption({ label: 'Musterstadt' });
    for (const need of ['Belastbarkeit aufbauen', 'Tagesablauf strukturieren', 'Wohnsituation verbessern']) {
      await page.getByLabel(need).check();
    }
    await page.getByLabel('Tag der Prognose').fill('01.02.2026');
    await page.getByLabel('Monate bis zur Integration').fill('18');
    await choose(/Fortschritte zu erwarten/);
    await choose(/zur Mitarbeit bereit/);
    await page.getByLabel('Geklärt am').fill('01.02.2026');
    await send(page, 'Person erfassen');
    await page.getByText('Die Person ist erfasst.').waitFor();
    const address = new URL(page.url()).pathname;
    await page.goto(`${address}/pruefung`);
    await page.getByLabel('Tag des Gesprächs').fill('02.02.2026');
    await page.getByLabel('Integrationsfachkraft', { exact: true }).check();
    await page.getByLabel('Fallmanagement', { exact: true }).check();
    await page.getByLabel('Erwartete Fortschritte und Ziele').fill('Alltag ordnen');
    await choose(/einig/);
    await page.getByRole('radio', { name: /^Zugang Alle/ }).check();
    await send(page, 'Entscheidung festhalten');
    await page.getByText('Die Zugangsprüfung ist festgehalten.').waitFor();
    return address;
  }

  test('takeover after a clearing, the review on its day, the exit with its talk, one anonymous record', async () => {
    const manager = await as('fallmanagement');
    const { page } = manager;
    const address = await enterWithAccess(page, '123Z100001', '54321BG0100001');
    await page.getByRole('link', { name: 'Fallmanagement', exact: true }).click();
    await page.getByText('Zugang offen, noch nicht entschieden').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    await page.getByRole('link', { name: 'Clearing beginnen' }).click();
    await page.getByText('Das Clearing dauert höchstens 2 Monate').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    // Six weeks back, with a reason and not before the conference; nothing typed is lost.
    await page.getByLabel('Beginn des Clearings').fill('01.02.2026');
    await send(page, 'Clearing beginnen');
    await page.getByText('Das Fallgespräch war erst am 02.02.2026.').first().waitFor();
    await page.getByText('warum Sie den Tag nachträglich eintragen').first().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.getByLabel('Gründe und Ziele').inputValue()).toBe('Alltag ordnen');
    await page.getByLabel('Beginn des Clearings').fill('02.02.2026');
    await page.getByLabel('Grund für den nachträglichen Eintrag').fill('Krankheit');
    await send(page, 'Clearing beginnen');
    await page.getByText('Das Clearing hat begonnen.').waitFor();
    expect(await page.locator('main').innerText()).toContain('02.04.2026');

    await page.getByRole('link', { name: 'Ins Fallmanagement übernehmen' }).click();
    await page.getByLabel('Tag der Zuweisung').waitFor();
    await page.getByLabel('Gründe und Ziele').fill('Alltag ordnen');
    await send(page, 'Übernehmen');
    await page.getByText('Die Person ist ins Fallmanagement übernommen.').waitFor();
    const main = page.locator('main');
    // Six months from the takeover, not from the clearing.
    expect(await main.innerText()).toContain('02.09.2026 (6 Monate)');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 720 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 800 });

    // No review before its time.
    expect(await page.getByRole('link', { name: /^Überprüfen/ }).count()).toBe(0);

    await page.goto(`${address}/fallmanagement?schritt=abgang`);
    await page.getByLabel('Beendigungsgrund').selectOption({ label: 'Arbeit aufgenommen' });
    await page.getByLabel('Gründe des Abgangs').fill('Stelle in der Nähe');
    await page.getByLabel('Wohnsituation verbessern').selectOption({ label: 'behoben' });
    await send(page, 'Abgang eintragen');
    await page.getByText('Das Übergabegespräch mit der künftig zuständigen').first().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.getByLabel('Wohnsituation verbessern').inputValue()).toBe('removed');
    await page.getByLabel('Übergabegespräch mit der Integrationsfachkraft am').fill('27.02.2026');
    await send(page, 'Abgang eintragen');
    await page.getByText('Der Abgang ist eingetragen.').waitFor();
    expect(await main.innerText()).toContain('ab 03.09.2026 (Regel D9)');

    await page.getByRole('link', { name: 'Datensatz der Wirkungsanalyse erfassen' }).click();
    await page.getByLabel('Behobene Handlungsbedarfe').waitFor();
    expect(await page.getByLabel('Behobene Handlungsbedarfe').inputValue()).toBe('1');
    expect(await findAxeViolations(page)).toEqual([]);
    for (const group of [/Ärztliche Dienst/, /Gesundheit/]) {
      await page.getByRole('group', { name: group }).getByLabel('Nein').check();
    }
    await page.getByLabel('verbessert', { exact: true }).check();
    await send(page, 'Datensatz erfassen');
    await page.getByText('Der Datensatz ist erfasst.').waitFor();
    await page.goto(new URL(page.url()).pathname);
    await page.getByText('Für diesen Abgang liegt schon ein Datensatz vor.').waitFor();

    // The lock is a fact for the next check.
    await page.goto(`${address}/pruefung`);
    expect(await page.getByLabel('Letzter Abgang aus dem Fallmanagement').inputValue()).toBe('02.03.2026');
    await page.getByText('Wiederaufnahme frühestens ab 03.09.2026.').waitFor();

    await page.goto('/auswertungen/wirkung');
    await page.getByText('Die Spalten überschneiden sich').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await main.innerText()).toContain('•');
    expect(manager.faults).toEqual([]);
    await manager.close();

    const controller = await as('controlling');
    await controller.page.goto('/auswertungen/wirkung');
    await controller.page.getByText('Einzelne Datensätze').first().waitFor();
    expect(await findAxeViolations(controller.page)).toEqual([]);
    expect(await controller.page.locator('main').innerText()).toContain('03/2026');
    expect(controller.faults).toEqual([]);
    await controller.close();
  });

  test('without JavaScript: refused formally, and the talk about it is entered later', async () => {
    const { page, faults, close } = await as('fallmanagement', { javaScriptEnabled: false });
    const address = await enterWithAccess(page, '123Z100002', '54321BG0100002');
    await page.goto(`${address}/fallmanagement?schritt=ablehnung`);
    await send(page, 'Ablehnung festhalten');
    await page.getByText('Wählen Sie den Grund der Ablehnung.').first().waitFor();
    await page.getByRole('radio', { name: 'Fallmanagement' }).check();
    await page.getByLabel('Grund der Ablehnung').selectOption({ label: 'kein Arbeitsbündnis' });
    await page.getByLabel('Begründung').fill('Die Person möchte allein weitermachen');
    await send(page, 'Ablehnung festhalten');
    await page.getByText('Die Ablehnung ist festgehalten.').waitFor();
    await page.getByRole('link', { name: 'Gespräch eintragen' }).click();
    await page.getByLabel('Gespräch über die Ablehnung am').fill('02.03.2026');
    await send(page, 'Gespräch eintragen');
    await page.getByText('Das Gespräch ist eingetragen.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('a doubt goes to the team lead, who answers with a purpose; the team page shows what waits', async () => {
    const manager = await as('fallmanagement');
    const address = await enterWithAccess(manager.page, '123Z100003', '54321BG0100003');
    await manager.page.goto(`${address}/fallmanagement?schritt=uebernahme`);
    await send(manager.page, 'Übernehmen');
    await manager.page.getByText('Die Person ist ins Fallmanagement übernommen.').waitFor();
    await manager.page.getByRole('link', { name: 'Teamleitung fragen' }).click();
    await manager.page.getByLabel('Worüber soll sie entscheiden?').fill('Ohne Arbeitsbündnis zurückgeben?');
    await send(manager.page, 'Frage stellen');
    await manager.page.getByText('Die Teamleitung ist gefragt.').waitFor();

    const lead = await as('teamleitung');
    const { page } = lead;
    await page.getByRole('link', { name: 'Team', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Auslastung' }).waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Falk Manthey');
    expect(shown).toContain('123Z100003');
    expect(shown).not.toContain('Zwiebelfisch');
    expect(await findAxeViolations(page)).toEqual([]);
    await page
      .locator('tr', { hasText: '123Z100003' })
      .getByRole('link', { name: /Entscheiden/ })
      .click();
    await page.getByLabel('Anlass').fill('Strittiger Abgang');
    await send(page, 'Mit diesem Anlass öffnen');
    await page.getByRole('heading', { name: 'Handlungsbedarfe' }).waitFor();
    await page.goto(`${address}/fallmanagement?schritt=entscheidung`);
    await page.getByText('Ohne Arbeitsbündnis zurückgeben?').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('group', { name: 'Endet die Betreuung?' }).getByLabel('Ja').check();
    await page.getByLabel('Gründe').fill('Zurück an die Integrationsfachkraft');
    await send(page, 'Entscheidung festhalten');
    await page.getByText('Ihre Entscheidung ist festgehalten.').waitFor();
    expect(await page.getByRole('link', { name: 'Abgang eintragen' }).count()).toBe(0);
    expect(lead.faults).toEqual([]);
    await lead.close();
    await manager.close();

    for (const [name, status] of [
      ['jobcenter', 404],
      ['verwaltung', 403],
      ['controlling', 403],
      ['traeger', 403],
    ] as const) {
      const other = await as(name);
      expect((await other.page.goto(`${address}/fallmanagement`))?.status(), name).toBe(status);
      expect((await other.page.goto('/team'))?.status(), name).toBe(403);
      await other.close();
    }
  });
});
