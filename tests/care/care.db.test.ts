import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { recordOf } from '~/care/care';
import { courseOf, type ReviewDecision } from '~/care/rules/course';
import { decideStart } from '~/care/store/begin';
import {
  answerReview,
  askAboutExit,
  decideDispute,
  endCare,
  findCare,
  findEnd,
  findKnownCare,
  findTeam,
  listDisputes,
  listMoves,
  listReviews,
  recordFollowUp,
  recordReview,
  recordTeamCheck,
  registerWait,
  withdrawWait,
} from '~/care/store';
import { ruleBook } from '~/eligibility/rule-books';
import { anActor, aProviderActor } from '../support/actors';
import { aClient, aTeam } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aCare, anOpenCheck, aStep, anOpenClient, chooseBook, decide, fileOf } from './support';

useTestDatabase();

const manager = anActor('jobcenterCaseManager');
const caseworker = anActor('caseworker');
const lead = anActor('teamLead');
const foreignLead = anActor('teamLead', { tenant: 'foreign' });
const today = '2026-03-02';

beforeAll(async () => {
  await asOwner(async (tx) => {
    await aTeam(tx);
    await aTeam(tx, 'foreign');
  });
});
beforeEach(() => asOwner((tx) => chooseBook(tx, 'jc-hannover-2018')));

describe('beginning', () => {
  test('a takeover keeps the book of its day, the needs and the check; the second one is refused', async () => {
    const clientId = await anOpenClient();
    const taken = await decide(clientId);
    expect(taken.ok).toBe(true);
    const file = await fileOf(clientId);
    expect(file.current).toMatchObject({
      book: 'jc-hannover-2018',
      state: 'active',
      allocatedOn: '2026-03-02',
    });
    // The check has been used: a second way in asks for a new one.
    expect(file.access).toBeNull();
    const needs = await asOwner((tx) =>
      tx
        .selectFrom('allocation_need')
        .where('allocation_id', '=', file.current!.id)
        .select('need_key')
        .execute(),
    );
    expect(needs).toHaveLength(3);
    await asOwner((tx) => anOpenCheck(tx, clientId));
    expect(await decide(clientId)).toEqual({ ok: false, findings: [{ code: 'alreadyInCare' }] });
  });

  test('two case managers decide at once from the same page: one gets it, the other is told', async () => {
    const clientId = await anOpenClient();
    const before = await fileOf(clientId);
    expect((await decide(clientId)).ok).toBe(true);
    const late = await asActor(manager, (tx) => decideStart(tx, manager, before, aStep, today));
    expect(late).toEqual({ ok: false, findings: [{ code: 'alreadyInCare' }] });
  });

  test('without an open access nobody comes in; without a book neither', async () => {
    const clientId = await asOwner((tx) => aClient(tx, { of: manager }));
    expect(await decide(clientId)).toEqual({ ok: false, findings: [{ code: 'noAccess' }] });
    const open = await anOpenClient();
    await asOwner((tx) => tx.deleteFrom('rule_setting').execute());
    expect(await decide(open)).toEqual({ ok: false, findings: [{ code: 'noBook' }] });
  });

  test('clearing counts from its begin, the care from the takeover (D1)', async () => {
    const clientId = await anOpenClient();
    await decide(clientId, { step: 'clearing', day: '2026-01-10' }, '2026-01-10');
    expect((await fileOf(clientId)).current).toMatchObject({
      state: 'clearing',
      clearingUntil: '2026-03-10',
    });
    expect((await decide(clientId, { day: '2026-03-09' }, '2026-03-09')).ok).toBe(true);
    const { current } = await fileOf(clientId);
    expect(current).toMatchObject({ state: 'active', allocatedOn: '2026-03-09' });
    const moves = await asReader(manager, (tx) => listMoves(tx, [current!.id]));
    expect(moves.map(({ deed, day }) => [deed, day])).toEqual([
      ['takenOver', '2026-03-09'],
      ['clearingBegun', '2026-01-10'],
    ]);
  });

  test('a clearing that is refused is a formal allocation that never counted (case 5)', async () => {
    const clientId = await anOpenClient();
    await decide(clientId, { step: 'clearing', day: '2026-01-10' }, '2026-01-10');
    const settled = { by: 'client', reason: 'noAlliance', talkOn: null } as const;
    const refused = await decide(clientId, { step: 'refusal', day: '2026-03-08', settled }, '2026-03-08');
    expect(refused.ok).toBe(true);
    const file = await fileOf(clientId);
    expect(file.current).toBeNull();
    expect(file.cares[0]).toMatchObject({
      state: 'declined',
      settledOn: '2026-03-08',
      settledReason: 'noAlliance',
    });
    // The talk about it is a task until it was held, once.
    const follow = () =>
      asActor(manager, (tx) => recordFollowUp(tx, manager, file.cares[0]!.id, { talkOn: '2026-03-10' }));
    expect(await follow()).toBe(true);
    expect(await follow()).toBe(false);
    expect(await asReader(manager, (tx) => findKnownCare(tx, clientId))).toEqual({
      lastExitOn: null,
      isInCare: false,
    });
  });

  test('Cottbus: whoever is taken before others who wait longer needs a reason (case 9)', async () => {
    await asOwner((tx) => chooseBook(tx, 'jc-cottbus-2021'));
    const [first, second] = [await anOpenClient(), await anOpenClient()];
    const wait = async (clientId: string, since: string) => {
      const file = await fileOf(clientId);
      return await asActor(manager, (tx) => registerWait(tx, manager, file, since, today));
    };
    expect((await wait(first, '2026-02-01')).ok).toBe(true);
    expect((await wait(second, '2026-02-03')).ok).toBe(true);
    expect(await wait(second, '2026-02-03')).toEqual({ ok: false, findings: [{ code: 'alreadyWaiting' }] });
    expect(await wait(second, '2026-03-03')).toMatchObject({ findings: [{ code: 'dayInFuture' }] });
    expect(await decide(second)).toEqual({ ok: false, findings: [{ code: 'othersWaitLonger', count: 1 }] });
    expect((await decide(second, { earlierReason: 'Wohnungsverlust' })).ok).toBe(true);
    expect((await decide(first)).ok).toBe(true);
    expect((await fileOf(first)).waitingSince).toBeNull();
    const file = await fileOf(first);
    expect(await asActor(manager, (tx) => withdrawWait(tx, manager, file, today))).toBe(false);
  });
});

