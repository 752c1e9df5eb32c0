import type { Tx } from '#db/as-actor';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type MeasureContent, measureContent } from '../../content';
import type { MeasureFilter } from '../../filters';
import { listMatchingSlugs } from '../../store/list-measures';
import { exportText } from '../export-file';

const batchSize = 100;

/**
 * A ZIP archive with one portfolio file for each measure that fits the filter.
 *
 * Each file is packed as it is read, so only the packed bytes are held. `today` dates
 * the entries: the same measures on the same day give the same bytes.
 */
export async function exportArchive(tx: Tx, filter: MeasureFilter, today: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    // Only unreadable options would be an error here.
    if (error) throw error;
    chunks.push(chunk);
  });
  for await (const content of matchingContents(tx, filter)) {
    const entry = Object.assign(new ZipDeflate(`${content.slug}.json`), { mtime: today });
    archive.add(entry);
    entry.push(strToU8(exportText(content)), true);
  }
  archive.end();
  return Buffer.concat(chunks);
}

async function* matchingContents(tx: Tx, filter: MeasureFilter): AsyncGenerator<MeasureContent> {
  const slugs = await listMatchingSlugs(tx, filter);
  for (let start = 0; start < slugs.length; start += batchSize) {
    const rows = await tx
      .selectFrom('measure')
      .select('content')
      .where('slug', 'in', slugs.slice(start, start + batchSize))
      .orderBy('slug')
      .execute();
    for (const { content } of rows) yield measureContent.parse(content);
  }
}
