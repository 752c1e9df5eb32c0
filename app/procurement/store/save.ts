import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type {
  Criterion,
  Lot,
  PartName,
  PreparationParts,
  PreparationPatch,
  TenderPreparation,
} from '../preparation/parts';
import { findPreparation, type PreparedMeasure } from './find';

interface SavedMeanwhile {
  readonly code: 'savedMeanwhile';
  readonly current: PreparedMeasure;
}

/**
 * Saves one step; the others stay as they are. A step saved as it was proposed counts
 * as saved, too: somebody looked at it.
 *
 * Undefined where the actor's authority has no such measure. Two people may save at the
 * same moment: the preparation's row is locked first, so the second one sees what the
 * first one wrote. `isCurrent` says whether that is still what the form was filled from;
 * if not, nothing is overwritten. Returns the new version.
 */
export async function savePreparation(
  tx: Tx,
  actor: Actor,
  slug: string,
  { patch, today }: { readonly patch: PreparationPatch; readonly today: string },
  isCurrent: (preparation: TenderPreparation, prepared: PreparedMeasure) => boolean,
): Promise<Result<number, SavedMeanwhile> | undefined> {
  const before = await findPreparation(tx, slug, today);
  if (!before) return undefined;
  const key = { tenant_id: actor.tenantId, measure_id: before.measure.id };
  const isNew = await lockRow(tx, key);
  const current = isNew ? before : await findPreparation(tx, slug, today);
  if (!current) return undefined;
  if (!isCurrent(current.preparation, current)) return refuse({ code: 'savedMeanwhile', current });

  const changed = (Object.keys(patch) as PartName[]).filter(
    (part) =>
      !current.preparation.saved.includes(part) ||
      !isDeepStrictEqual(patch[part], current.preparation.parts[part]),
  );
  const version = isNew ? 1 : current.preparation.version;
  if (changed.length === 0) return ok(version);

  const { saved, parts } = current.preparation;
  const kept = Object.fromEntries(saved.map((part) => [part, jsonOf(part, parts)]));
  const next = { ...parts, ...patch };
  const written = Object.fromEntries(changed.map((part) => [part, jsonOf(part, next)]));
  const nextVersion = isNew ? 1 : version + 1;
  await tx
    .updateTable('tender_preparation')
    .set({ parts: JSON.stringify({ ...kept, ...written }), version: nextVersion })
    .where('measure_id', '=', before.measure.id)
    .execute();
  if (patch.lots) await writeLots(tx, key, patch.lots.lots);
  if (patch.criteria) await writeCriteria(tx, key, patch.criteria.criteria);
  await recordAudit(tx, actor, {
    verb: 'tender.prepared',
    objectKind: 'measure',
    objectId: before.measure.id,
    changedFields: changed,
  });
  return ok(nextVersion);
}

/** Keeps a whole preparation as saved, for a measure that has none: example data. */
export async function insertPreparation(tx: Tx, key: Key, parts: PreparationParts): Promise<void> {
  const names = Object.keys(parts) as PartName[];
  const stored = Object.fromEntries(names.map((part) => [part, jsonOf(part, parts)]));
  await tx
    .insertInto('tender_preparation')
    .values({ ...key, parts: JSON.stringify(stored) })
    .execute();
  await writeLots(tx, key, parts.lots.lots);
  await writeCriteria(tx, key, parts.criteria.criteria);
}

interface Key {
  readonly tenant_id: string;
  readonly measure_id: string;
}

/** Makes the row where there is none, and holds it; whether it is new. */
async function lockRow(tx: Tx, key: Key): Promise<boolean> {
  const made = await tx
    .insertInto('tender_preparation')
    .values(key)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'measure_id']).doNothing())
    .returning('version')
    .executeTakeFirst();
  if (made) return true;
  await tx
    .selectFrom('tender_preparation')
    .select('version')
    .where('measure_id', '=', key.measure_id)
    .forUpdate()
    .executeTakeFirst();
  return false;
}

/** What of a part is kept as JSON: lots and criteria are rows of their own. */
function jsonOf(part: PartName, parts: PreparationParts): unknown {
  if (part === 'criteria') return {};
  if (part !== 'lots') return parts[part];
  const { lots: _, ...rest } = parts.lots;
  return rest;
}

/** A row keeps its id as long as it keeps its place: later, bids refer to it. */
async function writeLots(tx: Tx, key: Key, lots: readonly Lot[]): Promise<void> {
  await tx
    .deleteFrom('tender_lot')
    .where('measure_id', '=', key.measure_id)
    .where('position', '>', lots.length)
    .execute();
  for (const [index, lot] of lots.entries()) {
    const row = {
      title: lot.title,
      site: lot.site,
      quantity: lot.quantity,
      unit: lot.unit,
      option_quantity: lot.optionQuantity,
      fixed_price_cents: lot.fixedPriceCents,
    };
    await tx
      .insertInto('tender_lot')
      .values({ ...key, position: index + 1, ...row })
      .onConflict((conflict) => conflict.constraint('tender_lot_position_once').doUpdateSet(row))
      .execute();
  }
}

async function writeCriteria(tx: Tx, key: Key, criteria: readonly Criterion[]): Promise<void> {
  await tx
    .deleteFrom('tender_criterion')
    .where('measure_id', '=', key.measure_id)
    .where('position', '>', criteria.length)
    .execute();
  for (const [index, criterion] of criteria.entries()) {
    const row = {
      level: criterion.level,
      title: criterion.title,
      weight_percent: criterion.weightPercent,
      expectation: criterion.expectation,
      scale: JSON.stringify(criterion.scale),
      zero_excludes: criterion.zeroExcludes,
    };
    await tx
      .insertInto('tender_criterion')
      .values({ ...key, position: index + 1, ...row })
      .onConflict((conflict) => conflict.constraint('tender_criterion_position_once').doUpdateSet(row))
      .execute();
  }
}
