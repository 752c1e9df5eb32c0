import type { BillingDetails, BillingField } from '../details';

const fields = [
  'street',
  'postcode',
  'town',
  'taxNumber',
  'vatId',
  'accountHolder',
  'iban',
  'bic',
  'contactEmail',
] as const satisfies readonly BillingField[];

/** Fields in which two versions differ; all that say something where there was none before. */
export function changedFields(before: BillingDetails | null, after: BillingDetails): BillingField[] {
  return fields.filter((field) => (before?.[field] ?? null) !== after[field]);
}

/**
 * Whether the money would go to another account than it went the last time. Whoever pays
 * then asks back before it leaves: letters in the name of a supplier that name a new
 * account are a usual fraud. `lastPaid` null: nothing was paid with details yet.
 *
 * Our proposal.
 */
export function isOtherAccount(
  now: Pick<BillingDetails, 'iban'>,
  lastPaid: Pick<BillingDetails, 'iban'> | null,
): boolean {
  return lastPaid !== null && now.iban !== lastPaid.iban;
}
