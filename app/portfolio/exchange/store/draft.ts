import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import type { UploadLimits } from '../limits';
import type { UploadedFile } from '../uploaded-file';

/** How many files are fetched at once; with the largest allowed ones that is 10 MB. */
const fetchedAtOnce = 20;

/** Keeps an upload until it is confirmed; clears away what was left lying for a day. Returns its id. */
export async function createDraft(tx: Tx, actor: Actor, files: readonly UploadedFile[]): Promise<string> {
  await tx
    .deleteFrom('import_draft')
    .where('created_at', '<', sql<string>`now() - interval '1 day'`)
    .execute();
  const { id } = await tx
    .insertInto('import_draft')
    .values({ tenant_id: actor.tenantId, created_by: actor.accountId })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertFiles(tx, actor, id, files, 1);
  return id;
}

/** Whether the actor has such a draft. */
export async function hasDraft(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  if (!isDraftId(id)) return false;
  const row = await tx
    .selectFrom('import_draft')
    .select('id')
    .where('created_by', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Throws the draft and its files away; true where there was one. */
export async function discardDraft(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  if (!isDraftId(id)) return false;
  const { numDeletedRows } = await tx
    .deleteFrom('import_draft')
    .where('created_by', '=', actor.accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Adds corrected files to a draft: one of the same name takes the place of the old one.
 * False where they would be too many together; then nothing is changed.
 */
export async function replaceFiles(
  tx: Tx,
  actor: Actor,
  id: string,
  files: readonly UploadedFile[],
  limits: UploadLimits,
): Promise<boolean> {
  const names = files.map(({ name }) => name);
  const kept = await tx
    .selectFrom('import_draft_file')
    .select(['name', 'position', sql<number>`length(bytes)`.as('size')])
    .where('created_by', '=', actor.accountId)
    .where('draft_id', '=', id)
    .execute();
  const staying = kept.filter(({ name }) => !names.includes(name));
  const total =
    staying.reduce((sum, { size }) => sum + size, 0) +
    files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (staying.length + files.length > limits.files || total > limits.totalBytes) return false;
  await tx
    .deleteFrom('import_draft_file')
    .where('created_by', '=', actor.accountId)
    .where('draft_id', '=', id)
    .where('name', 'in', names)
    .execute();
  await insertFiles(tx, actor, id, files, Math.max(0, ...kept.map(({ position }) => position)) + 1);
  return true;
}

/** The files of a draft in their order, a few at a time. */
export async function* draftFiles(tx: Tx, actor: Actor, id: string): AsyncGenerator<UploadedFile> {
  let after = 0;
  for (;;) {
    const rows = await tx
      .selectFrom('import_draft_file')
      .select(['name', 'bytes', 'position'])
      .where('created_by', '=', actor.accountId)
      .where('draft_id', '=', id)
      .where('position', '>', after)
      .orderBy('position')
      .limit(fetchedAtOnce)
      .execute();
    for (const { name, bytes } of rows) yield { name, bytes };
    const last = rows.at(-1);
    if (!last || rows.length < fetchedAtOnce) return;
    after = last.position;
  }
}

async function insertFiles(
  tx: Tx,
  actor: Actor,
  id: string,
  files: readonly UploadedFile[],
  first: number,
): Promise<void> {
  for (let start = 0; start < files.length; start += fetchedAtOnce) {
    await tx
      .insertInto('import_draft_file')
      .values(
        files.slice(start, start + fetchedAtOnce).map(({ name, bytes }, index) => ({
          tenant_id: actor.tenantId,
          created_by: actor.accountId,
          draft_id: id,
          position: first + start + index,
          name,
          bytes,
        })),
      )
      .execute();
  }
}

/** An address may hold anything; PostgreSQL refuses what is no UUID with an error. */
function isDraftId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
