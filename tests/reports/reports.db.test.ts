import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { submitWithPaper } from '~/documents/participant-report/paper';
import type { Actor } from '~/identity/actor';
import { noAnswers } from '~/reports/report';
import {
  acceptReport,
  findContent,
  findFrame,
  findPaper,
  findReport,
  listDuties,
  listMoves,
  listReports,
  returnReport,
  saveStep,
} from '~/reports/store';
import { anActor, aProviderActor, providers } from '../support/actors';
import { aRunningContract } from '../support/allocations';
import { useTestDatabase } from '../support/database';
import { allocationOf, aReport } from './support';

useTestDatabase();

const first = aProviderActor('first');
const second = aProviderActor('second');
const caseworker = anActor('caseworker');
const today = '2026-03-20';

const whole = {
  talkWasHeld: true,
  talkOn: '2026-03-13',
  startAndNow: 'Tagesablauf steht.',
  goals: 'Drei von vier erreicht.',
  whatWorked: 'Feste Termine.',
  nextSteps: 'Bewerbungen.',
  offers: 'Beratung im Kreis.',
  furtherWay: 'Arbeitsuche mit der Fachkraft.',
  wasShown: true,
  shownOn: '2026-03-13',
  copyForPerson: true,
} as const;
const progress = { progress: 'better', ownView: 'same', isRemoved: false } as const;
const needs = { strain: progress, dailyStructure: progress, housing: { ...progress, isRemoved: true } };

const versionOf = async (id: string) => (await asReader(first, (tx) => findReport(tx, id)))?.version ?? 0;
async function fill(id: string) {
  const save = async (values: Parameters<typeof saveStep>[3]) => {
    const basedOn = await versionOf(id);
    return asActor(first, (tx) => saveStep(tx, first, id, values, basedOn));
  };
  expect(await save({ needs })).toMatchObject({ ok: true });
  expect(await save({ answers: whole })).toMatchObject({ ok: true });
}
const submit = async (id: string, actor: Actor = first) => {
  const basedOn = await versionOf(id);
  return asActor(actor, (tx) => submitWithPaper(tx, actor, { id, basedOn, today }));
};
const accept = (id: string, actor: Actor = caseworker, on = today) =>
  asActor(actor, (tx) => acceptReport(tx, actor, id, on));

