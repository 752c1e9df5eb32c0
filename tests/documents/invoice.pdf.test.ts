import { describe, expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import type { Invoice } from '~/billing/invoice';
import { invoiceInput } from '~/documents/invoice/print';
import { readDeliveredTemplate } from '~/documents/templates/files';
import { assertAccessiblePdf } from '../support/pdf-check';
import { structureText } from '../support/pdf-file';
import { hasTool } from '../support/tools';

const first: Invoice = {
  id: 'f0000000-0000-4000-8000-000000000001',
  contractId: 'f0000000-0000-4000-8000-000000000002',
  contractNumber: '2013-007',
  measureTitle: 'BG-Coaching',
  providerName: 'Erste Werkstatt gGmbH',
  month: '2013-06-01',
  correctionNo: 0,
  number: 'R-2013-17',
  state: 'submitted',
  totalCents: 798_125,
  submittedOn: '2013-07-03',
  taxNote: 'umsatzsteuerfrei nach § 4 Nr. 15b UStG',
  version: 2,
  checkedBy: null,
  approvedByName: null,
  paidOn: null,
  rejectedReason: null,
  sides: {
    sender: {
      ...{
        street: 'Werkstraße 2',
        postcode: '00003',
        town: 'Werkstadt',
        taxNumber: '99/999/00001',
        vatId: null,
      },
      ...{ accountHolder: 'Werkstatt Konto', iban: 'DE62370400440532013001', bic: 'COBADEFFXXX' },
      contactEmail: 'rechnungen@werkstatt.example',
    },
    recipient: {
      ...{ name: 'Landkreis Musterland (Beispiel)', office: 'Amt für Arbeit' },
      ...{ street: 'Kreishausstraße 1', postcode: '00001', town: 'Musterstadt' },
    },
  },
  lines: [
    {
      position: 1,
      kind: 'service',
      label: 'Durchführung',
      quantity: '15 Plätze × 1 Monat zu 498,75 € je Platz und Monat',
      amountCents: 748_125,
    },
    {
      position: 2,
      kind: 'premium',
      label: 'Prämie: Arbeitsaufnahme',
      quantity: 'erreicht am 20.06.2013',
      amountCents: 50_000,
    },
  ],
};

/** As it is now: what was handed in keeps the one of then. */
const authority = {
  ...{ name: 'Landkreis Neuland', office: 'Amt für Neues', isFictional: true },
  ...{ street: 'Neue Straße 9', postcode: '00009', town: 'Neustadt' },
};

function print(invoice: Invoice, corrects: string | null = null): Promise<Buffer> {
  const template = { kind: 'rechnung', text: readDeliveredTemplate('rechnung'), version: 0 } as const;
  return renderPdf(invoiceInput({ authority, invoice, corrects }, template, '2013-07-05'));
}

const read = (pdf: Buffer) =>
  structureText(pdf).join(' ').replaceAll('\u00a0', ' ').replaceAll('\u00ad', '').replace(/\s+/g, ' ');

describe.skipIf(!hasTool('qpdf') || !hasTool('pdfinfo'))('the invoice', () => {
  test('says who bills whom for which month, from what, the sum and the tax; no participant', async () => {
    const pdf = await print(first);
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    for (const said of [
      'Rechnung R-2013-17',
      'Landkreis Musterland (Beispiel), Amt für Arbeit, Kreishausstraße 1, 00001 Musterstadt',
      'Erste Werkstatt gGmbH, Werkstraße 2, 00003 Werkstadt',
      '99/999/00001',
      'Werkstatt Konto',
      'DE62 3704 0044 0532 0130 01',
      'COBADEFFXXX',
      'Rechnung R-2013-17, Vertrag 2013-007',
      'rechnungen@werkstatt.example',
      'Rechnungsdatum',
      'BG-Coaching',
      '2013-007',
      'Juni 2013',
      '03.07.2013',
      '15 Plätze × 1 Monat zu 498,75 € je Platz und Monat',
      '7.481,25 €',
      'Prämie: Arbeitsaufnahme',
      '7.981,25 €',
      'umsatzsteuerfrei nach § 4 Nr. 15b UStG',
      'erfundene Behörde',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toMatch(/\[fehlt:|undefined|null|Berichtigt die Rechnung|Neuland|Neustadt/);
  });

  test('of a correction says what it corrects, and its amount may be below zero', async () => {
    const correction: Invoice = {
      ...first,
      correctionNo: 1,
      number: 'R-2013-17-B1',
      totalCents: -20_000,
      lines: [
        {
          position: 1,
          kind: 'correction',
          label: 'Berichtigung der Rechnung R-2013-17 für Juni 2013',
          quantity: 'neu berechnet 7.281,25 €, bisher berechnet 7.481,25 €',
          amountCents: -20_000,
        },
      ],
    };
    const pdf = await print(correction, 'R-2013-17');
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    expect(text).toContain('Berichtigt die Rechnung');
    expect(text).toContain('Juni 2013, Berichtigung 1');
    expect(text).toContain('−200,00 €');
  });

  test('of before details were kept says where they stand, as it did then', async () => {
    const text = read(await print({ ...first, sides: null }));
    expect(text).toContain('Anschrift, Steuernummer und Bankverbindung stehen im Vertrag 2013-007.');
    expect(text).not.toMatch(/\[fehlt:|IBAN/);
  });

  test('a draft says that it is one, and text that looks like markup stands there as it is', async () => {
    const hostile = '{% if $x %} *fett* | <img onerror=alert(1)>';
    const draft: Invoice = {
      ...{ ...first, state: 'draft', submittedOn: null, sides: null },
      ...{ number: hostile, taxNote: hostile },
    };
    const pdf = await print(draft);
    assertAccessiblePdf(pdf);
    const text = read(pdf);
    expect(text.split(hostile).length - 1).toBeGreaterThanOrEqual(2);
    for (const gap of [
      'Tag der Einreichung',
      'Anschrift des Trägers',
      'Steuernummer oder USt-IdNr.',
      'IBAN',
    ]) {
      expect(text).toContain(`[fehlt: ${gap}]`);
    }
    expect(await print(draft)).toEqual(pdf);
  });
});
