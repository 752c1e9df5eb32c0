import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { findClient, openForPurpose } from '~/clients/store';
import { opensAccess } from '~/eligibility/check';
import type { CaseManagementTyped } from '~/eligibility/forms';
import { judgeCaseManagement, judgeMeasure } from '~/eligibility/judge';
import type { RuleBookKey } from '~/eligibility/rule-book';
import { settleCheck } from '~/eligibility/settle';
import { chooseRuleBook, decideConsent, findRuleBook, findSubject, listChecks } from '~/eligibility/store';
import { createMeasure } from '~/portfolio/store';
import { anActor } from '../support/actors';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';

useTestDatabase();

const caseworker = anActor('caseworker');
const lead = anActor('teamLead');
const admin = anActor('portalAdmin');
const today = '2026-03-02';

const typed: CaseManagementTyped = {
  intent: null,
  decision: 'eligible',
  ground: null,
  reason: null,
  isInCare: false,
  exclusions: [],
  lastExitOn: null,
  jobSince: null,
  isBenefitRenewed: null,
  conferenceOn: '2026-02-25',
  participants: ['caseworker', 'client'],
  goals: 'Tagesablauf sichern',
  isAgreed: true,
  isPreRegistered: null,
};

beforeAll(async () => {
  const wanted = { book: 'jc-hannover-2018', from: '2025-01-01' } as const;
  await asActor(admin, (tx) => chooseRuleBook(tx, admin, wanted));
});

async function check(id: string, change: Partial<CaseManagementTyped> = {}, actor: Actor = caseworker) {
  const value = { ...typed, ...change };
  return asActor(actor, async (tx) => {
    const client = (await findClient(tx, id))!;
    const book = (await findRuleBook(tx, today))!;
    const judged = judgeCaseManagement(book, client, value, today);
    const about = { book: book.key };
    return settleCheck(tx, actor, {
      clientId: id,
      checkedOn: today,
      about,
      book,
      judged,
      typed: value,
      faults: {},
    });
  });
}

