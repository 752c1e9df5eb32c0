import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { type ExitReason, integrationReasons, type Progress } from '~/allocation/allocation';
import { isId } from '~/values/is-id';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { EffectMonth } from '../rules/effect-months';
import { recordMove } from './record-move';

/** An exit of a person the actor is in charge of, as far as its anonymous record needs it. */
export interface EffectSubject {
  readonly allocationId: string;
  readonly clientId: string;
  readonly customerNumber: string;
  /** Null: internal case management. */
  readonly measureTitle: string | null;
  /** First day of the month of the exit; null: nobody has left yet. */
  readonly month: string | null;
  readonly division: string;
  readonly isRecorded: boolean;
  /** What is known already, for the first filling. */
  readonly isIntegrated: boolean;
  readonly needsRemoved: number;
}

/** The exit, for whoever is in charge of the person; undefined for all others and where there is none. */
export async function findEffectSubject(
  tx: Tx,
  actor: Actor,
  allocationId: string,
): Promise<EffectSubject | undefined> {
  if (!isId(allocationId)) return undefined;
  const row = await tx
    .selectFrom('allocation')
    .innerJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'allocation.tenant_id')
        .onRef('client.participant_key', '=', 'allocation.participant_key'),
    )
    .innerJoin('jobcenter_site as site', (join) =>
      join.onRef('site.tenant_id', '=', 'client.tenant_id').onRef('site.id', '=', 'client.site_id'),
    )
    .leftJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'allocation.tenant_id')
        .onRef('measure.id', '=', 'allocation.measure_id'),
    )
    .where('allocation.id', '=', allocationId)
    .where('client.responsible_id', 'in', sql<string>`(select actor_handles())`)
    .select((eb) => [
      'allocation.id as allocationId',
      'client.id as clientId',
      'client.customer_number as customerNumber',
      'measure.title as measureTitle',
      sql<string | null>`date_trunc('month', allocation.exited_on)::date::text`.as('month'),
      'allocation.exit_reason as exitReason',
      'allocation.effect_recorded as isRecorded',
      'site.name as clientSite',
      eb
        .selectFrom('allocation_need as need')
        .whereRef('need.tenant_id', '=', 'allocation.tenant_id')
        .whereRef('need.allocation_id', '=', 'allocation.id')
        .where('need.is_removed', '=', true)
        .select((count) => count.fn.countAll<number>().as('count'))
        .as('needsRemoved'),
      eb
        .selectFrom('jobcenter_staff as staff')
        .innerJoin('jobcenter_team as team', (join) =>
          join.onRef('team.tenant_id', '=', 'staff.tenant_id').onRef('team.id', '=', 'staff.team_id'),
        )
        .innerJoin('jobcenter_site as own', (join) =>
          join.onRef('own.tenant_id', '=', 'team.tenant_id').onRef('own.id', '=', 'team.site_id'),
        )
        .where('staff.account_id', '=', actor.accountId)
        .select('own.name')
        .as('teamSite'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { exitReason, teamSite, clientSite, needsRemoved, ...subject } = row;
  return {
    ...subject,
    // The division is no more than a site: a team's name would lead to a few people (rule E2).
    division: teamSite ?? clientSite,
    isIntegrated: exitReason !== null && integrationReasons.includes(exitReason satisfies ExitReason),
    needsRemoved: needsRemoved ?? 0,
  };
}

export interface NewEffect {
  readonly isIntegrated: boolean;
  readonly hadMedicalService: boolean;
  readonly hadHealthNeed: boolean;
  readonly needsRemoved: number;
  readonly progress: Progress;
}

export type EffectFinding = { readonly code: 'alreadyRecorded' } | { readonly code: 'notEnded' };

/**
 * Writes the anonymous record and adds it to the month's totals; at the allocation stays a
 * mark alone, that lets no second one in (rules E1, E2). All or nothing.
 */
export async function recordEffect(
  tx: Tx,
  actor: Actor,
  subject: EffectSubject,
  effect: NewEffect,
): Promise<Result<undefined, EffectFinding>> {
  const { month } = subject;
  if (month === null) return refuse({ code: 'notEnded' });
  const marked = await tx
    .updateTable('allocation')
    .set({ effect_recorded: true })
    .where('id', '=', subject.allocationId)
    .where('effect_recorded', '=', false)
    .where('exited_on', 'is not', null)
    .executeTakeFirst();
  if (marked.numUpdatedRows === 0n) return refuse({ code: 'alreadyRecorded' });
  await tx
    .insertInto('effect_record')
    .values({
      tenant_id: actor.tenantId,
      month,
      division: subject.division,
      is_integrated: effect.isIntegrated,
      had_medical_service: effect.hadMedicalService,
      had_health_need: effect.hadHealthNeed,
      needs_removed: effect.needsRemoved,
      progress: effect.progress,
    })
    .execute();
  const added = {
    exits: 1,
    integrations: Number(effect.isIntegrated),
    medical_services: Number(effect.hadMedicalService),
    health_needs: Number(effect.hadHealthNeed),
    needs_removed: effect.needsRemoved,
    improved: Number(effect.progress === 'better'),
  };
  await tx
    .insertInto('effect_month')
    .values({ tenant_id: actor.tenantId, month, ...added })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'month']).doUpdateSet((eb) => ({
        exits: eb('effect_month.exits', '+', eb.ref('excluded.exits')),
        integrations: eb('effect_month.integrations', '+', eb.ref('excluded.integrations')),
        medical_services: eb('effect_month.medical_services', '+', eb.ref('excluded.medical_services')),
        health_needs: eb('effect_month.health_needs', '+', eb.ref('excluded.health_needs')),
        needs_removed: eb('effect_month.needs_removed', '+', eb.ref('excluded.needs_removed')),
        improved: eb('effect_month.improved', '+', eb.ref('excluded.improved')),
      })),
    )
    .execute();
  await recordMove(tx, actor, {
    careId: subject.allocationId,
    deed: 'effectRecorded',
    day: null,
    reason: null,
    verb: 'effect.recorded',
  });
  return ok(undefined);
}

