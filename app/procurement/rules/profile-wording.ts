import type { MeasureContent } from '~/portfolio/content';
import { isMunicipalService, readLegalBases } from '~/portfolio/legal-basis';
import { profileWords } from '~/portfolio/profile/field-words';
import type { ProfileSectionSlug } from '~/portfolio/profile/sections';
import { azavRule } from '~/portfolio/rules';
import type { TenderFacts, TenderSecrets } from '../facts';
import { wordingSentence } from '../finding-text';
import type { TenderGap } from './gaps';
import { wordingFindings } from './wording';

/** What of the profile stands in the specification in the source's own words. */
type PrintedProfile = Pick<
  MeasureContent,
  'targetCriteria' | 'modules' | 'individualDuration' | 'weeklyHours' | 'contactRhythm' | 'phases'
>;

/**
 * Texts of the profile that bidders read and must not, each with the field where it is mended.
 *
 * Source: rules A19, B7, B8; documents.md §§ 0, 4, 15.
 */
export function profileWordingGaps(
  profile: PrintedProfile,
  { plan }: Pick<TenderFacts, 'plan'>,
  secrets: TenderSecrets,
  onDate: string,
): TenderGap[] {
  const bases = readLegalBases(plan.legalBases);
  const context = {
    secrets,
    isMunicipalService: isMunicipalService(bases),
    azavRequired: azavRule(bases, plan.isVoluntaryService, onDate).required,
  };
  return printedTexts(profile).flatMap(([section, field, text]) =>
    wordingFindings(text ?? '', context).map((finding) => ({
      papers: ['leistungsbeschreibung'] as const,
      place: { kind: 'profile', section } as const,
      field,
      label: profileWords(section).label(field),
      sentence: wordingSentence(finding),
    })),
  );
}

type PrintedText = readonly [section: ProfileSectionSlug, field: string, text: string | null];

/** Lists of lines are one field each. */
function printedTexts(profile: PrintedProfile): PrintedText[] {
  return [
    ['profil', 'targetCriteria', profile.targetCriteria.join('\n')],
    ['ablauf', 'modules', profile.modules.join('\n')],
    ['teilnahme', 'individualDuration.note', profile.individualDuration.note],
    ['teilnahme', 'weeklyHours', profile.weeklyHours],
    ['teilnahme', 'contactRhythm', profile.contactRhythm],
    ...profile.phases.flatMap(({ name, duration }, index): PrintedText[] => [
      ['ablauf', `phases.${index}.name`, name],
      ['ablauf', `phases.${index}.duration`, duration],
    ]),
  ];
}
