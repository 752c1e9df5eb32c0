import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '~/identity/actor';
import type { Result } from '~/values/result';
import { ok, refuse } from '~/values/result';
import type { AuthorityChange, AuthorityFinding, AuthoritySettings } from '../authority';
import { budgetRegimeKey } from '../authority';
import { regimeSource } from '../regime-source';
import type { RegimeStep } from '../rules';
import { regimeStep } from '../rules';
import { saveCommittees, usesOfCommittees } from './committees';
import { findAuthoritySettings } from './find';

/**
 * Saves the authority's own settings, all of the page or nothing of it.
 *
 * `version` is the one the form was filled from. The authority's row is locked
 * first: a second save waits, sees what the first one wrote and is asked.
 * Everything is judged before anything is written, because a refusal still commits.
 */
export async function saveAuthority(
  tx: Tx,
  actor: Actor,
  change: AuthorityChange,
  version: number,
  today: string,
): Promise<Result<number, AuthorityFinding>> {
  await tx
    .selectFrom('authority')
    .select('id')
    .where('id', '=', actor.tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const current = await findAuthoritySettings(tx, today);
  if (current.version !== version) return refuse({ code: 'savedMeanwhile', current });

  const step = regimeStep(current.regimePeriods, change.regime, change.regimeFrom);
  const keptIds = new Set(change.committees.map(({ id }) => id));
  const removed = current.committees.filter(({ id }) => !keptIds.has(id));
  const findings: AuthorityFinding[] = await usesOfCommittees(tx, removed);
  if (step.kind === 'refuse') findings.push(step.finding);
  if (findings.length) return refuse(...findings);

  const changedFields = changesOf(current, change, step);
  if (!changedFields.length) return ok(version);
  await tx
    .updateTable('authority')
    .set({
      name: change.name,
      office: change.office,
      street: change.street,
      postcode: change.postcode,
      town: change.town,
      state: change.state,
      signature_role: change.signatureRole,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', actor.tenantId)
    .execute();
  await saveCommittees(tx, actor, current.committees, change.committees);
  await saveRegime(tx, actor, step, change.state);
  await recordAudit(tx, actor, {
    verb: 'authority.changed',
    objectKind: 'authority',
    objectId: actor.tenantId,
    changedFields,
  });
  return ok(version + 1);
}

function changesOf(current: AuthoritySettings, change: AuthorityChange, step: RegimeStep): string[] {
  const plain = (['name', 'office', 'street', 'postcode', 'town', 'state', 'signatureRole'] as const).filter(
    (name) => current[name] !== change[name],
  );
  const hasNewCommittees = !isDeepStrictEqual(current.committees, change.committees);
  return [
    ...plain,
    ...(hasNewCommittees ? ['committees'] : []),
    ...(step.kind === 'keep' ? [] : [budgetRegimeKey]),
  ];
}

async function saveRegime(tx: Tx, actor: Actor, step: RegimeStep, state: string): Promise<void> {
  if (step.kind !== 'begin' && step.kind !== 'correct') return;
  const setting = {
    value: JSON.stringify({ regime: step.regime }),
    source: regimeSource(step.regime, step.from, state),
  };
  const periods = tx.updateTable('rule_setting').where('key', '=', budgetRegimeKey);
  if (step.kind === 'correct') {
    await periods.set(setting).where('valid_from', '=', step.from).execute();
    return;
  }
  if (step.closesOn) await periods.set({ valid_to: step.closesOn }).where(endsAfter(step.closesOn)).execute();
  await tx
    .insertInto('rule_setting')
    .values({ tenant_id: actor.tenantId, key: budgetRegimeKey, valid_from: step.from, ...setting })
    .execute();
}

/** A period that already ended earlier keeps its last day: the gap is a fact, too. */
function endsAfter(day: string) {
  return sql<boolean>`(valid_to is null or valid_to > ${day})`;
}
