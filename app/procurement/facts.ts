import type { Authority } from '~/authority/authority';
import type { PlanContent } from '~/portfolio/editing/plan';
import type { PartName, PreparationParts } from './preparation/parts';

/** What of a measure's plan the tender papers say. A change of anything else leaves a released set up to date. */
export const tenderPlanFields = [
  'fileRef',
  'department',
  'legalBases',
  'targetGroup',
  'serviceSubject',
  'serviceText',
  'stepsText',
  'isVoluntaryService',
  'sites',
  'roomsText',
  'phases',
  'referralTargets',
  'termStart',
  'termEnd',
  'hasOptions',
  'options',
] as const satisfies readonly (keyof PlanContent)[];

export type TenderPlan = Pick<PlanContent, (typeof tenderPlanFields)[number]>;

/** Everything tender papers are printed from. This, as JSON, is kept with a released set. */
export interface TenderFacts {
  readonly authority: Pick<Authority, 'name' | 'office' | 'state' | 'isFictional'>;
  readonly measure: { readonly slug: string; readonly title: string };
  readonly plan: TenderPlan;
  readonly parts: PreparationParts;
  /** Parts that somebody looked at and saved; the others are proposals. */
  readonly saved: readonly PartName[];
}

/** What bidders must never read; checked against every text, printed nowhere. */
export interface TenderSecrets {
  readonly estimateMonthlyCents: number | null;
  readonly providerNames: readonly string[];
}

/** What the plan does not say is taken from the profile: nobody types the target group twice. */
export function tenderPlan(plan: PlanContent, profile: { readonly targetGroup: string | null }): TenderPlan {
  const entries = tenderPlanFields.map((field) => [field, plan[field]] as const);
  const planned = Object.fromEntries(entries) as unknown as TenderPlan;
  return { ...planned, targetGroup: planned.targetGroup ?? profile.targetGroup };
}
