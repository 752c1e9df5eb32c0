import { fieldLabel } from '~/portfolio/editing/field-labels';
import { checkTerm } from '~/portfolio/editing/rules';
import { termFindingText } from '~/portfolio/editing/finding-text';
import type { SectionSlug } from '~/portfolio/editing/sections';
import type { ProfileSectionSlug } from '~/portfolio/profile/sections';
import { azavText } from '~/portfolio/finding-text';
import { isMunicipalService, normsOf, readLegalBases, readLegalBasis } from '~/portfolio/legal-basis';
import { type AzavAnswer, azavRule } from '~/portfolio/rules';
import type { TenderFacts, TenderPlan, TenderSecrets } from '../facts';
import {
  criteriaSentence,
  dateSentence,
  declareBySentence,
  evaluationSentence,
  type FieldSentence,
  lotSentence,
  wordingSentence,
} from '../finding-text';
import { partNames, tenderFieldLabel } from '../preparation/field-labels';
import type { PartName } from '../preparation/parts';
import { steps, stepOf, type StepSlug } from '../preparation/steps';
import { criteriaFindings } from './criteria';
import { dateFindings, procedureDays } from './dates';
import { evaluationFindings } from './evaluation';
import { lotFindings } from './lots';
import { declareByFindings, declaredOptions } from './options';
import { wordingFindings } from './wording';

/** The five papers a bidder gets; together they are the set. */
export const tenderPapers = [
  'leistungsbeschreibung',
  'bewertungsmatrix',
  'preisblatt',
  'eignung',
  'vertrag',
] as const;
export type TenderPaper = (typeof tenderPapers)[number];

/** Where the missing thing is entered. */
type GapPlace =
  | { readonly kind: 'step'; readonly step: StepSlug }
  | { readonly kind: 'plan'; readonly section: SectionSlug }
  | { readonly kind: 'profile'; readonly section: ProfileSectionSlug }
  | { readonly kind: 'authority' };

/** One thing that stands between the facts and final papers. */
export interface TenderGap {
  /** The papers it stops; the set is stopped by all. Empty: only the set. */
  readonly papers: readonly TenderPaper[];
  readonly place: GapPlace;
  /** Name of the input, for the link. */
  readonly field: string;
  readonly label: string;
  /** What a rule says; null for what is merely missing. */
  readonly sentence: string | null;
}

/** What each paper is made of; row by row documents.md § 14. The contract stands on the whole service. */
const partsOfPaper: Readonly<Record<TenderPaper, readonly PartName[]>> = {
  leistungsbeschreibung: ['lots', 'service', 'staff', 'price'],
  bewertungsmatrix: ['criteria', 'evaluation'],
  preisblatt: ['lots', 'price', 'evaluation'],
  eignung: ['suitability'],
  vertrag: ['lots', 'service', 'staff', 'price', 'dates', 'contract'],
};

/** The plan's fields each paper prints. */
const planOfPaper: Readonly<Record<TenderPaper, readonly (keyof TenderPlan)[]>> = {
  leistungsbeschreibung: [
    'legalBases',
    'targetGroup',
    'serviceSubject',
    'serviceText',
    'isVoluntaryService',
    'sites',
    'roomsText',
    'phases',
    'referralTargets',
    'termStart',
    'termEnd',
    'hasOptions',
  ],
  bewertungsmatrix: [],
  preisblatt: ['termStart', 'termEnd', 'hasOptions'],
  eignung: ['legalBases', 'isVoluntaryService'],
  vertrag: ['legalBases', 'serviceSubject', 'sites', 'termStart', 'termEnd', 'hasOptions'],
};

const planSections: Readonly<Record<keyof TenderPlan, SectionSlug>> = {
  fileRef: 'vorlage',
  department: 'vorlage',
  legalBases: 'bedarf',
  targetGroup: 'bedarf',
  serviceSubject: 'bedarf',
  serviceText: 'bedarf',
  stepsText: 'bedarf',
  isVoluntaryService: 'bedarf',
  sites: 'standorte',
  roomsText: 'standorte',
  phases: 'phasen',
  referralTargets: 'hilfesysteme',
  termStart: 'laufzeit',
  termEnd: 'laufzeit',
  hasOptions: 'laufzeit',
  options: 'laufzeit',
};

