import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  answer,
  contractTyped,
  dueRow,
  expectAccessible,
  fillContract,
  mainText,
  moneyOf,
  moveMeasure,
  openDue,
  paperText,
  planMoney,
  send,
} from './thread-steps';

/** The part of the administration and of the provider in the thread that is about money. */

/** The draft finds no money for 2020: nothing is lost, and it is signed once the money is planned. */
export async function signContract(page: Page): Promise<string> {
  await page.goto('/vertraege');
  await page.getByRole('link', { name: 'Vertrag eintragen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vertrag eintragen' }).waitFor();
  await fillContract(page);
  await page.getByRole('button', { name: 'Entwurf speichern' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Vertrag 2019-041' }).waitFor();
  const address = new URL(page.url()).pathname;
  // 12 months of 7.345,67 €; 2019 has its 100.000 €.
  const draft = await mainText(page);
  expect(draft).toContain('Für 2020 fehlen 88.148,04 € im Produkt 31.2.02.');
  expect(draft).not.toContain('Für 2019 fehlen');
  expect(await page.getByRole('link', { name: 'Unterzeichnung festhalten' }).count()).toBe(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Haushalt öffnen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Haushalt' }).waitFor();
  await planMoney(page, '2020', '90.000');
  await page.goto(`${address}/bearbeiten`);
  for (const [field, text] of Object.entries(contractTyped)) {
    expect(await page.getByLabel(field, { exact: true }).inputValue(), field).toBe(text);
  }
  await page.goto(address);
  await page.getByRole('link', { name: 'Unterzeichnung festhalten' }).click();
  await page.getByLabel('Tag der letzten Unterschrift').fill('11.10.2019');
  await send(page, 'Unterzeichnung festhalten', 'Plätze und Geld sind gebunden.');
  expect(await mainText(page)).toMatch(
    /01\.12\.2019 – 31\.12\.2020 \(13 Monate\).*Zeven 1 1, 01\.12\.2019 – 31\.12\.2020.*Unterzeichnung festgehalten .* Vera Waldmann/,
  );

  // One month in 2019, twelve in 2020; the option is not tied and not taken off.
  expect(await moneyOf(page, '2019')).toEqual(['100.000,00', '7.345,67', '0,00', '92.654,33', '0,00']);
  expect(await moneyOf(page, '2020')).toEqual(['90.000,00', '88.148,04', '0,00', '1.851,96', '0,00']);
  expect(await moneyOf(page, '2021')).toEqual(['keine Angabe', '0,00', '0,00', 'keine Angabe', '88.148,04']);
  await expectAccessible(page);
  return address;
}

/** Money is asked for option 1 only when it is exercised; then it must really be there (rule B4). */
export async function optionWithoutMoneyIsRefused(page: Page, contract: string): Promise<void> {
  await page.goto('/');
  await dueRow(page, 'Mittel für Verlängerungsoptionen bereitstellen', 'Haushaltsjahr 2021')
    .getByRole('link')
    .waitFor();
  await page.goto(contract);
  await page.getByRole('link', { name: 'Über Option 1 entscheiden' }).click();
  await answer(page, 'War die Durchführung erfolgreich?', 'Ja');
  await page.getByLabel('Begründung zum Erfolg').fill('Der Vorläufer hat sich bewährt.');
  await answer(page, 'Reichen die Haushaltsmittel?', 'Ja');
  await page.getByLabel('Begründung zu den Mitteln').fill('Der Kreistag berät im Dezember.');
  await page.getByLabel('Option ausüben').check();
  await send(page, 'Entscheidung festhalten', 'Für 2021 fehlen 88.148,04 € im Produkt 31.2.02.');
  expect(await page.getByLabel('Begründung zu den Mitteln').inputValue()).toBe(
    'Der Kreistag berät im Dezember.',
  );
}

/** A contract alone lets nobody in: its page leads to the state of the measure. */
export async function openTheMeasure(page: Page, contract: string): Promise<void> {
  await page.goto(contract);
  await page.getByText('Case-Manager nimmt niemanden auf').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Stand der Maßnahme öffnen' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await moveMeasure(page, 'Als beschlossen festhalten', 'beschlossen', 'Beschluss vom 26.09.2019');
  await moveMeasure(page, 'In die Vergabe geben', 'in Vergabe');
  await moveMeasure(page, 'Als laufend führen', 'läuft');
  await page.goto(contract);
  await page.getByText('Zu erledigen').waitFor();
  expect(await page.getByText('nimmt niemanden auf').count()).toBe(0);
}

/** What the provider's duties and their days are reckoned from. */
export async function agreeService(page: Page, contract: string): Promise<void> {
  await page.goto(`${contract}/durchfuehrung`);
  await page.getByRole('link', { name: /Durchführung anpassen/ }).click();
  await page.getByRole('button', { name: 'Abschnitt hinzufügen' }).click();
  await page.getByLabel('Abschnitt', { exact: true }).fill('Begleitung');
  await page.getByLabel('Abstand in Wochen', { exact: true }).fill('1');
  await page.getByLabel('Minuten je Kontakt').fill('60');
  await page.getByLabel('Der Träger führt einen Strategieplan').check();
  await page.getByLabel('Überprüfung des Plans, Abstand in Wochen').fill('10');
  await send(page, 'Durchführung speichern', 'Durchführung gespeichert.');
  expect(await mainText(page)).toContain('Begleitung: jede Woche, 60 Minuten');
  await expectAccessible(page);
}

/** The price of a whole month, whoever was on the places. */
export async function bill(page: Page): Promise<string> {
  await openDue(page, 'Rechnung stellen', 'Vertrag 2019-041', 'Rechnung für Dezember 2019');
  await page.getByLabel('Rechnungsnummer').fill('BB-19-12');
  await send(page, 'Entwurf erstellen', 'Entwurf erstellt.');
  // Nobody can pay from a paper without tax number and account.
  await page.getByRole('link', { name: 'Rechnungsangaben hinterlegen' }).click();
  await page.getByLabel('Straße und Hausnummer').fill('Brückenweg 3');
  await page.getByLabel('Postleitzahl').fill('12345');
  await page.getByLabel('Ort', { exact: true }).fill('Musterstadt');
  await page.getByLabel('Steuernummer').fill('12/345/67890');
  await page.getByLabel('Kontoinhaber').fill('Brückenbau Soziale Dienste gGmbH');
  await page.getByLabel('E-Mail-Adresse für Rückfragen').fill('rechnung@brueckenbau.example');
  await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 01');
  await send(page, 'Rechnungsangaben speichern', 'Die Prüfziffer der IBAN passt nicht zum Konto.');
  await page.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
  await expectAccessible(page);
  await send(page, 'Rechnungsangaben speichern', 'Sie können die Rechnung jetzt einreichen.');
  await send(page, 'Rechnung einreichen', 'Rechnung eingereicht.');
  expect(await mainText(page)).toContain('Rechnungsbetrag 7.345,67 €');
  const paper = await paperText(page, 'Rechnung als PDF öffnen');
  expect(paper).toContain('7.345,67 €');
  expect(paper.replaceAll(/\s/g, '')).toContain('DE89370400440532013000');
  await expectAccessible(page);
  return new URL(page.url()).pathname;
}

/** Checked by one person, who is not asked to release it as well. */
export async function checkInvoice(page: Page): Promise<void> {
  await openDue(page, 'Rechnung prüfen', 'BB-19-12', 'Rechnung BB-19-12');
  await page.getByRole('radio', { name: 'Die Rechnung ist richtig' }).check();
  await send(page, 'Entscheidung festhalten', 'Prüfung festgehalten.');
  // Whoever checked it is not asked to release it.
  expect(await page.getByRole('radio', { name: 'Freigeben' }).count()).toBe(0);
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'Heute' }).waitFor();
  expect(await mainText(page)).not.toContain('BB-19-12');
  await expectAccessible(page);
}

/** Released and paid by another one; the budget shows it to the cent. */
export async function payInvoice(page: Page): Promise<void> {
  await openDue(page, 'Rechnung freigeben', 'BB-19-12', 'Rechnung BB-19-12');
  await page.getByRole('radio', { name: 'Freigeben' }).check();
  await send(page, 'Entscheidung festhalten', 'Rechnung freigegeben.');
  await send(page, 'Zahlung buchen', 'Zahlung gebucht.');
  expect(await mainText(page)).toMatch(
    /Zahlung gebucht \S+ \S+ Uhr, Volkmar Sievers .*freigegeben \S+ \S+ Uhr, Volkmar Sievers .*geprüft \S+ \S+ Uhr, Vera Waldmann .*eingereicht \S+ \S+ Uhr, Tom Rehberg/,
  );
  await expectAccessible(page);
  // What is paid was tied before: 100.000,00 − 7.345,67 stays free.
  expect(await moneyOf(page, '2019')).toEqual(['100.000,00', '7.345,67', '7.345,67', '92.654,33', '0,00']);
  await page.getByRole('link', { name: '2019, Kreismittel' }).click();
  await page.getByText('Rechnung BB-19-12, Dezember 2019').waitFor();
}
