import type { z } from 'zod';
import { criteriaForm } from './forms/criteria';
import { contractForm, datesForm } from './forms/dates-and-contract';
import { evaluationForm } from './forms/evaluation';
import { priceForm, suitabilityForm } from './forms/price-and-suitability';
import { lotsForm, serviceForm, staffForm } from './forms/service';
import type { TenderPlan } from '../facts';
import type { PreparationPatch } from './parts';
import type { StepSlug } from './steps';

/** What of the plan a form is checked against. */
export type FormPlan = Pick<TenderPlan, 'sites' | 'termStart' | 'termEnd' | 'hasOptions' | 'options'>;

/** The form of each step; all give the part of the preparation the step answers for. */
export function stepForm(step: StepSlug, plan: FormPlan): z.ZodType<PreparationPatch> {
  switch (step) {
    case 'lose':
      return lotsForm;
    case 'leistung':
      return serviceForm;
    case 'personal':
      return staffForm;
    case 'kriterien':
      return criteriaForm;
    case 'wertung':
      return evaluationForm;
    case 'preis':
      return priceForm;
    case 'eignung':
      return suitabilityForm;
    case 'termine':
      return datesForm(plan);
    case 'vertrag':
      return contractForm;
  }
}
