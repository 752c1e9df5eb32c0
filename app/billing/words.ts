import type { Address } from '~/authority/authority';
import { formatDay, formatMonth } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { BillingField } from './details';
import type { InvoiceMove } from './invoice';
import type { InvoiceState } from './rules/moves';
import type { ContractPart, ServiceLine } from './rules/service';

export const invoiceStateNames: Readonly<Record<InvoiceState, string>> = {
  draft: 'Entwurf',
  submitted: 'eingereicht',
  checked: 'geprüft',
  approved: 'freigegeben',
  paid: 'bezahlt',
  rejected: 'abgelehnt',
};

export const invoiceDeedNames: Readonly<Record<InvoiceMove['deed'], string>> = {
  created: 'erstellt',
  submitted: 'eingereicht',
  checked: 'geprüft',
  approved: 'freigegeben',
  paid: 'Zahlung gebucht',
  rejected: 'abgelehnt',
};

/** "Berichtigung 1, Juli 2020", "Juli 2020" */
export function invoiceMonthText({
  month,
  correctionNo,
}: {
  readonly month: string;
  readonly correctionNo: number;
}): string {
  return correctionNo === 0 ? formatMonth(month) : `${formatMonth(month)}, Berichtigung ${correctionNo}`;
}

function partText(part: ContractPart): string {
  switch (part.kind) {
    case 'term':
      return 'Durchführung';
    case 'option':
      return `Durchführung, Option ${part.no}`;
    case 'change':
      return 'Vereinbarte Änderung';
  }
}

/** What a line is for, as it stands on the invoice. */
export function lineLabel({ part }: ServiceLine): string {
  return partText(part);
}

const count = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;

function shareText(days: number, monthDays: number): string {
  return days === monthDays ? '1 Monat' : `${days} von ${monthDays} Tagen`;
}

/** What a line was computed from: "15 Plätze × 1 Monat zu je 498,75 €". */
export function lineQuantity({ from }: ServiceLine): string {
  switch (from.kind) {
    case 'month':
      return `${shareText(from.days, from.monthDays)} zu ${formatEuro(from.priceCents)} je Monat`;
    case 'places':
      return `${count(from.places, 'Platz', 'Plätze')} × ${shareText(from.days, from.monthDays)} zu ${formatEuro(from.priceCents)} je Platz und Monat`;
    case 'occupied':
      return `${count(from.occupiedDays, 'Belegungstag', 'Belegungstage')} ÷ ${from.monthDays} Tage zu ${formatEuro(from.priceCents)} je Platz und Monat`;
    case 'sessions':
      return `${count(from.count, 'Termin', 'Termine')} zu je ${formatEuro(from.priceCents)}`;
    case 'share':
      return `${shareText(from.days, from.monthDays)}, Anteil an ${formatEuro(from.wholeCents)}`;
  }
}

/** "Berichtigung: neu 7.000,00 €, bisher 7.481,25 €" */
export function correctionQuantity(nowCents: number, beforeCents: number): string {
  return `neu berechnet ${formatEuro(nowCents)}, bisher berechnet ${formatEuro(beforeCents)}`;
}

/** "Prämie: Arbeit aufgenommen"; no name, no word of the proof. */
export function premiumQuantity(reachedOn: string): string {
  return `erreicht am ${formatDay(reachedOn)}`;
}

/** "+120,00 €", "−120,00 €" */
export function signedEuro(cents: number): string {
  return `${cents > 0 ? '+' : ''}${formatEuro(cents)}`;
}

export const billingFieldNames: Readonly<Record<BillingField, string>> = {
  street: 'Straße und Hausnummer',
  postcode: 'Postleitzahl',
  town: 'Ort',
  taxNumber: 'Steuernummer',
  vatId: 'USt-IdNr.',
  accountHolder: 'Kontoinhaber',
  iban: 'IBAN',
  bic: 'BIC',
  contactEmail: 'E-Mail-Adresse für Rückfragen',
};

/** "DE89 3704 0044 0532 0130 00": groups of four, so that people can compare it. */
export function ibanText(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1\u00a0');
}

/** "Musterweg 1, 00001 Musterstadt"; null where nothing of it is known. */
export function addressText({ street, postcode, town }: Address): string | null {
  const place = [postcode, town].filter((part) => part !== null).join(' ');
  return [street, place].filter(Boolean).join(', ') || null;
}
