import type { Tx } from '#db/as-actor';
import { missing } from '#templates/engine/index';
import type { PaperInput } from '#templates/engine/index';
import { formatDay } from '~/values/calendar';
import { templateFile } from '../templates/files';
import type { LoadedPaper } from '../paper';
import type { TemplateText } from '../templates/store';
import { processFigure } from './process-figure';
import { gapLink } from './links';
import { missingForPaper } from './rules';
import { type CouncilPaperSource, findCouncilPaper } from './store';
import { councilPaperData } from './template-data';

/**
 * Everything the engine needs to print the paper. A draft is marked "Entwurf"
 * and shows its gaps; a final paper must have none (`missingForPaper`).
 */
export function councilPaperInput(
  { facts, origin, basis }: CouncilPaperSource,
  template: TemplateText,
  isDraft: boolean,
): PaperInput {
  const { plan, authority, measure, today } = facts;
  const date = plan.paperDate ?? today;
  const steps = plan.phases.map(({ title, subText }) => ({
    title,
    text: subText ?? missing(`Untertext der Phase „${title}“`),
  }));
  return {
    file: templateFile('beschlussvorlage'),
    template: template.text,
    data: councilPaperData(facts, origin),
    figures: {
      ablauf: processFigure(
        measure.title,
        steps,
        plan.referralTargets.map(({ name }) => name),
      ),
    },
    meta: {
      title: `Beschlussvorlage zur Maßnahme „${measure.title}“`,
      ...(plan.subject === null ? {} : { subject: plan.subject }),
      author: authority.name,
      header: {
        left: [authority.name, ...(authority.office ? [authority.office] : [])],
        right: [
          plan.paperNo === null ? 'Beschlussvorlage' : `Vorlage ${plan.paperNo}`,
          formatDay(date),
          authority.committees.some(({ isPublic }) => isPublic) ? 'öffentlich' : 'nicht öffentlich',
        ],
      },
      basis,
      draft: isDraft,
      createdAt: date,
    },
  };
}

/** Undefined where the actor's authority has no such measure. */
export async function loadCouncilPaper(
  tx: Tx,
  slug: string,
  today: string,
): Promise<LoadedPaper | undefined> {
  const source = await findCouncilPaper(tx, slug, today);
  if (!source) return undefined;
  return {
    measure: { slug, title: source.facts.measure.title },
    gaps: missingForPaper(source.facts).map((gap) => gapLink(slug, gap)),
    input: (template, isDraft) => councilPaperInput(source, template, isDraft),
  };
}
