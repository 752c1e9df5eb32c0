import type { Address } from '~/authority/authority';

/** What a provider bills with, as it is typed. */
export interface BillingDetails {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** Of the tax office; one of the two is there. */
  readonly taxNumber: string | null;
  readonly vatId: string | null;
  readonly accountHolder: string;
  /** Without spaces. */
  readonly iban: string;
  readonly bic: string | null;
  /** For questions about an invoice. */
  readonly contactEmail: string;
}

export type BillingField = keyof BillingDetails;

/** As it was saved: a change is a further version, the one before it stays. */
export interface BillingVersion extends BillingDetails {
  /** Counts from 1; the highest one holds. */
  readonly no: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** Whom an invoice is addressed to, as it was when it was handed in. */
export interface Recipient extends Address {
  readonly name: string;
  readonly office: string | null;
}

/** Both sides of an invoice, frozen when it is handed in. */
export interface InvoiceSides {
  readonly sender: BillingDetails;
  readonly recipient: Recipient;
}