/** Records the review of that month with what is on record so far. */
async function review(
  careId: string,
  month: number,
  change: { readonly decision?: ReviewDecision; readonly on?: string } = {},
) {
  const { decision = 'goOn', on = '2026-03-02' } = change;
  return await asActor(manager, async (tx) => {
    const { care } = (await findCare(tx, careId))!;
    const reviews = await listReviews(tx, careId);
    const course = courseOf(ruleBook(care.book), care.allocatedOn, reviews.map(recordOf), on);
    const step = course.steps.find((one) => one.month === month)!;
    const typed = { decision, reasons: 'Es geht voran', prospects: 'gut' };
    return await recordReview(tx, manager, { care, reviews, step }, typed, on);
  });
}

async function answer(
  careId: string,
  month: number,
  isGranted: boolean | null,
  note: string | null,
  as = lead,
) {
  const [found] = (await asReader(lead, (tx) => listReviews(tx, careId))).filter(
    (one) => one.month === month,
  );
  return await asActor(as, (tx) => answerReview(tx, as, careId, found!, { isGranted, note }));
}

describe('reviews', () => {
  test('Hannover: in order, notice at 12, consent at 24 holds up the next one', async () => {
    const { careId } = await aCare('2023-08-31');
    expect(await review(careId, 12)).toMatchObject({ findings: [{ code: 'formerMissing', month: 6 }] });
    for (const month of [6, 12, 18, 24]) expect((await review(careId, month)).ok, `${month}`).toBe(true);
    expect(await review(careId, 24)).toMatchObject({ findings: [{ code: 'alreadyRecorded' }] });
    expect(await review(careId, 30)).toMatchObject({ findings: [{ code: 'formerWaitsForLead', month: 24 }] });
    // Late as they are, each has its own day.
    const reviews = await asReader(manager, (tx) => listReviews(tx, careId));
    expect(reviews.map(({ dueOn, leadDeed }) => [dueOn, leadDeed])).toEqual([
      ['2024-02-29', null],
      ['2024-08-31', 'teamLeadIsInformed'],
      ['2025-02-28', 'teamLeadIsInformed'],
      ['2025-08-31', 'teamLeadConsents'],
    ]);
    expect(await answer(careId, 24, null, 'beraten')).toMatchObject({
      findings: [{ code: 'consentMissing' }],
    });
    expect((await answer(careId, 24, true, 'beraten')).ok).toBe(true);
    expect(await answer(careId, 24, false, 'doch nicht')).toMatchObject({
      findings: [{ code: 'alreadyAnswered' }],
    });
    expect((await answer(careId, 12, null, null)).ok).toBe(true);
    expect((await review(careId, 30)).ok).toBe(true);
    expect(await review(careId, 36, { on: '2026-08-31' })).toMatchObject({
      findings: [
        { code: 'formerWaitsForLead', month: 30 },
        { code: 'hardStop', month: 36 },
      ],
    });
  });

  test('Cottbus: nothing for the lead at 12 and 18, a note of the lead’s own at 24', async () => {
    const { careId } = await aCare('2023-08-31', 'jc-cottbus-2021');
    for (const month of [6, 12, 18, 24]) expect((await review(careId, month)).ok, `${month}`).toBe(true);
    const reviews = await asReader(lead, (tx) => listReviews(tx, careId));
    expect(reviews.map(({ leadDeed }) => leadDeed)).toEqual([null, null, null, 'teamLeadWritesNote']);
    expect(await answer(careId, 24, null, ' ')).toMatchObject({ findings: [{ code: 'noteMissing' }] });
    expect((await answer(careId, 24, null, 'Verlängerung beraten')).ok).toBe(true);
    expect((await review(careId, 30)).ok).toBe(true);
    expect((await review(careId, 36, { on: '2026-08-31' })).ok).toBe(true);
  });

  test('without the lead’s consent nothing goes on', async () => {
    const { careId } = await aCare('2024-02-20');
    for (const month of [6, 12, 18, 24]) await review(careId, month);
    await answer(careId, 24, false, 'kein Fortschritt');
    expect(await review(careId, 30, { on: '2026-08-20' })).toMatchObject({
      findings: [{ code: 'careMustEnd', ground: 'denied' }],
    });
  });

  test('nobody else reads or answers: another case worker, the foreign lead, controlling, a provider', async () => {
    const { careId } = await aCare('2024-08-20');
    await review(careId, 6);
    await review(careId, 12);
    for (const actor of [caseworker, foreignLead, anActor('controller'), anActor('districtOfficer')]) {
      expect(await asReader(actor, (tx) => listReviews(tx, careId)), actor.displayName).toEqual([]);
      expect(await asReader(actor, (tx) => findCare(tx, careId)), actor.displayName).toBeUndefined();
      expect((await answer(careId, 12, null, null, actor)).ok, actor.displayName).toBe(false);
    }
    const provider = aProviderActor('first');
    await expect(asReader(provider, (tx) => listReviews(tx, careId))).rejects.toMatchObject({
      code: '42501',
    });
    // The lead is told the decision without a purpose, the history in words only with one.
    expect(await asReader(lead, (tx) => listReviews(tx, careId))).toHaveLength(2);
    expect(await asReader(lead, (tx) => listMoves(tx, [careId]))).toEqual([]);
  });
});

