import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  agreeStep,
  answer,
  dueRow,
  enterClient,
  enterContact,
  expectAccessible,
  fillAllocation,
  mainText,
  meetCriteria,
  openDue,
  paperText,
  send,
  textOf,
  writeFinalReport,
} from './thread-steps';

/** The part of the thread that is about people: from the access check to the accepted report. */

const rosa = {
  firstName: 'Rosa',
  lastName: 'Rotkehlchen',
  number: '321Z000001',
  household: '65432BG0000001',
};
const bruno = {
  firstName: 'Bruno',
  lastName: 'Bachstelze',
  number: '321Z000002',
  household: '65432BG0000002',
};

/** Access is checked, then the only place in Zeven is taken; the letter says why and threatens nothing. */
export async function allocate(page: Page): Promise<string> {
  await enterClient(page, rosa);
  await page.getByRole('link', { name: 'Passende Maßnahmen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Passende Maßnahmen' }).waitFor();
  const card = page.locator('article', { hasText: 'Case-Manager' });
  expect(await textOf(card)).toMatch(/noch nicht geprüft.*4 Plätze sind frei/);
  await card.getByRole('link', { name: /Zugang prüfen/ }).click();
  await meetCriteria(page);
  await page.getByRole('radio', { name: /^Zugang Alle/ }).check();
  await send(page, 'Entscheidung festhalten', 'Die Zugangsprüfung ist festgehalten.');
  await page.getByRole('link', { name: 'Passende Maßnahmen' }).click();
  await card.getByRole('link', { name: /Zuweisen/ }).click();
  await fillAllocation(page, '02.12.2019', '31.05.2020');
  await send(page, 'Zuweisen', 'Zuweisung gespeichert.');
  expect(await mainText(page)).toMatch(/Zeven, Platz 1.*zugewiesen 02\.12\.2019 – Ina Friedrichs/);
  await expectAccessible(page);
  const letter = await paperText(page, 'Zuweisungsschreiben als PDF öffnen');
  expect(letter).toContain('Sie möchten Ihren Tag ordnen.');
  expect(letter).toMatch(/freiwillig/);
  expect(letter).not.toMatch(/Rechtsfolge|Minderung|Sanktion/);
  return new URL(page.url()).pathname;
}

/** The second one has access as an exception, finds Zeven full from the first day on, and waits. */
export async function meetTheFullSite(page: Page): Promise<string> {
  const address = await enterClient(page, bruno);
  await page.goto(`${address}/pruefung?massnahme=case-manager`);
  await meetCriteria(page);
  await answer(page, /^psychosoziale/, 'nicht erfüllt');
  await page.getByLabel('Grund, wenn nicht erfüllt').nth(1).fill('Ein Befund liegt nicht vor.');
  await page.getByRole('radio', { name: /im Einzelfall/ }).check();
  await page.getByLabel(/^Gründe/).fill('Er wünscht eine feste Begleitung.');
  await send(page, 'Entscheidung festhalten', 'Die Zugangsprüfung ist festgehalten.');
  await page.getByRole('link', { name: 'Passende Maßnahmen' }).click();
  const card = page.locator('article', { hasText: 'Case-Manager' });
  await card.getByRole('link', { name: /Zuweisen/ }).click();
  await fillAllocation(page, '02.12.2019', '31.05.2020');
  expect(await mainText(page)).toContain('Zeven nächster freier Platz ab 01.06.2020');
  await send(page, 'Zuweisen', 'Am Standort Zeven ist ab 02.12.2019 kein Platz für die ganze Zeit frei.');
  await expectAccessible(page);
  await send(page, 'Auf die Warteliste setzen', 'Die Person steht auf der Warteliste.');
  expect(await mainText(page)).toMatch(/14\.10\.2019 Bachstelze, Bruno Zeven/);
  await expectAccessible(page);

  // Internal case management asks for three needs; he has two, and the lead must consent (rule A8).
  await page.goto(`${address}/pruefung`);
  await page.getByLabel('Tag des Gesprächs').fill('14.10.2019');
  await page.getByLabel('Integrationsfachkraft', { exact: true }).check();
  await page.getByLabel('Kundin oder Kunde', { exact: true }).check();
  await page.getByLabel('Erwartete Fortschritte und Ziele').fill('Alltag ordnen');
  await answer(page, /einig/, 'Ja');
  await page.getByRole('radio', { name: /im Einzelfall/ }).check();
  await page.getByLabel('Art des Grundes').selectOption({ index: 1 });
  await page.getByLabel(/^Gründe/).fill('Ohne Begleitung bricht er ab.');
  await send(page, 'Entscheidung festhalten', 'Die Zugangsprüfung ist festgehalten.');
  return address;
}

