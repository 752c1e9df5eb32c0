import type { z } from 'zod';
import { costsForm } from './forms/costs';
import { needForm, paperForm } from './forms/paper';
import { evaluationForm, phasesForm, referralTargetsForm, sitesForm } from './forms/service';
import { termForm } from './forms/term';
import type { PlanPatch } from './plan';
import type { SectionSlug } from './sections';

/** The form of each step; all give the part of the plan the step answers for. */
export const sectionForms: Readonly<Record<SectionSlug, z.ZodType<PlanPatch>>> = {
  vorlage: paperForm,
  bedarf: needForm,
  standorte: sitesForm,
  phasen: phasesForm,
  hilfesysteme: referralTargetsForm,
  laufzeit: termForm,
  kosten: costsForm,
  auswertung: evaluationForm,
};
