import type { PremiumKind } from '~/contracts/service';
import type { InvoiceSides } from './details';
import type { InvoiceState } from './rules/moves';
import type { ServiceLine } from './rules/service';

export type { InvoiceState } from './rules/moves';

/** A line as it was billed and stays. */
export interface InvoiceLine {
  readonly position: number;
  readonly kind: 'service' | 'premium' | 'correction';
  readonly label: string;
  /** How many of what, as people read it. */
  readonly quantity: string;
  readonly amountCents: number;
}

/** What an invoice was computed from, kept for whoever checks it. */
export interface InvoiceBasis {
  readonly service: readonly ServiceLine[];
}

/** A row of the lists. */
export interface InvoiceRow {
  readonly id: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly measureTitle: string;
  readonly providerName: string;
  /** First day of the month of the service. */
  readonly month: string;
  /** 0: the invoice of the month; then its corrections. */
  readonly correctionNo: number;
  /** The provider's own number; of a correction ours. */
  readonly number: string;
  readonly state: InvoiceState;
  readonly totalCents: number;
  readonly submittedOn: string | null;
}

/** One invoice, whole. */
export interface Invoice extends InvoiceRow {
  readonly taxNote: string;
  readonly version: number;
  readonly checkedBy: { readonly id: string; readonly name: string } | null;
  readonly approvedByName: string | null;
  readonly paidOn: string | null;
  readonly rejectedReason: string | null;
  readonly lines: readonly InvoiceLine[];
  /** Null in drafts, in invoices of before details were kept, and for those who do not pay. */
  readonly sides: InvoiceSides | null;
}

/** A premium that was claimed; who it is, only the provider reads. */
export interface PremiumClaim {
  readonly id: string;
  readonly kind: PremiumKind;
  readonly label: string;
  readonly reachedOn: string;
  readonly proof: string;
  readonly amountCents: number;
  readonly agreedCents: number;
  /** First day of the participation, which tells claims apart without a name. */
  readonly startsOn: string;
  /** Null: not to be seen by whoever asks, or not any more. */
  readonly person: string | null;
}

export interface InvoiceMove {
  readonly id: string;
  readonly deed: 'created' | 'submitted' | 'checked' | 'approved' | 'paid' | 'rejected';
  readonly reason: string | null;
  readonly movedAt: string;
  readonly movedBy: string;
}
