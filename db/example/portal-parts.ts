import type { MeasureContent } from '~/portfolio/content';
import type { PortalPart } from '~/portfolio/portal';

/**
 * What the example adds in numbers to the words of its sources, by slug. Everything stands
 * in the files as a sentence; the group size is the number of places that the file names.
 */
const portalParts: Readonly<Partial<Record<string, PortalPart>>> = {
  aktiva: {
    sessions: { count: 6, hours: 4, groupSize: 12 },
    onlyWithin: ['§ 45 SGB III'],
    neededCertificate: 'Zertifizierung für AktivA',
    maxHealthPercent: 20,
  },
};

export function withPortalPart(content: MeasureContent): MeasureContent {
  const portal = portalParts[content.slug];
  return portal ? { ...content, portal } : content;
}
