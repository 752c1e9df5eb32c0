import { sql } from 'kysely';
import { asActor, asOwner } from '#db/as-actor';
import { allocationForm, type TypedAllocation } from '~/allocation/forms';
import { allocateWithLetter } from '~/documents/allocation-letter/letter';
import type { Actor } from '~/identity/actor';
import { anActor } from '../support/actors';
import { aCheck, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';

export const today = '2026-03-02';

/** A running contract whose measure takes people in, with the legal basis it names. */
export async function anOpenContract(
  wanted: Parameters<typeof aRunningContract>[1] & {
    readonly legalBasis?: string;
    readonly intake?: 'open' | 'paused' | 'waitingOnly';
  } = {},
): Promise<RunningContract> {
  const { legalBasis = '§ 16a Nr. 3 SGB II', intake = 'open', ...rest } = wanted;
  return asOwner(async (tx) => {
    const contract = await aRunningContract(tx, rest);
    await opened(tx, contract.measureId, legalBasis, intake);
    return contract;
  });
}

type OwnerTx = Parameters<Parameters<typeof asOwner>[0]>[0];

export async function opened(
  tx: OwnerTx,
  measureId: string,
  legalBasis = '§ 16a Nr. 3 SGB II',
  intake: 'open' | 'paused' | 'waitingOnly' = 'open',
): Promise<void> {
  await sql`update measure set state = 'running', intake = ${intake},
    content = jsonb_set(content, '{legalBases}', ${JSON.stringify([legalBasis])}::jsonb)
    where id = ${measureId}`.execute(tx);
}

/** A client of the caseworker's with a check that opens access to the contract's measure. */
export async function aCheckedClient(
  { measureId }: Pick<RunningContract, 'measureId'>,
  wanted: Parameters<typeof aClient>[1] = {},
): Promise<string> {
  return asOwner(async (tx) => {
    const id = await aClient(tx, wanted);
    await aCheck(tx, id, measureId);
    return id;
  });
}

export function siteKey({ contractId }: RunningContract): string {
  return `ort_${contractId}_1`;
}

/** What somebody typed: half a year at the first site, unless said otherwise. */
export function typedFor(contract: RunningContract, changes: Record<string, unknown> = {}): TypedAllocation {
  return allocationForm.parse({
    spot: siteKey(contract),
    starts: '02.03.2026',
    ends: '31.08.2026',
    reason: 'Tagesablauf ordnen und Wohnsituation klären.',
    purpose: 'Hilfe beim Ordnen des Alltags.',
    needs: { strain: 'on', housing: 'on' },
    ...changes,
  });
}

export async function allocated(
  contract: RunningContract,
  clientId: string,
  changes: Record<string, unknown> = {},
  actor: Actor = anActor('caseworker'),
) {
  return asActor(actor, (tx) =>
    allocateWithLetter(tx, actor, { clientId, slug: contract.slug, today }, typedFor(contract, changes)),
  );
}