const exit = {
  exitedOn: '2026-03-02',
  reason: 'work' as const,
  explanation: 'Arbeit in der Nähe',
  talkOn: '2026-02-27',
  profilingUpdated: false,
  ...{ closingTalkOn: null, closingPoints: [], aftercareUntil: null },
  backdateReason: null,
  progress: [],
};

async function end(careId: string, change: Partial<Parameters<typeof endCare>[3]> = {}) {
  return await asActor(manager, async (tx) => {
    const { care } = (await findCare(tx, careId))!;
    const disputes = await listDisputes(tx, careId);
    return await endCare(tx, manager, { care, disputes }, { ...exit, ...change }, today);
  });
}

describe('ending', () => {
  test('Hannover: no exit without the talk; the lock is a fact for the next check (X1, D9)', async () => {
    const { careId, clientId } = await aCare('2025-08-31');
    expect(await end(careId, { talkOn: null })).toEqual({ ok: false, findings: [{ code: 'talkMissing' }] });
    expect((await fileOf(clientId)).current?.state).toBe('active');
    expect((await end(careId)).ok).toBe(true);
    expect((await fileOf(clientId)).cares[0]).toMatchObject({ state: 'closed', exitReason: 'work' });
    expect(await end(careId)).toEqual({ ok: false, findings: [{ code: 'notInCare' }] });
    expect(await asReader(manager, (tx) => findKnownCare(tx, clientId))).toEqual({
      lastExitOn: '2026-03-02',
      isInCare: false,
    });
  });

  test('Cottbus: profiling first; the caseworker in charge afterwards invites within 14 days (X4, X5)', async () => {
    const { careId } = await aCare('2025-08-31', 'jc-cottbus-2021');
    expect(await end(careId)).toEqual({ ok: false, findings: [{ code: 'profilingMissing' }] });
    expect((await end(careId, { profilingUpdated: true, reason: 'stoppedByClient' })).ok).toBe(true);
    expect(await asReader(manager, (tx) => findEnd(tx, careId))).toMatchObject({ inviteBy: '2026-03-16' });
    const { care } = (await asReader(manager, (tx) => findCare(tx, careId)))!;
    expect(care.state).toBe('droppedOut');
    const invited = await asActor(manager, (tx) =>
      recordFollowUp(tx, manager, careId, { invitedOn: '2026-03-02' }),
    );
    expect(invited).toBe(true);
  });

  test('progress is kept need by need (E5)', async () => {
    const clientId = await anOpenClient();
    await decide(clientId);
    const { current } = await fileOf(clientId);
    const progress = [{ need: 'housing', progress: 'better' as const, isRemoved: true }];
    expect((await end(current!.id, { progress })).ok).toBe(true);
    const needs = await asOwner((tx) =>
      tx
        .selectFrom('allocation_need')
        .where('allocation_id', '=', current!.id)
        .where('is_removed', '=', true)
        .select('need_key')
        .execute(),
    );
    expect(needs).toEqual([{ need_key: 'housing' }]);
  });

  test('a doubt waits for the lead, whose word binds; nobody decides the own question (X3, X6)', async () => {
    const { careId } = await aCare('2025-08-31');
    const { care } = (await asReader(manager, (tx) => findCare(tx, careId)))!;
    const ask = () =>
      asActor(manager, (tx) => askAboutExit(tx, manager, care, 'Ohne Arbeitsbündnis zurückgeben?'));
    expect(await ask()).toBe(true);
    expect(await ask()).toBe(false);
    expect(await end(careId)).toEqual({ ok: false, findings: [{ code: 'disputeOpen' }] });
    const [dispute] = await asReader(lead, (tx) => listDisputes(tx, careId));
    const word = { disputeId: dispute!.id, endsCare: false, reason: 'Noch einmal versuchen' };
    expect(await asActor(foreignLead, (tx) => decideDispute(tx, foreignLead, care, word))).toBeUndefined();
    expect(await asActor(manager, (tx) => decideDispute(tx, manager, care, word))).toEqual({
      ok: false,
      findings: [{ code: 'ownQuestion' }],
    });
    expect(await asActor(lead, (tx) => decideDispute(tx, lead, care, word))).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await end(careId, { reason: 'noProgress' })).toEqual({
      ok: false,
      findings: [{ code: 'leadKeepsCare' }],
    });
    expect((await end(careId)).ok).toBe(true);
  });
});

