import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasTool } from '../support/tools';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

const canRun = hasBrowser && hasTool('pdftotext');

/** The path of issue one, as a user walks it: once with JavaScript, once without. */
describe.skipIf(!canRun)('from sign-in to the council paper', () => {
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

  describe.each([
    { way: 'with JavaScript', javaScriptEnabled: true },
    { way: 'without JavaScript', javaScriptEnabled: false },
  ])('$way', ({ javaScriptEnabled }) => {
    test('an officer finds Case-Manager, enters an estimate and gets the paper with every figure', async () => {
      const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled });
      // The address asked for comes back after signing in.
      await page.goto('/massnahmen');
      await page.getByLabel('E-Mail').fill('verwaltung@demo.example');
      await page.getByLabel('Passwort').fill(portal.password);
      await page.getByRole('button', { name: 'Anmelden' }).click();
      await page.waitForURL('**/massnahmen');
      await page.getByLabel('Text', { exact: true }).fill('case-manager');
      await page.getByRole('button', { name: 'Anwenden' }).click();
      await page.getByRole('link', { name: 'Case-Manager', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Case-Manager' }).waitFor();

      await page.goto('/massnahmen/case-manager/bearbeiten/kosten');
      await page.getByLabel('Schätzung je Monat, brutto').fill('7.500');
      await page.getByLabel('Grundlage der Schätzung').fill('Vergleichbare Verträge.');
      await save(page);

      const text = await paperText(page, '/massnahmen/case-manager/dokumente/beschlussvorlage.pdf');
      for (const sentence of [
        '01.12.2019 – 31.12.2020 (13 Monate)',
        '01.01.2021 – 31.12.2021 (12 Monate)',
        'zusammen 97.500,00 €',
        'einschließlich der Verlängerung 187.500,00 €',
        'bis zu 100.000,00 €',
        '§§ 176 ff. SGB III',
      ]) {
        expect(text).toContain(sentence);
      }
      expect(text).not.toContain('§ 46');

      // Back to the source's state: the price is unknown, and that is the one allowed gap.
      await page.goto('/massnahmen/case-manager/bearbeiten/kosten');
      await page.getByLabel('Schätzung je Monat, brutto').fill('');
      await page.getByLabel('Grundlage der Schätzung').fill('');
      await save(page);
      expect(await paperText(page, '/massnahmen/case-manager/dokumente/beschlussvorlage.pdf')).toContain(
        'noch nicht kalkuliert',
      );
      expect(faults).toEqual([]);
      await close();
    });
  });

  test('BG-Coaching: the address of the paper names what is missing, and the forms complete it', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'verwaltung@demo.example', portal.password);
    const address = '/massnahmen/bg-coaching/dokumente/beschlussvorlage.pdf';

    const refused = await page.goto(address);
    expect(refused?.status()).toBe(409);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ausgangslage und Bedarf' }).click();
    await page.waitForURL('**/bearbeiten/bedarf#needText');
    expect(await paperText(page, `${address}?entwurf=1`)).toContain('[fehlt:');

    await complete(page);

    const text = await paperText(page, address);
    expect(text).toContain('Beschlussvorschlag');
    expect(text).toContain('Der Nachweis ist mit dem Angebot vorzulegen');
    expect(text).toContain('01.01.2020 – 31.12.2020 (12 Monate)');
    expect(text).not.toContain('[fehlt');
    await close();
  });

  test('wrong entries are refused at the field and nothing typed is lost', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/massnahmen/case-manager/bearbeiten/laufzeit');
    await page.locator('#termEnd').fill('30.11.2019');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: /Korrektur/ }).waitFor();
    expect(await page.locator('#termEnd').inputValue()).toBe('30.11.2019');
    expect(await page.locator('#termEnd').getAttribute('aria-invalid')).toBe('true');
    expect(await findAxeViolations(page)).toEqual([]);

    await page.goto('/massnahmen/case-manager/bearbeiten/kosten');
    await page.getByLabel('Schätzung je Monat, brutto').fill('100.00');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: /Korrektur/ }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/100,00\s€ oder 10\.000,00\s€/);
    await close();
  });

  test('the caseworker reads the measure, but finds no way to edit it', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'jobcenter@demo.example', portal.password);
    await page.goto('/massnahmen/case-manager');
    expect(await page.getByRole('link', { name: 'Bearbeiten' }).count()).toBe(0);
    expect((await page.goto('/massnahmen/case-manager/bearbeiten/kosten'))?.status()).toBe(403);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await close();
  });
});

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.waitForURL(/gespeichert=1/);
}

async function complete(page: Page): Promise<void> {
  const open = (section: string) => page.goto(`/massnahmen/bg-coaching/bearbeiten/${section}`);
  await open('vorlage');
  await page.locator('#paperNo').fill('Beispiel 2019/102');
  await page.locator('#paperDate').fill('1.10.2019');
  await page.locator('#department').fill('Amt für Arbeit und Soziales');
  await page.locator('#subject').fill('Ausschreibung einer Maßnahme zum Coaching von Bedarfsgemeinschaften');
  for (const meeting of await page.locator('input[id^="meetings-"]').all()) await meeting.fill('15.10.2019');
  await save(page);

  await open('bedarf');
  await page.locator('#needText').fill('Viele Bedarfsgemeinschaften beziehen seit Jahren Leistungen.');
  await page
    .getByLabel(/nicht bekannt|Nein/)
    .first()
    .check();
  await page.locator('#demandUnknownReason').fill('Die Zahl wird erst im Profiling sichtbar.');
  for (const [id, text] of Object.entries({
    targetGroup: 'Langzeitarbeitslose mit psychischen Einschränkungen',
    serviceSubject: 'Coaching der ganzen Bedarfsgemeinschaft',
    serviceText: 'Die Coaches arbeiten mit allen Mitgliedern.',
    stepsText: 'Analyse, Beratung, Stabilisierung.',
  })) {
    await page.locator(`#${id}`).fill(text);
  }
  await save(page);

  await open('standorte');
  await page.locator('#sites-0-name').fill('landkreisweit');
  await page.locator('#roomsText').fill('Räume des Trägers und aufsuchend.');
  await save(page);

  await open('phasen');
  await page.locator('#phases-0-title').fill('Analyse');
  await page.locator('#phases-0-subText').fill('Lage der Bedarfsgemeinschaft klären');
  await save(page);

  await open('laufzeit');
  await page.locator('#termStart').fill('01.01.20');
  await page.locator('#termEnd').fill('31.12.2020');
  await page.getByLabel('Nein', { exact: true }).check();
  await save(page);

  await open('kosten');
  await page.locator('#productId').selectOption({ index: 1 });
  await page.locator('#estimateMonthly').fill('7481,25');
  await page.locator('#estimateBasis').fill('89.775 € für 12 Monate.');
  await save(page);

  await open('auswertung');
  await page.locator('#indicators-0-text').fill('Eintritte und Austritte');
  await page.locator('#reportCommitteeId').selectOption({ index: 1 });
  await save(page);
}

/** The PDF's text as poppler reads it, without line ends and no-break spaces. */
async function paperText(page: Page, address: string): Promise<string> {
  const response = await page.context().request.get(address);
  expect(response.headers()['content-type']).toBe('application/pdf');
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'paper-')), 'paper.pdf');
  writeFileSync(file, await response.body());
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  return text
    .replaceAll('\u00ad\n', '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll('\u00ad', '');
}
