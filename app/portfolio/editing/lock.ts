import type { TypedValues } from '~/ui/form/typed-values';
import type { MeasurePlan } from './plan';
import type { SectionSlug } from './sections';
import { typedSection } from './typed-section';

/** Travels hidden in the form and says which state of the plan it was filled from. */
export interface SectionLock {
  readonly version: string;
  /** Fingerprint of this step's fields: other steps may be saved meanwhile without disturbing. */
  readonly seen: string;
}

export function sectionLock(slug: SectionSlug, plan: MeasurePlan): SectionLock {
  return { version: String(plan.version), seen: fingerprint(typedSection(slug, plan)) };
}

/** The lock as it came back; one that is missing or unreadable fits no version. */
export function postedLock(typed: Readonly<TypedValues>): SectionLock {
  return { version: typed.version ?? '', seen: typed.seen ?? '' };
}

/** Whether the step's fields are still as they were when the form was filled. */
export function isCurrent(lock: SectionLock, slug: SectionSlug, plan: MeasurePlan): boolean {
  const now = sectionLock(slug, plan);
  return lock.version === now.version || lock.seen === now.seen;
}

/** FNV-1a over 32 bits: tells states of one form apart, protects nothing. */
function fingerprint(values: TypedValues): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(values)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
