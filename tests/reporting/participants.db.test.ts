import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { NewContact } from '~/reporting/rules/contacts';
import { dutiesOf } from '~/reporting/rules/duties';
import {
  addNeed,
  addStep,
  closeUnstarted,
  confirmParticipant,
  findParticipant,
  listContacts,
  listFilterChoices,
  listNeeds,
  listParticipantMoves,
  listParticipants,
  listReferrals,
  listReviews,
  listSteps,
  openParticipant,
  recordContact,
  recordProgress,
  recordReferral,
  reviewPlan,
  settleReferral,
  settleStep,
} from '~/reporting/store';
import { aProviderActor, anActor, providers } from '../support/actors';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const provider = aProviderActor('first');
const second = aProviderActor('second');
const today = '2026-04-15';
const missing = 'f0000000-0000-4000-8000-000000000998';

// The database asks the same clock: until when a provider sees somebody hangs on it.
beforeEach(() => void vi.stubEnv('PORTAL_TODAY', today));

let contract: RunningContract;
beforeAll(async () => {
  contract = await asOwner((tx) =>
    aRunningContract(tx, {
      title: 'Begleitung',
      places: 40,
      service: {
        contacts: JSON.stringify([{ stage: 'Begleitung', everyWeeks: 2, minutes: 45 }]),
        has_strategy_plan: true,
        plan_review_weeks: 8,
      },
    }),
  );
});

let used = 0;
/** A new person on a place of the contract, or of another one. */
async function participant(
  changes: Parameters<typeof anAllocation>[3] = {},
  on: RunningContract = contract,
): Promise<string> {
  const place = on === contract ? (used += 1) - 1 : 0;
  return await asOwner(async (tx) =>
    anAllocation(tx, on, await aClient(tx), { place_id: on.places[place]!, ...changes }),
  );
}

/** A reason is kept only where the day is late. */
const talk: NewContact = {
  ...{ day: '2026-04-14', kind: 'talk', outcome: 'held', minutes: 45, movedTo: null },
  lateReason: 'overlooked',
};

const record = (id: string, change: Partial<NewContact> = {}, correctsId: string | null = null) =>
  asActor(provider, (tx) => recordContact(tx, provider, id, { ...talk, ...change }, { correctsId, today }));

const find = (id: string, actor: Actor = provider) => asReader(actor, (tx) => findParticipant(tx, id));

const movesOf = async (id: string) =>
  (await asReader(provider, (tx) => listParticipantMoves(tx, id))).map(({ deed, day }) => [deed, day]);

async function auditOf(id: string) {
  const rows = await asOwner((tx) =>
    tx.selectFrom('audit_entry').where('object_id', '=', id).select('verb').orderBy('at').execute(),
  );
  return rows.map(({ verb }) => verb);
}

describe('who sees a participant', () => {
  test('the provider sees what was disclosed, and that it looked is recorded', async () => {
    const id = await participant();
    const seen = await asActor(provider, (tx) => openParticipant(tx, provider, id));
    expect(seen).toMatchObject({
      firstName: 'Alma',
      measureTitle: 'Begleitung',
      siteName: 'Hauptstelle',
      disclosure: { purpose: 'Tagesablauf strukturieren' },
    });
    expect(await auditOf(id)).toEqual(['participant.opened']);
  });

  test('a second provider sees nobody: neither in the list nor by the address', async () => {
    const id = await participant();
    expect(await find(id, second)).toBeUndefined();
    const filter = { state: 'laufend', measureId: null, site: null, page: 1 } as const;
    expect(await asReader(second, (tx) => listParticipants(tx, filter))).toEqual({ rows: [], total: 0 });
    expect(await asReader(second, listFilterChoices)).toEqual({ measures: [], sites: [] });
  });

  test('a second provider, a foreign person and a missing one: every command answers alike, with nothing', async () => {
    const own = await participant();
    const foreign = await asOwner(async (tx) => {
      const there = await aRunningContract(tx, { side: 'foreign', providerId: providers.second.id });
      return await anAllocation(tx, there, await aClient(tx, { side: 'foreign' }));
    });
    for (const [actor, id] of [
      [second, own],
      // The same provider also works there, but this account is kept by the own authority.
      [second, foreign],
      [provider, foreign],
      [provider, missing],
      [provider, 'no-id'],
    ] as const) {
      expect(await everyCommand(actor, id)).toEqual(everyCommandUndefined);
    }
    expect(await find(own)).toMatchObject({ state: 'active', contacts: [], confirmedOn: null });
  });

  test('past the reporting period the person answers like a missing one', async () => {
    const id = await participant({
      state: 'closed',
      exited_on: '2026-03-01',
      exit_reason: 'work',
      visible_until: '2026-04-15',
    });
    expect(await find(id)).toMatchObject({ firstName: 'Alma' });
    vi.stubEnv('PORTAL_TODAY', '2026-04-16');
    expect(await find(id)).toBeUndefined();
    expect(await everyCommand(provider, id)).toEqual(everyCommandUndefined);
  });
});

