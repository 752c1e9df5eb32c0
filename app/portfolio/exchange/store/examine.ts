import type { Tx } from '#db/as-actor';
import { isDeepStrictEqual } from 'node:util';
import { type MeasureContent, measureContent } from '../../content';
import type { FileOutcome } from '../outcome';
import { readUploadedFile, type FileReading } from '../read-file';
import type { UploadedFile } from '../uploaded-file';

/** A file beside the measure of the same slug, if the catalogue has one. */
export interface ExaminedFile {
  readonly outcome: FileOutcome;
  /** The profile as the file has it; null for a faulty file. */
  readonly source: MeasureContent | null;
  /** What would become of the measure. */
  readonly content: MeasureContent | null;
  readonly known: KnownMeasure | null;
}

export interface KnownMeasure {
  readonly id: string;
  readonly content: MeasureContent;
  readonly contentVersion: number;
}

/** Few enough for one statement, many enough that a round trip counts for nothing. */
const batchSize = 100;

interface Examining {
  readonly tenantId: string;
  /** Holds the measures' rows until the transaction ends: what is compared is what is overwritten. */
  readonly isLocking: boolean;
}

/**
 * Compares files with the catalogue of an authority, in batches and in their order.
 *
 * Nothing is kept of a batch but its slugs, which must not come twice; so the number of
 * files costs time and hardly any memory. `tenantId` is asked for in so many words,
 * because the command line works past row-level security.
 */
export async function* examineFiles(
  tx: Tx,
  { tenantId, isLocking }: Examining,
  files: Iterable<UploadedFile> | AsyncIterable<UploadedFile>,
): AsyncGenerator<readonly ExaminedFile[]> {
  const fileOfSlug = new Map<string, string>();
  let batch: FileReading[] = [];
  for await (const file of files) {
    batch.push(onceOnly(readUploadedFile(file), fileOfSlug));
    if (batch.length < batchSize) continue;
    yield await compare(tx, { tenantId, isLocking }, batch);
    batch = [];
  }
  if (batch.length > 0) yield await compare(tx, { tenantId, isLocking }, batch);
}

/** The second file of a slug is the fault, whichever of the two was meant. */
function onceOnly(reading: FileReading, fileOfSlug: Map<string, string>): FileReading {
  if (!reading.ok) return reading;
  const { slug } = reading.content;
  const earlier = fileOfSlug.get(slug);
  if (earlier === undefined) {
    fileOfSlug.set(slug, reading.file);
    return reading;
  }
  const message = `Die Kennung „${slug}“ steht auch in der Datei ${earlier}. Jede Maßnahme kommt nur einmal vor.`;
  return { ok: false, file: reading.file, problems: [reading.slugProblem(message)] };
}

async function compare(
  tx: Tx,
  { tenantId, isLocking }: Examining,
  readings: readonly FileReading[],
): Promise<ExaminedFile[]> {
  const slugs = readings.flatMap((reading) => (reading.ok ? [reading.content.slug] : []));
  const query = tx
    .selectFrom('measure')
    .select(['id', 'slug', 'content', 'content_version'])
    .where('tenant_id', '=', tenantId)
    .where('slug', 'in', slugs)
    // One order for all who lock: two imports at once must not wait for each other.
    .orderBy('slug');
  const rows = slugs.length === 0 ? [] : await (isLocking ? query.forUpdate() : query).execute();
  const known = new Map(rows.map((row) => [row.slug, row]));
  return readings.map((reading) => {
    if (!reading.ok) {
      const { file, problems } = reading;
      return { outcome: { kind: 'faulty', file, problems }, source: null, content: null, known: null };
    }
    const row = known.get(reading.content.slug);
    if (!row) return examined(reading, null);
    return examined(reading, {
      id: row.id,
      content: measureContent.parse(row.content),
      contentVersion: row.content_version,
    });
  });
}

function examined(reading: FileReading & { ok: true }, known: KnownMeasure | null): ExaminedFile {
  const { file, content: source, warnings } = reading;
  const content = known ? withOurAdditions(source, known.content) : source;
  const facts = { file, slug: content.slug, title: content.title, warnings };
  if (!known) return { outcome: { kind: 'new', ...facts }, source, content, known };
  const changedKeys = differingKeys(known.content, content);
  return changedKeys.length === 0
    ? { outcome: { kind: 'unchanged', ...facts }, source, content, known }
    : { outcome: { kind: 'changed', ...facts, changedKeys }, source, content, known };
}

/** A file that says nothing in `portal` comes from a source, which knows nothing of it: ours stays. */
function withOurAdditions(file: MeasureContent, known: MeasureContent): MeasureContent {
  return file.portal === undefined && known.portal !== undefined ? { ...file, portal: known.portal } : file;
}

function differingKeys(before: MeasureContent, after: MeasureContent): string[] {
  const names = Object.keys({ ...before, ...after }) as (keyof MeasureContent)[];
  return names.filter((name) => !isDeepStrictEqual(stored(before[name]), stored(after[name])));
}

/** As the database gives it back: JSON has no minus zero. */
function stored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
