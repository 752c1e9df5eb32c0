import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { KeptCheck } from '../check';
import type { KeptFinding } from '../finding';
import type { RuleBookKey } from '../rule-book';
import type { CaseManagementFacts } from '../rules/case-management';
import type { Decided, Wish } from '../rules/decision';
import type { MeasureFacts } from '../rules/measure';

export interface NewCheck {
  readonly clientId: string;
  readonly checkedOn: string;
  /** The book for internal case management, or the measure. */
  readonly about: { readonly book: RuleBookKey } | { readonly measureId: string };
  readonly facts: CaseManagementFacts | MeasureFacts;
  readonly findings: readonly KeptFinding[];
  readonly wish: Wish;
  readonly decided: Decided;
}

/**
 * Keeps a decided check as it is: what was asked, what the rules said in the words of
 * the day, who decided what. It is never changed; a new check stands beside it.
 */
export async function recordCheck(tx: Tx, actor: Actor, check: NewCheck): Promise<string> {
  const author = { created_by: actor.accountId, created_by_name: actor.displayName };
  const { id } = await tx
    .insertInto('access_check')
    .values({
      tenant_id: actor.tenantId,
      client_id: check.clientId,
      measure_id: 'measureId' in check.about ? check.about.measureId : null,
      book: 'book' in check.about ? check.about.book : null,
      checked_on: check.checkedOn,
      facts: JSON.stringify(check.facts),
      findings: JSON.stringify(check.findings),
      decision: check.wish.decision,
      ground: check.wish.ground,
      reason: check.wish.reason,
      needs_consent: check.decided.needsConsent,
      recheck_on: check.decided.recheckOn,
      ...author,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (check.decided.needsConsent) {
    await tx
      .insertInto('access_consent')
      .values({
        tenant_id: actor.tenantId,
        check_id: id,
        client_id: check.clientId,
        asked_by: actor.accountId,
        asked_by_name: actor.displayName,
      })
      .execute();
  }
  await recordAudit(tx, actor, {
    verb: 'accessCheck.recorded',
    objectKind: 'client',
    objectId: check.clientId,
  });
  return id;
}

/** The checks of a client, newest first; nothing where the actor may not see the client. */
export async function listChecks(tx: Tx, clientId: string): Promise<KeptCheck[]> {
  const rows = await tx
    .selectFrom('access_check as check')
    .leftJoin('measure', (join) =>
      join.onRef('measure.tenant_id', '=', 'check.tenant_id').onRef('measure.id', '=', 'check.measure_id'),
    )
    .leftJoin('access_consent as consent', (join) =>
      join.onRef('consent.tenant_id', '=', 'check.tenant_id').onRef('consent.check_id', '=', 'check.id'),
    )
    .where('check.client_id', '=', clientId)
    .select([
      'check.id',
      'measure.slug',
      'measure.title',
      'check.book',
      'check.checked_on as checkedOn',
      'check.findings',
      'check.decision',
      'check.ground',
      'check.reason',
      'check.recheck_on as recheckOn',
      'check.created_at as createdAt',
      'check.created_by_name as byName',
      'consent.asked_by as askedById',
      'consent.is_granted as isGranted',
      'consent.reason as consentReason',
      'consent.decided_at as decidedAt',
      'consent.decided_by_name as decidedByName',
    ])
    .orderBy('check.created_at', 'desc')
    .orderBy('check.id')
    .execute();
  return rows.map(
    ({ slug, title, findings, askedById, isGranted, consentReason, decidedAt, decidedByName, ...row }) => ({
      ...row,
      measure: slug !== null && title !== null ? { slug, title } : null,
      // Only `recordCheck` writes it.
      findings: findings as KeptFinding[],
      consent:
        askedById === null ? null : { askedById, isGranted, reason: consentReason, decidedAt, decidedByName },
    }),
  );
}
