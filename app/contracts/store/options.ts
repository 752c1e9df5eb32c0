import type { Tx } from '#db/as-actor';
import type { MissingMoney } from '~/budget/funds';
import { firmUpOption, lockFunds, releaseOption } from '~/budget/store';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { Contract, ContractOption } from '../contract';
import {
  decisionRefusals,
  dueDayOfNextTender,
  exerciseRefusals,
  type OptionDecision,
  type OptionRefusal,
} from '../rules/options';
import { optionPrice } from '../rules/price';
import { insertDuties } from './duties';
import { findContract } from './find';
import { recordMove } from './moves';
import { missingFor } from './sign';

/** What an officer found and wrote down. */
export interface RecordedDecision extends OptionDecision {
  readonly successReason: string;
  readonly fundsReason: string;
}

export type DecisionFinding = OptionRefusal | MissingMoney;

/** An exercised option with its contract as it stands afterwards. */
interface Exercised {
  readonly contract: Contract;
  readonly option: ContractOption;
}

/**
 * Exercises an option: the contract and its places run on, and its money is tied. Undefined
 * where there is no such contract or option; refused after the last day, without both
 * findings, or where the money is not there.
 */
export async function exerciseOption(
  tx: Tx,
  actor: Actor,
  asked: { readonly contractId: string; readonly optionNo: number; readonly today: string },
  decision: RecordedDecision,
): Promise<Result<Exercised, DecisionFinding> | undefined> {
  const { contractId, optionNo, today } = asked;
  await lockFunds(tx, actor.tenantId);
  const contract = await findContract(tx, contractId, { isLocking: true });
  const option = contract?.options.find(({ no }) => no === optionNo);
  if (!contract || !option) return undefined;
  // Of an option that is decided nothing else needs to be said.
  const decided = decisionRefusals({ ...contract, optionNo, today });
  if (decided.length > 0) return refuse(...decided);
  const findings: DecisionFinding[] = [
    ...exerciseRefusals({ ...contract, optionNo, today }, decision),
    ...(await missingFor(tx, contract, optionPrice(contract, option))),
  ];
  if (findings.length > 0) return refuse(...findings);

  await decide(tx, actor, contractId, optionNo, 'exercised', today, decision);
  await tx.updateTable('contract').set({ runs_until: option.ends }).where('id', '=', contractId).execute();
  await tx
    .updateTable('contract_place')
    .set({ valid_to: option.ends })
    .where('contract_id', '=', contractId)
    .where('valid_to', '=', contract.runsUntil)
    // A group ends when its sessions are over.
    .where('group_id', 'is', null)
    .execute();
  await firmUpOption(tx, contractId, optionNo);
  await recordMove(tx, actor, {
    contractId,
    deed: 'optionExercised',
    optionNo,
    reason: `Erfolg: ${decision.successReason} Mittel: ${decision.fundsReason}`,
  });
  const after = await findContract(tx, contractId);
  const exercised = after?.options.find(({ no }) => no === optionNo);
  if (!after || !exercised) throw new Error('The contract vanished while it was locked.');
  await insertDuties(tx, actor.tenantId, after);
  return ok({ contract: after, option: exercised });
}

/**
 * Refuses an option: it and those behind it fall away, and the next tender becomes a task.
 * Undefined where there is no such contract or option.
 */
export async function refuseOption(
  tx: Tx,
  actor: Actor,
  asked: { readonly contractId: string; readonly optionNo: number; readonly today: string },
  decision: RecordedDecision,
): Promise<Result<string, DecisionFinding> | undefined> {
  const { contractId, optionNo, today } = asked;
  await lockFunds(tx, actor.tenantId);
  const contract = await findContract(tx, contractId, { isLocking: true });
  const option = contract?.options.find(({ no }) => no === optionNo);
  if (!contract || !option) return undefined;
  const refusals = decisionRefusals({ ...contract, optionNo, today });
  if (refusals.length > 0) return refuse(...refusals);

  const falling = contract.options.filter(({ no, state }) => no >= optionNo && state === 'open');
  for (const { no } of falling) {
    await decide(tx, actor, contractId, no, 'refused', today, decision);
    await releaseOption(tx, contractId, no);
  }
  await tx
    .insertInto('task')
    .values({
      tenant_id: actor.tenantId,
      kind: 'prepareNextTender',
      contract_id: contractId,
      due_on: dueDayOfNextTender(option.declareBy, today),
    })
    .execute();
  await recordMove(tx, actor, {
    contractId,
    deed: 'optionRefused',
    optionNo,
    reason: `Erfolg: ${decision.successReason} Mittel: ${decision.fundsReason}`,
  });
  return ok(contractId);
}

async function decide(
  tx: Tx,
  actor: Actor,
  contractId: string,
  optionNo: number,
  state: 'exercised' | 'refused',
  today: string,
  decision: RecordedDecision,
): Promise<void> {
  await tx
    .updateTable('contract_option')
    .set({
      state,
      was_successful: decision.wasSuccessful,
      success_reason: decision.successReason,
      has_funds: decision.hasFunds,
      funds_reason: decision.fundsReason,
      decided_on: today,
      decided_by_name: actor.displayName,
    })
    .where('contract_id', '=', contractId)
    .where('no', '=', optionNo)
    .execute();
}
