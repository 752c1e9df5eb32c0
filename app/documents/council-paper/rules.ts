import type { Authority } from '~/authority/authority';
import { type FundingPlan, fundingPlan, type YearMoney } from '~/budget/funding-plan';
import { budgetFindingText } from '~/budget/finding-text';
import { optionFindings, type Period } from '~/budget/rules';
import { fieldLabel } from '~/portfolio/editing/field-labels';
import type { PlanContent } from '~/portfolio/editing/plan';
import { termFindingText } from '~/portfolio/editing/finding-text';
import { checkTerm, missingFields } from '~/portfolio/editing/rules';
import type { SectionSlug } from '~/portfolio/editing/sections';
import { azavText } from '~/portfolio/finding-text';
import { readLegalBases } from '~/portfolio/legal-basis';
import { type AzavAnswer, azavRule } from '~/portfolio/rules';

/** Everything a council paper is printed from; null means: not entered. */
export interface CouncilPaperFacts {
  /** With its committees in the order in which they deal with the paper. */
  readonly authority: Omit<Authority, 'version'>;
  readonly measure: { readonly slug: string; readonly title: string };
  readonly plan: PlanContent;
  /** The product of `plan.productId`. */
  readonly product: { readonly number: string; readonly name: string } | null;
  /** Appropriations of that product. */
  readonly appropriations: readonly YearMoney[];
  /** Today as 'YYYY-MM-DD'; rules are looked up for it until the paper has a date of its own. */
  readonly today: string;
}

/** Where the missing thing is entered: a step of the planning form, the authority's page or the budget's. */
type PaperSection = SectionSlug | 'behoerde' | 'haushalt';

export interface MissingForPaper {
  /** `missing`: not entered; `finding`: entered, but a rule stands against it. */
  readonly kind: 'missing' | 'finding';
  /** Stable name: the field for a missing thing, the finding's code else. */
  readonly code: string;
  /** German name of the field. */
  readonly label: string;
  readonly section: PaperSection;
  /** Name of the input, for the link. */
  readonly field: string;
  /** What a finding says; null for what is merely missing. */
  readonly sentence: string | null;
}

/**
 * Everything that stands between these facts and a final paper; empty: it can be printed.
 *
 * The price is the one allowed gap.
 *
 * Source: documents.md §§ 1, 14 (row 1); rules B1 to B7, B13.
 */
export function missingForPaper(facts: CouncilPaperFacts): MissingForPaper[] {
  return [
    ...missingInPlan(facts),
    ...missingAtAuthority(facts),
    ...azavFindings(facts),
    ...termFindings(facts),
    ...moneyFindings(facts),
  ];
}

function missingInPlan({ plan, authority }: CouncilPaperFacts): MissingForPaper[] {
  const { committees } = authority;
  const needed = missingFields(
    plan,
    committees.map(({ id }) => id),
  );
  return (Object.entries(needed) as [SectionSlug, readonly string[]][]).flatMap(([section, fields]) =>
    fields.map((field) => missing(section, field, fieldLabel(field, committees))),
  );
}

function missingAtAuthority({ authority }: CouncilPaperFacts): MissingForPaper[] {
  const texts = [
    ['name', 'Name der Behörde'],
    ['office', 'Amt'],
    ['signatureRole', 'Funktion der unterzeichnenden Person'],
    ['regime', 'Haushaltsrecht'],
  ] as const;
  const unset = texts.filter(([field]) => !authority[field]);
  const hasDecider = authority.committees.some(({ task }) => task === 'decides');
  return [
    ...unset.map(([field, label]) => missing('behoerde', field, label)),
    ...(hasDecider ? [] : [missing('behoerde', 'committees.0.name', 'Gremium, das entscheidet')]),
  ];
}

/** Whether the provider must be certified, on the paper's day. */
export function azavOfPaper({ plan, today }: CouncilPaperFacts): AzavAnswer {
  return azavRule(readLegalBases(plan.legalBases), plan.isVoluntaryService, plan.paperDate ?? today);
}

function azavFindings(facts: CouncilPaperFacts): MissingForPaper[] {
  const answer = azavOfPaper(facts);
  const isListedAlready = facts.plan.legalBases.length === 0 || answer.reasonCode === 'voluntaryNotAnswered';
  if (answer.required !== null || isListedAlready) return [];
  const field =
    answer.reasonCode === 'municipalServiceNotVoluntary' ? 'isVoluntaryService' : 'legalBases.0.cited';
  return [finding(answer.reasonCode, 'bedarf', field, 'Trägerzulassung (AZAV)', azavText(answer))];
}

function termFindings({ plan, authority }: CouncilPaperFacts): MissingForPaper[] {
  return checkTerm(plan)
    .filter(({ code }) => code !== 'termEndMissing') // Listed as missing already.
    .map((each) => {
      const { path, message } = termFindingText(each);
      const field = path.join('.');
      return finding(each.code, 'laufzeit', field, fieldLabel(field, authority.committees), message);
    });
}

function moneyFindings(facts: CouncilPaperFacts): MissingForPaper[] {
  return (fundingPlanOf(facts)?.findings ?? []).flatMap((each) => {
    if (each.code === 'regimeWithoutRule') {
      return finding(each.code, 'behoerde', 'regime', 'Haushaltsrecht', budgetFindingText(each));
    }
    // Without a product or a date these are missing themselves; naming every year again would only confuse.
    if (each.reason === 'noProduct' || !facts.plan.paperDate) return [];
    const label = `Haushaltsjahr ${each.fiscalYear}`;
    return finding(
      each.code,
      'haushalt',
      `appropriations.${each.fiscalYear}`,
      label,
      budgetFindingText(each),
    );
  });
}

/** Money by fiscal year; null as long as the term or an option is missing or out of order. */
export function fundingPlanOf(facts: CouncilPaperFacts): FundingPlan | null {
  const { plan, authority, product, appropriations, today } = facts;
  const term = termOf(plan);
  const options = optionsOf(plan);
  if (!term || optionFindings(term, options).length > 0) return null;
  return fundingPlan({
    term,
    options,
    monthlyCents: plan.estimateMonthlyCents,
    appropriations,
    productNumber: product?.number ?? null,
    regime: authority.regime,
    state: authority.state,
    onDate: plan.paperDate ?? today,
  });
}

function termOf({ termStart, termEnd }: PlanContent): Period | null {
  return termStart && termEnd ? { start: termStart, end: termEnd } : null;
}

function optionsOf({ options, hasOptions }: PlanContent): Period[] {
  return hasOptions === false ? [] : options.map(({ starts, ends }) => ({ start: starts, end: ends }));
}

function missing(section: PaperSection, field: string, label: string): MissingForPaper {
  return { kind: 'missing', code: field, label, section, field, sentence: null };
}

function finding(
  code: string,
  section: PaperSection,
  field: string,
  label: string,
  sentence: string,
): MissingForPaper {
  return { kind: 'finding', code, label, section, field, sentence };
}