/** Numbers of the team; one person with a purpose and no other; nothing of money and providers. */
export async function consentAsLead(page: Page, waiting: string, allocation: string): Promise<void> {
  await page.goto('/team');
  expect(await mainText(page)).toMatch(/Über den Zugang entscheiden 321Z000002 Ina Friedrichs.*Auslastung/);
  await expectAccessible(page);
  await page.goto('/');
  await dueRow(page, 'Über den Zugang im Einzelfall entscheiden', '321Z000002').getByRole('link').click();
  await page.waitForURL(`**${waiting}`);
  await page.getByLabel('Anlass').waitFor();
  expect(await mainText(page)).not.toMatch(/Bachstelze|Case-Manager/);
  await page.getByLabel('Anlass').fill('Zustimmung zum Zugang');
  await page.getByRole('button', { name: 'Mit diesem Anlass öffnen' }).last().click();
  await answer(page, /Stimmen Sie dem Zugang zu/, 'Ja');
  await page.getByLabel('Gründe').fill('Die Lage ist dargelegt.');
  await send(page, 'Entscheidung festhalten', 'Ihre Entscheidung ist festgehalten.');
  await page.goto(allocation);
  await page.getByLabel('Anlass').waitFor();
  expect(await mainText(page)).not.toMatch(/Rotkehlchen|Case-Manager/);
  for (const address of ['/haushalt', '/rechnungen', '/traeger/teilnehmende']) {
    expect((await page.goto(address))?.status(), address).toBe(403);
  }
}

/** Whoever is in charge reads on the person's page what is waited for, the consent, and who looked why. */
export async function seeWhatTheLeadDid(page: Page, waiting: string): Promise<void> {
  await page.goto(waiting);
  await page.getByText('Fallmanagement (bFM), Zugang im Einzelfall').click();
  expect(await mainText(page)).toMatch(
    /Wartet seit 14\.10\.2019 auf einen Platz: Case-Manager, Zeven\..*zugestimmt\. Die Lage ist dargelegt\..* geöffnet .* Theresa Lindner Zustimmung zum Zugang/,
  );
  await expectAccessible(page);
}

/** The provider sees this one person, answers, talks to her, agrees a plan and records that she leaves. */
export async function takePart(page: Page): Promise<void> {
  await page.goto('/traeger/teilnehmende');
  expect(await mainText(page)).toMatch(/1 Person .*Rotkehlchen, Rosa/);
  expect(await mainText(page)).not.toContain('Bachstelze');
  await expectAccessible(page);
  await openDue(
    page,
    'Platz und ersten Termin bestätigen',
    'Rotkehlchen, Rosa',
    'Platz und ersten Termin bestätigen',
  );
  await page.getByLabel('Erster Termin mit der Person').fill('03.12.2019');
  await send(page, 'Platz und Termin bestätigen', 'Platz und erster Termin sind bestätigt.');
  const participant = new URL(page.url()).pathname.replace('/antritt', '');
  await openDue(page, 'Kontakt eintragen', 'Rotkehlchen, Rosa', 'Kontakt eintragen');
  await enterContact(page, participant, '03.12.2019', 'Fachkraft war abwesend');
  await enterContact(page, participant, '10.12.2019', 'Fachkraft war abwesend');
  await enterContact(page, participant, '20.12.2019');
  await page.getByRole('link', { name: 'Strategieplan', exact: true }).click();
  await page.getByRole('link', { name: 'Schritt vereinbaren' }).click();
  await agreeStep(page, '10.12.2019');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Überblick' }).click();
  await page.getByRole('link', { name: 'Abgang eintragen' }).click();
  await page.getByLabel('Letzter Tag in der Maßnahme').fill('20.12.2019');
  await page.getByLabel('Grund des Abgangs').selectOption({ label: 'Arbeit aufgenommen' });
  await send(page, 'Abgang eintragen', 'Der Abgang ist eingetragen.');
  // 14 days after the exit.
  expect(await mainText(page)).toMatch(
    /Abschlussbericht abgeben bis 03\.01\.2020.*Tom Rehberg Abgang, letzter Tag 20\.12\.2019/,
  );
}