describe('the chosen book', () => {
  test('holds from its day; on an earlier day there is none, in the foreign authority none at all', async () => {
    const bookOn = (actor: Actor, day: string) => asReader(actor, (tx) => findRuleBook(tx, day));
    expect((await bookOn(caseworker, '2025-01-01'))?.key).toBe('jc-hannover-2018');
    expect(await bookOn(caseworker, '2024-12-31')).toBeNull();
    expect(await bookOn(anActor('caseworker', { tenant: 'foreign' }), today)).toBeNull();
  });

  test('a new choice ends the one before; what was decided keeps its own', async () => {
    const foreignAdmin = anActor('portalAdmin', { tenant: 'foreign' });
    const choose = (book: RuleBookKey, from: string) =>
      asActor(foreignAdmin, (tx) => chooseRuleBook(tx, foreignAdmin, { book, from }));
    expect((await choose('jc-hannover-2018', '2020-01-01')).ok).toBe(true);
    expect((await choose('jc-cottbus-2021', '2026-01-01')).ok).toBe(true);
    const bookOn = (day: string) => asReader(foreignAdmin, (tx) => findRuleBook(tx, day));
    expect((await bookOn('2025-12-31'))?.key).toBe('jc-hannover-2018');
    expect((await bookOn('2026-01-01'))?.key).toBe('jc-cottbus-2021');
    expect((await choose('jc-hannover-2018', '2025-06-01')).ok).toBe(false);
  });

  test('is not chosen by a caseworker: the database refuses', async () => {
    const wanted = { book: 'jc-cottbus-2021', from: '2026-05-01' } as const;
    await expect(asActor(caseworker, (tx) => chooseRuleBook(tx, caseworker, wanted))).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('a check', () => {
  test('is kept with the book, the facts and the sentences of its day, and never changed', async () => {
    const id = await asOwner((tx) => aClient(tx));
    expect(await check(id)).toEqual({ kind: 'recorded' });
    const [kept] = await asReader(caseworker, (tx) => listChecks(tx, id));
    expect(kept).toMatchObject({
      book: 'jc-hannover-2018',
      checkedOn: today,
      decision: 'eligible',
      consent: null,
      byName: caseworker.displayName,
    });
    expect(kept!.findings[0]).toEqual({
      rule: 'A1',
      state: 'met',
      kind: 'REASON',
      sentence: '3 von 3 Handlungsbedarfen in Leistungsfähigkeit und Rahmenbedingungen.',
      source: 'Leitfaden Fallmanagement, Jobcenter Region Hannover 2018',
    });
    expect(opensAccess(kept!)).toBe(true);
    const change = asActor(caseworker, (tx) => tx.updateTable('access_check').set({ reason: 'x' }).execute());
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });

  test('nothing is recorded by looking only, and nothing past a block', async () => {
    const id = await asOwner((tx) => aClient(tx));
    expect(await check(id, { intent: 'check' })).toMatchObject({ kind: 'shown', status: 200 });
    expect(await check(id, { conferenceOn: null })).toMatchObject({
      kind: 'shown',
      status: 409,
      findings: [expect.stringContaining('A14')],
    });
    expect(await check(id, { decision: null })).toMatchObject({
      status: 422,
      errors: { decision: 'Wählen Sie die Entscheidung.' },
    });
    expect(await asReader(caseworker, (tx) => listChecks(tx, id))).toEqual([]);
  });

  test('is nothing to a team lead without a purpose, nor to anybody else', async () => {
    const id = await asOwner((tx) => aClient(tx));
    await check(id);
    const others = [lead, anActor('jobcenterCaseManager'), anActor('districtOfficer'), admin];
    for (const actor of others) expect(await asReader(actor, (tx) => listChecks(tx, id))).toEqual([]);
  });

  test('of a measure keeps the measure in place of a book', async () => {
    const officer = anActor('districtOfficer');
    const created = await asActor(officer, (tx) =>
      createMeasure(tx, officer, { title: 'Begleitung', slug: 'begleitung', copyOf: null }),
    );
    expect(created.ok).toBe(true);
    const id = await asOwner((tx) => aClient(tx));
    await asActor(caseworker, async (tx) => {
      const subject = await findSubject(tx, 'begleitung', today);
      if (subject?.kind !== 'measure') throw new Error('no measure');
      const value = {
        ...typed,
        contentVersion: '1',
        criteria: [{ state: 'met' as const, reason: null }],
        overlapsWith: null,
      };
      const judged = judgeMeasure(subject, value, today);
      const about = { measureId: subject.measureId };
      return settleCheck(tx, caseworker, {
        clientId: id,
        checkedOn: today,
        about,
        book: null,
        judged,
        typed: value,
        faults: {},
      });
    });
    const [kept] = await asReader(caseworker, (tx) => listChecks(tx, id));
    expect(kept).toMatchObject({ book: null, measure: { slug: 'begleitung', title: 'Begleitung' } });
    expect(await asReader(caseworker, (tx) => findSubject(tx, 'gibt-es-nicht', today))).toBeUndefined();
  });
});

describe('the team lead’s consent (A8, A16)', () => {
  const exception = { decision: 'exception', ground: 'other', reason: 'Akute Lage' } as const;

  async function waiting(): Promise<{ clientId: string; checkId: string }> {
    const clientId = await asOwner((tx) => aClient(tx));
    await asOwner((tx) =>
      tx
        .updateTable('client_profile')
        .set({ forecast_months: 6 })
        .where('client_id', '=', clientId)
        .execute(),
    );
    expect(await check(clientId, exception)).toEqual({ kind: 'recorded' });
    const [kept] = await asReader(caseworker, (tx) => listChecks(tx, clientId));
    expect(kept?.consent).toMatchObject({ isGranted: null });
    expect(opensAccess(kept!)).toBe(false);
    return { clientId, checkId: kept!.id };
  }

  const yes = { isGranted: true, reason: 'Nachvollziehbar' };
  const decideAs = (actor: Actor, key: { clientId: string; checkId: string }, answer = yes) =>
    asActor(actor, (tx) => decideConsent(tx, actor, key, answer));

  test('opens access; once, and only after the client was opened with a purpose', async () => {
    const key = await waiting();
    expect(await decideAs(lead, key)).toBeUndefined();
    await asActor(lead, (tx) => openForPurpose(tx, lead, key.clientId, 'Zustimmung zum Zugang'));
    expect(await decideAs(lead, key)).toEqual({ ok: true, value: undefined });
    expect(await decideAs(lead, key)).toEqual({ ok: false, findings: [{ code: 'alreadyDecided' }] });
    const [kept] = await asReader(caseworker, (tx) => listChecks(tx, key.clientId));
    expect(kept?.consent).toMatchObject({ isGranted: true, decidedByName: lead.displayName });
    expect(opensAccess(kept!)).toBe(true);
  });

  test('a refusal keeps access closed', async () => {
    const key = await waiting();
    await asActor(lead, (tx) => openForPurpose(tx, lead, key.clientId, 'Zustimmung zum Zugang'));
    await decideAs(lead, key, { isGranted: false, reason: 'Erst Clearing' });
    const [kept] = await asReader(caseworker, (tx) => listChecks(tx, key.clientId));
    expect(opensAccess(kept!)).toBe(false);
  });

  test('is given by no caseworker, no foreign team lead', async () => {
    const key = await waiting();
    expect(await decideAs(caseworker, key)).toEqual({ ok: false, findings: [{ code: 'ownQuestion' }] });
    expect(await decideAs(anActor('teamLead', { tenant: 'foreign' }), key)).toBeUndefined();
  });
});
