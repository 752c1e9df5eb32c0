import type { ProfileSection } from './field-spec';
import { aboutSection, legalSection } from './sections/about';
import { periodSection, participationSection } from './sections/time';
import { placesSection, courseSection } from './sections/course';
import { moneySection } from './sections/money';
import { rulesSection, resultsSection } from './sections/experience';

/** The steps of the profile form; each is a page with its own address. */
export const profileSections = [
  aboutSection,
  legalSection,
  periodSection,
  participationSection,
  placesSection,
  courseSection,
  moneySection,
  rulesSection,
  resultsSection,
] as const satisfies readonly ProfileSection[];

export type ProfileSectionSlug = (typeof profileSections)[number]['slug'];

export const firstProfileSection: ProfileSectionSlug = profileSections[0].slug;

export function isProfileSection(text: string | undefined): text is ProfileSectionSlug {
  return profileSections.some(({ slug }) => slug === text);
}

export function profileSection(slug: ProfileSectionSlug): ProfileSection {
  const found = profileSections.find((section) => section.slug === slug);
  if (!found) throw new Error(`There is no section ${slug}.`);
  return found;
}

/** The step after `slug`; undefined after the last one. */
export function nextProfileSection(slug: ProfileSectionSlug): ProfileSectionSlug | undefined {
  return profileSections[profileSections.findIndex((section) => section.slug === slug) + 1]?.slug;
}
