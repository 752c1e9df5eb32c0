import { type ExitReason, integrationReasons, type Progress } from '~/allocation/allocation';
import { firstOfMonth } from '../days';
import type { Person, World } from './world';

/** The division of the records; small ones would tell of persons. */
const division = 'Jobcenter';

const medical = new Set(['workCapacity', 'healthSituation', 'strain']);

/** The anonymous record of one exit (rules E1, E2): nothing in it leads to the person. */
export function addEffect(
  { rows, tenantId, draws }: World,
  told: {
    readonly exit: { readonly on: string; readonly reason: ExitReason };
    readonly removed: number;
    readonly best: Progress;
    readonly person: Person;
  },
): void {
  const hadHealthNeed = told.person.needs.some(({ key }) => medical.has(key));
  rows.add('effect_record', {
    tenant_id: tenantId,
    month: firstOfMonth(told.exit.on),
    division,
    is_integrated: integrationReasons.includes(told.exit.reason),
    had_medical_service: hadHealthNeed && draws.chance(40),
    had_health_need: hadHealthNeed,
    needs_removed: told.removed,
    progress: told.best,
  });
}
