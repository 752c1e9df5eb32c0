import { asOwner, type Tx } from '#db/as-actor';
import { dutiesOf } from '../rules/duties';

interface Owed {
  readonly id: string;
  readonly termStart: string;
  readonly termEnd: string;
  readonly runsUntil: string;
}

/** Adds what must be evaluated of a contract as tasks; those that are there stay as they are. */
export async function insertDuties(tx: Tx, tenantId: string, contract: Owed): Promise<void> {
  const duties = dutiesOf(contract);
  if (duties.length === 0) return;
  await tx
    .insertInto('task')
    .values(
      duties.map(({ kind, dueOn }) => ({
        tenant_id: tenantId,
        kind,
        contract_id: contract.id,
        due_on: dueOn,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Gives the contracts that were signed before there were such tasks theirs. Run at the
 * start; a second run adds nothing. A contract that was ended by hand is left alone.
 *
 * Nobody acts here, hence the owner and not an actor.
 */
export async function addMissingDuties(): Promise<void> {
  await asOwner(async (tx) => {
    const contracts = await tx
      .selectFrom('contract')
      .where('state', '=', 'signed')
      .select([
        'id',
        'tenant_id as tenantId',
        'term_start as termStart',
        'term_end as termEnd',
        'runs_until as runsUntil',
      ])
      .execute();
    for (const contract of contracts) await insertDuties(tx, contract.tenantId, contract);
  });
}
