import { fieldLabels } from '~/portfolio/editing/field-labels';
import { tenderPlanFields } from '~/procurement/facts';
import { partNames } from '~/procurement/preparation/field-labels';
import { steps } from '~/procurement/preparation/steps';
import { documentTitle, type DocumentKind } from '../../kinds';
import { type PaperFacts, participationTexts } from '../participation';

/** One thing that is no longer as it was when the papers were released. */
export interface ReleaseChange {
  /** In a word, for "Unterlagen nicht mehr aktuell: …". */
  readonly label: string;
}

/** Lists of the plan have no label of their own in its form's fields. */
const listLabels: Readonly<Record<string, string>> = {
  legalBases: 'Rechtsgrundlagen',
  sites: 'Standorte',
  phases: 'Phasen',
  referralTargets: 'Weiterführende Hilfen',
  options: 'Verlängerung',
};

/**
 * What differs between a released set and today's data: the plan field by field, the
 * preparation step by step, the authority's name, and the texts of the papers.
 */
export function releaseChanges(
  released: PaperFacts,
  current: PaperFacts,
  templatesChanged: readonly DocumentKind[],
): ReleaseChange[] {
  const plain: Readonly<Record<string, string>> = fieldLabels;
  const plan = tenderPlanFields
    .filter((field) => !isSame(released.plan[field], current.plan[field]))
    .map((field) => listLabels[field] ?? plain[field] ?? field);
  const parts = steps
    .filter(({ part }) => !isSame(released.parts[part], current.parts[part]))
    .map(({ part }) => partNames[part]);
  return [
    ...(released.measure.title === current.measure.title ? [] : ['Name der Maßnahme']),
    ...(isSame(released.authority, current.authority) ? [] : ['Angaben zur Behörde']),
    ...plan,
    ...(isSame(participationTexts(released.profile), participationTexts(current.profile))
      ? []
      : ['Umfang einer Teilnahme']),
    ...parts,
    ...templatesChanged.map((kind) => `Text der Vorlage „${documentTitle(kind)}“`),
  ].map((label) => ({ label }));
}

/** Equal but for the order of keys, which jsonb does not keep. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}
