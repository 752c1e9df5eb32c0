import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { CountedContact } from '../contact';
import type { DutyFacts } from '../rules/duties';
import { countedContacts, lastReview, planBegun, stages } from './participants';

/** More than a provider has at a time in one authority. */
const mostParticipants = 2000;

/** Somebody who is with the provider now, with what decides about the duties, reports apart. */
export interface Owing extends DutyFacts {
  /** Of the allocation. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly measureTitle: string;
}

/**
 * Everybody who is with the actor's provider now, one row each: as many as there are taken
 * places. Whether something is due is for `dutiesOf` to say, whose contact windows no query
 * repeats; for it the contacts since the last one that was held are enough (`nextContact`),
 * so that two years of weekly contacts are a handful of rows too.
 */
export async function listOwing(tx: Tx, actor: Actor, today: string): Promise<Owing[]> {
  const rows = await tx
    .selectFrom('allocation')
    // One by one: the policy makes the planner expect half of all people there ever were.
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('allocation_disclosure as disclosure')
          .whereRef('disclosure.tenant_id', '=', 'allocation.tenant_id')
          .whereRef('disclosure.allocation_id', '=', 'allocation.id')
          .select(['disclosure.first_name as firstName', 'disclosure.last_name as lastName'])
          .limit(1)
          .as('told'),
      (join) => join.onTrue(),
    )
    .innerJoin('contract_measure as service', (join) =>
      join
        .onRef('service.tenant_id', '=', 'allocation.tenant_id')
        .onRef('service.contract_id', '=', 'allocation.contract_id')
        .onRef('service.measure_id', '=', 'allocation.measure_id'),
    )
    .innerJoin('contract_place as place', (join) =>
      join
        .onRef('place.tenant_id', '=', 'allocation.tenant_id')
        .onRef('place.contract_id', '=', 'allocation.contract_id')
        .onRef('place.id', '=', 'allocation.place_id'),
    )
    .leftJoin('training_group as run', (join) =>
      join.onRef('run.tenant_id', '=', 'place.tenant_id').onRef('run.id', '=', 'place.group_id'),
    )
    .leftJoinLateral(
      (eb) => lastReview(eb, ['review.day', 'review.next_on']).as('review'),
      (join) => join.onTrue(),
    )
    .where('allocation.tenant_id', '=', actor.tenantId)
    .where('allocation.provider_id', '=', actor.providerId)
    .where('allocation.state', '=', 'active')
    .select((eb) => [
      'allocation.id',
      'told.firstName',
      'told.lastName',
      'allocation.state',
      'service.title as measureTitle',
      'run.name as groupName',
      'allocation.allocated_on as allocatedOn',
      'allocation.starts',
      eb.ref('allocation.ends').$notNull().as('ends'),
      'allocation.exited_on as exitedOn',
      'allocation.confirmed_on as confirmedOn',
      'allocation.first_contact_on as firstContactOn',
      'service.contacts as stages',
      'service.first_stage_weeks as firstStageWeeks',
      'service.has_strategy_plan as hasStrategyPlan',
      'service.plan_review_weeks as planReviewWeeks',
      jsonArrayFrom(
        countedContacts(eb)
          .where('contact.day', '>=', (since) =>
            since.fn.coalesce(
              countedContacts(eb)
                .where('contact.outcome', '=', 'held')
                .where('contact.day', '<=', today)
                .select((max) => max.fn.max('contact.day').as('day')),
              sql<string>`'-infinity'::date`,
            ),
          )
          .orderBy('contact.day')
          .select(['contact.day', 'contact.outcome', 'contact.minutes']),
      )
        .$castTo<CountedContact[]>()
        .as('contacts'),
      planBegun(eb).as('begunOn'),
      'review.day as reviewedOn',
      'review.next_on as nextReviewOn',
    ])
    .orderBy('allocation.starts')
    .orderBy('allocation.id')
    .limit(mostParticipants)
    .execute();
  return rows.map(
    ({
      stages: agreed,
      firstStageWeeks,
      hasStrategyPlan,
      planReviewWeeks,
      begunOn,
      reviewedOn,
      nextReviewOn,
      ...row
    }) => ({
      ...row,
      service: {
        rhythm: { stages: stages.parse(agreed), firstStageWeeks },
        hasStrategyPlan,
        planReviewWeeks,
      },
      reports: [],
      plan: { begunOn, reviewedOn, nextReviewOn },
    }),
  );
}
