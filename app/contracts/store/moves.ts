import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { AuditVerb } from '~/identity/audit-verbs';
import type { ContractDeed } from '../contract';

const verbs: Readonly<Record<ContractDeed, AuditVerb>> = {
  entered: 'contract.entered',
  edited: 'contract.edited',
  signed: 'contract.signed',
  optionExercised: 'contract.optionExercised',
  optionRefused: 'contract.optionRefused',
  optionMissed: 'contract.optionMissed',
  changed: 'contract.changed',
  taskDone: 'contract.taskDone',
  ended: 'contract.ended',
  serviceChanged: 'contract.serviceChanged',
};

interface Move {
  readonly contractId: string;
  readonly deed: ContractDeed;
  readonly optionNo?: number;
  readonly reason?: string | null;
  readonly changedFields?: readonly string[];
}

/** Writes into the contract's own history and into the audit log who did what. */
export async function recordMove(
  tx: Tx,
  actor: Actor,
  { contractId, deed, optionNo, reason, changedFields }: Move,
): Promise<void> {
  await tx
    .insertInto('contract_move')
    .values({
      tenant_id: actor.tenantId,
      contract_id: contractId,
      deed,
      option_no: optionNo ?? null,
      reason: reason ?? null,
      moved_by: actor.accountId,
      moved_by_name: actor.displayName,
    })
    .execute();
  await recordAudit(tx, actor, {
    verb: verbs[deed],
    objectKind: 'contract',
    objectId: contractId,
    ...(changedFields && { changedFields }),
  });
}
