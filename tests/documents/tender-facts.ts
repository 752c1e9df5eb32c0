import { readFileSync } from 'node:fs';
import { caseManagerTender } from '#db/example/case-manager-tender';
import { readDeliveredTemplate } from '~/documents/templates/files';
import { type PaperFacts, tenderProfile } from '~/documents/tender/participation';
import { tenderKinds, type TenderTemplates } from '~/documents/tender/print';
import { emptyContent, type MeasureContent } from '~/portfolio/content';
import { measureSource } from '~/portfolio/source';
import { type TenderFacts, tenderPlan, type TenderSecrets } from '~/procurement/facts';
import type { PartName, PreparationParts } from '~/procurement/preparation/parts';
import { caseManagerFacts } from './facts';

const source = measureSource.parse(
  JSON.parse(readFileSync('db/example/portfolio/case-manager.json', 'utf8')),
);

/** The Case-Manager with a tender prepared to the end, as the example data has it. */
export const caseManagerTenderFacts: TenderFacts = {
  authority: caseManagerFacts.authority,
  measure: caseManagerFacts.measure,
  plan: tenderPlan(caseManagerFacts.plan, source),
  parts: caseManagerTender(source, caseManagerFacts.authority),
  saved: [
    'lots',
    'service',
    'staff',
    'criteria',
    'evaluation',
    'price',
    'suitability',
    'dates',
    'contract',
  ] satisfies PartName[],
};

export const noSecrets: TenderSecrets = { estimateMonthlyCents: null, providerNames: [] };

/** The same tender with another part. */
export function withPart<Name extends PartName>(
  part: Name,
  change: Partial<PreparationParts[Name]>,
  facts = caseManagerTenderFacts,
): TenderFacts {
  return { ...facts, parts: { ...facts.parts, [part]: { ...facts.parts[part], ...change } } };
}

/** A measure of employment promotion: § 45 SGB III, one site, no extension. */
export function promotionFacts(facts = caseManagerTenderFacts): TenderFacts {
  return {
    ...facts,
    measure: { slug: 'bg-coaching', title: 'BG-Coaching' },
    plan: {
      ...facts.plan,
      legalBases: [{ cited: '§ 16 Abs. 1 SGB II' }, { cited: '§ 45 Abs. 1 Nr. 1 SGB III' }],
      isVoluntaryService: null,
      referralTargets: [],
      hasOptions: false,
      options: [],
    },
  };
}

export const deliveredTemplates = Object.fromEntries(
  tenderKinds.map((kind) => [kind, { kind, text: readDeliveredTemplate(kind), version: 0 }]),
) as TenderTemplates;

/** The same tender with this in the measure's profile. */
export function withProfile(content: Partial<MeasureContent>, facts = caseManagerTenderFacts): PaperFacts {
  return { ...facts, profile: tenderProfile({ ...emptyContent('x', 'X'), ...content }) };
}