/** Everything a provider can do with a person; each must answer undefined for whom it may not know. */
async function everyCommand(actor: Actor, id: string) {
  return await asActor(actor, async (tx) => [
    await openParticipant(tx, actor, id),
    await recordContact(tx, actor, id, talk, { correctsId: null, today }),
    await confirmParticipant(tx, actor, id, '2026-04-15', today),
    await closeUnstarted(tx, actor, id, 'noInterest', today),
    await addStep(tx, actor, id, { ...step, needKey: null }, today),
    await settleStep(tx, actor, { id, stepId: missing }, { state: 'done', reason: null }, today),
    await reviewPlan(tx, actor, id, review, today),
    await recordReferral(tx, actor, id, referral, today),
    await settleReferral(
      tx,
      actor,
      { id, referralId: missing },
      { hasArrived: true, isOngoing: null },
      today,
    ),
    await recordProgress(tx, actor, id, []),
    await addNeed(tx, actor, id, 'finances'),
  ]);
}
const everyCommandUndefined = Array.from({ length: 11 }, () => undefined);

const step = {
  needKey: 'housing',
  goal: 'Eigene Wohnung',
  step: 'Beratungsstelle anrufen',
  doer: 'both' as const,
  agreedOn: '2026-04-10',
  dueOn: '2026-04-30',
};
const review = { day: '2026-04-14', isKept: true, changes: null, nextOn: null };
const referral = {
  target: 'debt' as const,
  day: '2026-04-12',
  wasAccompanied: true,
  hasArrived: null,
  isOngoing: null,
};

describe('the list', () => {
  test('by state, measure and site, with what is owed', async () => {
    const other = await asOwner((tx) =>
      aRunningContract(tx, { title: 'Coaching', service: { reports_absence: true } }),
    );
    const seen = { confirmed_on: '2026-02-01', first_contact_on: '2026-02-03', reports_absence: true };
    const id = await participant(seen, other);
    const filter = { state: 'laufend', measureId: other.measureId, site: 'Hauptstelle', page: 1 } as const;
    const { rows, total } = await asReader(provider, (tx) => listParticipants(tx, filter));
    expect([rows.map((row) => row.id), total]).toEqual([[id], 1]);
    expect(dutiesOf(rows[0]!, today)).toEqual([]);
    for (const none of [{ site: 'Zeven' }, { state: 'neu' }, { state: 'beendet' }, { page: 2 }] as const) {
      const found = await asReader(provider, (tx) => listParticipants(tx, { ...filter, ...none }));
      expect(found.rows, JSON.stringify(none)).toEqual([]);
    }
    const choices = await asReader(provider, listFilterChoices);
    expect(choices.measures.map(({ title }) => title)).toEqual(['Begleitung', 'Coaching']);
  });
});

describe('answering an allocation', () => {
  test('is confirmed once, with the day of the first meeting', async () => {
    const id = await participant();
    const confirm = () =>
      asActor(provider, (tx) => confirmParticipant(tx, provider, id, '2026-04-20', today));
    expect(await confirm()).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({ confirmedOn: today, firstMeetingOn: '2026-04-20' });
    expect(await confirm()).toEqual({ ok: false, findings: [{ code: 'alreadyConfirmed' }] });
    expect(await movesOf(id)).toEqual([['confirmed', '2026-04-20']]);
  });

  test('not reached after three attempts: the place is free, the provider sees the person for 14 days', async () => {
    const id = await participant();
    const close = () => asActor(provider, (tx) => closeUnstarted(tx, provider, id, 'notReached', today));
    await record(id, { day: '2026-04-01', outcome: 'clientAbsent', minutes: null, kind: 'phone' });
    await record(id, { day: '2026-04-03', outcome: 'clientAbsent', minutes: null, kind: 'phone' });
    expect(await close()).toEqual({
      ok: false,
      findings: [{ code: 'attemptsMissing', done: 2, needed: 3 }],
    });
    await record(id, { day: '2026-04-08', outcome: 'clientAbsent', minutes: null, kind: 'visit' });
    expect(await close()).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({
      state: 'notStarted',
      settledBy: 'client',
      settledReason: 'notReached',
      visibleUntil: '2026-04-29',
    });
    expect(await movesOf(id)).toEqual([['notStarted', today]]);
    // Somebody else takes the place on the same days.
    const { place_id } = await asOwner((tx) =>
      tx.selectFrom('allocation').where('id', '=', id).select('place_id').executeTakeFirstOrThrow(),
    );
    await expect(participant({ place_id })).resolves.toBeTruthy();
  });
});

