import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { isLate } from '~/allocation/rules/backdating';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { RecordedContact } from '../contact';
import { type ContactFinding, contactFindings, type NewContact } from '../rules/contacts';
import {
  findAttendedDay,
  findParticipant,
  lockParticipant,
  nextVersion,
  recordParticipantMove,
} from './participants';

type ContactRefusal =
  ContactFinding | { readonly code: 'alreadyThere' } | { readonly code: 'alreadyCorrected' };

/** Contacts of one person, the newest first, those that were corrected among them. */
export async function listContacts(tx: Tx, allocationId: string): Promise<RecordedContact[]> {
  return await tx
    .selectFrom('contact')
    .leftJoin('contact as later', (join) =>
      join.onRef('later.tenant_id', '=', 'contact.tenant_id').onRef('later.corrects_id', '=', 'contact.id'),
    )
    .where('contact.allocation_id', '=', allocationId)
    .orderBy('contact.day', 'desc')
    .orderBy('contact.recorded_at', 'desc')
    .orderBy('contact.id')
    .select((eb) => [
      'contact.id',
      'contact.day',
      'contact.kind',
      'contact.outcome',
      'contact.minutes',
      'contact.moved_to as movedTo',
      'contact.is_backdated as isBackdated',
      'contact.late_reason as lateReason',
      'contact.corrects_id as correctsId',
      eb('later.id', 'is not', null).$castTo<boolean>().as('isCorrected'),
      'contact.recorded_at as recordedAt',
      'contact.recorded_by_name as recordedBy',
    ])
    .execute();
}

/**
 * Records a contact, or (`correctsId`) what an earlier entry should have said; nothing is
 * overwritten. Undefined where the provider has no such participant or no such entry of it.
 */
export async function recordContact(
  tx: Tx,
  actor: Actor,
  id: string,
  contact: NewContact,
  { correctsId, today }: { readonly correctsId: string | null; readonly today: string },
): Promise<Result<string, ContactRefusal> | undefined> {
  const participant = await lockParticipant(tx, id);
  if (!participant) return undefined;
  const present = await listContacts(tx, id);
  const corrected = correctsId === null ? null : present.find((known) => known.id === correctsId);
  if (corrected === undefined) return undefined;
  if (corrected?.isCorrected) return refuse({ code: 'alreadyCorrected' });
  const findings = contactFindings(
    contact,
    { ...participant, involvesHousehold: participant.service.involvesHousehold },
    { today, isCorrection: corrected !== null },
  );
  if (findings.length > 0) return refuse(...findings);
  const isVoid = contact.outcome === 'void';
  // Sent twice by a double click, or typed again because somebody forgot: one is enough.
  const isThere = present.some(
    (known) =>
      !known.isCorrected &&
      known.day === contact.day &&
      known.kind === contact.kind &&
      known.outcome === contact.outcome &&
      known.minutes === contact.minutes &&
      known.movedTo === contact.movedTo,
  );
  if (isThere && !isVoid) return refuse({ code: 'alreadyThere' });

  const { day } = isVoid && corrected ? corrected : contact;
  const isBackdated = isLate(day, today, 'told');
  const row = await tx
    .insertInto('contact')
    .values({
      tenant_id: actor.tenantId,
      allocation_id: id,
      day,
      kind: isVoid && corrected ? corrected.kind : contact.kind,
      outcome: contact.outcome,
      minutes: contact.minutes,
      moved_to: contact.movedTo,
      is_backdated: isBackdated,
      // What is not late needs none, also where one was chosen.
      late_reason: !isBackdated ? null : corrected ? 'correction' : contact.lateReason,
      corrects_id: correctsId,
      recorded_by: actor.accountId,
      recorded_by_name: actor.displayName,
      reports_absence: participant.reportsAbsence,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(tx, actor, {
    verb: correctsId === null ? 'contact.recorded' : 'contact.corrected',
    objectKind: 'allocation',
    objectId: id,
  });
  await keepFirstContact(tx, actor, id, participant.firstContactOn);
  return ok(row.id);
}

/** The first contact follows from what was held or attended; a correction may move it or take it back. */
async function keepFirstContact(tx: Tx, actor: Actor, id: string, before: string | null): Promise<void> {
  const [participant, attendedOn] = [await findParticipant(tx, id), await findAttendedDay(tx, id)];
  const held = participant?.contacts.filter(({ outcome }) => outcome === 'held').map(({ day }) => day) ?? [];
  const first = [...held, ...(attendedOn === null ? [] : [attendedOn])].sort()[0] ?? null;
  if (first === before) return;
  await tx
    .updateTable('allocation')
    .set({ first_contact_on: first, version: nextVersion })
    .where('id', '=', id)
    .execute();
  if (first !== null) {
    await recordParticipantMove(tx, actor, { allocationId: id, deed: 'firstContact', day: first });
  }
}