/** Whether the provider must be certified, on the day the paper is made for. */
export function azavOf({ plan }: Pick<TenderFacts, 'plan'>, onDate: string): AzavAnswer {
  return azavRule(readLegalBases(plan.legalBases), plan.isVoluntaryService, onDate);
}

/** A norm that was in force once: no basis for a new contract, and never printed (rule B8). */
export function isOutdatedBasis(cited: string): boolean {
  return normsOf(readLegalBasis(cited)).some(
    ({ law, section, isOldVersion }) => isOldVersion || (law === 'SGB III' && section === '46'),
  );
}

/**
 * Everything that stands between these facts and final papers; empty: they can be released.
 *
 * Source: documents.md §§ 2 to 6, 14 (rows 2 to 6), 15; rules A19, B2, B5, B7, B8, B10.
 */
export function tenderGaps(facts: TenderFacts, secrets: TenderSecrets, onDate: string): TenderGap[] {
  return [
    ...planGaps(facts, onDate),
    ...unsavedGaps(facts),
    ...lotGaps(facts),
    ...serviceGaps(facts),
    ...criteriaGaps(facts),
    ...priceGaps(facts),
    ...suitabilityGaps(facts),
    ...dateGaps(facts),
    ...contractGaps(facts),
    ...wordingGaps(facts, secrets, onDate),
  ];
}

/** The gaps of one paper; without a paper those of the whole set. */
export function gapsOf(gaps: readonly TenderGap[], paper?: TenderPaper): TenderGap[] {
  return paper ? gaps.filter(({ papers }) => papers.includes(paper)) : [...gaps];
}

/** How many things each step still needs. */
export function gapCounts(gaps: readonly TenderGap[]): Readonly<Record<StepSlug, number>> {
  const count = (slug: StepSlug) =>
    gaps.filter(({ place }) => place.kind === 'step' && place.step === slug).length;
  return Object.fromEntries(steps.map(({ slug }) => [slug, count(slug)])) as Record<StepSlug, number>;
}

function planGaps({ plan, authority }: TenderFacts, onDate: string): TenderGap[] {
  const gap = (field: keyof TenderPlan, name: string, sentence: string | null = null): TenderGap => ({
    papers: tenderPapers.filter((paper) => planOfPaper[paper].includes(field)),
    place: { kind: 'plan', section: planSections[field] },
    field: name,
    label: fieldLabel(name, []),
    sentence,
  });
  const isMunicipal = isMunicipalService(readLegalBases(plan.legalBases));
  const texts = ['targetGroup', 'serviceSubject', 'serviceText', 'roomsText'] as const;
  const outdated = plan.legalBases.findIndex(({ cited }) => isOutdatedBasis(cited));
  const azav = azavRule(readLegalBases(plan.legalBases), plan.isVoluntaryService, onDate);
  return [
    ...(authority.name.trim() ? [] : [authorityGap()]),
    ...(plan.legalBases.length ? [] : [gap('legalBases', 'legalBases.0.cited')]),
    ...(outdated < 0
      ? []
      : [gap('legalBases', `legalBases.${outdated}.cited`, outdatedText(plan.legalBases[outdated]?.cited))]),
    ...(azav.required === null && plan.legalBases.length > 0 && outdated < 0
      ? [
          azav.reasonCode === 'voluntaryNotAnswered' || azav.reasonCode === 'municipalServiceNotVoluntary'
            ? gap('isVoluntaryService', 'isVoluntaryService', azavText(azav))
            : gap('legalBases', 'legalBases.0.cited', azavText(azav)),
        ]
      : []),
    ...texts.filter((field) => plan[field] === null).map((field) => gap(field, field)),
    ...(plan.sites.length ? [] : [gap('sites', 'sites.0.name')]),
    ...(plan.phases.length ? [] : [gap('phases', 'phases.0.title')]),
    ...plan.phases.flatMap(({ subText }, index) =>
      subText === null ? [gap('phases', `phases.${index}.subText`)] : [],
    ),
    ...(isMunicipal && plan.referralTargets.length === 0
      ? [gap('referralTargets', 'referralTargets.0.name')]
      : []),
    ...(plan.termStart === null ? [gap('termStart', 'termStart')] : []),
    ...(plan.termEnd === null ? [gap('termEnd', 'termEnd')] : []),
    ...(plan.hasOptions === null ? [gap('hasOptions', 'hasOptions')] : []),
    ...(plan.hasOptions && plan.options.length === 0 ? [gap('hasOptions', 'options.0.starts')] : []),
    ...checkTerm(plan)
      .filter(({ code }) => code !== 'termEndMissing') // Listed as missing already.
      .map((finding) => {
        const { path, message } = termFindingText(finding);
        return gap('hasOptions', path.join('.'), message);
      }),
  ];
}