describe('contacts', () => {
  test('the first held one is the first contact; a correction takes it back, and both rows stay', async () => {
    const id = await participant();
    const first = await record(id, { day: '2026-04-02' });
    expect(await find(id)).toMatchObject({ firstContactOn: '2026-04-02' });
    await record(id, { day: '2026-04-14' });
    const correctsId = first?.ok ? first.value : '';
    expect(
      await record(id, { day: '2026-04-02', outcome: 'clientAbsent', minutes: null }, correctsId),
    ).toMatchObject({
      ok: true,
    });
    expect(await find(id)).toMatchObject({
      firstContactOn: '2026-04-14',
      contacts: [{ outcome: 'clientAbsent' }, { outcome: 'held' }],
    });
    const rows = await asReader(provider, (tx) => listContacts(tx, id));
    expect(
      rows
        .filter(({ day }) => day === '2026-04-02')
        .map(({ outcome, isCorrected }) => [outcome, isCorrected])
        .sort(),
    ).toEqual([
      ['clientAbsent', false],
      ['held', true],
    ]);
    expect(await record(id, {}, correctsId)).toEqual({ ok: false, findings: [{ code: 'alreadyCorrected' }] });
    expect(await auditOf(id)).toEqual(['contact.recorded', 'contact.recorded', 'contact.corrected']);
  });

  test('what was entered by mistake counts no more', async () => {
    const id = await participant();
    const entry = await record(id);
    await record(id, { outcome: 'void', minutes: null }, entry?.ok ? entry.value : '');
    expect(await find(id)).toMatchObject({ contacts: [], firstContactOn: null });
  });

  test('sent twice it is there once', async () => {
    const id = await participant();
    const twice = await Promise.all([record(id), record(id)]);
    expect(twice.map((result) => result?.ok).sort()).toEqual([false, true]);
    expect((await find(id))?.contacts).toHaveLength(1);
  });

  test('an entry of another person cannot be corrected here: it does not exist', async () => {
    const [one, other] = [await participant(), await participant()];
    const entry = await record(one);
    expect(await record(other, {}, entry?.ok ? entry.value : '')).toBeUndefined();
    expect(await record(other, {}, missing)).toBeUndefined();
  });

  test('entered late it says why; a correction says it by itself, and what is in time needs nothing', async () => {
    const id = await participant();
    expect(await record(id, { day: '2026-03-05', lateReason: null })).toEqual({
      ok: false,
      findings: [{ code: 'backdateReasonMissing' }],
    });
    const late = await record(id, { day: '2026-03-05', lateReason: 'staffAbsent' });
    await record(id, { day: '2026-04-14', lateReason: 'staffAbsent' });
    const entries = async () => await asReader(provider, (tx) => listContacts(tx, id));
    expect(await entries()).toMatchObject([
      { day: '2026-04-14', isBackdated: false, lateReason: null },
      { isBackdated: true, lateReason: 'staffAbsent', recordedBy: provider.displayName },
    ]);
    await record(id, { day: '2026-03-05', minutes: 30, lateReason: null }, late?.ok ? late.value : '');
    expect((await entries()).map(({ lateReason }) => lateReason)).toContain('correction');
  });

  test('the database takes no late contact without a reason', async () => {
    const id = await participant();
    const insert = asActor(provider, (tx) =>
      tx
        .insertInto('contact')
        .values({
          ...{ tenant_id: provider.tenantId, allocation_id: id, day: '2026-03-05', kind: 'talk' },
          ...{ outcome: 'providerCancelled', is_backdated: true, reports_absence: false },
          ...{ recorded_by: provider.accountId, recorded_by_name: provider.displayName },
        })
        .execute(),
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'contact_late_told' });
  });

  test('the whole authority may count them; who it was with only those in charge know', async () => {
    const id = await participant();
    await record(id);
    for (const role of ['controller', 'districtOfficer'] as const) {
      const rows = await asReader(anActor(role), (tx) => listContacts(tx, id));
      expect(rows, role).toHaveLength(1);
    }
    const foreign = await asReader(anActor('controller', { tenant: 'foreign' }), (tx) =>
      listContacts(tx, id),
    );
    expect(foreign).toEqual([]);
    expect(await asReader(second, (tx) => listContacts(tx, id))).toEqual([]);
  });
});

