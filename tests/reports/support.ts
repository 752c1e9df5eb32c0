import { asOwner, type Tx } from '#db/as-actor';
import { aProviderActor } from '../support/actors';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';

interface WantedReport {
  readonly kind?: 'interim' | 'final';
  readonly id?: string;
  readonly dueOn?: string;
  readonly contract?: RunningContract;
  readonly place?: number;
  readonly lastName?: string;
  readonly allocation?: Parameters<typeof anAllocation>[3];
}

/** A report that is owed for a person who left on 15.03.2026 (interim: who is still there). */
export async function aReport(tx: Tx, wanted: WantedReport = {}) {
  const { kind = 'final', dueOn = '2026-03-29' } = wanted;
  const contract = wanted.contract ?? (await aRunningContract(tx, { service: { interim_report_months: 3 } }));
  const side = contract.tenantId === aProviderActor('first').tenantId ? 'own' : 'foreign';
  const clientId = await aClient(tx, { side, ...(wanted.lastName && { lastName: wanted.lastName }) });
  const allocationId = await anAllocation(tx, contract, clientId, {
    place_id: contract.places[wanted.place ?? 0] ?? null,
    ...(kind === 'final' && { state: 'closing', exited_on: '2026-03-15', exit_reason: 'goalsReached' }),
    ...wanted.allocation,
  });
  const { id } = await tx
    .insertInto('report')
    .values({
      tenant_id: contract.tenantId,
      ...(wanted.id && { id: wanted.id }),
      allocation_id: allocationId,
      kind,
      no: kind === 'final' ? 0 : 1,
      due_on: dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { reportId: id, allocationId, clientId, contract };
}

/** The allocation as it stands, read by the owner. */
export async function allocationOf(id: string) {
  return await asOwner((tx) =>
    tx.selectFrom('allocation').where('id', '=', id).selectAll().executeTakeFirstOrThrow(),
  );
}
