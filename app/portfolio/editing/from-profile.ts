import type { MeasureContent } from '../content';
import type { PlanContent } from './plan';

/** The plan with what the profile says where nothing was entered yet: nobody types a thing twice. */
export function withProfile<Plan extends PlanContent>(plan: Plan, content: MeasureContent): Plan {
  const { start, end } = content.period;
  const isExact = start?.length === 10 && end?.length === 10;
  const hasTerm = plan.termStart !== null || plan.termEnd !== null;
  return {
    ...plan,
    targetGroup: plan.targetGroup ?? content.targetGroup,
    ...(isExact && !hasTerm ? { termStart: start, termEnd: end } : {}),
  };
}
