import type { TenderGap } from '~/procurement/rules/gaps';
import { fieldId } from '~/ui/form/field-id';
import { paths } from '~/ui/paths';
import type { GapLink } from '../gap-link';

/** Where a gap of the tender papers is filled, and by whom. */
export function tenderGapLink(slug: string, { place, field, label, sentence }: TenderGap): GapLink {
  const anchor = field === '' ? '' : `#${fieldId(field)}`;
  switch (place.kind) {
    case 'step':
      return {
        label,
        sentence,
        to: `${paths.prepareTender(slug, place.step)}${anchor}`,
        editors: ['districtOfficer', 'procurementOfficer'],
      };
    case 'plan':
    case 'profile':
      return { label, sentence, to: `${paths.editMeasure(slug, place.section)}${anchor}` };
    case 'authority':
      return { label, sentence, to: `${paths.authority()}${anchor}` };
  }
}
