import type { Tx } from '#db/as-actor';
import { type Deed, recordAudits } from '#db/audit';
import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import type { MeasureContent } from '../../content';
import { insertContents } from '../../store/insert-contents';
import { contentColumns, writeLists } from '../../store/write-content';
import { countOutcomes, type FileOutcome, type OutcomeCounts } from '../outcome';
import type { UploadedFile } from '../uploaded-file';
import { examineFiles, type ExaminedFile, type KnownMeasure } from './examine';

/** Into which authority, and by whom; null: somebody at the command line. */
export interface ImportOrder {
  readonly tenantId: string;
  readonly actor: Actor | null;
}

export interface ImportPreview {
  readonly outcomes: readonly FileOutcome[];
  /** Differs as soon as the import would do something else. */
  readonly basis: string;
}

/** What an import of these files would do; writes nothing. */
export async function previewImport(
  tx: Tx,
  tenantId: string,
  files: Iterable<UploadedFile> | AsyncIterable<UploadedFile>,
): Promise<ImportPreview> {
  const outcomes: FileOutcome[] = [];
  const basis = createHash('sha256');
  for await (const batch of examineFiles(tx, { tenantId, isLocking: false }, files)) {
    for (const file of batch) {
      outcomes.push(file.outcome);
      noteBasis(basis, file);
    }
  }
  return { outcomes, basis: basis.digest('hex') };
}

type FaultyOutcome = FileOutcome & { readonly kind: 'faulty' };

/** Thrown so that the transaction undoes what the import has written until then. */
export class ImportStopped extends Error {
  constructor(
    /** Faulty files; none where the catalogue changed meanwhile. */
    readonly faulty: readonly FaultyOutcome[],
  ) {
    super('The import was stopped.');
  }
}

/**
 * Imports files into the catalogue: all of them, or none.
 *
 * Throws `ImportStopped` where a file is faulty (after all were read, so that every
 * problem is told) or where the catalogue is no longer what `basis` was made from.
 * Repeating it changes nothing.
 */
export async function runImport(
  tx: Tx,
  order: ImportOrder,
  files: Iterable<UploadedFile> | AsyncIterable<UploadedFile>,
  {
    basis: expected,
    onBatch,
  }: { readonly basis?: string; readonly onBatch?: (outcomes: readonly FileOutcome[]) => void } = {},
): Promise<OutcomeCounts> {
  const counts = { new: 0, changed: 0, unchanged: 0, faulty: 0 };
  const faulty: FaultyOutcome[] = [];
  const basis = createHash('sha256');
  await waitForOtherImports(tx, order.tenantId);
  for await (const batch of examineFiles(tx, { tenantId: order.tenantId, isLocking: true }, files)) {
    for (const file of batch) {
      noteBasis(basis, file);
      if (file.outcome.kind === 'faulty') faulty.push(file.outcome);
    }
    if (faulty.length === 0) await writeBatch(tx, order, batch);
    const outcomes = batch.map(({ outcome }) => outcome);
    for (const [kind, count] of Object.entries(countOutcomes(outcomes))) {
      counts[kind as keyof typeof counts] += count;
    }
    onBatch?.(outcomes);
  }
  if (faulty.length > 0) throw new ImportStopped(faulty);
  if (expected !== undefined && basis.digest('hex') !== expected) throw new ImportStopped([]);
  return counts;
}

/** Any number that nobody else locks; the second one is the authority's. */
const importLock = 7_310_202;

/**
 * One import of an authority after the other, until the transaction ends: two at once that
 * bring the same measures in different order would wait for each other for ever.
 */
export async function waitForOtherImports(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock}::int, hashtext(${tenantId}))`.execute(tx);
}

function noteBasis(basis: Hash, { outcome, known }: ExaminedFile): void {
  const slug = outcome.kind === 'faulty' ? outcome.file : outcome.slug;
  basis.update(`${JSON.stringify(slug)} ${outcome.kind} ${known?.contentVersion ?? 0}\n`);
}

async function writeBatch(tx: Tx, order: ImportOrder, batch: readonly ExaminedFile[]): Promise<void> {
  const added = batch.flatMap(({ outcome, content }) => (outcome.kind === 'new' && content ? [content] : []));
  const ids = await insertContents(tx, { tenantId: order.tenantId, sourceYear: null }, added);
  // Somebody created one of them since we looked.
  if (ids.size < added.length) throw new ImportStopped([]);
  const deeds: Deed[] = [...ids.values()].map((objectId) => ({
    verb: 'measure.imported',
    objectKind: 'measure',
    objectId,
  }));
  for (const { outcome, source, content, known } of batch) {
    if (outcome.kind !== 'changed' || !source || !content || !known) continue;
    await renew(tx, order.tenantId, known, { source, content });
    deeds.push({
      verb: 'measure.importedAgain',
      objectKind: 'measure',
      objectId: known.id,
      changedFields: outcome.changedKeys,
    });
  }
  await recordAudits(tx, order.tenantId, order.actor, deeds);
}

/** The profile becomes the file's, as if it had been saved here; the file is the measure's source from now on. */
async function renew(
  tx: Tx,
  tenantId: string,
  known: KnownMeasure,
  { source, content }: { readonly source: MeasureContent; readonly content: MeasureContent },
): Promise<void> {
  await tx
    .updateTable('measure')
    .set({
      ...contentColumns(content),
      source: JSON.stringify(source),
      content_version: sql<number>`content_version + 1`,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', known.id)
    .execute();
  await writeLists(tx, { tenantId, measureId: known.id }, content, known.content);
}
