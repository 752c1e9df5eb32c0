import { daysAfter } from '~/values/calendar';
import { needLabel } from '~/clients/needs';
import { earlier, workdayFrom } from '../days';
import { lastDayOf, type Participation } from './participation';
import type { World } from './world';

const steps = [
  ['Die Woche hat feste Termine', 'Wochenplan aufstellen und zwei Wochen ausprobieren', 'client'],
  ['Unterlagen sind beisammen', 'Briefe gemeinsam ordnen', 'both'],
  ['Eine Beratungsstelle ist gefunden', 'Erstgespräch vereinbaren und begleiten', 'provider'],
  ['Wege allein bewältigen', 'Die Strecke zum Jobcenter gemeinsam fahren', 'both'],
  ['Die finanzielle Lage ist bekannt', 'Haushaltsbuch für einen Monat führen', 'client'],
  ['Hilfe zu Hause ist geregelt', 'Antrag bei der zuständigen Stelle', 'partner'],
] as const;

/** The strategy plan with its steps, and the reviews along the agreed weeks. */
export function addStrategy(world: World, one: Participation): void {
  const { tenantId, rows, draws, today } = world;
  const { service, contract, person, starts } = one;
  if (!service.hasStrategyPlan || one.settled) return;
  const last = lastDayOf(one, today);
  const key = { tenant_id: tenantId, allocation_id: one.id };
  let agreedOn = workdayFrom(daysAfter(starts, draws.between(16, 32)));
  for (const [goal, step, doer] of draws.some(steps, draws.between(2, 4))) {
    if (agreedOn > last) break;
    const dueOn = workdayFrom(daysAfter(agreedOn, draws.between(21, 60)));
    const need = person.needs.length > 0 ? draws.pick(person.needs).key : null;
    const isOver = dueOn <= last || one.exit !== null;
    const state = !isOver || (one.exit === null && draws.chance(12)) ? 'open' : draws.pick(settledStates);
    rows.add('strategy_step', {
      ...key,
      need_key: need,
      goal: need !== null && draws.chance(40) ? needLabel(need) : goal,
      step,
      doer,
      agreed_on: agreedOn,
      due_on: dueOn,
      state,
      settled_on: state === 'open' ? null : earlier(dueOn, last),
      settled_reason:
        state === 'notDone' || state === 'dropped' ? 'Beispiel: Anderes war dringlicher.' : null,
    });
    agreedOn = workdayFrom(daysAfter(agreedOn, draws.between(7, 45)));
  }
  addReviews(world, one, last, contract.providerStaff);
}

const settledStates = ['done', 'done', 'done', 'done', 'notDone', 'dropped'] as const;

function addReviews(
  { tenantId, rows, draws }: World,
  { id, service, starts }: Participation,
  last: string,
  by: { readonly id: string; readonly name: string },
): void {
  const weeks = service.planReviewWeeks ?? 10;
  let day = workdayFrom(daysAfter(starts, 7 * weeks + draws.between(0, 10)));
  while (day <= last) {
    const isKept = draws.chance(75);
    const next = workdayFrom(daysAfter(day, 7 * weeks));
    rows.add('strategy_review', {
      tenant_id: tenantId,
      allocation_id: id,
      day,
      is_kept: isKept,
      changes: isKept ? null : 'Beispiel: Ein Schritt wurde verschoben.',
      next_on: next,
      recorded_by: by.id,
      recorded_by_name: by.name,
    });
    // Now and then a review is forgotten for a while.
    day = workdayFrom(daysAfter(next, draws.chance(15) ? 30 : draws.between(-4, 6)));
  }
}

const targets = [
  'psychosocial',
  'psychosocial',
  'debt',
  'addiction',
  'integrationAssistance',
  'health',
  'pension',
  'family',
  'housing',
  'education',
] as const;

/** To which help somebody was led; whether they arrived is known some weeks later. */
export function addReferrals(world: World, one: Participation): void {
  const { tenantId, rows, draws, today } = world;
  if (one.settled || one.service.isComponent) return;
  const last = lastDayOf(one, today);
  const count = draws.chance(one.service.hasStrategyPlan ? 60 : 30) ? draws.between(1, 2) : 0;
  for (const target of draws.some(targets, count)) {
    const day = workdayFrom(daysAfter(one.starts, draws.between(25, 120)));
    if (day > last) continue;
    const settledOn = daysAfter(day, draws.between(7, 40));
    const isKnown = settledOn < today && draws.chance(90);
    const hasArrived = isKnown ? draws.chance(75) : null;
    rows.add('referral', {
      tenant_id: tenantId,
      allocation_id: one.id,
      target,
      day,
      was_accompanied: draws.chance(60),
      has_arrived: hasArrived,
      settled_on: isKnown ? settledOn : null,
      is_ongoing: hasArrived ? draws.chance(50) : null,
    });
  }
}
