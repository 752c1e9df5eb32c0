import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { pageTexts } from '../support/pdf-file';
import { startPortal, type TestPortal } from '../support/portal';
import { hasTool } from '../support/tools';

/** A measure nobody has seen before is typed in through the form, and stands in the catalogue. */
describe.skipIf(!hasBrowser || !hasTool('pdftotext'))('a new measure', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    // Running in the example; here its way there is gone.
    portal = await startPortal({ PORTAL_TODAY: '2026-03-02' }, (tx) =>
      sql`update measure set state = 'concept', intake = 'closed' where slug = 'case-manager'`.execute(tx),
    );
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  test.each([
    { way: 'with JavaScript', javaScriptEnabled: true, title: 'Sprungbrett Alltag' },
    { way: 'without JavaScript', javaScriptEnabled: false, title: 'Brücke Überhang' },
  ])('is typed in step by step $way', async ({ javaScriptEnabled, title }) => {
    const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled });
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/massnahmen');
    await page.getByRole('link', { name: 'Maßnahme anlegen' }).click();
    await page.getByRole('button', { name: 'Maßnahme anlegen' }).click();
    await page.getByText('Geben Sie den Namen der Maßnahme ein.').first().waitFor();
    await page.getByLabel('Name der Maßnahme').fill(title);
    await page.getByRole('button', { name: 'Maßnahme anlegen' }).click();
    await page.waitForURL('**/bearbeiten/profil');
    const slug = new URL(page.url()).pathname.split('/')[2] ?? '';
    expect(slug).toMatch(/^(sprungbrett-alltag|bruecke-ueberhang)$/);

    await page
      .getByLabel('Zielgruppe', { exact: true })
      .fill('Alleinerziehende ohne {% if $x %} Berufsabschluss');
    await page.getByLabel('Kriterien der Zielgruppe').fill('*fett* | a |\n<img onerror=alert(1)>');
    await page.getByLabel('Gesundheit', { exact: true }).check();
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    await saveAndGoOn(page, 'recht');
    await page.getByLabel('Rechtsgrundlagen').fill('§ 16a Nr. 3 SGB II');
    await page.getByLabel('Umsetzung').selectOption('vergabe');
    await saveAndGoOn(page, 'zeitraum');

    // A wrong entry is refused at the field, and nothing typed is lost.
    await page.locator('#period-start').fill('01.01.2027');
    await page.locator('#period-end').fill('31.12.2026');
    await page.getByRole('button', { name: 'Speichern und weiter' }).click();
    await page.getByRole('heading', { level: 2, name: /Korrektur/ }).waitFor();
    expect(await page.locator('#period-end').inputValue()).toBe('31.12.2026');
    await page.locator('#period-end').fill('31.12.2027');
    await saveAndGoOn(page, 'teilnahme');
    await page.getByLabel('In der Regel, in Monaten').fill('4,5');
    await saveAndGoOn(page, 'plaetze');
    await page.getByRole('button', { name: 'Standort hinzufügen' }).click();
    await page.locator('#places-0-site').fill('Musterstadt');
    await page.locator('#places-0-count').fill('12');
    await page.getByLabel('Plätze insgesamt').fill('12');
    await saveAndGoOn(page, 'ablauf');
    await page.getByRole('button', { name: 'Phase hinzufügen' }).first().click();
    await page.locator('#phases-0-name').fill('Ankommen');
    await saveAndGoOn(page, 'geld');
    await page.locator('#budget-perMonthEur').fill('7.500');
    await saveAndGoOn(page, 'regeln');
    await saveAndGoOn(page, 'ergebnisse');
    await page.getByRole('button', { name: 'Speichern und zur Maßnahme' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    const shown = await page.locator('main').innerText();
    for (const text of [
      'Alleinerziehende ohne {% if $x %} Berufsabschluss',
      '*fett* | a |',
      '<img onerror=alert(1)>',
      '§ 16a Nr. 3 SGB II',
      '01.01.2027 – 31.12.2027',
      'Musterstadt',
      '7.500,00',
      'Ankommen',
    ]) {
      expect(shown).toContain(text);
    }
    await page.goto(`/massnahmen?q=${encodeURIComponent(title)}`);
    expect(await page.getByRole('link', { name: title, exact: true }).count()).toBe(1);
    // Every paper that its data allow is there, and what was typed stands in it literally.
    for (const kind of ['kurzprofil', 'auswertung']) {
      const answer = await page.request.get(`/massnahmen/${slug}/dokumente/${kind}.pdf`);
      expect(answer.status(), kind).toBe(200);
      const paper = pageTexts(await answer.body())
        .join(' ')
        .replace(/\s+/g, ' ');
      expect(paper, kind).toContain('{% if $x %}');
      if (kind === 'kurzprofil') expect(paper).toContain('<img onerror=alert(1)>');
    }
    for (const kind of ['beschlussvorlage', 'leistungsbeschreibung', 'preisblatt', 'vertrag']) {
      const refused = await page.request.get(`/massnahmen/${slug}/dokumente/${kind}.pdf`);
      expect(refused.status(), kind).toBe(409);
      const draft = await page.request.get(`/massnahmen/${slug}/dokumente/${kind}.pdf?entwurf=1`);
      expect(draft.headers()['content-type'], kind).toBe('application/pdf');
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('what two people enter at once is shown to both, and nothing is lost', async () => {
    const first = await openPage(browser, portal.url);
    const second = await openPage(browser, portal.url);
    const address = '/massnahmen/bg-coaching/bearbeiten/profil';
    for (const { page } of [first, second]) {
      await signIn(page, 'verwaltung@demo.example', portal.password);
      await page.goto(address);
    }
    await first.page.getByLabel('Zielgruppe', { exact: true }).fill('Erste Fassung');
    await first.page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await first.page.waitForURL(/gespeichert=1/);
    await second.page.getByLabel('Zielgruppe', { exact: true }).fill('Zweite Fassung');
    await second.page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await second.page.getByText('Inzwischen hat jemand anderes gespeichert').waitFor();
    const told = await second.page.locator('main').innerText();
    expect(told).toContain('Erste Fassung');
    expect(await second.page.getByLabel('Zielgruppe', { exact: true }).inputValue()).toBe('Zweite Fassung');
    await second.page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await second.page.waitForURL(/gespeichert=1/);
    await first.close();
    await second.close();
  });

  test('Case-Manager is decided: its state moves, and the decided version stays', async () => {
    const { page, faults, close } = await openPage(browser, portal.url);
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/massnahmen/case-manager/stand');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel(/Als beschlossen festhalten/).check();
    await page.getByRole('button', { name: 'Stand ändern' }).click();
    await page.getByText('Geben Sie den Grund ein').first().waitFor();
    await page.getByLabel('Grund').fill('Beschluss des Kreistags vom 26.09.2019');
    await page.getByRole('button', { name: 'Stand ändern' }).click();
    await page.getByText('beschlossen, Version 1').waitFor();

    await page.goto('/massnahmen/case-manager/bearbeiten/profil');
    await page.getByLabel('Zielgruppe', { exact: true }).fill('Neue Zielgruppe');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.waitForURL(/gespeichert=1/);
    await page.goto('/massnahmen/case-manager/stand');
    await page.getByRole('link', { name: /mit heute/ }).click();
    const compared = page.getByRole('table', { name: 'Profil und Zielgruppe' });
    await compared.waitFor();
    expect(await compared.innerText()).toContain('Neue Zielgruppe');
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('a caseworker reads the state and cannot change it', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'jobcenter@demo.example', portal.password);
    await page.goto('/massnahmen/case-manager/stand');
    expect(await page.getByRole('button', { name: 'Stand ändern' }).count()).toBe(0);
    expect((await page.goto('/massnahmen/neu'))?.status()).toBe(403);
    await close();
  });
});

async function saveAndGoOn(page: Page, next: string): Promise<void> {
  const before = await page.locator('h1').innerText();
  await page.getByRole('button', { name: 'Speichern und weiter' }).click();
  await page.waitForURL(`**/bearbeiten/${next}?gespeichert=1`);
  // The address changes a moment before the page does.
  await page.locator('h1').filter({ hasNotText: before }).waitFor();
}
