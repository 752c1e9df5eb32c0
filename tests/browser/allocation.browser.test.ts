import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '#db/as-actor';
import { findAxeViolations, hasBrowser, launchBrowser, openPage, signIn } from '../support/browser';
import { structureText } from '../support/pdf-file';
import { startPortal, type TestPortal } from '../support/portal';

/** One place at one site, nobody there and nobody waiting: who comes second is refused and waits. */
async function prepare(tx: Tx): Promise<void> {
  await sql`update measure set state = 'running', intake = 'open' where slug = 'case-manager'`.execute(tx);
  const contracts = sql`(select id from contract where number = 'Beispiel 2019-031')`;
  const people = sql`(select id from allocation where contract_id in ${contracts})`;
  for (const table of ['premium_claim', 'contact', 'attendance']) {
    await sql`delete from ${sql.table(table)} where allocation_id in ${people}`.execute(tx);
  }
  await sql`delete from allocation where contract_id in ${contracts}`.execute(tx);
  await sql`delete from waitlist_entry`.execute(tx);
  // The last place but one, so that two people after each other meet the end of them.
  await sql`delete from contract_place where contract_id in ${contracts}
    and not (site_position = 2 and no = 1) and not (site_position = 1 and no <= 2)`.execute(tx);
}

/** From the fitting measures to place and letter; the second one waits; with and without script. */
describe.skipIf(!hasBrowser)('allocating people', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2020-05-04' }, prepare);
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  async function enter(page: Page, number: string): Promise<string> {
    await page.goto('/kundinnen/neu');
    await page.getByLabel('Vorname').fill('Zita');
    await page.getByLabel('Nachname').fill('Zwiebelfisch');
    await page.getByLabel('Kundennummer').fill(`321Z00000${number}`);
    await page.getByLabel('Geburtsdatum').fill('28.02.1990');
    await page.getByLabel('Nummer der Bedarfsgemeinschaft').fill(`65432BG000000${number}`);
    await page
      .getByRole('group', { name: /vertritt die Person/i })
      .getByLabel('Ja')
      .check();
    await page.getByLabel('Standort').selectOption({ label: 'Musterstadt' });
    await page.getByLabel('Tagesablauf strukturieren').check();
    await page.getByLabel('Wohnsituation verbessern').check();
    await page.getByRole('button', { name: 'Person erfassen' }).last().click();
    await page.waitForURL(/gespeichert=erfasst/);
    return new URL(page.url()).pathname;
  }

  async function check(page: Page): Promise<void> {
    await page.getByText('Wofür wird geprüft?').waitFor();
    const met = page.getByLabel('erfüllt', { exact: true });
    for (let index = 0; index < (await met.count()); index += 1) await met.nth(index).check();
    await page.getByRole('radio', { name: /^Zugang Alle/ }).check();
    await page.getByRole('button', { name: 'Entscheidung festhalten' }).last().click();
    await page.getByText('Die Zugangsprüfung ist festgehalten.').waitFor();
  }

  async function fill(page: Page): Promise<void> {
    await page.getByLabel('Zeven').check();
    await page.getByLabel('Erster Tag').fill('4.5.20');
    await page.getByLabel('Letzter Tag').fill('31.10.2020');
    await page.getByLabel('Grund der Auswahl').fill('Sie möchten Ihren Tag ordnen.');
    await page.getByLabel('Worum es geht').fill('Hilfe im Alltag');
  }

  test.each([
    { way: 'with JavaScript', javaScriptEnabled: true, numbers: ['1', '2'] as const },
    { way: 'without JavaScript', javaScriptEnabled: false, numbers: ['3', '4'] as const },
  ])('place, letter, waiting list and the end of it $way', async ({ javaScriptEnabled, numbers }) => {
    const { page, faults, close } = await openPage(browser, portal.url, { javaScriptEnabled });
    const axe = async () => (javaScriptEnabled ? findAxeViolations(page) : []);
    const main = page.locator('main');
    await signIn(page, 'jobcenter@demo.example', portal.password);
    const first = await enter(page, numbers[0]);
    await page.getByRole('link', { name: 'Passende Maßnahmen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Passende Maßnahmen' }).waitFor();
    const card = page.locator('article', { hasText: 'Case-Manager' });
    expect(await card.innerText()).toContain('Der Zugang ist noch nicht geprüft');
    expect(await axe()).toEqual([]);
    await card.getByRole('link', { name: /Zugang prüfen/ }).click();
    await check(page);

    await page.goto(`${first}/massnahmen`);
    await card.getByText('Freiwillig: Schreiben ohne Rechtsfolgenbelehrung').waitFor();
    await card.getByRole('link', { name: /Zuweisen/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Zuweisen' }).waitFor();
    expect(await axe()).toEqual([]);
    await fill(page);
    // Past the contract, whose option is not exercised: refused at the field, nothing typed is lost.
    await page.getByLabel('Letzter Tag').fill('31.03.2021');
    await page.getByRole('button', { name: 'Zuweisen' }).last().click();
    await page
      .getByText('Der Vertrag endet am 31.12.2020. Die Verlängerung ist noch nicht ausgeübt')
      .first()
      .waitFor();
    expect(await page.getByLabel('Grund der Auswahl').inputValue()).toBe('Sie möchten Ihren Tag ordnen.');
    expect(await page.getByLabel('Wohnsituation verbessern').isChecked()).toBe(true);
    expect(await axe()).toEqual([]);
    await page.getByLabel('Letzter Tag').fill('31.04.2020');
    await page.getByRole('button', { name: 'Zuweisen' }).last().click();
    await page.getByText('Den 31.04.2020 gibt es nicht').first().waitFor();
    await page.getByLabel('Letzter Tag').fill('31.10.2020');

    // Somebody else sees the same free place, in a second window.
    const second = await openPage(browser, portal.url, { javaScriptEnabled });
    await signIn(second.page, 'jobcenter@demo.example', portal.password);
    const other = await enter(second.page, numbers[1]);
    await second.page.goto(`${other}/pruefung?massnahme=case-manager`);
    await check(second.page);
    await second.page.goto(`/zuweisungen/neu?kundin=${other.split('/')[2]!}&massnahme=case-manager`);
    await fill(second.page);

    await page.getByRole('button', { name: 'Zuweisen' }).last().click();
    await page.getByText('Zuweisung gespeichert.').waitFor();
    expect(await axe()).toEqual([]);
    expect(await main.innerText()).toContain('Zeven, Platz 1');
    expect(await page.title()).not.toContain('Zwiebelfisch');
    const letter = await page
      .getByRole('link', { name: 'Zuweisungsschreiben als PDF öffnen' })
      .getAttribute('href');
    const answer = await page.request.get(letter ?? '');
    expect(answer.headers()['content-disposition']).toBe('inline; filename="zuweisungsschreiben.pdf"');
    const text = structureText(await answer.body()).join(' ');
    expect(text).toContain('Sie möchten Ihren Tag ordnen.');
    expect(text).not.toContain('Rechtsfolge');
    const allocation = new URL(page.url()).pathname;

    await second.page.getByRole('button', { name: 'Zuweisen' }).last().click();
    await second.page.getByText('Der Platz wurde soeben vergeben.').first().waitFor();
    expect(await second.page.getByLabel('Worum es geht').inputValue()).toBe('Hilfe im Alltag');
    if (javaScriptEnabled) expect(await findAxeViolations(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click();
    await second.page.getByText('Die Person steht auf der Warteliste.').waitFor();
    if (javaScriptEnabled) expect(await findAxeViolations(second.page)).toEqual([]);

    // The first one never comes: the place is free, and the second one gets it.
    await page.goto(allocation);
    await page.getByRole('link', { name: 'Nicht angetreten …' }).click();
    await page.getByRole('button', { name: 'Zuweisung abschließen' }).last().click();
    await page.getByText('Wählen Sie den Grund.').first().waitFor();
    expect(await axe()).toEqual([]);
    await page.getByLabel('nicht angetreten').check();
    await page.getByLabel('Person', { exact: true }).check();
    await page.getByLabel('Grund', { exact: true }).selectOption({ label: 'möchte nicht teilnehmen' });
    await page.getByRole('button', { name: 'Zuweisung abschließen' }).last().click();
    await page.getByText('Die Zuweisung ist abgeschlossen.').waitFor();
    expect(await main.innerText()).toContain('Person: möchte nicht teilnehmen');

    await second.page.goto('/zuweisungen/warteliste');
    await second.page.getByRole('link', { name: /Zuweisen … Zwiebelfisch/ }).click();
    await second.page.getByRole('heading', { level: 1, name: 'Zuweisen' }).waitFor();
    await fill(second.page);
    await second.page.getByRole('button', { name: 'Zuweisen' }).last().click();
    await second.page.getByText('Zuweisung gespeichert.').waitFor();
    await second.page.getByRole('link', { name: 'Verlängern …' }).click();
    await second.page.getByLabel('Neuer letzter Tag').fill('30.11.2020');
    await second.page.getByLabel('Grund', { exact: true }).fill('Ziel ist nahe.');
    if (javaScriptEnabled) expect(await findAxeViolations(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Zuweisung verlängern' }).last().click();
    await second.page.getByText('Die Zuweisung ist verlängert.').waitFor();
    const done = new URL(second.page.url()).pathname;
    // Free for the other way of this test.
    await second.page.goto(`${done}/nicht-angetreten`);
    await second.page.getByLabel('abgelehnt').check();
    await second.page.getByLabel('Träger', { exact: true }).check();
    await second.page.getByLabel('Grund', { exact: true }).selectOption({ label: 'keine Kapazität' });
    await second.page.getByRole('button', { name: 'Zuweisung abschließen' }).last().click();
    await second.page.getByText('Die Zuweisung ist abgeschlossen.').waitFor();
    expect([...faults, ...second.faults]).toEqual([]);
    await second.close();
    await close();
  });

  test('the pages fit a phone, and others get nothing of them', async () => {
    const phone = { viewport: { width: 320, height: 800 } };
    const { page, faults, close } = await openPage(browser, portal.url, phone);
    await signIn(page, 'jobcenter@demo.example', portal.password);
    const client = await enter(page, '5');
    await page.goto(`${client}/pruefung?massnahme=case-manager`);
    await check(page);
    const id = client.split('/')[2]!;
    for (const address of [
      `${client}/massnahmen`,
      `/zuweisungen/neu?kundin=${id}&massnahme=case-manager`,
      `/zuweisungen/warteliste?kundin=${id}&massnahme=case-manager`,
      '/zuweisungen',
      '/zuweisungen?stand=all',
      '/zuweisungen/warteliste',
    ]) {
      await page.goto(address);
      expect(await findAxeViolations(page), address).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, address).toBeLessThanOrEqual(0);
    }
    await page.goto('/zuweisungen?stand=declined');
    const own = page.locator('tbody a', { hasText: 'Zwiebelfisch' }).first();
    const allocation = (await own.getAttribute('href'))!;
    expect(faults).toEqual([]);
    await close();

    for (const [name, status] of [
      ['verwaltung', 403],
      ['controlling', 403],
      ['traeger', 403],
      ['fallmanagement', 404],
      ['verwaltung@anderer-kreis.example', 403],
    ] as const) {
      const other = await openPage(browser, portal.url);
      await signIn(other.page, name.includes('@') ? name : `${name}@demo.example`, portal.password);
      expect((await other.page.goto(allocation))?.status(), name).toBe(status);
      await other.close();
    }
    const lead = await openPage(browser, portal.url);
    await signIn(lead.page, 'teamleitung@demo.example', portal.password);
    await lead.page.goto(allocation);
    await lead.page.getByLabel('Anlass').fill('Fachaufsicht');
    expect(await lead.page.locator('main').innerText()).not.toMatch(/Zwiebelfisch|Case-Manager/);
    await lead.page.getByRole('button', { name: 'Mit diesem Anlass öffnen' }).last().click();
    await lead.page.getByText('Was der Träger erfährt').waitFor();
    expect(await lead.page.getByRole('link', { name: 'Verlängern …' }).count()).toBe(0);
    await lead.close();
  });
});
