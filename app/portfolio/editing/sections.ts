/** The steps of the planning form, in the order of work; each is a page with its own address. */
export const sections = [
  { slug: 'vorlage', title: 'Vorlage und Beratungsfolge' },
  { slug: 'bedarf', title: 'Bedarf und Leistung' },
  { slug: 'standorte', title: 'Standorte und Räume' },
  { slug: 'phasen', title: 'Phasen' },
  { slug: 'hilfesysteme', title: 'Weiterführende Hilfen' },
  { slug: 'laufzeit', title: 'Laufzeit und Verlängerung' },
  { slug: 'kosten', title: 'Kosten' },
  { slug: 'auswertung', title: 'Auswertung' },
] as const;

export type SectionSlug = (typeof sections)[number]['slug'];

export function isSectionSlug(text: string | undefined): text is SectionSlug {
  return sections.some((section) => section.slug === text);
}

export function sectionTitle(slug: SectionSlug): string {
  return sections.find((section) => section.slug === slug)?.title ?? slug;
}

function sectionIndex(slug: SectionSlug): number {
  return sections.findIndex((section) => section.slug === slug);
}

/** The step after `slug`; undefined after the last one. */
export function nextSection(slug: SectionSlug): SectionSlug | undefined {
  return sections[sectionIndex(slug) + 1]?.slug;
}
