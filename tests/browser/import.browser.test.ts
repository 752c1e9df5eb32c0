import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';

const caseManager = readFileSync('db/example/portfolio/case-manager.json', 'utf8');

/** Case-Manager under another slug, as the browser hands it over. */
function file(slug: string, edit: (text: string) => string = (text) => text) {
  const text = edit(caseManager.replace('"slug": "case-manager"', `"slug": "${slug}"`));
  return { name: `${slug}.json`, mimeType: 'application/json', buffer: Buffer.from(text) };
}

describe.skipIf(!hasBrowser)('importing measures', () => {
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
    { way: 'with JavaScript', javaScriptEnabled: true, slug: 'mit-skript' },
    { way: 'without JavaScript', javaScriptEnabled: false, slug: 'ohne-skript' },
  ])('$way', ({ javaScriptEnabled, slug }) => {
    test('several files at once: faults are told, mended and then all is taken over', async () => {
      const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled });
      await signIn(page, 'verwaltung@demo.example', portal.password);
      await page.goto('/massnahmen');
      await page.getByRole('link', { name: /^Importieren/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Maßnahmen importieren' }).waitFor();

      await page.getByRole('button', { name: 'Dateien prüfen' }).click();
      await page.getByRole('heading', { level: 2, name: '1 Angabe braucht eine Korrektur' }).waitFor();

      const broken = file(`${slug}-zwei`, (text) => text.replace('"2020-12-31"', '"2020-02-31"'));
      await choose(page, 'Dateien', [file(`${slug}-eins`), broken]);
      await page.getByRole('button', { name: 'Dateien prüfen' }).click();
      await page.getByText('1 Datei hat Fehler').waitFor();
      const row = page.getByRole('row', { name: new RegExp(`${slug}-zwei\\.json`) });
      expect(await row.innerText()).toMatch(
        /16\s+period\.end\s+"2020-02-31"\s+Diesen Tag gibt es im Kalender nicht\./,
      );
      expect(await page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0);
      if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);

      await choose(page, 'Korrigierte Dateien', [file(`${slug}-zwei`)]);
      await page.getByRole('button', { name: 'Dateien ersetzen und prüfen' }).click();
      await page.getByRole('button', { name: '2 Maßnahmen übernehmen' }).click();
      await page.getByRole('heading', { level: 2, name: 'Import abgeschlossen: 2 neu.' }).waitFor();
      if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);

      await page.goto(`/massnahmen/${slug}-zwei`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Case-Manager');
      expect(faults).toEqual([]);
      await close();
    });
  });

  test('what is exported from the list is unchanged when it is handed in again', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/massnahmen?umsetzung=vergabe');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Exportieren/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('massnahmen-2019-09-01.zip');
    await page.goto('/massnahmen/import');
    await page.getByLabel('Dateien').setInputFiles(await download.path());
    await page.getByRole('button', { name: 'Dateien prüfen' }).click();
    await page.getByText('Es gibt nichts zu übernehmen').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import verwerfen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Maßnahmen importieren' }).waitFor();
    await close();
  });

  test('a choice that is too large is told before it is sent', async () => {
    const { page, close } = await openPage(browser, portal.url);
    await signIn(page, 'verwaltung@demo.example', portal.password);
    await page.goto('/massnahmen/import');
    const large = {
      name: 'gross.json',
      mimeType: 'application/json',
      buffer: Buffer.alloc(9 * 1024 ** 2, ' '),
    };
    await choose(page, 'Dateien', [large]);
    await page.getByRole('button', { name: 'Dateien prüfen' }).click();
    await page
      .getByRole('link', { name: /Die Dateien haben zusammen 9\s*MB\. Erlaubt sind 8\s*MB\./ })
      .waitFor();
    expect(await page.title()).toMatch(/^Fehler: /);
    await close();
  });
});

type Chosen = ReturnType<typeof file>;

async function choose(page: Page, label: string, files: Chosen[]): Promise<void> {
  await page.getByLabel(label, { exact: true }).setInputFiles(files);
}