describe('plan, referrals and progress', () => {
  test('a plan with a step that is settled, and a review once a day', async () => {
    const id = await participant();
    const added = await asActor(provider, (tx) => addStep(tx, provider, id, step, today));
    const stepId = added?.ok ? added.value : '';
    const settle = () =>
      asActor(provider, (tx) =>
        settleStep(tx, provider, { id, stepId }, { state: 'done', reason: null }, today),
      );
    expect(await settle()).toMatchObject({ ok: true });
    expect(await settle()).toEqual({ ok: false, findings: [{ code: 'alreadySettled' }] });
    const reviewIt = () => asActor(provider, (tx) => reviewPlan(tx, provider, id, review, today));
    expect(await reviewIt()).toMatchObject({ ok: true });
    expect(await reviewIt()).toEqual({ ok: false, findings: [{ code: 'reviewedThatDay' }] });
    expect(await asReader(provider, (tx) => listSteps(tx, id))).toMatchObject([
      { state: 'done', settledOn: today },
    ]);
    expect(await asReader(provider, (tx) => listReviews(tx, id))).toHaveLength(1);
    expect(await find(id)).toMatchObject({ plan: { begunOn: '2026-04-10', reviewedOn: '2026-04-14' } });
  });

  test('the plan is read by those in charge and by nobody else of the authority', async () => {
    const id = await participant();
    await asActor(provider, (tx) => addStep(tx, provider, id, step, today));
    const seen = async (actor: Actor) => (await asReader(actor, (tx) => listSteps(tx, id))).length;
    expect(await seen(anActor('caseworker'))).toBe(1);
    for (const role of ['jobcenterCaseManager', 'teamLead', 'districtOfficer', 'controller'] as const) {
      expect(await seen(anActor(role)), role).toBe(0);
    }
    expect(await seen(second)).toBe(0);
  });

  test('a need that is not the person’s is refused; a measure without a plan has none', async () => {
    const id = await participant();
    const wrong = await asActor(provider, (tx) =>
      addStep(tx, provider, id, { ...step, needKey: 'nursing' }, today),
    );
    expect(wrong).toEqual({ ok: false, findings: [{ code: 'needUnknown' }] });
    const other = await asOwner((tx) => aRunningContract(tx));
    const planless = await participant({}, other);
    expect(await asActor(provider, (tx) => addStep(tx, provider, planless, step, today))).toBeUndefined();
  });

  test('a referral is open until somebody knows whether the person arrived', async () => {
    const id = await participant();
    const entry = await asActor(provider, (tx) => recordReferral(tx, provider, id, referral, today));
    const referralId = entry?.ok ? entry.value : '';
    expect(await asReader(provider, (tx) => listReferrals(tx, id))).toMatchObject([
      { hasArrived: null, settledOn: null },
    ]);
    const settled = await asActor(provider, (tx) =>
      settleReferral(tx, provider, { id, referralId }, { hasArrived: true, isOngoing: true }, today),
    );
    expect(settled).toMatchObject({ ok: true });
    expect(await asReader(provider, (tx) => listReferrals(tx, id))).toMatchObject([
      { hasArrived: true, isOngoing: true, settledOn: today },
    ]);
  });

  test('progress per need, also of one that was found later', async () => {
    const id = await participant();
    expect(await asActor(provider, (tx) => addNeed(tx, provider, id, 'finances'))).toMatchObject({
      ok: true,
    });
    expect(await asActor(provider, (tx) => addNeed(tx, provider, id, 'finances'))).toEqual({
      ok: false,
      findings: [{ code: 'needThere' }],
    });
    const progress = [
      { key: 'finances', progress: 'better' as const, isRemoved: true, ownView: 'same' as const },
      { key: 'strain', progress: 'worse' as const, isRemoved: false, ownView: null },
      // Not the person's: nothing happens.
      { key: 'nursing', progress: 'better' as const, isRemoved: false, ownView: null },
    ];
    expect(await asActor(provider, (tx) => recordProgress(tx, provider, id, progress))).toMatchObject({
      ok: true,
    });
    expect(await asReader(provider, (tx) => listNeeds(tx, id))).toEqual([
      { key: 'dailyStructure', group: 'capability', progress: null, isRemoved: false, ownView: null },
      { key: 'strain', group: 'capability', progress: 'worse', isRemoved: false, ownView: null },
      { key: 'finances', group: 'circumstances', progress: 'better', isRemoved: true, ownView: 'same' },
      { key: 'housing', group: 'circumstances', progress: null, isRemoved: false, ownView: null },
    ]);
    const contradiction = [{ key: 'strain', progress: 'same' as const, isRemoved: true, ownView: null }];
    expect(await asActor(provider, (tx) => recordProgress(tx, provider, id, contradiction))).toEqual({
      ok: false,
      findings: [{ code: 'removedNotBetter', key: 'strain' }],
    });
  });
});
