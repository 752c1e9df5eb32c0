import type { Tx } from '#db/as-actor';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isMeasureSlug } from '../../slug';
import type { MeasurePlan } from '../plan';

/** The whole plan of one measure in one round trip; undefined where the actor's authority has no such measure. */
export async function findPlan(tx: Tx, slug: string): Promise<MeasurePlan | undefined> {
  if (!isMeasureSlug(slug)) return undefined;
  const row = await tx
    .selectFrom('measure')
    .leftJoin('measure_plan as plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'measure.tenant_id').onRef('plan.measure_id', '=', 'measure.id'),
    )
    .where('measure.slug', '=', slug)
    .select((eb) => [
      'measure.id as measureId',
      'measure.slug',
      'measure.title',
      'plan.version',
      'plan.paper_no as paperNo',
      'plan.paper_date as paperDate',
      'plan.file_ref as fileRef',
      'plan.department',
      'plan.subject',
      'plan.need_text as needText',
      'plan.demand_count as demandCount',
      'plan.demand_unknown_reason as demandUnknownReason',
      'plan.target_group as targetGroup',
      'plan.service_subject as serviceSubject',
      'plan.service_text as serviceText',
      'plan.steps_text as stepsText',
      'plan.is_voluntary_service as isVoluntaryService',
      'plan.rooms_text as roomsText',
      'plan.term_start as termStart',
      'plan.term_end as termEnd',
      'plan.has_options as hasOptions',
      'plan.product_id as productId',
      'plan.estimate_monthly_cents as estimateMonthlyCents',
      'plan.estimate_basis as estimateBasis',
      'plan.report_committee_id as reportCommitteeId',
      jsonArrayFrom(
        eb
          .selectFrom('measure_legal_basis as basis')
          .whereRef('basis.tenant_id', '=', 'measure.tenant_id')
          .whereRef('basis.measure_id', '=', 'measure.id')
          .orderBy('basis.position')
          .select('basis.cited'),
      ).as('legalBases'),
      jsonArrayFrom(
        eb
          .selectFrom('measure_consultation as held')
          .innerJoin('committee', (join) =>
            join
              .onRef('committee.tenant_id', '=', 'held.tenant_id')
              .onRef('committee.id', '=', 'held.committee_id'),
          )
          .whereRef('held.tenant_id', '=', 'measure.tenant_id')
          .whereRef('held.measure_id', '=', 'measure.id')
          .orderBy('committee.position')
          .select(['held.committee_id as committeeId', 'held.meeting_date as meetingDate']),
      ).as('meetings'),
      jsonArrayFrom(
        eb
          .selectFrom('measure_site as site')
          .whereRef('site.tenant_id', '=', 'measure.tenant_id')
          .whereRef('site.measure_id', '=', 'measure.id')
          .orderBy('site.position')
          .select(['site.name', 'site.places']),
      ).as('sites'),
      jsonArrayFrom(
        eb
          .selectFrom('measure_phase as phase')
          .whereRef('phase.tenant_id', '=', 'measure.tenant_id')
          .whereRef('phase.measure_id', '=', 'measure.id')
          .orderBy('phase.position')
          .select(['phase.title', 'phase.sub_text as subText']),
      ).as('phases'),
      jsonArrayFrom(
        eb
          .selectFrom('measure_referral_target as target')
          .whereRef('target.tenant_id', '=', 'measure.tenant_id')
          .whereRef('target.measure_id', '=', 'measure.id')
          .orderBy('target.position')
          .select('target.name'),
      ).as('referralTargets'),
      jsonArrayFrom(
        eb
          .selectFrom('measure_option as option')
          .whereRef('option.tenant_id', '=', 'measure.tenant_id')
          .whereRef('option.measure_id', '=', 'measure.id')
          .orderBy('option.position')
          .select(['option.starts', 'option.ends', 'option.condition']),
      ).as('options'),
      jsonArrayFrom(
        eb
          .selectFrom('measure_indicator as indicator')
          .whereRef('indicator.tenant_id', '=', 'measure.tenant_id')
          .whereRef('indicator.measure_id', '=', 'measure.id')
          .orderBy('indicator.position')
          .select('indicator.text'),
      ).as('indicators'),
    ])
    .executeTakeFirst();
  return row && { ...row, version: row.version ?? 0 };
}
