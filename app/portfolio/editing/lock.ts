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
  return lockOf(plan.version, typedSection(slug, plan));
}

/** The lock of any step: the count of changes it was filled from, and what stood in its fields. */
export function lockOf(version: number, typed: TypedValues): SectionLock {
  return { version: String(version), seen: fingerprint(typed) };
}

/** Whether the fields are still as they were when the form was filled. */
export function fitsLock(lock: SectionLock, now: SectionLock): boolean {
  return lock.version === now.version || lock.seen === now.seen;
}

/** The lock as it came back; one that is missing or unreadable fits no version. */
export function postedLock(typed: Readonly<TypedValues>): SectionLock {
  return { version: typed.version ?? '', seen: typed.seen ?? '' };
}

/** Whether the step's fields are still as they were when the form was filled. */
export function isCurrent(lock: SectionLock, slug: SectionSlug, plan: MeasurePlan): boolean {
  return fitsLock(lock, sectionLock(slug, plan));
}

/** FNV-1a over 32 bits: tells states of one form apart, protects nothing. */
function fingerprint(values: TypedValues): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(values)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
