import type { Tx } from '#db/as-actor';
import type { Commitment } from '../budget';

/** Ties money; that it is there was asked before, under the same lock (`lockFunds`). */
export async function commitMoney(
  tx: Tx,
  tenantId: string,
  commitments: readonly Commitment[],
): Promise<void> {
  if (commitments.length === 0) return;
  await tx
    .insertInto('commitment')
    .values(
      commitments.map((commitment) => ({
        tenant_id: tenantId,
        contract_id: commitment.contractId,
        product_id: commitment.productId,
        funding_source_id: commitment.fundingSourceId,
        fiscal_year: commitment.fiscalYear,
        amount_cents: commitment.amountCents,
        option_no: commitment.optionNo,
        is_firm: commitment.isFirm,
      })),
    )
    .execute();
}

/** An option was exercised: from now on its money is tied. */
export async function firmUpOption(tx: Tx, contractId: string, optionNo: number): Promise<void> {
  await tx
    .updateTable('commitment')
    .set({ is_firm: true })
    .where('contract_id', '=', contractId)
    .where('option_no', '=', optionNo)
    .execute();
}

/** An option fell away: its money is no longer held in view. */
export async function releaseOption(tx: Tx, contractId: string, optionNo: number): Promise<void> {
  await tx
    .deleteFrom('commitment')
    .where('contract_id', '=', contractId)
    .where('option_no', '=', optionNo)
    .where('is_firm', '=', false)
    .execute();
}
