import { readdirSync, readFileSync } from 'node:fs';
import type { EvaluationFacts } from '~/documents/evaluation/template-data';
import type { FactSheetFacts } from '~/documents/fact-sheet/template-data';
import type { PortfolioFacts } from '~/documents/portfolio-overview/template-data';
import type { PortfolioMeasure } from '~/documents/portfolio-overview/store';
import { protectedSummary } from '~/evaluation/rules/summary';
import type { Protection } from '~/evaluation/rules/settings';
import { emptyContent, measureContent, type MeasureContent } from '~/portfolio/content';
import type { PlanContent } from '~/portfolio/editing/plan';
import { noFilter } from '~/portfolio/filters';
import { caseManagerFacts } from './facts';

/** The 25 measures of the example, as their files say. */
export const exampleMeasures: readonly MeasureContent[] = readdirSync('db/example/portfolio')
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => measureContent.parse(JSON.parse(readFileSync(`db/example/portfolio/${name}`, 'utf8'))));

export function example(slug: string): MeasureContent {
  const found = exampleMeasures.find((content) => content.slug === slug);
  if (!found) throw new Error(`There is no example ${slug}.`);
  return found;
}

/** A measure of which only what the test names is known. */
export function aMeasure(patch: Partial<MeasureContent> = {}): MeasureContent {
  return { ...emptyContent('probe', 'Probe'), ...patch };
}

/** Nothing planned yet. */
export const noPlan: PlanContent = {
  ...caseManagerFacts.plan,
  paperNo: null,
  paperDate: null,
  serviceSubject: null,
  targetGroup: null,
  isVoluntaryService: null,
  legalBases: [],
  sites: [],
  phases: [],
  termStart: null,
  termEnd: null,
  hasOptions: null,
  options: [],
};

const authority = caseManagerFacts.authority;
export const preset: Protection = { minCellCount: 3, minDenominator: 10 };
const today = '2026-11-21';

export function factSheetFacts(content: MeasureContent, patch: Partial<FactSheetFacts> = {}): FactSheetFacts {
  return {
    authority,
    content,
    sourceYear: 2013,
    state: 'idea',
    intake: 'closed',
    plan: noPlan,
    versionNo: null,
    contentVersion: 1,
    today,
    ...patch,
  };
}

export function evaluationFacts(
  { results, ...content }: MeasureContent,
  patch: Partial<EvaluationFacts> = {},
  protection = preset,
): EvaluationFacts {
  return {
    authority,
    content,
    sourceYear: 2013,
    plan: noPlan,
    summary: protectedSummary(results, protection),
    records: null,
    text: { assessment: null, proposal: null, version: 0 },
    versionNo: 2,
    contentVersion: 1,
    today,
    ...patch,
  };
}

export function portfolioMeasure(content: MeasureContent): PortfolioMeasure {
  return { slug: content.slug, content, state: 'idea', plan: noPlan };
}

export function portfolioFacts(contents: readonly MeasureContent[]): PortfolioFacts {
  const measures = contents.map(portfolioMeasure);
  const count = measures.length;
  return {
    authority,
    selection: { measures, matchingCount: count, allCount: count },
    filter: noFilter,
    today,
  };
}
