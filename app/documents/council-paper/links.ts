import { fieldId } from '~/ui/form/field-id';
import { paths } from '~/ui/paths';
import type { MissingForPaper } from './rules';

/** One thing a paper still needs, ready for a page: what it is and where it is entered. */
export interface GapLink {
  readonly label: string;
  /** What a rule says against an entry; null for what is merely missing. */
  readonly sentence: string | null;
  readonly to: string;
}

export function gapLink(slug: string, gap: MissingForPaper): GapLink {
  return { label: gap.label, sentence: gap.sentence, to: addressOf(slug, gap) };
}

function addressOf(slug: string, { section, field }: MissingForPaper): string {
  if (section === 'haushalt') return paths.budget();
  const page = section === 'behoerde' ? paths.authority() : paths.editMeasure(slug, section);
  return `${page}#${fieldId(field)}`;
}
