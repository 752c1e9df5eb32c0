import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Actor } from '~/identity/actor';
import { findMeasure, freezeVersion } from '~/portfolio/store';
import { formatDay } from '~/values/calendar';
import { ok, refuse, type Result } from '~/values/result';
import { isDocumentKind } from '../kinds';
import { type ReleaseChange, releaseChanges } from './rules/changes';
import type { PaperFacts } from './participation';
import { findTender, findTenderTemplates, printTender, type TenderKind, tenderKinds } from './print';

/** A set of tender papers as it was released. */
export interface TenderRelease {
  readonly no: number;
  readonly versionNo: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly files: readonly { readonly kind: TenderKind; readonly sha256: string }[];
}

export interface ReleaseRefusal {
  readonly code: 'incomplete' | 'unchanged';
}

/**
 * Releases all papers: freezes the measure's version, prints each paper with the name of
 * that version and keeps the bytes. Undefined where there is no such measure; refused
 * while something is missing, or where the last set still says the same.
 *
 * Two people may release at once: the second waits and then finds nothing new.
 */
export async function releaseTender(
  tx: Tx,
  actor: Actor,
  slug: string,
  today: string,
): Promise<Result<number, ReleaseRefusal> | undefined> {
  const measure = await findMeasure(tx, slug);
  if (!measure) return undefined;
  // The procurement office may not write the measure, so it cannot lock its row.
  await sql`select pg_advisory_xact_lock(hashtextextended(${measure.id}, 6))`.execute(tx);
  const [tender, templates, releases] = await Promise.all([
    findTender(tx, slug, today),
    findTenderTemplates(tx),
    listReleases(tx, measure.id),
  ]);
  if (!tender) return undefined;
  const { facts, gaps } = tender;
  if (gaps.length > 0) return refuse({ code: 'incomplete' });
  const [last] = releases;
  if (last && (await changesSince(tx, measure.id, last.no, facts)).length === 0) {
    return refuse({ code: 'unchanged' });
  }

  const versionNo = await freezeVersion(tx, actor, measure, 'Vergabeunterlagen freigegeben');
  const no = (last?.no ?? 0) + 1;
  const basis = `Version ${versionNo} der Maßnahme, Unterlagen freigegeben am ${formatDay(today)} (Satz ${no})`;
  const printed = await printTender(facts, templates, { date: today, isDraft: false, basis });
  const files = printed.map((file) => ({ ...file, sha256: sha256(file.content) }));
  const key = { tenant_id: actor.tenantId, measure_id: measure.id };
  await tx
    .insertInto('tender_release')
    .values({
      ...key,
      no,
      version_no: versionNo,
      facts: JSON.stringify(facts),
      sha256: sha256(files.map((file) => file.sha256).join('\n')),
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .execute();
  await tx
    .insertInto('tender_release_file')
    .values(
      files.map(({ kind, content, sha256: hash }, index) => ({
        ...key,
        release_no: no,
        position: index + 1,
        kind,
        template_version: templates[kind].version,
        content,
        sha256: hash,
        created_by: actor.accountId,
      })),
    )
    .execute();
  await recordAudit(tx, actor, { verb: 'tender.released', objectKind: 'measure', objectId: measure.id });
  return ok(no);
}

/** All released sets of a measure, the newest first; without the papers themselves. */
export async function listReleases(tx: Tx, measureId: string): Promise<TenderRelease[]> {
  const [releases, files] = await Promise.all([
    tx
      .selectFrom('tender_release')
      .select([
        'no',
        'version_no as versionNo',
        'sha256',
        'created_at as createdAt',
        'created_by_name as createdBy',
      ])
      .where('measure_id', '=', measureId)
      .orderBy('no', 'desc')
      .execute(),
    tx
      .selectFrom('tender_release_file')
      .select(['release_no as no', 'kind', 'sha256'])
      .where('measure_id', '=', measureId)
      .orderBy('position')
      .execute(),
  ]);
  return releases.map((release) => ({
    ...release,
    files: files.flatMap(({ no, kind, sha256: hash }) =>
      no === release.no && isTenderKind(kind) ? [{ kind, sha256: hash }] : [],
    ),
  }));
}

/** The newest set of a measure with what changed since; null where none was released. */
export async function findNewestRelease(
  tx: Tx,
  slug: string,
  today: string,
): Promise<(TenderRelease & { readonly changes: readonly string[] }) | null> {
  const measure = await findMeasure(tx, slug);
  const [last] = measure ? await listReleases(tx, measure.id) : [];
  const tender = last && (await findTender(tx, slug, today));
  if (!measure || !tender) return null;
  const changes = await changesSince(tx, measure.id, last.no, tender.facts);
  return { ...last, changes: changes.map(({ label }) => label) };
}

/** What of a released set no longer holds; an empty list: it is up to date. */
export async function changesSince(
  tx: Tx,
  measureId: string,
  no: number,
  facts: PaperFacts,
): Promise<ReleaseChange[]> {
  const [release, files, templates] = await Promise.all([
    tx
      .selectFrom('tender_release')
      .select('facts')
      .where('measure_id', '=', measureId)
      .where('no', '=', no)
      .executeTakeFirstOrThrow(),
    tx
      .selectFrom('tender_release_file')
      .select(['kind', 'template_version as version'])
      .where('measure_id', '=', measureId)
      .where('release_no', '=', no)
      .orderBy('position')
      .execute(),
    findTenderTemplates(tx),
  ]);
  const templatesChanged = files.flatMap(({ kind, version }) =>
    isTenderKind(kind) && templates[kind].version !== version ? [kind] : [],
  );
  return releaseChanges(release.facts as PaperFacts, facts, templatesChanged);
}

/** One released paper, to the byte; undefined where there is none. */
export async function findReleasedFile(
  tx: Tx,
  slug: string,
  no: number,
  kind: string,
): Promise<Uint8Array | undefined> {
  const files = await findReleasedFiles(tx, slug, no);
  return files.find((file) => file.kind === kind)?.content;
}

/** All papers of a released set, to the byte; empty where there is no such set. */
export async function findReleasedFiles(
  tx: Tx,
  slug: string,
  no: number,
): Promise<{ readonly kind: TenderKind; readonly content: Uint8Array }[]> {
  const measure = await findMeasure(tx, slug);
  if (!measure) return [];
  const rows = await tx
    .selectFrom('tender_release_file')
    .select(['kind', 'content'])
    .where('measure_id', '=', measure.id)
    .where('release_no', '=', no)
    .orderBy('position')
    .execute();
  return rows.flatMap(({ kind, content }) => (isTenderKind(kind) ? [{ kind, content }] : []));
}

export function isTenderKind(kind: string): kind is TenderKind {
  return isDocumentKind(kind) && (tenderKinds as readonly string[]).includes(kind);
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
