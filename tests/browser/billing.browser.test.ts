import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '#db/as-actor';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { structureText } from '../support/pdf-file';
import { startPortal, type TestPortal } from '../support/portal';

/** A month is billed by the provider, checked and approved by two people, paid, and seen in the budget. */
describe.skipIf(!hasBrowser)('an invoice', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2020-07-01' }, withoutBilling);
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  /** A page of one person, with what must not happen on it. */
  async function personAt(email: string, options: Parameters<typeof openPage>[2] = {}) {
    const opened = await openPage(browser, portal.url, options);
    await signIn(opened.page, email, portal.password);
    return opened;
  }

  test.each([
    {
      way: 'with JavaScript',
      javaScriptEnabled: true,
      month: 'Dezember 2019',
      year: '2019',
      number: 'B-19-12',
    },
    {
      way: 'without JavaScript',
      javaScriptEnabled: false,
      month: 'Januar 2020',
      year: '2020',
      number: 'B-20-01',
    },
  ])('goes from the provider to the budget $way', async ({ javaScriptEnabled, month, year, number }) => {
    const provider = await personAt('traeger@demo.example', { javaScriptEnabled });
    const { page } = provider;
    await page.goto('/traeger/rechnungen');
    await page.getByRole('link', { name: new RegExp(`Rechnung erstellen … für ${month}`) }).click();
    await page.getByRole('heading', { level: 1, name: `Rechnung für ${month}` }).waitFor();
    expect(await page.locator('main').innerText()).toContain('7.500,00\u00a0€');

    // Without a number nothing is made, and the tax note stays.
    await page.getByRole('button', { name: 'Entwurf erstellen' }).click();
    await page.getByRole('link', { name: /Geben Sie Ihre Rechnungsnummer ein/ }).waitFor();
    expect(await page.getByLabel('Umsatzsteuer').inputValue()).toContain('§ 4 Nr. 15b UStG');
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    await page.getByLabel('Rechnungsnummer').fill(number);
    await page.getByRole('button', { name: 'Entwurf erstellen' }).click();
    await page.getByText('Entwurf erstellt.').first().waitFor();
    if (javaScriptEnabled) expect(await findAxeViolations(page)).toEqual([]);
    const draft = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Rechnung einreichen' }).click();
    await page.getByText('Rechnung eingereicht.').first().waitFor();
    const paper = await page.request.get(`${draft}.pdf`);
    expect(paper.headers()['content-type']).toBe('application/pdf');
    const text = structureText(await paper.body())
      .join(' ')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain(`Rechnung ${number}`);
    expect(text).toContain('7.500,00 €');

    // A second invoice of the month is refused with the way to the first.
    await page.goto(`/traeger/rechnungen/neu?${await contractQuery(page)}&monat=${isoMonth(month)}`);
    await page.getByRole('link', { name: `Rechnung ${number} öffnen` }).waitFor();
    expect(await page.getByRole('button', { name: 'Entwurf erstellen' }).count()).toBe(0);

    const checker = await personAt('verwaltung@demo.example', { javaScriptEnabled });
    await decide(checker.page, number, 'Die Rechnung ist richtig');
    await checker.page.getByText('Prüfung festgehalten.').first().waitFor();
    await checker.page.getByText('Die Freigabe erteilt eine andere Person.').first().waitFor();
    expect(await checker.page.getByRole('radio', { name: 'Freigeben' }).count()).toBe(0);
    if (javaScriptEnabled) expect(await findAxeViolations(checker.page)).toEqual([]);

    const approver = await personAt('verwaltung2@demo.example', { javaScriptEnabled });
    await decide(approver.page, number, 'Freigeben');
    await approver.page.getByText('Rechnung freigegeben.').first().waitFor();
    await approver.page.getByRole('button', { name: 'Zahlung buchen' }).click();
    await approver.page.getByText('Zahlung gebucht.').first().waitFor();

    await approver.page.goto('/haushalt');
    await approver.page
      .getByRole('link', { name: `${year}, Kreismittel` })
      .last()
      .click();
    await approver.page.getByText(`Rechnung ${number}, ${month}`).first().waitFor();
    for (const { faults, close } of [provider, checker, approver]) {
      expect(faults).toEqual([]);
      await close();
    }
  });

  test('is refused with a reason that the provider reads, who bills anew', async () => {
    const provider = await personAt('traeger@demo.example');
    const { page } = provider;
    await page.goto('/traeger/rechnungen');
    await page.getByRole('link', { name: /Rechnung erstellen … für März 2020/ }).click();
    await page.getByLabel('Rechnungsnummer').fill('B-20-03');
    await page.getByRole('button', { name: 'Entwurf erstellen' }).click();
    await page.getByText('Entwurf erstellt.').first().waitFor();
    await page.getByRole('button', { name: 'Rechnung einreichen' }).click();
    await page.getByText('Rechnung eingereicht.').first().waitFor();

    const officer = await personAt('verwaltung@demo.example');
    await decide(officer.page, 'B-20-03', 'Ablehnen');
    await officer.page.getByRole('link', { name: /Begründen Sie die Ablehnung/ }).waitFor();
    await officer.page.getByLabel('Begründung').fill('Der Steuerhinweis ist falsch.');
    await officer.page.getByRole('button', { name: 'Entscheidung festhalten' }).click();
    await officer.page.getByText('Rechnung abgelehnt.').first().waitFor();

    await page.reload();
    await page.getByText('Der Steuerhinweis ist falsch.').first().waitFor();
    await page.getByRole('link', { name: 'neu abrechnen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rechnung für März 2020' }).waitFor();
    for (const { faults, close } of [provider, officer]) {
      expect(faults).toEqual([]);
      await close();
    }
  });

  test('service and premiums of a contract are agreed on its page', async () => {
    const { page, faults, close } = await personAt('verwaltung@demo.example');
    await page.goto('/vertraege');
    await page.getByRole('link', { name: 'Beispiel 2019-031' }).click();
    await page.getByRole('link', { name: 'Durchführung, Prämien und Nachweise ansehen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Durchführung' }).waitFor();
    await page.getByRole('link', { name: /Durchführung anpassen/ }).click();
    await page.getByLabel('Überprüfung des Plans, Abstand in Wochen').fill('8');
    await page.getByRole('button', { name: 'Durchführung speichern' }).click();
    await page.getByRole('link', { name: /Ohne Strategieplan gibt es nichts zu überprüfen/ }).waitFor();
    await page.getByLabel('Der Träger führt einen Strategieplan').check();
    await page.getByRole('button', { name: 'Durchführung speichern' }).click();
    await page.getByText('Durchführung gespeichert.').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('alle 8 Wochen überprüft');

    // Case-Manager rests on § 16a: AktivA is bought only within measures after § 45 SGB III.
    await page.getByRole('link', { name: 'Maßnahme aufnehmen' }).click();
    await page
      .getByLabel('Maßnahme', { exact: true })
      .selectOption({ label: 'AktivA – Aktive Bewältigung von Arbeitslosigkeit' });
    await page.getByLabel('Gesundheitliche Inhalte in Prozent').fill('15');
    await page.getByRole('button', { name: 'Maßnahme aufnehmen' }).click();
    await page.getByRole('link', { name: /nur innerhalb einer Maßnahme nach § 45 SGB III/ }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test('the pages are without faults on a phone', async () => {
    const phone = { viewport: { width: 320, height: 800 } };
    const officer = await personAt('verwaltung@demo.example', phone);
    const provider = await personAt('traeger@demo.example', phone);
    await officer.page.goto('/vertraege');
    const contract = await officer.page.getByRole('link', { name: 'Beispiel 2019-031' }).getAttribute('href');
    const addresses = [
      [officer.page, '/rechnungen'],
      [officer.page, `${contract}/durchfuehrung`],
      [officer.page, `${contract}/durchfuehrung?baustein=1`],
      [officer.page, `${contract}/durchfuehrung?praemien=1`],
      [officer.page, `${contract}/durchfuehrung?nachweis=1`],
      [provider.page, '/traeger/rechnungen'],
      [provider.page, '/traeger/rechnungen/angaben'],
    ] as const;
    for (const [page, address] of addresses) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await findAxeViolations(page), address).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, address).toBeLessThanOrEqual(0);
    }
    for (const { faults, close } of [officer, provider]) {
      expect(faults).toEqual([]);
      await close();
    }
  });
});

