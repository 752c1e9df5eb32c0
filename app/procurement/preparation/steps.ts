import type { PartName } from './parts';

/** The steps of "Vergabe vorbereiten" in the order of work; each is a page and answers for one part. */
export const steps = [
  { slug: 'lose', title: 'Lose und Mengen', part: 'lots' },
  { slug: 'leistung', title: 'Ziele und Anforderungen', part: 'service' },
  { slug: 'personal', title: 'Personal und Berichte', part: 'staff' },
  { slug: 'kriterien', title: 'Zuschlagskriterien', part: 'criteria' },
  { slug: 'wertung', title: 'Wertung', part: 'evaluation' },
  { slug: 'preis', title: 'Preis und Vergütung', part: 'price' },
  { slug: 'eignung', title: 'Eignung und Nachweise', part: 'suitability' },
  { slug: 'termine', title: 'Termine und Verlängerung', part: 'dates' },
  { slug: 'vertrag', title: 'Kontakt und Datenschutz', part: 'contract' },
] as const satisfies readonly { slug: string; title: string; part: PartName }[];

export type StepSlug = (typeof steps)[number]['slug'];

export const firstStep: StepSlug = steps[0].slug;

export function isStepSlug(text: string | undefined): text is StepSlug {
  return steps.some(({ slug }) => slug === text);
}

export function stepTitle(slug: StepSlug): string {
  return steps.find((step) => step.slug === slug)?.title ?? slug;
}

export function partOf(slug: StepSlug): PartName {
  const step = steps.find((each) => each.slug === slug);
  if (!step) throw new Error(`No step ${slug}.`);
  return step.part;
}

export function stepOf(part: PartName): StepSlug {
  const step = steps.find((each) => each.part === part);
  if (!step) throw new Error(`No step answers for ${part}.`);
  return step.slug;
}

/** The step after `slug`; undefined after the last one. */
export function nextStep(slug: StepSlug): StepSlug | undefined {
  return steps[steps.findIndex((step) => step.slug === slug) + 1]?.slug;
}
