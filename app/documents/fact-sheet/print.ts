import type { Tx } from '#db/as-actor';
import type { PaperInput } from '#templates/engine/index';
import { findAuthority } from '~/authority/store';
import { findPlan } from '~/portfolio/editing/store';
import { currentVersionNo, findMeasure } from '~/portfolio/store';
import { paperMeta, versionText } from '../head';
import type { LoadedPaper } from '../paper';
import { templateFile } from '../templates/files';
import type { TemplateText } from '../templates/store';
import { phasesStrip } from './phases-strip';
import { factSheetData, type FactSheetFacts, phasesOf } from './template-data';

export function factSheetInput(facts: FactSheetFacts, template: TemplateText, isDraft: boolean): PaperInput {
  return {
    file: templateFile('kurzprofil'),
    template: template.text,
    data: factSheetData(facts),
    figures: { phasen: phasesStrip(phasesOf(facts)) },
    meta: paperMeta({
      authority: facts.authority,
      title: `Kurzprofil der Maßnahme „${facts.content.title}“`,
      kind: 'Kurzprofil',
      version: versionText(facts.versionNo, facts.contentVersion),
      confidentiality: 'öffentlich',
      date: facts.today,
      isDraft,
    }),
  };
}

/** Undefined where the actor's authority has no such measure. Nothing can be missing: silence is printed as such. */
export async function loadFactSheet(tx: Tx, slug: string, today: string): Promise<LoadedPaper | undefined> {
  const [measure, plan, authority] = await Promise.all([
    findMeasure(tx, slug),
    findPlan(tx, slug),
    findAuthority(tx, today),
  ]);
  if (!measure || !plan) return undefined;
  const versionNo = await currentVersionNo(tx, measure);
  const { content, sourceYear, state, intake, contentVersion } = measure;
  const facts = { authority, content, sourceYear, state, intake, plan, versionNo, contentVersion, today };
  return {
    measure: { slug, title: content.title },
    gaps: [],
    input: (template, isDraft) => factSheetInput(facts, template, isDraft),
  };
}
