import type { Tx } from '#db/as-actor';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Authority } from '~/authority/authority';
import { findAuthority } from '~/authority/store';
import type { MeasurePlan } from '~/portfolio/editing/plan';
import { findPlan } from '~/portfolio/editing/store';
import { findMeasure, type MeasureDetail } from '~/portfolio/store';
import { type TenderFacts, tenderPlan, type TenderSecrets } from '../facts';
import {
  type Criterion,
  type Lot,
  type PartName,
  type PreparationParts,
  type StoredParts,
  storedParts,
  type TenderPreparation,
} from '../preparation/parts';
import { proposedParts } from '../preparation/proposal';

/** A measure with its plan and what was prepared for its tender. */
export interface PreparedMeasure {
  readonly measure: MeasureDetail;
  readonly plan: MeasurePlan;
  readonly authority: Authority;
  readonly preparation: TenderPreparation;
}

/**
 * One measure's preparation, proposals in place of what nobody saved yet.
 * Undefined where the actor's authority has no such measure.
 */
export async function findPreparation(
  tx: Tx,
  slug: string,
  today: string,
): Promise<PreparedMeasure | undefined> {
  const [measure, plan, authority] = await Promise.all([
    findMeasure(tx, slug),
    findPlan(tx, slug),
    findAuthority(tx, today),
  ]);
  if (!measure || !plan) return undefined;
  const stored = await readStored(tx, measure.id);
  const proposal = proposedParts({ content: measure.content, plan, authority });
  return { measure, plan, authority, preparation: merged(measure.id, stored, proposal) };
}

interface Stored {
  readonly version: number;
  readonly parts: StoredParts;
  readonly lots: readonly Lot[];
  readonly criteria: readonly Criterion[];
}

async function readStored(tx: Tx, measureId: string): Promise<Stored | undefined> {
  const row = await tx
    .selectFrom('tender_preparation as preparation')
    .where('preparation.measure_id', '=', measureId)
    .select((eb) => [
      'preparation.version',
      'preparation.parts',
      jsonArrayFrom(
        eb
          .selectFrom('tender_lot as lot')
          .whereRef('lot.tenant_id', '=', 'preparation.tenant_id')
          .whereRef('lot.measure_id', '=', 'preparation.measure_id')
          .orderBy('lot.position')
          .select([
            'lot.title',
            'lot.site',
            'lot.quantity',
            'lot.unit',
            'lot.option_quantity as optionQuantity',
            'lot.fixed_price_cents as fixedPriceCents',
          ]),
      ).as('lots'),
      jsonArrayFrom(
        eb
          .selectFrom('tender_criterion as criterion')
          .whereRef('criterion.tenant_id', '=', 'preparation.tenant_id')
          .whereRef('criterion.measure_id', '=', 'preparation.measure_id')
          .orderBy('criterion.position')
          .select([
            'criterion.level',
            'criterion.title',
            'criterion.weight_percent as weightPercent',
            'criterion.expectation',
            'criterion.scale',
            'criterion.zero_excludes as zeroExcludes',
          ]),
      ).as('criteria'),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    version: row.version,
    parts: storedParts.parse(row.parts),
    lots: row.lots,
    criteria: row.criteria.map(({ level, scale, ...criterion }) => ({
      ...criterion,
      level: level === 2 ? 2 : 1,
      scale: scale as Criterion['scale'],
    })),
  };
}

function merged(
  measureId: string,
  stored: Stored | undefined,
  proposal: PreparationParts,
): TenderPreparation {
  if (!stored) return { measureId, version: 0, parts: proposal, saved: [] };
  const { parts, lots, criteria } = stored;
  return {
    measureId,
    version: stored.version,
    parts: {
      lots: parts.lots ? { ...parts.lots, lots } : proposal.lots,
      service: parts.service ?? proposal.service,
      staff: parts.staff ?? proposal.staff,
      criteria: parts.criteria ? { criteria } : proposal.criteria,
      evaluation: parts.evaluation ?? proposal.evaluation,
      price: parts.price ?? proposal.price,
      suitability: parts.suitability ?? proposal.suitability,
      dates: parts.dates ?? proposal.dates,
      contract: parts.contract ?? proposal.contract,
    },
    saved: Object.keys(parts) as PartName[],
  };
}

/** What the tender papers are printed from. */
export function factsOf({ measure, plan, authority, preparation }: PreparedMeasure): TenderFacts {
  const { name, office, state, isFictional } = authority;
  return {
    authority: { name, office, state, isFictional },
    measure: { slug: measure.slug, title: measure.content.title },
    plan: tenderPlan(plan, measure.content),
    parts: preparation.parts,
    saved: preparation.saved,
  };
}

/** What bidders must not read: our estimate, and the providers the authority works with. */
export async function findSecrets(tx: Tx, { plan }: PreparedMeasure): Promise<TenderSecrets> {
  const providers = await tx.selectFrom('provider').select('name').orderBy('name').execute();
  return {
    estimateMonthlyCents: plan.estimateMonthlyCents,
    providerNames: providers.map(({ name }) => name),
  };
}
