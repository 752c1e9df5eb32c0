import { fieldId } from '~/ui/form/field-id';
import { paths } from '~/ui/paths';
import type { GapLink } from '../gap-link';
import type { MissingForPaper } from './rules';

/** Where a gap of the council paper is filled. */
export function gapLink(slug: string, gap: MissingForPaper): GapLink {
  return { label: gap.label, sentence: gap.sentence, to: addressOf(slug, gap) };
}

function addressOf(slug: string, { section, field }: MissingForPaper): string {
  if (section === 'haushalt') return paths.budget();
  const page = section === 'behoerde' ? paths.authority() : paths.editMeasure(slug, section);
  return `${page}#${fieldId(field)}`;
}
