import type { Tx } from '#db/as-actor';
import type { Figure, PaperInput } from '#templates/engine/index';
import { findAuthority } from '~/authority/store';
import { evaluationChart } from '~/evaluation/chart';
import { protectedSummary } from '~/evaluation/rules/summary';
import { findEvaluationText, findProtection } from '~/evaluation/store';
import { findPlan } from '~/portfolio/editing/store';
import { currentVersionNo, findMeasure } from '~/portfolio/store';
import { barChart } from '../bar-chart';
import { paperMeta, versionText } from '../head';
import type { LoadedPaper } from '../paper';
import { templateFile } from '../templates/files';
import type { TemplateText } from '../templates/store';
import { evaluationData, type EvaluationFacts } from './template-data';

export function evaluationInput(
  facts: EvaluationFacts,
  template: TemplateText,
  isDraft: boolean,
): PaperInput {
  return {
    file: templateFile('auswertung'),
    template: template.text,
    data: evaluationData(facts),
    figures: { ergebnisse: chartOf(facts) },
    meta: paperMeta({
      authority: facts.authority,
      title: `Auswertung der Maßnahme „${facts.content.title}“`,
      kind: 'Auswertung',
      version: versionText(facts.versionNo, facts.contentVersion),
      confidentiality: 'öffentlich',
      date: facts.today,
      isDraft,
    }),
  };
}

/** Drawn from what the template gets: a hidden number has no bar. */
function chartOf({ summary }: EvaluationFacts): Figure {
  const chart = evaluationChart(summary);
  if (!chart) return barChart([], { caption: 'keine vergleichbaren Ergebnisse' });
  return barChart(chart.bars, {
    caption: chart.caption,
    ...(chart.hasIntervals && { intervalWords: 'Die dünne Linie ist das 95-%-Intervall.' }),
  });
}

/** Undefined where the actor's authority has no such measure. */
export async function loadEvaluation(tx: Tx, slug: string, today: string): Promise<LoadedPaper | undefined> {
  const [measure, plan, authority, protection] = await Promise.all([
    findMeasure(tx, slug),
    findPlan(tx, slug),
    findAuthority(tx, today),
    findProtection(tx, today),
  ]);
  if (!measure || !plan) return undefined;
  const [versionNo, text] = await Promise.all([
    currentVersionNo(tx, measure),
    findEvaluationText(tx, measure.id),
  ]);
  const { results, ...content } = measure.content;
  const { sourceYear, contentVersion } = measure;
  return {
    measure: { slug, title: content.title },
    gaps: [],
    input: (template, isDraft) => {
      // Only here: pages ask every paper for its gaps, and need no figures for that.
      const summary = protectedSummary(results, protection);
      const facts = { authority, content, sourceYear, plan, summary, text, versionNo, contentVersion, today };
      return evaluationInput(facts, template, isDraft);
    },
  };
}
