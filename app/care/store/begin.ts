import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { SettledReason } from '~/allocation/allocation';
import { ruleBook } from '~/eligibility/rule-books';
import { findRuleBook } from '~/eligibility/store';
import type { RuleBook } from '~/eligibility/rule-book';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { CareFile } from '../care';
import { type BackdatingFinding, backdatingFindings } from '~/allocation/rules/backdating';
import { checkStart, clearingUntil, type StartFinding, type StartStep } from '../rules/start';
import { recordMove } from './record-move';

export type BeginFinding =
  | StartFinding
  | { readonly code: 'noBook' }
  | { readonly code: 'noAccess' }
  | { readonly code: 'alreadyInCare' }
  | { readonly code: 'changedMeanwhile' };

/** What a case manager decides about somebody whose access is open. */
export interface NewStep {
  readonly step: StartStep;
  readonly day: string;
  /** Why the person is taken in, or why not. */
  readonly reason: string;
  readonly backdateReason: string | null;
  readonly earlierReason: string | null;
  readonly lateReason: string | null;
  /** Of a refusal: who does not want it, for which of the listed reasons, and the talk about it. */
  readonly settled: {
    readonly by: 'client' | 'jobcenter';
    readonly reason: SettledReason;
    readonly talkOn: string | null;
  } | null;
}

/**
 * Begins a clearing, takes somebody over, or refuses formally.
 *
 * The rule book is that of the day of the first step and stays for the whole care. A
 * refusal is an allocation too, one that never counted (rules A17, § 9 case 5). Two who
 * decide at once: the constraint lets one through, the other is told.
 */
export async function decideStart(
  tx: Tx,
  actor: Actor,
  file: CareFile,
  wanted: NewStep,
  today: string,
): Promise<Result<string, BeginFinding>> {
  const { current, access } = file;
  if (current && current.state !== 'clearing') return refuse({ code: 'alreadyInCare' });
  if (!current && !access) return refuse({ code: 'noAccess' });
  if (current && wanted.step === 'clearing') return refuse({ code: 'alreadyInCare' });
  const book = current ? ruleBook(current.book) : await findRuleBook(tx, wanted.day);
  if (!book) return refuse({ code: 'noBook' });
  const findings = checkStart(book, {
    ...wanted,
    today,
    // Who is in clearing had the conference before it began.
    conferenceOn: current ? current.allocatedOn : (access?.conferenceOn ?? null),
    clearing: current && {
      begunOn: current.allocatedOn,
      until: current.clearingUntil ?? current.allocatedOn,
    },
    waitingLonger: file.waitingLonger,
  });
  if (findings.length) return refuse(...findings);

  const id = current ? current.id : await insertCare(tx, actor, file, book, wanted);
  if (id === undefined) return refuse({ code: 'alreadyInCare' });
  if (current || wanted.step === 'refusal') {
    const moved = await moveOn(tx, id, wanted);
    if (!moved) return refuse({ code: 'changedMeanwhile' });
  }
  if (wanted.step === 'refusal') {
    await tx
      .insertInto('care_end')
      .values({ tenant_id: actor.tenantId, allocation_id: id, talk_on: wanted.settled?.talkOn ?? null })
      .execute();
  }
  await endWait(tx, file.participantKey, wanted.step === 'refusal' ? 'refused' : 'takenOver', wanted.day);
  await recordMove(tx, actor, {
    careId: id,
    day: wanted.day,
    reason: whyText(wanted),
    ...deeds[wanted.step],
  });
  return ok(id);
}

const deeds = {
  clearing: { deed: 'clearingBegun', verb: 'allocation.clearingBegun' },
  takeover: { deed: 'takenOver', verb: 'allocation.careBegun' },
  refusal: { deed: 'declined', verb: 'allocation.declined' },
} as const;

