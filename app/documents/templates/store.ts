import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { TemplateKind } from '../kinds';
import { readDeliveredTemplate } from './files';

/** The text that counts for an authority: its own newest version, else the delivered one. */
export interface TemplateText {
  readonly kind: TemplateKind;
  readonly text: string;
  /** 0: as delivered; from 1: the authority's own version. */
  readonly version: number;
}

export async function findTemplate(tx: Tx, kind: TemplateKind): Promise<TemplateText> {
  const own = await tx
    .selectFrom('document_template')
    .select(['body', 'version'])
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return own
    ? { kind, text: own.body, version: own.version }
    : { kind, text: readDeliveredTemplate(kind), version: 0 };
}

/**
 * Adds the next version; earlier ones stay. Two administrators who save at once:
 * the second one is refused (null), because `basedOn` is no longer the newest.
 */
export async function addTemplateVersion(
  tx: Tx,
  actor: Actor,
  kind: TemplateKind,
  text: string,
  basedOn: number,
): Promise<number | null> {
  // A race of two who both see `basedOn` as the newest is decided by the unique version.
  const newest = await findTemplate(tx, kind);
  if (newest.version !== basedOn) return null;
  const row = await tx
    .insertInto('document_template')
    .values({
      tenant_id: actor.tenantId,
      kind,
      version: basedOn + 1,
      body: text,
      created_by: actor.accountId,
    })
    .onConflict((conflict) => conflict.constraint('document_template_version_once').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!row) return null;
  await recordAudit(tx, actor, {
    verb: 'template.changed',
    objectKind: 'template',
    objectId: row.id,
    changedFields: ['body'],
  });
  return row.version;
}
