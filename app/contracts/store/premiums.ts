import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { AgreedPremium, PremiumKind } from '../service';
import { findContract } from './find';
import { recordMove } from './moves';

/** The premiums of a contract. */
export async function listPremiums(tx: Tx, contractId: string): Promise<AgreedPremium[]> {
  return await tx
    .selectFrom('contract_premium')
    .select(['kind', 'label', 'amount_cents as amountCents', 'year_cap_cents as yearCapCents'])
    .where('contract_id', '=', contractId)
    .orderBy('kind')
    .execute();
}

export type PremiumsRefusal =
  | { readonly code: 'contractEnded' }
  | { readonly code: 'premiumKindTwice'; readonly index: number }
  | { readonly code: 'premiumClaimed'; readonly kind: PremiumKind };

/**
 * Replaces the premiums of a contract. One that was claimed stays in the list; what it
 * pays from now on may change. Undefined where there is no such contract.
 */
export async function savePremiums(
  tx: Tx,
  actor: Actor,
  contractId: string,
  premiums: readonly AgreedPremium[],
): Promise<Result<string, PremiumsRefusal> | undefined> {
  const contract = await findContract(tx, contractId, { isLocking: true });
  if (!contract) return undefined;
  if (contract.state === 'ended') return refuse({ code: 'contractEnded' });
  const kinds = premiums.map(({ kind }) => kind);
  const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) < index);
  if (twice >= 0) return refuse({ code: 'premiumKindTwice', index: twice });
  const claimed = await tx
    .selectFrom('premium_claim')
    .select('kind')
    .distinct()
    .where('contract_id', '=', contractId)
    .execute();
  const lost = claimed.find(({ kind }) => !kinds.includes(kind));
  if (lost) return refuse({ code: 'premiumClaimed', kind: lost.kind });

  const known = (await listPremiums(tx, contractId)).map(({ kind }) => kind);
  for (const { kind, label, amountCents, yearCapCents } of premiums) {
    const values = { label, amount_cents: amountCents, year_cap_cents: yearCapCents };
    if (known.includes(kind)) {
      await tx
        .updateTable('contract_premium')
        .set(values)
        .where('contract_id', '=', contractId)
        .where('kind', '=', kind)
        .execute();
    } else {
      const key = { tenant_id: actor.tenantId, contract_id: contractId, kind };
      await tx
        .insertInto('contract_premium')
        .values({ ...key, ...values })
        .execute();
    }
  }
  const dropped = known.filter((kind) => !kinds.includes(kind));
  if (dropped.length > 0) {
    await tx
      .deleteFrom('contract_premium')
      .where('contract_id', '=', contractId)
      .where('kind', 'in', dropped)
      .execute();
  }
  await recordMove(tx, actor, { contractId, deed: 'serviceChanged', reason: 'Prämien geändert' });
  return ok(contractId);
}
