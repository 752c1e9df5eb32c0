import type { Committee } from '~/authority/authority';
import type { FieldWords } from '~/ui/form/save-conflict';
import type { TypedValues } from '~/ui/form/typed-values';
import type { MeasureContent } from './content';
import { fieldLabel } from './editing/field-labels';
import type { PlanContent } from './editing/plan';
import { sections } from './editing/sections';
import { typedSection } from './editing/typed-section';
import { profileWords } from './profile/field-words';
import { profileSections } from './profile/sections';
import { typedProfile } from './profile/typed';

/** What a version holds, or the measure as it stands. */
export interface Comparable {
  readonly content: MeasureContent;
  readonly plan: PlanContent;
}

interface ComparedField {
  readonly label: string;
  /** Null: nothing stands there. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparedSection {
  readonly title: string;
  readonly fields: readonly ComparedField[];
}

/** What differs between two versions, in the words of the forms; steps without a difference are left out. */
export function compareVersions(
  before: Comparable,
  after: Comparable,
  committees: readonly Committee[],
): ComparedSection[] {
  const profile = profileSections.map(({ slug, title }) => ({
    title,
    fields: differences(
      typedProfile(slug, before.content),
      typedProfile(slug, after.content),
      profileWords(slug),
    ),
  }));
  const plain: FieldWords = { label: (name) => fieldLabel(name, committees), value: (_, text) => text };
  const plan = sections.map(({ slug, title }) => ({
    title: `Beschlussvorlage: ${title}`,
    fields: differences(typedSection(slug, before.plan), typedSection(slug, after.plan), plain),
  }));
  return [...profile, ...plan].filter(({ fields }) => fields.length > 0);
}

function differences(before: TypedValues, after: TypedValues, words: FieldWords): ComparedField[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const shown = (name: string, text: string | undefined) =>
    text === undefined || text === '' ? null : words.value(name, text);
  return names
    .filter((name) => (before[name] ?? '') !== (after[name] ?? ''))
    .map((name) => ({
      label: words.label(name),
      before: shown(name, before[name]),
      after: shown(name, after[name]),
    }));
}