describe('a final report', () => {
  test('is saved step by step; the needs keep their progress at the person', async () => {
    const { reportId, allocationId } = await asOwner((tx) => aReport(tx));
    await fill(reportId);
    const { answers } = await asReader(first, (tx) => findContent(tx, reportId));
    expect(answers).toEqual({ ...noAnswers, ...whole });
    const rows = await asOwner((tx) =>
      tx.selectFrom('allocation_need').where('allocation_id', '=', allocationId).selectAll().execute(),
    );
    expect(rows.map(({ need_key, progress: how, is_removed }) => [need_key, how, is_removed]).sort()).toEqual(
      [
        ['dailyStructure', 'better', false],
        ['housing', 'better', true],
        ['strain', 'better', false],
      ],
    );
  });

  test('that lacks something is not submitted, and nothing is kept', async () => {
    const { reportId } = await asOwner((tx) => aReport(tx));
    const result = await submit(reportId);
    expect(result?.ok).toBe(false);
    expect(await asReader(first, (tx) => findReport(tx, reportId))).toMatchObject({ state: 'open' });
    expect(await asReader(first, (tx) => findPaper(tx, reportId))).toBeUndefined();
  });

  test('goes out, comes back with remarks, goes out again and is accepted: then the allocation is closed', async () => {
    const { reportId, allocationId } = await asOwner((tx) => aReport(tx));
    await fill(reportId);
    // Nobody of the jobcenter reads a draft.
    expect((await asReader(caseworker, (tx) => findContent(tx, reportId))).answers).toEqual(noAnswers);
    expect(await accept(reportId)).toEqual({ ok: false, findings: [{ code: 'notSubmitted' }] });

    expect(await submit(reportId)).toMatchObject({ ok: true });
    const kept = await asOwner((tx) =>
      tx.selectFrom('report_content').where('report_id', '=', reportId).selectAll().executeTakeFirstOrThrow(),
    );
    expect(kept.sha256).toBe(createHash('sha256').update(kept.pdf!).digest('hex'));
    expect(Buffer.from(kept.pdf!).subarray(0, 5).toString()).toBe('%PDF-');
    const late = await asActor(first, (tx) => saveStep(tx, first, reportId, { answers: {} }, 4));
    expect(late).toEqual({ ok: false, findings: [{ code: 'notOpen' }] });

    const remarks = { remarks: 'Nächste Schritte genauer.', newDueOn: '2026-04-02' };
    const back = (newDueOn: string | null) =>
      asActor(caseworker, (tx) => returnReport(tx, caseworker, reportId, { ...remarks, newDueOn }, today));
    expect(await back(today)).toEqual({ ok: false, findings: [{ code: 'dueDayPast', today }] });
    expect(await back('2026-04-02')).toMatchObject({ ok: true });
    expect(await asReader(first, (tx) => findReport(tx, reportId))).toMatchObject({
      state: 'returned',
      dueOn: '2026-04-02',
    });
    expect(await submit(reportId)).toMatchObject({ ok: true });
    expect(await accept(reportId)).toMatchObject({ ok: true });
    expect(await accept(reportId)).toEqual({ ok: false, findings: [{ code: 'notSubmitted' }] });
    expect(await allocationOf(allocationId)).toMatchObject({ state: 'closed', visible_until: '2026-04-14' });

    const moves = await asReader(caseworker, (tx) => listMoves(tx, reportId));
    expect(moves.map(({ deed }) => deed)).toEqual(['accepted', 'submitted', 'returned', 'submitted']);
    const history = await asOwner((tx) =>
      tx.selectFrom('allocation_move').where('allocation_id', '=', allocationId).select('deed').execute(),
    );
    expect(history.map(({ deed }) => deed).sort()).toEqual([
      'closed',
      'reportAccepted',
      'reportReturned',
      'reportSubmitted',
      'reportSubmitted',
    ]);
    // The reporting period of spring 2026 is over today: the provider sees nothing of it any more.
    expect(await asReader(first, (tx) => findReport(tx, reportId))).toBeUndefined();
    expect(await asReader(first, (tx) => findPaper(tx, reportId))).toBeUndefined();
    expect(await asReader(caseworker, (tx) => findReport(tx, reportId))).toMatchObject({ state: 'accepted' });
  });

  test('of somebody who broke off ends as broken off', async () => {
    const { reportId, allocationId } = await asOwner((tx) =>
      aReport(tx, { allocation: { exit_reason: 'longAbsence' } }),
    );
    await fill(reportId);
    await submit(reportId);
    expect(await accept(reportId, caseworker, '2026-05-30')).toMatchObject({ ok: true });
    expect(await allocationOf(allocationId)).toMatchObject({
      state: 'droppedOut',
      visible_until: '2026-05-30',
    });
  });

  test('whoever saves second is told', async () => {
    const { reportId } = await asOwner((tx) => aReport(tx));
    const save = () => asActor(first, (tx) => saveStep(tx, first, reportId, { answers: whole }, 1));
    expect(await save()).toEqual({ ok: true, value: 2 });
    expect(await save()).toEqual({ ok: false, findings: [{ code: 'changedMeanwhile' }] });
  });
});

describe('an interim report', () => {
  test('once accepted is followed by the next one, counted from the first day', async () => {
    const { reportId, allocationId } = await asOwner((tx) =>
      aReport(tx, { kind: 'interim', dueOn: '2026-05-01', allocation: { ends: '2026-12-31' } }),
    );
    const answers = { standing: 'Auf gutem Weg.', recommendation: 'goOn' } as const;
    await asActor(first, (tx) => saveStep(tx, first, reportId, { answers }, 1));
    expect(await submit(reportId)).toMatchObject({ ok: true });
    expect(await accept(reportId)).toMatchObject({ ok: true });
    const rows = await asOwner((tx) =>
      tx
        .selectFrom('report')
        .where('allocation_id', '=', allocationId)
        .select(['no', 'due_on', 'state'])
        .orderBy('no')
        .execute(),
    );
    expect(rows).toEqual([
      { no: 1, due_on: '2026-05-01', state: 'accepted' },
      { no: 2, due_on: '2026-08-01', state: 'open' },
    ]);
    expect(await allocationOf(allocationId)).toMatchObject({ state: 'active', visible_until: null });
  });
});

