import { type Missing, missing, type ShapeOf } from '#templates/engine/index';
import type { Authority } from '~/authority/authority';
import type { Invoice } from '~/billing/invoice';
import { invoiceMonthText } from '~/billing/words';
import { formatEuro } from '~/values/money';

/** Everything an invoice is printed from. */
export interface InvoiceFacts {
  readonly authority: Pick<Authority, 'name' | 'office' | 'isFictional'>;
  readonly invoice: Invoice;
  /** Number of the first invoice of the month; null where this is the first one. */
  readonly corrects: string | null;
}

interface InvoiceData {
  readonly behoerde: { readonly name: string; readonly amt: string | null; readonly istBeispiel: boolean };
  readonly traeger: { readonly name: string };
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
  behoerde: { name: 'text', amt: 'text', istBeispiel: 'flag' },
  traeger: { name: 'text' },
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
  return {
    behoerde: { name: authority.name, amt: authority.office, istBeispiel: authority.isFictional },
    traeger: { name: invoice.providerName },
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
