import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  correctCareExit,
  endCare,
  findCare,
  findEffectSubject,
  findEnd,
  listMoves,
  recordClosingTalk,
  recordEffect,
} from '~/care/store';
import { anActor } from '../support/actors';
import { aTeam } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aCare, fileOf } from './support';

useTestDatabase();

const manager = anActor('jobcenterCaseManager');
const foreignManager = anActor('jobcenterCaseManager', { tenant: 'foreign' });
const today = '2026-03-02';

beforeAll(async () => {
  await asOwner(async (tx) => {
    await aTeam(tx);
    await aTeam(tx, 'foreign');
  });
});

const exit = {
  ...{ exitedOn: '2026-03-02', reason: 'work' as const, explanation: 'Arbeit in der Nähe' },
  ...{ talkOn: '2026-02-27', profilingUpdated: false, backdateReason: null, progress: [] },
  ...{ closingTalkOn: null, closingPoints: [], aftercareUntil: null },
};

async function end(careId: string, change: Partial<Parameters<typeof endCare>[3]> = {}) {
  return await asActor(manager, async (tx) => {
    const { care } = (await findCare(tx, careId))!;
    return await endCare(tx, manager, { care, disputes: [] }, { ...exit, ...change }, today);
  });
}

describe('an exit', () => {
  test('the closing talk stops no exit, stays a task and is completed afterwards, with aftercare (X7)', async () => {
    const { careId } = await aCare('2025-08-31');
    expect((await end(careId, { closingPoints: ['goals'] })).ok).toBe(true);
    const ended = async () => (await asReader(manager, (tx) => findEnd(tx, careId)))!;
    expect(await ended()).toMatchObject({ closingTalkOn: null, closingPoints: ['goals'] });
    const { care } = (await asReader(manager, (tx) => findCare(tx, careId)))!;
    const talk = {
      closingTalkOn: '2026-03-02',
      closingPoints: ['goals', 'offers'] as const,
      aftercareUntil: '2026-06-30',
    };
    const complete = (changes: Partial<typeof talk> = {}, actor = manager) =>
      asActor(actor, (tx) => recordClosingTalk(tx, actor, care, { ...talk, ...changes }, today));
    expect(await complete({ aftercareUntil: '2026-03-02' })).toEqual({
      ok: false,
      findings: [{ code: 'aftercareBeforeExit' }],
    });
    expect(await complete({ closingTalkOn: '2026-03-03' })).toMatchObject({ ok: false });
    expect(await complete()).toEqual({ ok: true, value: undefined });
    expect(await ended()).toMatchObject(talk);
    // Words that are no question of the talk are refused by the database.
    const other = asActor(manager, (tx) =>
      tx
        .updateTable('care_end')
        .set({ closing_points: ['diagnosis'] })
        .where('allocation_id', '=', careId)
        .execute(),
    );
    await expect(other).rejects.toMatchObject({ constraint: 'care_end_closing_points_known' });
  });

  test('entered wrongly it is corrected with why; dates follow, the history tells, the effect record stays', async () => {
    const { careId, clientId } = await aCare('2025-08-31', 'jc-cottbus-2021');
    await end(careId, { profilingUpdated: true, reason: 'stoppedByClient', aftercareUntil: '2026-06-30' });
    const standing = async () => ({
      care: (await fileOf(clientId)).cares[0]!,
      end: (await asReader(manager, (tx) => findEnd(tx, careId)))!,
    });
    const subject = (await asReader(manager, (tx) => findEffectSubject(tx, manager, careId)))!;
    const effect = {
      ...{ isIntegrated: false, hadMedicalService: false, hadHealthNeed: false },
      ...{ needsRemoved: 0, progress: 'same' as const },
    };
    await asActor(manager, (tx) => recordEffect(tx, manager, subject, effect));
    const records = () =>
      asOwner((tx) => tx.selectFrom('effect_record').selectAll().where('month', '=', '2026-03-01').execute());
    const before = await records();

    const correct = async (change: Partial<Parameters<typeof correctCareExit>[3]>, actor = manager) => {
      const now = await standing();
      const exit = { exitedOn: '2026-02-20', reason: 'work' as const, note: 'Verwechselt', ...change };
      return await asActor(actor, (tx) => correctCareExit(tx, actor, now, exit, today));
    };
    expect(await correct({ note: null })).toMatchObject({ findings: [{ code: 'noteMissing' }] });
    expect(await correct({ exitedOn: '2026-03-03' })).toMatchObject({ findings: [{ code: 'exitInFuture' }] });
    expect(await correct({ exitedOn: '2026-06-30' })).toMatchObject({
      findings: [{ code: 'aftercareBeforeExit' }],
    });
    expect(await correct({}, foreignManager)).toBeUndefined();
    expect(await correct({})).toEqual({ ok: true, value: careId });
    const { care, end: follows } = await standing();
    expect(care).toMatchObject({
      state: 'closed',
      exitedOn: '2026-02-20',
      exitReason: 'work',
      effectRecorded: true,
    });
    expect(follows).toMatchObject({ inviteBy: '2026-03-06' });
    const [newest, , exited] = await asReader(manager, (tx) => listMoves(tx, [careId]));
    expect(newest).toMatchObject({ deed: 'exitCorrected', day: '2026-02-20' });
    expect(newest?.reason).toContain('Verwechselt');
    expect(exited).toMatchObject({ deed: 'exited', day: '2026-03-02' });
    expect(await records()).toEqual(before);
  });
});