describe('the frame', () => {
  test('counts contacts without those that were corrected; absences only where they are reported (P7)', async () => {
    const { reportId, allocationId, contract } = await asOwner(async (tx) => {
      const running = await aRunningContract(tx, { service: { reports_absence: true } });
      return aReport(tx, { contract: running, allocation: { reports_absence: true } });
    });
    await asOwner(async (tx) => {
      const row = {
        tenant_id: contract.tenantId,
        allocation_id: allocationId,
        kind: 'talk',
        recorded_by: first.accountId,
        recorded_by_name: first.displayName,
        reports_absence: true,
      } as const;
      const { id } = await tx
        .insertInto('contact')
        .values({ ...row, day: '2026-02-03', outcome: 'held', minutes: 45 })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('contact')
        .values([
          { ...row, day: '2026-02-03', outcome: 'held', minutes: 30, corrects_id: id },
          { ...row, day: '2026-02-10', outcome: 'clientExcused' },
          { ...row, day: '2026-02-17', outcome: 'clientUnexcused' },
          { ...row, day: '2026-02-24', outcome: 'providerCancelled' },
        ])
        .execute();
    });
    const frameOf = (id: string) =>
      asReader(first, async (tx) => findFrame(tx, (await findReport(tx, id))!, today));
    expect(await frameOf(reportId)).toMatchObject({
      contacts: { held: 1, minutes: 30 },
      absences: { excused: 1, unexcused: 1 },
      sessions: null,
      siteName: 'Hauptstelle',
      starts: '2026-02-01',
      until: '2026-03-15',
      exitReason: 'goalsReached',
    });
    const { reportId: other } = await asOwner((tx) => aReport(tx));
    expect((await frameOf(other)).absences).toBeNull();
  });
});

describe('whose report it is', () => {
  test('others see nothing of it: second provider, other staff, foreign authority', async () => {
    const { reportId } = await asOwner((tx) => aReport(tx));
    const others = [
      second,
      anActor('jobcenterCaseManager'),
      anActor('districtOfficer'),
      anActor('controller'),
      anActor('teamLead'),
      anActor('portalAdmin'),
      anActor('caseworker', { tenant: 'foreign' }),
      anActor('teamLead', { tenant: 'foreign' }),
    ];
    for (const actor of others) {
      expect(await asReader(actor, (tx) => findReport(tx, reportId)), actor.displayName).toBeUndefined();
    }
    expect(await asReader(first, (tx) => findReport(tx, reportId))).toBeDefined();
    expect(await asReader(caseworker, (tx) => findReport(tx, reportId))).toBeDefined();
    expect(await submit(reportId, second)).toBeUndefined();
    expect(await accept(reportId, anActor('jobcenterCaseManager'))).toBeUndefined();
    expect(await asReader(first, (tx) => findReport(tx, 'x'))).toBeUndefined();
  });

  test('lists and their counts hold the own ones alone; the district counts duties of each provider', async () => {
    const dutiesBefore = await asReader(anActor('districtOfficer'), (tx) => listDuties(tx, today));
    const overdueOf = (duties: typeof dutiesBefore, id: string) =>
      duties.find(({ providerId }) => providerId === id)?.overdue ?? 0;
    await asOwner(async (tx) => {
      const contract = await aRunningContract(tx, { providerId: providers.second.id });
      await aReport(tx, { contract, dueOn: '2026-03-10', lastName: 'Zweitner' });
    });
    const names = async (actor: Actor) =>
      (await asReader(actor, (tx) => listReports(tx, 'offen', 1))).rows.map(({ lastName }) => lastName);
    expect(await names(second)).toEqual(['Zweitner']);
    expect(await names(first)).not.toContain('Zweitner');
    expect(await names(anActor('caseworker', { tenant: 'foreign' }))).toEqual([]);
    const { counts } = await asReader(second, (tx) => listReports(tx, 'angenommen', 1));
    expect(counts).toEqual({ offen: 1, abgegeben: 0, angenommen: 0 });

    const duties = await asReader(anActor('districtOfficer'), (tx) => listDuties(tx, today));
    expect(overdueOf(duties, providers.second.id)).toBe(overdueOf(dutiesBefore, providers.second.id) + 1);
    expect(duties.find(({ providerId }) => providerId === providers.second.id)).toMatchObject({
      longestDays: 10,
      toBeRead: 0,
    });
    expect(
      await asReader(anActor('districtOfficer', { tenant: 'foreign' }), (tx) => listDuties(tx, today)),
    ).toEqual([]);
  });
});
