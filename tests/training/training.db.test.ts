import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { openAllocation } from '~/allocation/store';
import {
  addCatchUp,
  cancelSession,
  closeGroup,
  findSession,
  findWholeGroup,
  holdSession,
  listDueSessions,
  listGroups,
  listOffers,
  moveSession,
  planGroup,
  recordAttendance,
} from '~/training/store';
import { anActor, aProviderActor } from '../support/actors';
import { anAllocation, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aGroup, aTraining, seatOf } from './support';

useTestDatabase();

const first = aProviderActor('first');
const second = aProviderActor('second');
let contract: RunningContract;
beforeAll(async () => {
  contract = await aTraining();
});

const wholeOf = async (groupId: string, actor = first) => {
  const whole = await asReader(actor, (tx) => findWholeGroup(tx, groupId));
  if (!whole) throw new Error('The group is gone.');
  return whole;
};

/** A client on a seat of the group, from the first session to the last day of the group. */
async function onSeat(groupId: string, no: number, changes = {}): Promise<string> {
  const placeId = await seatOf(groupId, no);
  return await asOwner(async (tx) =>
    anAllocation(tx, contract, await aClient(tx, { lastName: `Person ${no}` }), {
      place_id: placeId,
      starts: '2026-03-02',
      ends: '2026-03-31',
      reports_absence: true,
      ...changes,
    }),
  );
}

const record = (
  sessionId: string,
  cells: Record<string, string>,
  today = '2026-03-09',
  actor = first,
  lateReason: 'overlooked' | null = 'overlooked',
) => asActor(actor, (tx) => recordAttendance(tx, actor, sessionId, { cells, lateReason }, today));

describe('planning', () => {
  test('makes sessions by day and seats for the days of the group', async () => {
    const groupId = await aGroup(first, contract, 3);
    const { group, sessions, participants } = await wholeOf(groupId);
    expect(group).toMatchObject({ starts: '2026-03-02', ends: '2026-03-31', seats: 3, state: 'planned' });
    expect(sessions.map(({ no, day, minutes }) => [no, day, minutes])).toEqual([
      [1, '2026-03-02', 240],
      [2, '2026-03-09', 240],
      [3, '2026-03-16', 240],
    ]);
    expect(participants).toEqual([]);
    const seats = await asOwner((tx) =>
      tx
        .selectFrom('contract_place')
        .where('group_id', '=', groupId)
        .select(['no', 'valid_from', 'valid_to'])
        .orderBy('no')
        .execute(),
    );
    expect(seats).toEqual([1, 2, 3].map((no) => ({ no, valid_from: '2026-03-02', valid_to: '2026-03-31' })));
  });

  test('a name that is taken is refused kindly and nothing is half done', async () => {
    const groupId = await aGroup(first, contract);
    const { group } = await wholeOf(groupId);
    const [offer] = await asReader(first, (tx) => listOffers(tx, '2026-02-01'));
    const before = await asReader(first, (tx) => listGroups(tx, 1));
    const again = await asActor(first, (tx) =>
      planGroup(tx, first, offer!, {
        name: group.name,
        trainer: 'x',
        sitePosition: 1,
        days: ['2026-05-04', '2026-05-11', '2026-05-18'],
        beginsAt: '09:00',
        lastDay: '2026-05-18',
        seats: 4,
      }),
    );
    expect(again).toEqual({ ok: false, findings: [{ code: 'nameTaken' }] });
    expect((await asReader(first, (tx) => listGroups(tx, 1))).count).toBe(before.count);
  });

  test('only trainings of own running contracts are on offer', async () => {
    const places = await aTraining({ service: { unit: 'place' } });
    const over = await aTraining({ starts: '2025-01-01', ends: '2025-12-31' });
    const ids = async (actor: typeof first) =>
      (await asReader(actor, (tx) => listOffers(tx, '2026-02-01'))).map(({ contractId }) => contractId);
    expect(await ids(first)).toContain(contract.contractId);
    expect(await ids(first)).not.toContain(places.contractId);
    expect(await ids(first)).not.toContain(over.contractId);
    expect(await ids(second)).not.toContain(contract.contractId);
  });
});

