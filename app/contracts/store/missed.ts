import { asOwner, type Tx } from '#db/as-actor';
import { recordAudits } from '#db/audit';
import { sql } from 'kysely';
import { nextDay } from '~/values/calendar';
import { dueDayOfNextTender } from '../rules/options';

/** Any number that nobody else locks: two processes must not both leave the task. */
const missedLock = 7_310_202;

/**
 * Closes the options of all authorities whose last day has passed without a declaration:
 * their money is no longer held open, and the next tender becomes a task. Run at the
 * start and every hour; a second run finds nothing. Returns how many were closed.
 *
 * Nobody acts here but the calendar, hence the owner and not an actor.
 */
export async function closeMissedOptions(today: string): Promise<number> {
  return asOwner(async (tx) => {
    await sql`select pg_advisory_xact_lock(${missedLock})`.execute(tx);
    const missed = await tx
      .selectFrom('contract_option as option')
      .innerJoin('contract', (join) =>
        join
          .onRef('contract.tenant_id', '=', 'option.tenant_id')
          .onRef('contract.id', '=', 'option.contract_id'),
      )
      .select([
        'option.tenant_id as tenantId',
        'option.contract_id as contractId',
        'option.no as optionNo',
        'option.declare_by as declareBy',
      ])
      .where('contract.state', '<>', 'draft')
      .where('option.state', '=', 'open')
      .where('option.declare_by', '<', today)
      .orderBy('option.no')
      .execute();
    const contracts = new Map<string, Missed>();
    for (const option of missed) {
      if (!contracts.has(option.contractId)) contracts.set(option.contractId, option);
    }
    for (const option of contracts.values()) await closeFrom(tx, option);
    return contracts.size;
  });
}

interface Missed {
  readonly tenantId: string;
  readonly contractId: string;
  readonly optionNo: number;
  readonly declareBy: string;
}

/** An option that was missed ends those behind it: they could not join any more (rule B2). */
async function closeFrom(tx: Tx, { tenantId, contractId, optionNo, declareBy }: Missed): Promise<void> {
  await tx
    .updateTable('contract_option')
    .set({ state: 'missed' })
    .where('tenant_id', '=', tenantId)
    .where('contract_id', '=', contractId)
    .where('no', '>=', optionNo)
    .where('state', '=', 'open')
    .execute();
  await tx
    .deleteFrom('commitment')
    .where('tenant_id', '=', tenantId)
    .where('contract_id', '=', contractId)
    .where('option_no', '>=', optionNo)
    .where('is_firm', '=', false)
    .execute();
  await tx
    .insertInto('task')
    .values({
      tenant_id: tenantId,
      kind: 'prepareNextTender',
      contract_id: contractId,
      due_on: dueDayOfNextTender(declareBy, nextDay(declareBy)),
    })
    .execute();
  await tx
    .insertInto('contract_move')
    .values({
      tenant_id: tenantId,
      contract_id: contractId,
      deed: 'optionMissed',
      option_no: optionNo,
      reason: null,
      moved_by: null,
      moved_by_name: 'Fristablauf',
    })
    .execute();
  await recordAudits(tx, tenantId, null, [
    { verb: 'contract.optionMissed', objectKind: 'contract', objectId: contractId },
  ]);
}
