import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { structureText } from '../support/pdf-file';
import { startPortal, type TestPortal } from '../support/portal';
import { prepareTraining } from './training-data';

/** A provider plans a group, records who was there and reports; the jobcenter reads and accepts. */
describe.skipIf(!hasBrowser)('groups, attendance and reports', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    const place = await prepareTraining('2026-03-10');
    portal = await startPortal({ PORTAL_TODAY: '2026-03-10', ...place.env });
    return async () => {
      await portal.stop();
      await place.discard();
    };
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  test.each([
    { way: 'with JavaScript', javaScriptEnabled: true, name: 'Frühjahr' },
    { way: 'without JavaScript', javaScriptEnabled: false, name: 'Sommer' },
  ])('a group is planned from proposed days $way', async ({ javaScriptEnabled, name }) => {
    const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled });
    await signIn(page, 'traeger@demo.example', portal.password);
    await page.goto('/traeger/gruppen');
    await page.getByRole('link', { name: 'Gruppe planen' }).click();
    await page.getByLabel('Erster Termin').fill('31.2.2026');
    await page.getByRole('button', { name: 'Tage vorschlagen' }).click();
    await page.getByText('Den 31.02.2026 gibt es nicht.').waitFor();
    await page.getByLabel('Erster Termin').fill('7.4.26');
    await page.getByRole('button', { name: 'Tage vorschlagen' }).click();
    const days = page.getByLabel('Tage der Termine');
    await days.waitFor();
    expect(await days.inputValue()).toBe('Di 07.04.2026\nDi 14.04.2026\nDi 21.04.2026');
    await page.getByLabel('Name der Gruppe').fill(name);
    await page.getByLabel('Trainerin oder Trainer').fill('Tilda Trainerin');
    await page.getByLabel('Plätze').fill('5');
    await page.getByRole('button', { name: 'Gruppe planen' }).click();
    await page.getByRole('link', { name: /Vereinbart sind höchstens 4 Personen/ }).waitFor();
    expect(await page.getByLabel('Name der Gruppe').inputValue()).toBe(name);
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Plätze').fill('4');
    await page.getByRole('button', { name: 'Gruppe planen' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('Gruppe geplant.').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('Di 21.04.2026, 09:00 Uhr');
    expect(faults).toEqual([]);
    await close();
  });

  test('attendance: the grid saves what is right and keeps what is wrong; who missed one catches up', async () => {
    const { page, faults, close } = await openPage(browser, portal.url);
    await signIn(page, 'traeger@demo.example', portal.password);
    await page.goto('/traeger/anwesenheit');
    await page.getByRole('link', { name: /Mo 02.03.2026, 09:00 Uhr/ }).click();
    const letter = (who: string) => page.locator('#raster').getByLabel(`${who}, Alma`);
    await letter('Apfelkern').fill('Q');
    await letter('Butterblume').fill('u');
    await letter('Butterblume').press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Apfelkern, Alma',
    );
    await page.locator('#raster').getByRole('button', { name: 'Leere Felder mit' }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('#raster td input')].every(({ value }) => value !== ''),
    );
    expect(await letter('Distelfink').inputValue()).toBe('A');
    expect(await letter('Butterblume').inputValue()).toBe('u');
    const save = page.locator('#raster').getByRole('button', { name: 'Anwesenheit speichern' }).last();
    await save.click();
    // The session is eight days ago: first of all why it comes so late; every letter stays.
    await page.getByRole('link', { name: /mehr als eine Woche zurück/ }).waitFor();
    expect(await letter('Butterblume').inputValue()).toBe('u');
    expect(await findAxeViolations(page)).toEqual([]);
    await page.locator('#raster').getByLabel('Eintrag wurde vergessen').check();
    await save.click();
    await page.getByRole('link', { name: /Diesen Buchstaben gibt es nicht/ }).waitFor();
    await page.getByText('2 Einträge sind gespeichert.').waitFor();
    expect(await letter('Apfelkern').inputValue()).toBe('Q');
    expect(await findAxeViolations(page)).toEqual([]);
    await letter('Apfelkern').fill('A');
    await page.locator('#raster').getByRole('button', { name: 'Anwesenheit speichern' }).last().click();
    await page.getByText('Anwesenheit gespeichert.').first().waitFor();

    await page.getByRole('link', { name: 'Winter' }).click();
    await page.getByText('Termin 1 nachholen').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Nachholtermin anlegen' }).click();
    await page.getByLabel('Nachgeholt wird').selectOption('1');
    await page.getByLabel('Tag', { exact: true }).fill('10.03.2026');
    await page.getByRole('button', { name: 'Nachholtermin anlegen' }).click();
    await page.getByText('Nachholtermin angelegt.').first().waitFor();
    await page.getByRole('link', { name: /Anwesenheit ?: Nachholtermin zu Termin 1/ }).click();
    await letter('Butterblume').fill('A');
    expect(await letter('Apfelkern').count()).toBe(0);
    await page.locator('#raster').getByRole('button', { name: 'Anwesenheit speichern' }).last().click();
    await page.getByText('Anwesenheit gespeichert.').first().waitFor();
    await page.getByRole('link', { name: 'Winter' }).click();
    await page.getByText('Termin 1, nachgeholt am 10.03.2026').waitFor();
    await page.getByRole('link', { name: 'Anwesenheit je Monat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anwesenheit im März 2026' }).waitFor();
    expect(await page.getByRole('row', { name: /Butterblume/ }).innerText()).toMatch(/U.*A.*1/s);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('on a phone each person has large choices, without JavaScript too; nothing scrolls sideways', async () => {
    const { page, faults, close } = await openPage(browser, portal.url, {
      viewport: { width: 320, height: 800 },
      javaScriptEnabled: false,
    });
    await signIn(page, 'traeger@demo.example', portal.password);
    await page.goto('/traeger/anwesenheit');
    await page.getByRole('link', { name: /Mo 09.03.2026/ }).click();
    const choices = page.getByRole('group', { name: 'Apfelkern, Alma' });
    await choices.getByLabel('krank').check();
    await page.locator('#telefon').getByRole('button', { name: 'Anwesenheit speichern' }).click();
    await page.getByText('Anwesenheit gespeichert.').first().waitFor();
    expect(await choices.getByLabel('krank').isChecked()).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  test('a final report is written, checked, submitted, returned, submitted again and accepted', async () => {
    const { page, faults, close } = await openPage(browser, portal.url);
    await signIn(page, 'traeger@demo.example', portal.password);
    await page.goto('/traeger/berichte');
    await page.getByText('seit 2 Tagen überfällig').waitFor();
    await page.getByRole('link', { name: /Distelfink/ }).click();
    await page
      .getByRole('group', { name: /^Entwicklung/ })
      .getByLabel('verbessert')
      .check();
    await page
      .getByRole('group', { name: /^Eigene Sicht/ })
      .getByLabel('unverändert')
      .check();
    await next(page, 'Abschlussgespräch');
    await page.getByRole('group', { name: 'Gab es ein Abschlussgespräch?' }).getByLabel('Ja').check();
    await page.getByLabel('Tag des Gesprächs').fill('31.02.2026');
    await page.getByLabel('Ausgangslage und heute').fill('Die Depression ist besser.');
    await page.getByRole('button', { name: 'Speichern und weiter' }).first().click();
    await page.getByRole('link', { name: /Den 31.02.2026 gibt es nicht/ }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Tag des Gesprächs').fill('05.03.2026');
    await page.getByRole('button', { name: 'Entwurf speichern' }).click();
    await page.getByText('Diagnosen: „Depression“.').waitFor();
    for (const label of ['Ausgangslage und heute', 'Ziele:', 'Was geholfen hat', 'Nächste Schritte']) {
      await page.getByLabel(label).fill('Es geht voran.');
    }
    await next(page, 'Weiterer Weg');
    await page.getByLabel('Entscheidung über den weiteren Weg').fill('Arbeitsuche mit der Fachkraft.');
    await next(page, 'Eröffnung und Empfänger');
    await page
      .getByRole('group', { name: /Beurteilung eröffnet/ })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Eröffnet am').fill('05.03.2026');
    await page
      .getByRole('group', { name: /eine Kopie/ })
      .getByLabel('Nein')
      .check();
    await page.getByRole('button', { name: 'Speichern und prüfen' }).last().click();
    await page.getByRole('heading', { level: 2, name: 'Prüfen und abgeben' }).waitFor();
    await page.getByRole('link', { name: /1 von 5 Punkten offen/ }).click();
    await page.getByLabel('Welche Anschlussangebote').fill('Beratung im Kreis.');
    await next(page, 'Weiterer Weg');
    await page.getByRole('link', { name: 'Prüfen und abgeben' }).click();
    await page.getByRole('button', { name: 'Bericht abgeben' }).last().waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bericht abgeben' }).last().click();
    await page.getByText('Bericht abgegeben.').first().waitFor();
    const address = new URL(page.url()).pathname;
    const reportId = address.split('/').at(-1) ?? '';

    const worker = await openPage(browser, portal.url);
    await signIn(worker.page, 'jobcenter@demo.example', portal.password);
    await worker.page.goto('/berichte');
    await worker.page.getByRole('link', { name: /Distelfink/ }).click();
    await worker.page.getByText('Beratung im Kreis.').waitFor();
    expect(await findAxeViolations(worker.page)).toEqual([]);
    const href = await worker.page.getByRole('link', { name: 'Bericht als PDF öffnen' }).getAttribute('href');
    const paper = await worker.page.request.get(href ?? '');
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect(structureText(await paper.body()).join(' ')).toContain('Beratung im Kreis.');
    await worker.page.getByLabel('Bericht zurückgeben').check();
    await worker.page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await worker.page.getByRole('link', { name: /Geben Sie ein, was der Träger/ }).waitFor();
    await worker.page.getByLabel('Anmerkungen für den Träger').fill('Nächste Schritte genauer.');
    await worker.page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await worker.page.getByText('Bericht zurückgegeben.').first().waitFor();

    await page.goto(`${address}?schritt=abgeben`);
    await page.getByText('Nächste Schritte genauer.').first().waitFor();
    await page.getByRole('button', { name: 'Bericht abgeben' }).last().click();
    await page.getByText('Bericht abgegeben.').first().waitFor();
    await worker.page.goto(`/berichte/${reportId}`);
    await worker.page.getByLabel('Bericht annehmen').check();
    await worker.page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await worker.page.getByText('Bericht angenommen.').first().waitFor();

    // The district sees numbers and no name; the second provider sees nothing.
    const officer = await openPage(browser, portal.url);
    await signIn(officer.page, 'verwaltung@demo.example', portal.password);
    await officer.page.goto('/berichte');
    await officer.page.getByRole('heading', { level: 1, name: 'Berichte der Träger' }).waitFor();
    expect(await officer.page.locator('main').innerText()).not.toContain('Distelfink');
    expect((await officer.page.request.get(`/berichte/${reportId}`)).status()).toBe(403);
    const other = await openPage(browser, portal.url);
    await signIn(other.page, 'traeger2@demo.example', portal.password);
    expect((await other.page.request.get(address)).status()).toBe(404);
    expect((await other.page.request.get(`${address}.pdf`)).status()).toBe(404);
    for (const opened of [worker, officer, other]) {
      expect(opened.faults).toEqual([]);
      await opened.close();
    }
    expect(faults).toEqual([]);
    await close();
  });

  test('the pages have no faults at 320 px', async () => {
    const { page, faults, close } = await openPage(browser, portal.url, {
      viewport: { width: 320, height: 800 },
    });
    await signIn(page, 'traeger@demo.example', portal.password);
    await page.goto('/traeger/gruppen');
    await page.getByRole('link', { name: 'Winter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Winter' }).waitFor();
    const group = new URL(page.url()).pathname;
    const session = await page.getByRole('link', { name: /Anwesenheit ?: Termin 1/ }).getAttribute('href');
    for (const address of [
      '/traeger/anwesenheit',
      session ?? '',
      '/traeger/gruppen',
      '/traeger/gruppen/neu',
      group,
      `${group}?nachholen=1`,
      `${group}/anwesenheit`,
      '/traeger/berichte',
      '/traeger/berichte?stand=angenommen',
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

/** Saves the step and waits for the next one. */
async function next(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Speichern und weiter' }).last().click();
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
}