describe('attendance', () => {
  test('each row is saved by itself; the session is then held and the group runs', async () => {
    const groupId = await aGroup(first, contract);
    const [one, two, three] = [await onSeat(groupId, 1), await onSeat(groupId, 2), await onSeat(groupId, 3)];
    const [session] = (await wholeOf(groupId)).sessions;
    const result = await record(session!.id, { [one]: 'A', [two]: 'Q', [three]: 'k' });
    expect(result).toEqual({
      ok: true,
      value: { count: 2, faults: [[two, { code: 'unknownLetter', reportsAbsence: true }]] },
    });
    const { group, sessions, entries } = await wholeOf(groupId);
    expect(group.state).toBe('running');
    expect(sessions[0]).toMatchObject({ state: 'held' });
    expect(new Map(entries.map(({ allocationId, status }) => [allocationId, status]))).toEqual(
      new Map([
        [one, 'present'],
        [three, 'sick'],
      ]),
    );
    // Changed, with one line more in the log; the same letter again changes nothing.
    expect(await record(session!.id, { [one]: 'E' })).toMatchObject({ ok: true, value: { count: 1 } });
    expect(await record(session!.id, { [one]: 'E' })).toMatchObject({ ok: true, value: { count: 0 } });
    const log = await asOwner((tx) =>
      tx.selectFrom('audit_entry').where('object_id', '=', session!.id).select('verb').execute(),
    );
    expect(log.map(({ verb }) => verb)).toEqual(['attendance.recorded', 'attendance.recorded']);
  });

  test('entered late it says why; nothing is saved without, and a change in time takes the reason away', async () => {
    const groupId = await aGroup(first, contract);
    const one = await onSeat(groupId, 1);
    const [session] = (await wholeOf(groupId)).sessions;
    // The session is on the 2nd: the 9th is a week later, the 10th is late.
    const entered = async () => (await wholeOf(groupId)).entries.map(({ lateReason }) => lateReason);
    expect(await record(session!.id, { [one]: 'A' }, '2026-03-10', first, null)).toEqual({
      ok: false,
      findings: [{ code: 'backdateReasonMissing' }],
    });
    expect(await entered()).toEqual([]);
    // What changes nothing needs no reason.
    expect(await record(session!.id, {}, '2026-03-10', first, null)).toMatchObject({ ok: true });
    expect(await record(session!.id, { [one]: 'A' }, '2026-03-10')).toMatchObject({ ok: true });
    expect(await entered()).toEqual(['overlooked']);
    expect(await record(session!.id, { [one]: 'E' }, '2026-03-09', first, null)).toMatchObject({ ok: true });
    expect(await entered()).toEqual([null]);
  });

  test('not before the day, not for somebody of another group, not after the reporting period', async () => {
    const groupId = await aGroup(first, contract);
    const other = await aGroup(first, contract);
    const stranger = await onSeat(other, 1);
    const gone = await onSeat(groupId, 1, { visible_until: '2026-03-01' });
    const [session] = (await wholeOf(groupId)).sessions;
    expect(await record(session!.id, { [gone]: 'A' }, '2026-03-01')).toMatchObject({
      ok: false,
      findings: [{ code: 'notYet' }],
    });
    expect(await record(session!.id, { [stranger]: 'A', [gone]: 'A' })).toEqual({
      ok: true,
      value: { count: 0, faults: [[gone, { code: 'locked', why: 'nameHidden' }]] },
    });
    const { participants } = await wholeOf(groupId);
    expect(participants).toMatchObject([{ allocationId: gone, name: null, seat: 1 }]);
  });

  test('where no reasons are reported, there is only "there" and "not there" (P7)', async () => {
    const plain = await aTraining({ service: { reports_absence: false } });
    const groupId = await aGroup(first, plain);
    const placeId = await seatOf(groupId, 1);
    const id = await asOwner(async (tx) =>
      anAllocation(tx, plain, await aClient(tx), {
        place_id: placeId,
        starts: '2026-03-02',
        ends: '2026-03-31',
      }),
    );
    const [session] = (await wholeOf(groupId)).sessions;
    expect(await record(session!.id, { [id]: 'K' })).toMatchObject({
      ok: true,
      value: { count: 0, faults: [[id, { code: 'unknownLetter' }]] },
    });
    expect(await record(session!.id, { [id]: 'N' })).toMatchObject({ ok: true, value: { count: 1 } });
  });
});

