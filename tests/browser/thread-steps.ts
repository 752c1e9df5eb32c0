import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { findAxeViolations } from '../support/browser';
import { structureText } from '../support/pdf-file';

/** What people do on the pages of the thread, each step as they would name it. */

/** What stands there, in one line: cells, breaks and protected spaces count as one space. */
export async function textOf(shown: Locator): Promise<string> {
  return (await shown.innerText()).replaceAll(/\s+/g, ' ');
}

export function mainText(page: Page): Promise<string> {
  return textOf(page.locator('main'));
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await findAxeViolations(page), page.url()).toEqual([]);
}

/** The words of a PDF, as whoever is signed in on the page gets it. */
export async function paperText(page: Page, link: string): Promise<string> {
  const address = await page.getByRole('link', { name: link }).first().getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return structureText(await answer.body())
    .join(' ')
    .replaceAll('\u00ad', '')
    .replaceAll(/\s+/g, ' ');
}

/** What is due under Heute, which the example fills with much else. */
export function dueRow(page: Page, what: string, about: string): Locator {
  return page.getByRole('row').filter({ hasText: what }).filter({ hasText: about });
}

/** Goes from Heute to where the due thing is done. */
export async function openDue(page: Page, what: string, about: string, title: string): Promise<void> {
  await page.goto('/');
  await dueRow(page, what, about).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Presses the button and waits for what the page says then. */
export async function send(page: Page, button: string, says: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).last().click();
  await page.getByText(says).first().waitFor();
}

export async function answer(page: Page, question: string | RegExp, choice: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check();
}

/** 13 months from December 2019 and an option of 12, at three sites; as an index of what is typed. */
export const contractTyped = {
  Vertragsnummer: '2019-041',
  Preis: '7.345,67',
  'Beginn der Option': '01.01.2021',
  'Ende der Option': '31.12.2021',
} as const;

export async function fillContract(page: Page): Promise<void> {
  const choose = (field: string, label: string) =>
    page.getByLabel(field, { exact: true }).selectOption({ label });
  await page.getByRole('button', { name: 'Option hinzufügen' }).click();
  for (let more = 0; more < 2; more += 1) {
    await page.getByRole('button', { name: 'Standort hinzufügen' }).click();
  }
  await choose('Maßnahme', 'Case-Manager');
  await choose('Träger', 'Brückenbau Soziale Dienste gGmbH (Beispiel)');
  await choose('Produkt', '31.2.02 Kommunale Eingliederungsleistungen');
  await choose('Geldquelle', 'Kreismittel');
  await page.getByLabel('Beginn', { exact: true }).fill('01.12.2019');
  await page.getByLabel('Ende', { exact: true }).fill('31.12.2020');
  await page.getByLabel('fester Betrag je Monat').check();
  for (const [field, text] of Object.entries(contractTyped)) {
    await page.getByLabel(field, { exact: true }).fill(text);
  }
  const sites = [
    ['Rotenburg (Wümme)', '2'],
    ['Zeven', '1'],
    ['Bremervörde', '1'],
  ] as const;
  for (const [index, [name, places]] of sites.entries()) {
    await page.locator(`#sites-${index}-name`).fill(name);
    await page.locator(`#sites-${index}-places`).fill(places);
  }
}

