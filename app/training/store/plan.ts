import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import { type GroupPlan, planFindings, type PlanFinding } from '../rules/sessions';
import type { Offer } from '../training';

interface NewGroup extends GroupPlan {
  readonly name: string;
  readonly trainer: string;
  /** 'HH:MM' */
  readonly beginsAt: string;
}

/**
 * Makes a group with its sessions and its seats, which are places of the contract from the
 * first session to the group's last day. Answers with its id.
 */
export async function planGroup(
  tx: Tx,
  actor: Actor,
  offer: Offer,
  plan: NewGroup,
): Promise<Result<string, PlanFinding | { readonly code: 'nameTaken' }>> {
  const findings = planFindings(plan, offer);
  if (findings.length > 0) return refuse(...findings);
  const days = [...plan.days].sort();
  const starts = days[0] ?? plan.lastDay;
  const of = { tenant_id: actor.tenantId };
  const group = await tx
    .insertInto('training_group')
    .values({
      ...of,
      contract_id: offer.contractId,
      measure_id: offer.measureId,
      provider_id: actor.providerId ?? '',
      site_position: plan.sitePosition,
      name: plan.name,
      trainer: plan.trainer,
      starts,
      ends: plan.lastDay,
      seats: plan.seats,
      created_by_name: actor.displayName,
    })
    .onConflict((conflict) => conflict.constraint('training_group_name_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!group) return refuse({ code: 'nameTaken' });
  await tx
    .insertInto('training_session')
    .values(
      days.map((day, index) => ({
        ...of,
        group_id: group.id,
        no: index + 1,
        day,
        begins_at: plan.beginsAt,
        minutes: offer.sessionMinutes,
      })),
    )
    .execute();
  await tx
    .insertInto('contract_place')
    .values(
      Array.from({ length: plan.seats }, (_, seat) => ({
        ...of,
        contract_id: offer.contractId,
        site_position: plan.sitePosition,
        no: seat + 1,
        valid_from: starts,
        valid_to: plan.lastDay,
        group_id: group.id,
      })),
    )
    .execute();
  await recordAudit(tx, actor, { verb: 'group.planned', objectKind: 'group', objectId: group.id });
  return ok(group.id);
}
