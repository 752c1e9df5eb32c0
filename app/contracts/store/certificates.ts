import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { ProviderCertificate } from '../service';
import { findContract } from './find';
import { recordMove } from './moves';

/** What a provider proved to the actor's authority, by name. */
export async function listCertificates(tx: Tx, providerId: string): Promise<ProviderCertificate[]> {
  return await tx
    .selectFrom('provider_certificate')
    .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('provider_id', '=', providerId)
    .orderBy('name')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
}

/** Keeps a certificate of the contract's provider; undefined where there is no such contract. */
export async function addCertificate(
  tx: Tx,
  actor: Actor,
  contractId: string,
  certificate: Omit<ProviderCertificate, 'id'>,
): Promise<Result<string, { readonly code: 'certificateEndsBeforeStart' }> | undefined> {
  const contract = await findContract(tx, contractId);
  if (!contract) return undefined;
  const { name, validFrom, validTo } = certificate;
  if (validTo !== null && validTo < validFrom) return refuse({ code: 'certificateEndsBeforeStart' });
  await tx
    .insertInto('provider_certificate')
    .values({
      tenant_id: actor.tenantId,
      provider_id: contract.providerId,
      name,
      valid_from: validFrom,
      valid_to: validTo,
    })
    .execute();
  await recordMove(tx, actor, {
    contractId,
    deed: 'serviceChanged',
    reason: `Nachweis „${name}“ eingetragen`,
  });
  return ok(contractId);
}
