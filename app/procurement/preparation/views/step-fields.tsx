import type { ReactNode } from 'react';
import type { StepSlug } from '../steps';
import { criteriaFields, evaluationFields, priceFields } from './scoring-fields';
import { lotFields, serviceFields, staffFields } from './service-fields';
import type { StepFacts } from './step-facts';
import { contractFields, dateFields, suitabilityFields } from './terms-fields';

/**
 * The fields of each step. Functions and no components: the error summary reads the
 * labels from the elements before they are drawn.
 */
export const stepFields: Readonly<Record<StepSlug, (facts: StepFacts) => ReactNode>> = {
  lose: lotFields,
  leistung: serviceFields,
  personal: staffFields,
  kriterien: criteriaFields,
  wertung: evaluationFields,
  preis: priceFields,
  eignung: suitabilityFields,
  termine: dateFields,
  vertrag: contractFields,
};