function authorityGap(): TenderGap {
  return {
    papers: tenderPapers,
    place: { kind: 'authority' },
    field: 'name',
    label: 'Name der Behörde',
    sentence: null,
  };
}

function outdatedText(cited = ''): string {
  return `„${cited}“ gilt nicht mehr. Tragen Sie die heutige Vorschrift ein, zum Beispiel § 45 SGB III (Regel B8).`;
}

/** A proposal that nobody looked at is not the district's word. */
function unsavedGaps({ saved }: TenderFacts): TenderGap[] {
  return steps
    .filter(({ part }) => !saved.includes(part))
    .map(({ slug, part }) => ({
      papers: papersWith(part),
      place: { kind: 'step', step: slug },
      field: '',
      label: partNames[part],
      sentence: 'Das sind Vorschläge. Prüfen Sie den Schritt und speichern Sie ihn.',
    }));
}

function papersWith(part: PartName): TenderPaper[] {
  return tenderPapers.filter((paper) => partsOfPaper[paper].includes(part));
}

function partGap(part: PartName, field: string, sentence: string | null = null): TenderGap {
  return {
    papers: papersWith(part),
    place: { kind: 'step', step: stepOf(part) },
    field,
    label: tenderFieldLabel(field),
    sentence,
  };
}

function findingGap(part: PartName, { field, sentence }: FieldSentence): TenderGap {
  return partGap(part, field, sentence);
}

function lotGaps({ parts, plan }: TenderFacts): TenderGap[] {
  return lotFindings(parts.lots, plan, parts.evaluation.method === 'fixedPrice').map((finding) =>
    findingGap('lots', lotSentence(finding)),
  );
}

function serviceGaps({ parts: { service, staff } }: TenderFacts): TenderGap[] {
  const { goals, requirements } = service;
  return [
    ...(goals.length ? [] : [partGap('service', 'goals.0.text')]),
    ...goals.flatMap(({ indicator }, index) =>
      indicator === null ? [partGap('service', `goals.${index}.indicator`)] : [],
    ),
    ...(requirements.length ? [] : [partGap('service', 'requirements.0.text')]),
    ...(['accessText', 'workingText', 'cooperationText', 'qualityText'] as const)
      .filter((field) => service[field] === null)
      .map((field) => partGap('service', field)),
    ...(staff.staffing.length ? [] : [partGap('staff', 'staffing.0.role')]),
    ...staff.staffing.flatMap(({ posts, ratio, qualification }, index) => [
      ...(posts === null && ratio === null ? [partGap('staff', `staffing.${index}.posts`)] : []),
      ...(qualification === null ? [partGap('staff', `staffing.${index}.qualification`)] : []),
    ]),
    ...(staff.replacementText === null ? [partGap('staff', 'replacementText')] : []),
    ...(staff.reports.length ? [] : [partGap('staff', 'reports.0.what')]),
    ...staff.reports.flatMap(({ due }, index) =>
      due === null ? [partGap('staff', `reports.${index}.due`)] : [],
    ),
  ];
}

function criteriaGaps({ parts: { criteria, evaluation } }: TenderFacts): TenderGap[] {
  return [
    ...criteriaFindings(criteria.criteria).map((finding) =>
      findingGap('criteria', criteriaSentence(finding)),
    ),
    ...evaluationFindings(evaluation).map((finding) => findingGap('evaluation', evaluationSentence(finding))),
  ];
}

