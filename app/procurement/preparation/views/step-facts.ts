import type { FormPlan } from '../forms';

/** What of the plan the fields offer. */
export type StepFacts = Pick<FormPlan, 'sites' | 'options'>;
