import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser, openPage, type OpenPage, signIn } from '../support/browser';
import { startPortal, type TestPortal } from '../support/portal';
import {
  agreeService,
  bill,
  checkInvoice,
  openTheMeasure,
  optionWithoutMoneyIsRefused,
  payInvoice,
  signContract,
} from './thread-money';
import {
  acceptReport,
  allocate,
  amendReport,
  consentAsLead,
  handInReport,
  meetTheFullSite,
  offerThePlace,
  placeIsFreeTheDayAfter,
  returnReport,
  seeWhatTheLeadDid,
  takePart,
} from './thread-person';
import { expectAccessible, mainText, paperText, textOf } from './thread-steps';

/**
 * The measure "Case-Manager" from the money to the results, with everybody who has a part
 * in it. The days are those of the source: in October 2019 the example has no contract for
 * it yet, and no money for 2020 and 2021 (rules.md § 10).
 */
describe.skipIf(!hasBrowser)('the thread of a measure', () => {
  let portal: TestPortal;
  let browser: Browser;
  beforeAll(async () => {
    portal = await startPortal({ PORTAL_TODAY: '2019-10-14' });
    return () => portal.stop();
  });
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  const opened: OpenPage[] = [];
  async function as(email: string): Promise<Page> {
    const person = await openPage(browser, portal.url);
    opened.push(person);
    await signIn(person.page, email, portal.password);
    return person.page;
  }

  /** Time goes on as in real use: nothing of the example is added to what happened. */
  async function goTo(today: string): Promise<void> {
    await portal.restart({ PORTAL_TODAY: today, PORTAL_DEMO: '0' });
  }

  test('from the money to the results', { timeout: 300_000 }, async () => {
    const officer = await as('verwaltung@demo.example');
    const caseworker = await as('jobcenter@demo.example');
    const lead = await as('teamleitung@demo.example');
    const provider = await as('traeger@demo.example');
    const controller = await as('controlling@demo.example');

    const contract = await signContract(officer);
    await optionWithoutMoneyIsRefused(officer, contract);
    await openTheMeasure(officer, contract);
    await agreeService(officer, contract);

    const allocation = await allocate(caseworker);
    const waiting = await meetTheFullSite(caseworker);
    await consentAsLead(lead, waiting, allocation);
    await seeWhatTheLeadDid(caseworker, waiting);

    // Three weeks after the first day she leaves for a job.
    await goTo('2019-12-20');
    await takePart(provider);
    const report = await handInReport(provider);
    await returnReport(caseworker);
    await amendReport(provider, report);
    await acceptReport(caseworker, allocation);
    await placeIsFreeTheDayAfter(caseworker, waiting);

    // December is over: it can be billed and evaluated.
    await goTo('2020-01-07');
    await offerThePlace(caseworker);
    const invoice = await bill(provider);
    await checkInvoice(officer);
    await payInvoice(await as('verwaltung2@demo.example'));
    await readEvaluation(controller, [waiting, allocation, report.replace('/traeger', '')]);

    const id = (address: string) => address.split('/').at(-1) ?? '';
    const mine = [
      `/traeger/teilnehmende/${id(allocation)}`,
      report,
      `${report}.pdf`,
      invoice,
      `${invoice}.pdf`,
    ];
    for (const email of ['traeger2@demo.example', 'traeger@anderer-kreis.example']) {
      await getNothing(await as(email), mine);
    }
    await getNothing(await as('jobcenter@anderer-kreis.example'), [
      contract,
      waiting,
      allocation,
      `${allocation}/zuweisungsschreiben.pdf`,
      `/berichte/${id(report)}`,
      `/berichte/${id(report)}.pdf`,
    ]);
    await getNothing(await as('verwaltung@anderer-kreis.example'), [
      contract,
      `${contract}/durchfuehrung`,
      `/rechnungen/${id(invoice)}`,
      `/rechnungen/${id(invoice)}.pdf`,
    ]);
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

/** One person on one of four places, 19 of 31 days: 61,3 % of Zeven and 15,3 % (19 of 124) of all. */
async function readEvaluation(page: Page, persons: readonly string[]): Promise<void> {
  await page.goto('/auswertungen');
  const row = page.getByRole('row').filter({ hasText: 'Case-Manager' });
  expect(await textOf(row)).toMatch(/Case-Manager 4 15,3 % 1 1 1 7\.345,67 € 7\.345,67 €/);
  await row.getByRole('link').click();
  await page.getByRole('rowheader', { name: 'Zeven' }).waitFor();
  const shown = await mainText(page);
  expect(shown).toMatch(/Zeven 1 61,3 % 1 1 0 .*Gesamt 4 15,3 % 1 1 0/);
  expect(shown).toContain('Von 1 Austritt führte 1 in Arbeit oder Ausbildung');
  // 7.345,67 ÷ 4 places = 1.836,4175
  expect(shown).toContain('ausgezahlt je Platz 1.836,42 €');
  await expectAccessible(page);
  // The paper goes out: whoever reads it must not find the one person (rule E6).
  expect(await paperText(page, 'Auswertung als PDF öffnen')).toMatch(/Zeven 1 • • • 0 .*Gesamt 4 • • • 0/);
  for (const address of persons) expect((await page.goto(address))?.status(), address).toBe(403);
}

/** Nothing tells that there is something: the same page as for what was never there. */
async function getNothing(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    const shown = await mainText(page);
    expect(shown).toContain('Seite nicht gefunden');
    expect(shown).not.toMatch(/Rotkehlchen|Bachstelze|2019-041|BB-19-12/);
  }
}