describe('sessions', () => {
  test('are moved, cancelled, held and caught up by those who missed one', async () => {
    const groupId = await aGroup(first, contract);
    const [there, missing] = [await onSeat(groupId, 1), await onSeat(groupId, 2)];
    const [one, two, three] = (await wholeOf(groupId)).sessions;
    const key = (sessionId: string) => ({ groupId, sessionId });
    await record(one!.id, { [there]: 'A', [missing]: 'E' });
    const late = { day: '2026-03-10', beginsAt: '13:30', trainer: 'Vera Vertretung' };
    expect(await asActor(first, (tx) => moveSession(tx, first, key(two!.id), late))).toMatchObject({
      ok: true,
    });
    expect(await asActor(first, (tx) => cancelSession(tx, first, key(three!.id)))).toMatchObject({
      ok: true,
    });
    expect(await asActor(first, (tx) => holdSession(tx, first, key(two!.id), '2026-03-10'))).toMatchObject({
      ok: true,
    });
    const wanted = { no: 1, day: '2026-03-20', beginsAt: '09:00' };
    const catchUp = await asActor(first, (tx) => addCatchUp(tx, first, groupId, wanted));
    if (!catchUp?.ok) throw new Error(JSON.stringify(catchUp));
    const result = await record(catchUp.value, { [there]: 'A', [missing]: 'A' }, '2026-03-20');
    expect(result).toEqual({
      ok: true,
      value: { count: 1, faults: [[there, { code: 'locked', why: 'notMissed' }]] },
    });
    const caseworker = anActor('caseworker');
    const opened = await asActor(caseworker, (tx) => openAllocation(tx, caseworker, missing));
    expect(opened?.words?.attendance).toEqual({ recorded: 2, present: 1 });
    const { sessions } = await wholeOf(groupId);
    expect(sessions.map(({ no, day, state, catchesUpNo }) => [no, day, state, catchesUpNo])).toEqual([
      [1, '2026-03-02', 'held', null],
      [2, '2026-03-10', 'held', null],
      [3, '2026-03-16', 'cancelled', null],
      [4, '2026-03-20', 'held', 1],
    ]);
    expect(await asActor(first, (tx) => closeGroup(tx, first, groupId, 'cancelled'))).toMatchObject({
      ok: false,
      findings: [{ code: 'hasParticipants', count: 2 }],
    });
    expect(await asActor(first, (tx) => closeGroup(tx, first, groupId, 'ended'))).toMatchObject({ ok: true });
    expect(await asActor(first, (tx) => moveSession(tx, first, key(three!.id), late))).toEqual({
      ok: false,
      findings: [{ code: 'groupOver' }],
    });
  });

  test('that are due come first, with how many are not recorded', async () => {
    const groupId = await aGroup(first, contract);
    await onSeat(groupId, 1);
    const due = (await asReader(first, (tx) => listDueSessions(tx, '2026-03-09'))).filter(
      (session) => session.groupId === groupId,
    );
    expect(due.map(({ day, unrecorded }) => [day, unrecorded])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-09', 1],
      ['2026-03-16', 1],
    ]);
  });
});

describe('whose group it is', () => {
  test('a second provider sees and changes nothing of it; staff of the authority may not write', async () => {
    const groupId = await aGroup(first, contract);
    const id = await onSeat(groupId, 1);
    const [session] = (await wholeOf(groupId)).sessions;
    const sessionId = session!.id;
    expect(await asReader(second, (tx) => findWholeGroup(tx, groupId))).toBeUndefined();
    expect(await asReader(second, (tx) => findSession(tx, sessionId))).toBeUndefined();
    expect((await asReader(second, (tx) => listGroups(tx, 1))).rows).toEqual([]);
    expect(await asReader(second, (tx) => listDueSessions(tx, '2026-03-09'))).toEqual([]);
    expect(await record(sessionId, { [id]: 'A' }, '2026-03-09', second)).toBeUndefined();
    const key = { groupId, sessionId };
    expect(await asActor(second, (tx) => cancelSession(tx, second, key))).toBeUndefined();
    expect(await asActor(second, (tx) => closeGroup(tx, second, groupId, 'cancelled'))).toBeUndefined();
    const officer = anActor('districtOfficer');
    await expect(asActor(officer, (tx) => cancelSession(tx, officer, key))).rejects.toMatchObject({
      code: '42501',
    });
    const foreign = anActor('caseworker', { tenant: 'foreign' });
    expect(await asReader(foreign, (tx) => findWholeGroup(tx, groupId))).toBeUndefined();
  });

  test('what is no id is a missing one', async () => {
    expect(await asReader(first, (tx) => findWholeGroup(tx, 'x'))).toBeUndefined();
    expect(await asReader(first, (tx) => findSession(tx, "'; drop"))).toBeUndefined();
  });
});