/** The totals of one calendar year, month by month. */
export async function listEffectMonths(tx: Tx, year: number): Promise<EffectMonth[]> {
  return await tx
    .selectFrom('effect_month')
    .where('month', '>=', `${year}-01-01`)
    .where('month', '<=', `${year}-12-31`)
    .select([
      'month',
      'exits',
      'integrations',
      'medical_services as medicalServices',
      'health_needs as healthNeeds',
      'needs_removed as needsRemoved',
      'improved',
    ])
    .orderBy('month')
    .execute();
}

/** Years for which there are totals, newest first. */
export async function listEffectYears(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectFrom('effect_month')
    .select(sql<number>`extract(year from month)::int`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

export interface EffectRecord extends NewEffect {
  readonly month: string;
  readonly division: string;
}

/** The single records of a year: the database shows them to controlling alone (rule E3). */
export async function listEffectRecords(tx: Tx, year: number): Promise<EffectRecord[]> {
  return await tx
    .selectFrom('effect_record')
    .where('month', '>=', `${year}-01-01`)
    .where('month', '<=', `${year}-12-31`)
    .select([
      'month',
      'division',
      'is_integrated as isIntegrated',
      'had_medical_service as hadMedicalService',
      'had_health_need as hadHealthNeed',
      'needs_removed as needsRemoved',
      'progress',
    ])
    // By what they say and not as they came in: the order would tell who is who.
    .orderBy('month')
    .orderBy('division')
    .orderBy('progress')
    .orderBy('needs_removed')
    .orderBy('is_integrated')
    .orderBy('had_medical_service')
    .orderBy('had_health_need')
    .execute();
}
