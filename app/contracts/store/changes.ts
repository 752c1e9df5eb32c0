import type { Tx } from '#db/as-actor';
import type { MissingMoney } from '~/budget/funds';
import { commitMoney, lockFunds } from '~/budget/store';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { changeDayFindings, type ChangeFinding, changeFindings } from '../rules/changes';
import { awardedValue, changePrice } from '../rules/price';
import { findContract } from './find';
import { recordMove } from './moves';
import { commitmentsOf, missingFor } from './sign';

export interface NewChange {
  /** Below zero: the contract gets cheaper. */
  readonly amountCents: number;
  readonly validFrom: string;
  readonly reason: string;
}

type ChangeRefusal = ChangeFinding | MissingMoney | { readonly code: 'notSigned' };

/**
 * Adds what was agreed after signing and ties its money from that day to the end. Undefined
 * where there is no such contract; refused beyond 20 % of the awarded value together with
 * the changes before, and where the money is missing.
 */
export async function changeContract(
  tx: Tx,
  actor: Actor,
  id: string,
  change: NewChange,
): Promise<Result<string, ChangeRefusal> | undefined> {
  await lockFunds(tx, actor.tenantId);
  const contract = await findContract(tx, id, { isLocking: true });
  if (!contract) return undefined;
  if (contract.state !== 'signed') return refuse({ code: 'notSigned' });
  const outside = changeDayFindings(change.validFrom, contract);
  if (outside.length > 0) return refuse(...outside);
  const shares = changePrice(change, contract.runsUntil);
  const findings: ChangeRefusal[] = [
    ...changeFindings(awardedValue(contract), contract.changes, change.amountCents),
    ...(await missingFor(tx, contract, shares)),
  ];
  if (findings.length > 0) return refuse(...findings);

  await tx
    .insertInto('contract_change')
    .values({
      tenant_id: actor.tenantId,
      contract_id: id,
      amount_cents: change.amountCents,
      valid_from: change.validFrom,
      valid_to: contract.runsUntil,
      reason: change.reason,
      agreed_by: actor.accountId,
      agreed_by_name: actor.displayName,
    })
    .execute();
  await commitMoney(tx, actor.tenantId, commitmentsOf(contract, shares, null, true));
  await recordMove(tx, actor, { contractId: id, deed: 'changed', reason: change.reason });
  return ok(id);
}
