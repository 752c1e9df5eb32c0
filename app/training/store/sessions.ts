import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import {
  cancelFindings,
  catchUpFindings,
  heldFindings,
  isOpenGroup,
  moveFindings,
  type SessionFinding,
} from '../rules/sessions';
import type { GroupHead, Session } from '../training';
import { findGroup, listParticipants, listSessions } from './find';

interface Timing {
  readonly day: string;
  /** 'HH:MM' */
  readonly beginsAt: string;
}

type Outcome = Result<string, SessionFinding> | undefined;

/** Puts a session on another day or time; a cancelled one is planned anew. Undefined where there is no such session. */
export async function moveSession(
  tx: Tx,
  actor: Actor,
  key: SessionKey,
  to: Timing & { readonly trainer: string | null },
): Promise<Outcome> {
  return await changeSession(tx, actor, key, ({ group, session, sessions }) => ({
    findings: moveFindings(group, session, to.day, sessions),
    set: { day: to.day, begins_at: to.beginsAt, trainer: to.trainer, state: 'planned' },
  }));
}

export async function cancelSession(tx: Tx, actor: Actor, key: SessionKey): Promise<Outcome> {
  return await changeSession(tx, actor, key, ({ group, session }) => ({
    findings: cancelFindings(group, session),
    set: { state: 'cancelled' },
  }));
}

/** Says that a session took place; the group then runs. */
export async function holdSession(tx: Tx, actor: Actor, key: SessionKey, today: string): Promise<Outcome> {
  return await changeSession(tx, actor, key, ({ group, session }) => ({
    findings: heldFindings(group, session, today),
    set: { state: 'held' },
  }));
}

/** Adds a session in which one that was held can be caught up. */
export async function addCatchUp(
  tx: Tx,
  actor: Actor,
  groupId: string,
  { no, day, beginsAt }: Timing & { readonly no: number },
): Promise<Outcome> {
  const group = await findGroup(tx, groupId, { isLocking: true });
  if (!group) return undefined;
  const sessions = await listSessions(tx, groupId);
  const findings = catchUpFindings(group, no, day, sessions);
  const missed = sessions.find((session) => session.no === no);
  if (findings.length > 0 || !missed) return refuse(...findings);
  const { id } = await tx
    .insertInto('training_session')
    .values({
      tenant_id: actor.tenantId,
      group_id: groupId,
      no: Math.max(...sessions.map((session) => session.no)) + 1,
      day,
      begins_at: beginsAt,
      minutes: missed.minutes,
      catches_up_no: no,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordChange(tx, actor, groupId);
  return ok(id);
}

type GroupFinding =
  | { readonly code: 'groupOver' }
  | { readonly code: 'sessionsOpen'; readonly count: number }
  | { readonly code: 'hasParticipants'; readonly count: number };

/** Ends a group whose sessions are all held or cancelled; or cancels one that nobody is allocated to. */
export async function closeGroup(
  tx: Tx,
  actor: Actor,
  groupId: string,
  as: 'ended' | 'cancelled',
): Promise<Result<string, GroupFinding> | undefined> {
  const group = await findGroup(tx, groupId, { isLocking: true });
  if (!group) return undefined;
  if (!isOpenGroup(group)) return refuse({ code: 'groupOver' });
  if (as === 'ended') {
    const open = (await listSessions(tx, groupId)).filter(({ state }) => state === 'planned').length;
    if (open > 0) return refuse({ code: 'sessionsOpen', count: open });
  } else {
    const { length: count } = await listParticipants(tx, groupId);
    if (count > 0) return refuse({ code: 'hasParticipants', count });
  }
  await tx.updateTable('training_group').set({ state: as }).where('id', '=', groupId).execute();
  await recordChange(tx, actor, groupId);
  return ok(groupId);
}

export interface SessionKey {
  readonly groupId: string;
  readonly sessionId: string;
}

interface Change {
  readonly findings: readonly SessionFinding[];
  readonly set: Partial<{
    day: string;
    begins_at: string;
    trainer: string | null;
    state: 'planned' | 'held' | 'cancelled';
  }>;
}

async function changeSession(
  tx: Tx,
  actor: Actor,
  { groupId, sessionId }: SessionKey,
  change: (known: { group: GroupHead; session: Session; sessions: readonly Session[] }) => Change,
): Promise<Outcome> {
  const group = await findGroup(tx, groupId, { isLocking: true });
  const sessions = group ? await listSessions(tx, groupId) : [];
  const session = sessions.find(({ id }) => id === sessionId);
  if (!group || !session) return undefined;
  const { findings, set } = change({ group, session, sessions });
  if (findings.length > 0) return refuse(...findings);
  await tx.updateTable('training_session').set(set).where('id', '=', sessionId).execute();
  if (set.state === 'held') await startGroup(tx, group);
  await recordChange(tx, actor, groupId);
  return ok(sessionId);
}

/** A group runs as soon as a session of it was held. */
export async function startGroup(tx: Tx, { id, state }: Pick<GroupHead, 'id' | 'state'>): Promise<void> {
  if (state !== 'planned') return;
  await tx.updateTable('training_group').set({ state: 'running' }).where('id', '=', id).execute();
}

async function recordChange(tx: Tx, actor: Actor, groupId: string): Promise<void> {
  await recordAudit(tx, actor, { verb: 'group.changed', objectKind: 'group', objectId: groupId });
}
