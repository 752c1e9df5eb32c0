import { asActor, asOwner, asReader, type Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { listOffers, planGroup } from '~/training/store';
import { aRunningContract, type RunningContract } from '../support/allocations';

const days = ['2026-03-02', '2026-03-09', '2026-03-16'];

/** A contract whose measure is a training of three sessions of 240 minutes for groups of four. */
export async function aTraining(
  wanted: Parameters<typeof aRunningContract>[1] = {},
): Promise<RunningContract> {
  return await asOwner((tx) =>
    aRunningContract(tx, {
      ...wanted,
      service: {
        unit: 'group',
        session_count: 3,
        session_minutes: 240,
        group_size: 4,
        reports_absence: true,
        ...wanted.service,
      },
    }),
  );
}

let count = 0;

/** A group of the contract with its three sessions, planned through the front door. */
export async function aGroup(actor: Actor, contract: RunningContract, seats = 4): Promise<string> {
  count += 1;
  const offers = await asReader(actor, (tx) => listOffers(tx, '2026-02-01'));
  const offer = offers.find(({ contractId }) => contractId === contract.contractId);
  if (!offer) throw new Error('The contract offers no training.');
  const result = await asActor(actor, (tx) =>
    planGroup(tx, actor, offer, {
      name: `Gruppe ${count}`,
      trainer: 'Tilda Trainerin',
      sitePosition: 1,
      days,
      beginsAt: '09:00',
      lastDay: '2026-03-31',
      seats,
    }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

/** The id of a seat of a group, by its number. */
export async function seatOf(groupId: string, no: number): Promise<string> {
  return await asOwner(async (tx) => {
    const row = await tx
      .selectFrom('contract_place')
      .where('group_id', '=', groupId)
      .where('no', '=', no)
      .select('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** A group with one session, both with ids of their own, written past the doors: for tests of addresses. */
export async function aGroupWithIds(
  tx: Tx,
  contract: RunningContract,
  { id, sessionId }: { readonly id: string; readonly sessionId: string },
): Promise<void> {
  const of = { tenant_id: contract.tenantId };
  await tx
    .insertInto('training_group')
    .values({
      ...of,
      id,
      contract_id: contract.contractId,
      measure_id: contract.measureId,
      provider_id: contract.providerId,
      site_position: 1,
      name: 'Gruppe 1',
      trainer: 'Tilda Trainerin',
      starts: '2026-03-02',
      ends: '2026-03-31',
      seats: 1,
      created_by_name: 'provider',
    })
    .execute();
  await tx
    .insertInto('training_session')
    .values({
      ...of,
      id: sessionId,
      group_id: id,
      no: 1,
      day: '2026-03-02',
      begins_at: '09:00',
      minutes: 240,
    })
    .execute();
}