/** All that was said about the step, for its history. */
function whyText({ reason, backdateReason, earlierReason, lateReason }: NewStep): string {
  return [
    reason,
    earlierReason && `Vor anderen übernommen: ${earlierReason}`,
    lateReason && `Clearing später beendet: ${lateReason}`,
    backdateReason && `Nachträglich eingetragen: ${backdateReason}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The allocation with what it was decided upon; undefined where the person is in care on those days already. */
async function insertCare(
  tx: Tx,
  actor: Actor,
  file: CareFile,
  book: RuleBook,
  wanted: NewStep,
): Promise<string | undefined> {
  const of = { tenant_id: actor.tenantId };
  const isClearing = wanted.step === 'clearing';
  const row = await tx
    .insertInto('allocation')
    .values({
      ...of,
      participant_key: file.participantKey,
      book: book.key,
      state: isClearing ? 'clearing' : 'active',
      allocated_on: wanted.day,
      starts: wanted.day,
      clearing_until: isClearing ? clearingUntil(book, wanted.day) : null,
      reports_absence: false,
    })
    .onConflict((conflict) => conflict.constraint('allocation_once_in_care').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row || !file.access) return undefined;
  await tx
    .insertInto('allocation_decision')
    .values({
      ...of,
      allocation_id: row.id,
      check_id: file.access.checkId,
      reason: wanted.reason,
      earlier_reason: wanted.earlierReason,
      backdate_reason: wanted.backdateReason,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .execute();
  await tx
    .insertInto('allocation_need')
    .columns(['tenant_id', 'allocation_id', 'need_key', 'need_group'])
    .expression((eb) =>
      eb
        .selectFrom('client_need')
        .where('client_id', '=', file.clientId)
        .where('ended_on', 'is', null)
        .select((select) => [
          'tenant_id',
          select.cast<string>(select.val(row.id), 'uuid').as('allocation_id'),
          'need_key',
          'need_group',
        ]),
    )
    .execute();
  return row.id;
}

async function moveOn(tx: Tx, id: string, { step, day, settled }: NewStep): Promise<boolean> {
  const moved = await tx
    .updateTable('allocation')
    .set(
      step === 'refusal'
        ? {
            state: 'declined' as const,
            settled_on: day,
            settled_by: settled?.by ?? 'jobcenter',
            settled_reason: settled?.reason ?? 'notSuitable',
          }
        : { state: 'active' as const, allocated_on: day, starts: day },
    )
    .where('id', '=', id)
    .where('state', 'in', step === 'refusal' ? ['clearing', 'active'] : ['clearing'])
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

async function endWait(
  tx: Tx,
  participantKey: string,
  state: 'takenOver' | 'refused' | 'withdrawn',
  day: string,
): Promise<boolean> {
  const ended = await tx
    .updateTable('care_wait')
    .set({ state, ended_on: day })
    .where('participant_key', '=', participantKey)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

export type WaitFinding =
  | Extract<BackdatingFinding, { code: 'dayInFuture' | 'tooFarBack' }>
  | { readonly code: 'noAccess' }
  | { readonly code: 'alreadyInCare' }
  | { readonly code: 'alreadyWaiting' };

/** Registers somebody in advance; until takeover whoever is in charge stays it (rule C11). */
export async function registerWait(
  tx: Tx,
  actor: Actor,
  file: CareFile,
  since: string,
  today: string,
): Promise<Result<undefined, WaitFinding>> {
  if (file.current) return refuse({ code: 'alreadyInCare' });
  if (!file.access) return refuse({ code: 'noAccess' });
  // The day of the registration stands in VerBIS, so it needs no reason here.
  const [finding] = backdatingFindings(
    { day: since, today, reason: 'VerBIS' },
    { usual: 'decided', mayLieAhead: false },
  );
  if (finding && finding.code !== 'backdateReasonMissing') return refuse(finding);
  const row = await tx
    .insertInto('care_wait')
    .values({ tenant_id: actor.tenantId, participant_key: file.participantKey, waiting_since: since })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return refuse({ code: 'alreadyWaiting' });
  await recordAudit(tx, actor, { verb: 'waitlist.entered', objectKind: 'client', objectId: file.clientId });
  return ok(undefined);
}

/** Takes somebody off the list; false where nobody waits. */
export async function withdrawWait(tx: Tx, actor: Actor, file: CareFile, today: string): Promise<boolean> {
  if (!(await endWait(tx, file.participantKey, 'withdrawn', today))) return false;
  await recordAudit(tx, actor, { verb: 'waitlist.changed', objectKind: 'client', objectId: file.clientId });
  return true;
}
