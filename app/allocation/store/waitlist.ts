import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isId } from '~/values/is-id';
import { findHead, listHandled } from '~/clients/store';
import { opensAccess } from '~/eligibility/check';
import { listChecks } from '~/eligibility/store';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { WaitlistFinding } from '../finding';
import type { TypedWaiting } from '../forms';
import { backdatingFindings } from '../rules/backdating';
import { inOrder } from '../rules/waiting';
import { newestCheck } from './newest-check';
import { findOffer } from './offers';
import { findParticipantKey, listParticipations } from './person';

/** One who waits; who it is only where the actor sees the client. */
export interface WaitlistRow {
  readonly id: string;
  readonly participantKey: string;
  readonly measureId: string;
  readonly slug: string;
  readonly measureTitle: string;
  readonly site: string | null;
  readonly waitingSince: string;
  readonly enteredAt: string;
  readonly checkedOn: string | null;
  readonly clientId: string | null;
  readonly customerNumber: string | null;
  /** Null also for a team lead who has not opened the client. */
  readonly name: string | null;
  readonly responsibleId: string | null;
}

/** Who waits, longest first: for one measure, or measure by measure. */
export async function listWaiting(tx: Tx, measureId: string | null): Promise<WaitlistRow[]> {
  const rows = await waiting(tx)
    .$if(measureId !== null, (query) => query.where('entry.measure_id', '=', measureId ?? ''))
    .execute();
  return inOrder(rows.map(rowOf));
}

/** An open entry of a person whom the actor is in charge of; undefined for all others, foreign or missing alike. */
export async function findOwnEntry(tx: Tx, id: string): Promise<WaitlistRow | undefined> {
  if (!isId(id)) return undefined;
  const [row, handled] = await Promise.all([
    waiting(tx).where('entry.id', '=', id).executeTakeFirst(),
    listHandled(tx),
  ]);
  const entry = row && rowOf(row);
  return entry?.responsibleId != null && handled.has(entry.responsibleId) ? entry : undefined;
}

/**
 * Puts a client on the waiting list of a measure. The one in charge stays in charge, and no
 * place is taken by it (rule C11). Undefined where there is no such client of the actor's or
 * no such measure under a running contract.
 */
export async function enterWaitlist(
  tx: Tx,
  actor: Actor,
  { clientId, slug, today }: { readonly clientId: string; readonly slug: string; readonly today: string },
  typed: TypedWaiting,
): Promise<Result<string, WaitlistFinding> | undefined> {
  if (!isId(clientId)) return undefined;
  const [head, key, handled, offer] = await Promise.all([
    findHead(tx, clientId),
    findParticipantKey(tx, clientId),
    listHandled(tx),
    findOffer(tx, slug, today),
  ]);
  if (!head || !key || !handled.has(head.responsibleId) || !offer) return undefined;
  const [checks, participations, others] = await Promise.all([
    listChecks(tx, clientId),
    listParticipations(tx, key, today),
    listWaiting(tx, offer.measureId),
  ]);
  const check = newestCheck(checks, slug);
  if (!check || !opensAccess(check)) return refuse({ code: 'accessNotOpen' });
  if (offer.intake === 'closed') return refuse({ code: 'intakeClosed' });
  const own = others.find(({ participantKey }) => participantKey === key);
  if (own) return refuse({ code: 'alreadyWaiting', since: own.waitingSince });
  const there = participations.find(({ measureId }) => measureId === offer.measureId);
  if (there) return refuse({ code: 'alreadyThere', starts: there.starts, ends: there.ends });
  if (typed.site !== null && !offer.spots.some(({ site }) => site === typed.site)) {
    return refuse({ code: 'siteUnknown' });
  }
  // Waiting begins with the application: how far back it lies is bound, and it gives no reason.
  const entry = { day: typed.since, today, reason: 'waited before' };
  const [finding] = backdatingFindings(entry, { usual: 'decided', mayLieAhead: false });
  if (finding?.code === 'dayInFuture') return refuse({ code: 'waitingInFuture', today });
  if (finding?.code === 'tooFarBack') return refuse(finding);

  const row = await tx
    .insertInto('waitlist_entry')
    .values({
      tenant_id: actor.tenantId,
      participant_key: key,
      measure_id: offer.measureId,
      site: typed.site,
      waiting_since: typed.since,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'alreadyWaiting', since: today });
  await recordAudit(tx, actor, { verb: 'waitlist.entered', objectKind: 'waitlistEntry', objectId: row.id });
  return ok(row.id);
}

/** Somebody has looked whether the wish still stands (rule C12). */
export async function confirmWaiting(tx: Tx, actor: Actor, entry: WaitlistRow, today: string): Promise<void> {
  await changeEntry(tx, actor, entry, { checked_on: today });
}

export async function withdraw(
  tx: Tx,
  actor: Actor,
  entry: WaitlistRow,
  reason: string,
  today: string,
): Promise<void> {
  await changeEntry(tx, actor, entry, { state: 'withdrawn', ended_on: today, end_reason: reason });
}

/** The person got a place: it waits no longer. */
export async function closeWaiting(
  tx: Tx,
  actor: Actor,
  entry: WaitlistRow | undefined,
  today: string,
): Promise<void> {
  if (entry) await changeEntry(tx, actor, entry, { state: 'allocated', ended_on: today });
}

async function changeEntry(
  tx: Tx,
  actor: Actor,
  { id }: WaitlistRow,
  changes: {
    readonly state?: 'allocated' | 'withdrawn';
    readonly ended_on?: string;
    readonly end_reason?: string;
    readonly checked_on?: string;
  },
): Promise<void> {
  await tx
    .updateTable('waitlist_entry')
    .set(changes)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  await recordAudit(tx, actor, { verb: 'waitlist.changed', objectKind: 'waitlistEntry', objectId: id });
}

function waiting(tx: Tx) {
  return tx
    .selectFrom('waitlist_entry as entry')
    .innerJoin('measure', (join) =>
      join.onRef('measure.tenant_id', '=', 'entry.tenant_id').onRef('measure.id', '=', 'entry.measure_id'),
    )
    .leftJoin('client', (join) =>
      join
        .onRef('client.tenant_id', '=', 'entry.tenant_id')
        .onRef('client.participant_key', '=', 'entry.participant_key'),
    )
    .leftJoin('client_profile as profile', (join) =>
      join.onRef('profile.tenant_id', '=', 'client.tenant_id').onRef('profile.client_id', '=', 'client.id'),
    )
    .where('entry.state', '=', 'waiting')
    .select([
      'entry.id',
      'entry.participant_key as participantKey',
      'entry.measure_id as measureId',
      'measure.slug',
      'measure.title as measureTitle',
      'entry.site',
      'entry.waiting_since as waitingSince',
      'entry.entered_at as enteredAt',
      'entry.checked_on as checkedOn',
      'client.id as clientId',
      'client.customer_number as customerNumber',
      'client.responsible_id as responsibleId',
      'profile.first_name as firstName',
      'profile.last_name as lastName',
    ]);
}

function rowOf<Row extends { readonly firstName: string | null; readonly lastName: string | null }>({
  firstName,
  lastName,
  ...row
}: Row): Omit<Row, 'firstName' | 'lastName'> & { readonly name: string | null } {
  return { ...row, name: firstName === null || lastName === null ? null : `${lastName}, ${firstName}` };
}