describe('the team', () => {
  test('the lead sees numbers and no names, the own team alone, and what was checked this month', async () => {
    const { careId } = await aCare('2025-08-31');
    const team = (await asReader(lead, (tx) => findTeam(tx, lead, '2026-03-01')))!;
    expect(team.managers.map(({ name, postPercent }) => [name, postPercent])).toEqual([
      [manager.displayName, 100],
    ]);
    expect(team.cases.map((one) => one.careId)).toContain(careId);
    expect(JSON.stringify(team)).not.toContain('Apfelkern');
    const foreign = (await asReader(foreignLead, (tx) => findTeam(tx, foreignLead, '2026-03-01')))!;
    expect(foreign.cases).toEqual([]);
    expect(await asReader(caseworker, (tx) => findTeam(tx, caseworker, '2026-03-01'))).toBeUndefined();

    expect(await asActor(lead, (tx) => recordTeamCheck(tx, lead, 'caseload', '2026-03-01'))).toBe(true);
    expect(await asActor(lead, (tx) => recordTeamCheck(tx, lead, 'caseload', '2026-03-01'))).toBe(true);
    const after = (await asReader(lead, (tx) => findTeam(tx, lead, '2026-03-01')))!;
    expect(after.checked.map(({ kind }) => kind)).toEqual(['caseload']);
    const april = (await asReader(lead, (tx) => findTeam(tx, lead, '2026-04-01')))!;
    expect(april.checked).toEqual([]);
  });

  test.each([
    { born: '2003-06-10', until: '2028-06-09', why: 'the day before the 25th birthday' },
    { born: '2004-02-29', until: '2029-02-28', why: 'born on 29.02. (§ 12.5)' },
    { born: '1990-05-04', until: null, why: 'older: the lead learns no date of birth' },
  ])('born $born is under 25 until $until ($why)', async ({ born, until }) => {
    const id = await asOwner((tx) => aClient(tx, { of: manager }));
    await asActor(manager, (tx) =>
      tx.updateTable('client_profile').set({ birth_date: born }).where('client_id', '=', id).execute(),
    );
    const row = await asReader(lead, (tx) =>
      tx.selectFrom('client').where('id', '=', id).select('under_25_until').executeTakeFirst(),
    );
    expect(row?.under_25_until).toBe(until);
  });
});