function priceGaps({ parts: { price }, plan }: TenderFacts): TenderGap[] {
  const hasOption = plan.hasOptions !== false && plan.options.length > 0;
  const needed = [
    ['vat', price.vat === null],
    ['vatRatePercent', price.vat === 'rate' && price.vatRatePercent === null],
    ['vatExemptReason', price.vat === 'exempt' && price.vatExemptReason === null],
    ['optionPrice', hasOption && price.optionPrice === null],
    ['optionIndexText', hasOption && price.optionPrice === 'indexed' && price.optionIndexText === null],
    ['paymentModel', price.paymentModel === null],
    ['paymentText', price.paymentText === null],
  ] as const;
  return needed.flatMap(([field, isMissing]) => (isMissing ? [partGap('price', field)] : []));
}

function suitabilityGaps({ parts: { suitability } }: TenderFacts): TenderGap[] {
  return [
    ...(suitability.proofs.length ? [] : [partGap('suitability', 'proofs.0.text')]),
    ...(['asksWageDeclaration', 'asksMinimumPay'] as const)
      .filter((field) => suitability[field] === null)
      .map((field) => partGap('suitability', field)),
  ];
}

/** The days of the procedure stand in the cover of the set, those of the extension in the contract. */
function dateGaps({ parts: { dates }, plan }: TenderFacts): TenderGap[] {
  const onlySet = (gap: TenderGap): TenderGap => ({ ...gap, papers: [] });
  const missing = [...procedureDays, 'submissionTime' as const].filter((field) => dates[field] === null);
  return [
    ...missing.map((field) => onlySet(partGap('dates', field))),
    ...dateFindings(dates, plan.termStart).map((finding) =>
      onlySet(findingGap('dates', dateSentence(finding))),
    ),
    ...declareByFindings(declaredOptions(plan, dates.declareBy), plan.termStart).map((finding) =>
      findingGap('dates', declareBySentence(finding)),
    ),
  ];
}

function contractGaps({ parts: { contract } }: TenderFacts): TenderGap[] {
  const inContract = [
    'processorRole',
    'dataCategories',
    'purposeText',
    'measuresText',
    'deletionText',
    'noticeMonths',
  ] as const;
  const inCover = ['contactOffice', 'contactAddress', 'submissionChannel'] as const;
  return [
    ...inContract.filter((field) => contract[field] === null).map((field) => partGap('contract', field)),
    ...inCover
      .filter((field) => contract[field] === null)
      .map((field): TenderGap => ({ ...partGap('contract', field), papers: [] })),
  ];
}

function wordingGaps(facts: TenderFacts, secrets: TenderSecrets, onDate: string): TenderGap[] {
  const context = {
    secrets,
    isMunicipalService: isMunicipalService(readLegalBases(facts.plan.legalBases)),
    azavRequired: azavOf(facts, onDate).required,
  };
  const { legalBases: _, ...plan } = facts.plan; // What is cited there has a finding of its own.
  return [
    ...textsOf(plan).flatMap(({ field, text }) =>
      wordingFindings(text, context).map((finding): TenderGap => {
        const name = field.split('.')[0] as keyof TenderPlan;
        return {
          papers: tenderPapers.filter((paper) => planOfPaper[paper].includes(name)),
          place: { kind: 'plan', section: planSections[name] },
          field,
          label: fieldLabel(field, []),
          sentence: wordingSentence(finding),
        };
      }),
    ),
    ...steps.flatMap(({ part }) =>
      textsOf(facts.parts[part]).flatMap(({ field, text }) =>
        wordingFindings(text, context).map((finding) =>
          partGap(part, field.replace(/\.scale\.(\d)$/, '.scale$1'), wordingSentence(finding)),
        ),
      ),
    ),
  ];
}

/** Every text of a value, with the path that leads to it: `goals.0.text`. */
function textsOf(value: unknown, path = ''): { field: string; text: string }[] {
  if (typeof value === 'string') return [{ field: path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}
