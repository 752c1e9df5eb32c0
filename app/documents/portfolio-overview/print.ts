import type { Tx } from '#db/as-actor';
import { type Figure, type PaperInput, renderPdf } from '#templates/engine/index';
import { findAuthority } from '~/authority/store';
import type { MeasureFilter } from '~/portfolio/filters';
import { barChart } from '../bar-chart';
import { paperMeta } from '../head';
import { templateFile } from '../templates/files';
import { findTemplate, type TemplateText } from '../templates/store';
import { listPortfolio, mostMeasures } from './store';
import {
  moneyBars,
  placesBars,
  portfolioData,
  type PortfolioFacts,
  rowsInTimeline,
  timelineNames,
  timelineRows,
} from './template-data';
import { timeline } from './timeline';

export function portfolioInput(facts: PortfolioFacts, template: TemplateText): PaperInput {
  const { measures } = facts.selection;
  return {
    file: templateFile('portfolio'),
    template: template.text,
    data: portfolioData(facts),
    figures: {
      plaetze: barChart(placesBars(measures), { caption: 'Plätze nach Rechtsgrundlage' }),
      geld: barChart(moneyBars(measures), {
        caption: 'Geld im Jahr nach Rechtsgrundlage, soweit vergleichbar',
      }),
      ...timelines(facts),
    },
    meta: paperMeta({
      authority: facts.authority,
      title: 'Übersicht der Maßnahmen',
      kind: 'Übersicht der Maßnahmen',
      version: null,
      confidentiality: 'intern',
      date: facts.today,
      isDraft: false,
    }),
  };
}

function timelines({ selection }: PortfolioFacts): Record<string, Figure> {
  const rows = timelineRows(selection.measures);
  const count = Math.ceil(rows.length / rowsInTimeline);
  return Object.fromEntries(
    timelineNames.map((name, index) => {
      const part =
        count > 1 ? `, Teil ${String(index + 1)} von ${String(Math.min(count, timelineNames.length))}` : '';
      return [name, timeline(rows.slice(index * rowsInTimeline, (index + 1) * rowsInTimeline), part)];
    }),
  );
}

/** Why there is no overview. */
export type NoPortfolio =
  | { readonly reason: 'nothingMatches'; readonly allCount: number }
  | { readonly reason: 'tooMany'; readonly matchingCount: number; readonly most: number };

export type LoadedPortfolio =
  | { readonly ok: true; readonly facts: PortfolioFacts; readonly template: TemplateText }
  | { readonly ok: false; readonly why: NoPortfolio };

export async function loadPortfolio(tx: Tx, filter: MeasureFilter, today: string): Promise<LoadedPortfolio> {
  const [selection, authority, template] = await Promise.all([
    listPortfolio(tx, filter),
    findAuthority(tx, today),
    findTemplate(tx, 'portfolio'),
  ]);
  const { matchingCount, allCount } = selection;
  if (matchingCount === 0) return { ok: false, why: { reason: 'nothingMatches', allCount } };
  if (matchingCount > mostMeasures)
    return { ok: false, why: { reason: 'tooMany', matchingCount, most: mostMeasures } };
  return { ok: true, facts: { authority, selection, filter, today }, template };
}

export function printPortfolio(facts: PortfolioFacts, template: TemplateText): Promise<Buffer> {
  return renderPdf(portfolioInput(facts, template));
}