/** Answers with the address of the report. */
export async function handInReport(page: Page): Promise<string> {
  await openDue(page, 'Abschlussbericht abgeben', 'Rotkehlchen, Rosa', 'Abschlussbericht');
  const address = new URL(page.url()).pathname;
  await writeFinalReport(page, '20.12.2019');
  await expectAccessible(page);
  await send(page, 'Bericht abgeben', 'Der Bericht liegt beim Jobcenter.');
  expect(await paperText(page, 'Bericht als PDF öffnen')).toContain('Sie beginnt eine Arbeit.');
  return address;
}

/** Back it goes only with what is to be mended. */
export async function returnReport(page: Page): Promise<void> {
  await openDue(page, 'Abschlussbericht lesen', 'Rotkehlchen, Rosa', 'Abschlussbericht');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Bericht zurückgeben' }).check();
  await send(page, 'Entscheidung festhalten', 'Geben Sie ein, was der Träger ergänzen oder ändern soll.');
  await page.getByLabel('Anmerkungen für den Träger').fill('Welches Angebot bleibt ihr?');
  await send(page, 'Entscheidung festhalten', 'Bericht zurückgegeben.');
}

/** The remarks stand where the report is mended; its history keeps both. */
export async function amendReport(page: Page, report: string): Promise<void> {
  await openDue(page, 'Abschlussbericht überarbeiten', 'Rotkehlchen, Rosa', 'Abschlussbericht');
  await page.getByText('Welches Angebot bleibt ihr?').first().waitFor();
  await page.getByRole('link', { name: 'Abschlussgespräch' }).click();
  await page.getByLabel('Welche Anschlussangebote erreichbar sind').fill('Die Wohnhilfe bleibt.');
  await page.getByRole('button', { name: 'Speichern und weiter' }).last().click();
  await page.getByRole('heading', { level: 2, name: 'Weiterer Weg' }).waitFor();
  await page.getByRole('link', { name: 'Prüfen und abgeben' }).click();
  await send(page, 'Bericht abgeben', 'Der Bericht liegt beim Jobcenter.');
  expect(new URL(page.url()).pathname).toBe(report);
  expect(await mainText(page)).toMatch(
    /abgegeben .* Tom Rehberg .*zurückgegeben .* Ina Friedrichs Welches Angebot/,
  );
}

/** With the accepted report the allocation is closed; its history names everybody's part. */
export async function acceptReport(page: Page, allocation: string): Promise<void> {
  await openDue(page, 'Abschlussbericht lesen', 'Rotkehlchen, Rosa', 'Abschlussbericht');
  expect(await mainText(page)).toContain('Die Wohnhilfe bleibt.');
  await page.getByRole('radio', { name: 'Bericht annehmen' }).check();
  await send(page, 'Entscheidung festhalten', 'Bericht angenommen.');
  await page.goto(allocation);
  // Newest first; each with who did it.
  expect(await mainText(page)).toMatch(
    /beendet .*Bericht angenommen 20\.12\.2019 – Ina Friedrichs .*Bericht zurückgegeben 20\.12\.2019 – Ina Friedrichs .*Bericht abgegeben 20\.12\.2019 – Tom Rehberg .*Abgang eingetragen 20\.12\.2019 Arbeit aufgenommen Tom Rehberg .*erster Kontakt 03\.12\.2019 – Tom Rehberg/,
  );
  await expectAccessible(page);
}

/** She left on 20.12.2019. */
export async function placeIsFreeTheDayAfter(page: Page, waiting: string): Promise<void> {
  await page.goto(`${waiting}/massnahmen`);
  const card = page.locator('article', { hasText: 'Case-Manager' });
  expect(await textOf(card)).toMatch(/Zeven 01\.12\.2019 – 31\.12\.2020 1 0 21\.12\.2019/);
}

/** Whoever waits longest is offered the place under Heute. */
export async function offerThePlace(page: Page): Promise<void> {
  await openDue(page, 'Ein Platz ist frei', 'Bachstelze, Bruno', 'Zuweisen');
  expect(await mainText(page)).toContain('Zeven 1 von 1 Plätzen frei');
  await fillAllocation(page, '13.01.2020', '12.07.2020');
  await send(page, 'Zuweisen', 'Zuweisung gespeichert.');
  await page.goto('/zuweisungen/warteliste');
  await page.getByText('Im Augenblick wartet niemand.').waitFor();
}