/** The contract of the example as it was on its first day: nothing billed, no plan agreed. */
async function withoutBilling(tx: Tx): Promise<void> {
  const { id } = await tx
    .selectFrom('contract')
    .where('number', '=', 'Beispiel 2019-031')
    .select('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('payment').where('contract_id', '=', id).execute();
  await tx.deleteFrom('premium_claim').where('contract_id', '=', id).execute();
  await tx.deleteFrom('invoice').where('contract_id', '=', id).execute();
  await tx
    .updateTable('contract_measure')
    .set({ has_strategy_plan: false, plan_review_weeks: null })
    .where('contract_id', '=', id)
    .execute();
}

/** "vertrag=…" of the first month that is open. */
async function contractQuery(page: Page): Promise<string> {
  await page.goto('/traeger/rechnungen');
  const open = await page
    .getByRole('link', { name: /Rechnung erstellen …/ })
    .first()
    .getAttribute('href');
  return /vertrag=[^&]+/.exec(open ?? '')?.[0] ?? '';
}

function isoMonth(month: string): string {
  return month === 'Dezember 2019' ? '2019-12' : '2020-01';
}

/** Opens the invoice from the list and records the decision. */
async function decide(page: Page, number: string, choice: string): Promise<void> {
  await page.goto('/rechnungen');
  await page.getByRole('link', { name: number, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `Rechnung ${number}` }).waitFor();
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('button', { name: 'Entscheidung festhalten' }).click();
}
