import { type Missing, missing, type ShapeOf } from '#templates/engine/index';
import type { Address, Authority } from '~/authority/authority';
import type { InvoiceSides } from '~/billing/details';
import type { Invoice } from '~/billing/invoice';
import { addressText, ibanText, invoiceMonthText } from '~/billing/words';
import { formatEuro } from '~/values/money';

/** Everything an invoice is printed from. */
export interface InvoiceFacts {
  readonly authority: Pick<Authority, 'name' | 'office' | 'isFictional'> & Address;
  /** Of a draft: as both sides are now; null where the provider has not entered its own yet. */
  readonly invoice: Invoice;
  /** Number of the first invoice of the month; null where this is the first one. */
  readonly corrects: string | null;
}

interface InvoiceData {
  readonly behoerde: {
    readonly name: string;
    readonly amt: string | null;
    readonly anschrift: string | null;
    readonly istBeispiel: boolean;
  };
  readonly traeger: {
    readonly name: string;
    /** False in invoices that were handed in before the portal kept the details. */
    readonly hatAngaben: boolean;
    readonly anschrift: string | Missing;
    readonly steuernummer: string | Missing | null;
    readonly ustId: string | null;
    readonly kontoinhaber: string | Missing;
    readonly iban: string | Missing;
    readonly bic: string | null;
    readonly rueckfragen: string | Missing;
  };
  readonly vertrag: { readonly nummer: string; readonly massnahme: string };
  readonly rechnung: {
    readonly nummer: string;
    readonly monat: string;
    readonly eingereichtAm: string | Missing;
    readonly berichtigt: string | null;
    readonly steuerhinweis: string;
    readonly summe: string;
  };
  readonly positionen: readonly {
    readonly bezeichnung: string;
    readonly menge: string;
    readonly betrag: string;
  }[];
}

/** What the template of the invoice may use; nothing of a participant is among it. */
export const invoiceShape: ShapeOf<InvoiceData> = {
  behoerde: { name: 'text', amt: 'text', anschrift: 'text', istBeispiel: 'flag' },
  traeger: {
    name: 'text',
    hatAngaben: 'flag',
    anschrift: 'text',
    steuernummer: 'text',
    ustId: 'text',
    kontoinhaber: 'text',
    iban: 'text',
    bic: 'text',
    rueckfragen: 'text',
  },
  vertrag: { nummer: 'text', massnahme: 'text' },
  rechnung: {
    nummer: 'text',
    monat: 'text',
    eingereichtAm: 'text',
    berichtigt: 'text',
    steuerhinweis: 'text',
    summe: 'text',
  },
  positionen: [{ bezeichnung: 'text', menge: 'text', betrag: 'text' }],
};

export function invoiceData({ authority, invoice, corrects }: InvoiceFacts): InvoiceData {
  const recipient = invoice.sides?.recipient ?? authority;
  return {
    behoerde: {
      name: recipient.name,
      amt: recipient.office,
      anschrift: addressText(recipient),
      istBeispiel: authority.isFictional,
    },
    traeger: {
      name: invoice.providerName,
      hatAngaben: invoice.sides !== null || invoice.state === 'draft',
      ...senderData(invoice.sides),
    },
    vertrag: { nummer: invoice.contractNumber, massnahme: invoice.measureTitle },
    rechnung: {
      nummer: invoice.number,
      monat: invoiceMonthText(invoice),
      eingereichtAm: invoice.submittedOn ?? missing('Tag der Einreichung'),
      berichtigt: corrects,
      steuerhinweis: invoice.taxNote,
      summe: formatEuro(invoice.totalCents),
    },
    positionen: invoice.lines.map(({ label, quantity, amountCents }) => ({
      bezeichnung: label,
      menge: quantity,
      betrag: formatEuro(amountCents),
    })),
  };
}

function senderData(sides: InvoiceSides | null) {
  if (sides === null) {
    return {
      anschrift: missing('Anschrift des Trägers'),
      steuernummer: missing('Steuernummer oder USt-IdNr.'),
      ustId: null,
      kontoinhaber: missing('Kontoinhaber'),
      iban: missing('IBAN'),
      bic: null,
      rueckfragen: missing('E-Mail-Adresse für Rückfragen'),
    };
  }
  const { taxNumber, vatId, accountHolder, iban, bic, contactEmail } = sides.sender;
  return {
    anschrift: addressText(sides.sender) ?? '',
    steuernummer: taxNumber,
    ustId: vatId,
    kontoinhaber: accountHolder,
    iban: ibanText(iban),
    bic,
    rueckfragen: contactEmail,
  };
}
