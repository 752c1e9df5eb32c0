import type { z } from 'zod';
import { portalPart } from './portal';
import { measureSource } from './source';

/**
 * The profile of a measure as the portal holds it: the keys of a portfolio file, and
 * ours in `portal`. The file's words stay; what was structured from them stands beside.
 */
export const measureContent = measureSource.extend({ portal: portalPart.optional() });

export type MeasureContent = z.output<typeof measureContent>;

/** A profile that says nothing but its name. */
export function emptyContent(slug: string, title: string): MeasureContent {
  return {
    slug,
    title,
    kind: 'massnahme',
    carrier: { name: null, type: null },
    targetGroup: null,
    targetCriteria: [],
    period: { start: null, end: null, openEnded: null, note: null },
    extensionOptions: [],
    individualDuration: {
      typicalMonths: null,
      minMonths: null,
      maxMonths: null,
      attendanceDays: null,
      note: null,
    },
    weeklyHours: null,
    contactRhythm: null,
    places: [],
    placesTotal: null,
    staffing: { ratio: null, fte: null, note: null },
    budget: {
      totalEur: null,
      perYearEur: null,
      perMonthEur: null,
      perPlacePerMonthEur: null,
      perParticipantEur: null,
      note: null,
    },
    fundingSources: [],
    paymentModel: null,
    legalBases: [],
    implementation: null,
    voluntary: null,
    phases: [],
    modules: [],
    reporting: [],
    rules: [],
    results: [],
    lessons: [],
  };
}