export async function planMoney(page: Page, year: string, amount: string): Promise<void> {
  await page
    .getByRole('link', { name: /Ansatz eintragen ?: 31\.2\.02/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Ansatz eintragen' }).waitFor();
  await page.getByLabel('Geldquelle').selectOption({ label: 'Kreismittel' });
  await page.getByLabel('Haushaltsjahr').fill(year);
  await page.getByLabel('Betrag', { exact: true }).fill(amount);
  await page.getByLabel('Fester Ansatz').check();
  await page.getByRole('button', { name: 'Ansatz speichern' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Haushalt' }).waitFor();
}

/** Planned, committed, paid, free and "if exercised" of a year in product 31.2.02. */
export async function moneyOf(page: Page, year: string): Promise<string[]> {
  await page.goto('/haushalt');
  const row = page
    .getByRole('table', { name: 'Mittel im Produkt 31.2.02 in Euro' })
    .getByRole('row')
    .filter({ hasText: `${year}, Kreismittel` });
  return (await textOf(row)).match(/keine Angabe|[\d.]+,\d\d/g) ?? [];
}

/** A step in the life of a measure; some ask for a reason. */
export async function moveMeasure(page: Page, step: string, state: string, reason = ''): Promise<void> {
  await page.getByRole('radio', { name: step }).check();
  await page.getByLabel('Grund').first().fill(reason);
  await page.getByRole('button', { name: 'Stand ändern' }).last().click();
  await page.getByText(state, { exact: true }).first().waitFor();
}

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly number: string;
  readonly household: string;
}

/** Answers with the person's address. */
export async function enterClient(page: Page, person: Person): Promise<string> {
  await page.goto('/kundinnen/neu');
  await page.getByLabel('Vorname').fill(person.firstName);
  await page.getByLabel('Nachname').fill(person.lastName);
  await page.getByLabel('Kundennummer').fill(person.number);
  await page.getByLabel('Geburtsdatum').fill('28.02.1990');
  await page.getByLabel('Nummer der Bedarfsgemeinschaft').fill(person.household);
  await answer(page, /vertritt die Person/i, 'Ja');
  await page.getByLabel('Standort').selectOption({ label: 'Musterstadt' });
  for (const need of ['Tagesablauf strukturieren', 'Wohnsituation verbessern']) {
    await page.getByLabel(need).check();
  }
  await page.getByLabel('Tag der Prognose').fill('14.10.2019');
  await answer(page, /Fortschritte zu erwarten/, 'Ja');
  await send(page, 'Person erfassen', 'Die Person ist erfasst.');
  return new URL(page.url()).pathname;
}

/** Marks every criterion of the measure as met. */
export async function meetCriteria(page: Page): Promise<void> {
  await page.getByText('Wofür wird geprüft?').waitFor();
  const met = page.getByLabel('erfüllt', { exact: true });
  for (let index = 0; index < (await met.count()); index += 1) await met.nth(index).check();
}

export async function fillAllocation(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Zuweisen' }).waitFor();
  await page.getByLabel('Zeven').check();
  await page.getByLabel('Erster Tag').fill(from);
  await page.getByLabel('Letzter Tag').fill(to);
  await page.getByLabel('Grund der Auswahl').fill('Sie möchten Ihren Tag ordnen.');
  await page.getByLabel('Worum es geht').fill('Hilfe im Alltag');
}

/** A contact of 60 minutes; of more than a week ago with the reason why it comes late. */
export async function enterContact(
  page: Page,
  participant: string,
  day: string,
  lateReason?: string,
): Promise<void> {
  await page.goto(`${participant}/kontakte?neu=1`);
  await page.getByLabel('Tag', { exact: true }).fill(day);
  await page.getByLabel('Gespräch', { exact: true }).check();
  await page.getByLabel('stattgefunden', { exact: true }).check();
  await page.getByLabel('Dauer in Minuten').fill('60');
  if (lateReason) await page.getByLabel(lateReason).check();
  await send(page, 'Kontakt eintragen', 'Der Kontakt ist eingetragen.');
}

export async function agreeStep(page: Page, day: string): Promise<void> {
  await page.getByLabel('Bedarf, um den es geht').selectOption({ label: 'Wohnsituation verbessern' });
  await page.getByLabel('Ziel', { exact: true }).fill('Eigene Wohnung');
  await page.getByLabel('Nächster Schritt').fill('Termin bei der Wohnhilfe');
  await page.getByLabel('beide gemeinsam').check();
  await page.getByLabel('Vereinbart am').fill(day);
  await page.getByLabel('Bis wann').fill('31.12.2019');
  await send(page, 'Schritt vereinbaren', 'Der Schritt ist vereinbart.');
}

/** The four topics of a final report, up to the check before it is handed in. */
export async function writeFinalReport(page: Page, talkOn: string): Promise<void> {
  const next = async (button: string, title: string) => {
    await page.getByRole('button', { name: button }).last().click();
    await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
  };
  for (const need of ['Tagesablauf strukturieren', 'Wohnsituation verbessern']) {
    await answer(page, `Entwicklung: ${need}`, 'verbessert');
    await answer(page, `Eigene Sicht der Person: ${need}`, 'verbessert');
  }
  await next('Speichern und weiter', 'Abschlussgespräch');
  await answer(page, 'Gab es ein Abschlussgespräch?', 'Ja');
  await page.getByLabel('Tag des Gesprächs').fill(talkOn);
  for (const point of [
    'Ausgangslage',
    'Ziele:',
    'Was geholfen hat',
    'Nächste Schritte',
    'Welche Anschluss',
  ]) {
    await page.getByLabel(point).fill('Der Tag ist geordnet.');
  }
  await next('Speichern und weiter', 'Weiterer Weg');
  await page.getByLabel('Entscheidung über den weiteren Weg').fill('Sie beginnt eine Arbeit.');
  await next('Speichern und weiter', 'Eröffnung und Empfänger');
  await answer(page, 'Wurde der Person die Beurteilung eröffnet?', 'Ja');
  await page.getByLabel('Eröffnet am').fill(talkOn);
  await answer(page, 'Erhält die Person eine Kopie?', 'Ja');
  await next('Speichern und prüfen', 'Prüfen und abgeben');
}
