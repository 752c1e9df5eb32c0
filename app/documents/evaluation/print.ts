import type { Tx } from '#db/as-actor';
import type { Figure, PaperInput } from '#templates/engine/index';
import { findAuthority } from '~/authority/store';
import { evaluationChart } from '~/evaluation/chart';
import { protectedSummary } from '~/evaluation/rules/summary';
import { chooseFor, keyOf } from '~/evaluation/find-page';
import { findProtectedRecords } from '~/evaluation/records/find';
import { recordsChart } from '~/evaluation/records/shown';
import { periodName } from '~/evaluation/records/words';
import { besideStated, findEvaluationText, findProtection } from '~/evaluation/store';
import { findPlan } from '~/portfolio/editing/store';
import { currentVersionNo, findMeasure } from '~/portfolio/store';
import { barChart } from '../bar-chart';
import { paperMeta, versionText } from '../head';
import type { AskedPaper, LoadedPaper } from '../paper';
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
      title: `Auswertung der Maßnahme „${facts.content.title}“${periodOf(facts)}`,
      kind: 'Auswertung',
      version: versionText(facts.versionNo, facts.contentVersion),
      confidentiality: 'öffentlich',
      date: facts.today,
      isDraft,
    }),
  };
}

function periodOf({ records }: EvaluationFacts): string {
  const [period] = records?.periods ?? [];
  return period ? `, ${periodName(period)}` : '';
}

/** Drawn from what the template gets: a hidden number has no bar. */
function chartOf({ summary, records }: EvaluationFacts): Figure {
  const chart = records ? recordsChart(records) : evaluationChart(summary);
  if (!chart) return barChart([], { caption: 'keine vergleichbaren Ergebnisse' });
  return barChart(chart.bars, {
    caption: chart.caption,
    ...(chart.hasIntervals && { intervalWords: 'Die dünne Linie ist das 95-%-Intervall.' }),
  });
}

/** Undefined where the actor's authority has no such measure, or the figures asked for do not exist. */
export async function loadEvaluation(
  tx: Tx,
  slug: string,
  today: string,
  asked?: AskedPaper,
): Promise<LoadedPaper | undefined> {
  const [measure, plan, authority, protection] = await Promise.all([
    findMeasure(tx, slug),
    findPlan(tx, slug),
    findAuthority(tx, today),
    findProtection(tx, today),
  ]);
  if (!measure || !plan) return undefined;
  const choice = asked && (await chooseFor(tx, measure, asked, today));
  if (choice?.finding) return undefined;
  const [versionNo, text, records] = await Promise.all([
    currentVersionNo(tx, measure),
    findEvaluationText(tx, measure.id, choice ? keyOf(choice.shown) : besideStated),
    choice?.shown.kind === 'records'
      ? findProtectedRecords(tx, {
          measureId: measure.id,
          period: choice.shown.period,
          years: choice.years,
          protection,
          today,
        })
      : null,
  ]);
  const { results, ...content } = measure.content;
  const { sourceYear, contentVersion } = measure;
  return {
    measure: { slug, title: content.title },
    gaps: [],
    input: (template, isDraft) => {
      // Only here: pages ask every paper for its gaps, and need no figures for that.
      const summary = protectedSummary(results, protection);
      return evaluationInput(
        {
          authority,
          content,
          sourceYear,
          plan,
          summary,
          records,
          text,
          versionNo,
          contentVersion,
          today,
        },
        template,
        isDraft,
      );
    },
  };
}
