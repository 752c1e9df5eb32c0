import { beforeAll, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  findEffectSubject,
  listEffectMonths,
  listEffectRecords,
  listEffectYears,
  recordEffect,
} from '~/care/store';
import { anActor, aProviderActor } from '../support/actors';
import { aRunningContract, anAllocation } from '../support/allocations';
import { aClient, aTeam } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { aCare } from './support';

useTestDatabase();

const manager = anActor('jobcenterCaseManager');
const caseworker = anActor('caseworker');
const controller = anActor('controller');
const effect = {
  isIntegrated: true,
  hadMedicalService: false,
  hadHealthNeed: true,
  needsRemoved: 2,
  progress: 'better' as const,
};

beforeAll(async () => {
  await asOwner((tx) => aTeam(tx));
});

async function anEndedCare(): Promise<string> {
  const { careId } = await aCare('2025-08-31');
  await asOwner((tx) =>
    tx
      .updateTable('allocation')
      .set({ state: 'closed', exited_on: '2026-02-14', exit_reason: 'work' })
      .where('id', '=', careId)
      .execute(),
  );
  return careId;
}

const record = (careId: string) =>
  asActor(manager, async (tx) =>
    recordEffect(tx, manager, (await findEffectSubject(tx, manager, careId))!, effect),
  );

test('one record for each exit: month, division and results; the second one is refused, the month counts once', async () => {
  const careId = await anEndedCare();
  const subject = await asReader(manager, (tx) => findEffectSubject(tx, manager, careId));
  expect(subject).toMatchObject({ month: '2026-02-01', division: 'Hauptstelle', isIntegrated: true });
  expect((await record(careId)).ok).toBe(true);
  expect(await record(careId)).toEqual({ ok: false, findings: [{ code: 'alreadyRecorded' }] });
  const [month] = await asReader(caseworker, (tx) => listEffectMonths(tx, 2026));
  expect(month).toEqual({
    month: '2026-02-01',
    exits: 1,
    integrations: 1,
    medicalServices: 0,
    healthNeeds: 1,
    needsRemoved: 2,
    improved: 1,
  });
  expect((await record(await anEndedCare())).ok).toBe(true);
  const [sum] = await asReader(caseworker, (tx) => listEffectMonths(tx, 2026));
  expect(sum).toMatchObject({ exits: 2, needsRemoved: 4 });
  expect(await asReader(caseworker, (tx) => listEffectMonths(tx, 2025))).toEqual([]);
  expect(await asReader(caseworker, listEffectYears)).toEqual([2026]);
});

test('single records are for controlling alone, and hold nothing that leads to a person (E2, E3)', async () => {
  await record(await anEndedCare());
  const records = await asReader(controller, (tx) => listEffectRecords(tx, 2026));
  expect(Object.keys(records[0] ?? {}).sort()).toEqual([
    'division',
    'hadHealthNeed',
    'hadMedicalService',
    'isIntegrated',
    'month',
    'needsRemoved',
    'progress',
  ]);
  for (const actor of [
    manager,
    caseworker,
    anActor('teamLead'),
    anActor('districtOfficer'),
    anActor('controller', { tenant: 'foreign' }),
  ]) {
    expect(await asReader(actor, (tx) => listEffectRecords(tx, 2026)), actor.displayName).toEqual([]);
  }
  const provider = aProviderActor('first');
  await expect(asReader(provider, (tx) => listEffectMonths(tx, 2026))).rejects.toMatchObject({
    code: '42501',
  });
});

test('nobody has left yet: no record; another’s exit is as if it did not exist', async () => {
  const { careId } = await aCare('2025-08-31');
  expect(await record(careId)).toEqual({ ok: false, findings: [{ code: 'notEnded' }] });
  expect(await asReader(caseworker, (tx) => findEffectSubject(tx, caseworker, careId))).toBeUndefined();
  expect(
    await asReader(anActor('jobcenterCaseManager', { tenant: 'foreign' }), (tx) =>
      findEffectSubject(tx, anActor('jobcenterCaseManager', { tenant: 'foreign' }), careId),
    ),
  ).toBeUndefined();
});

test('the exit from a measure is recorded by whoever is in charge', async () => {
  const id = await asOwner(async (tx) => {
    const contract = await aRunningContract(tx);
    const clientId = await aClient(tx);
    const exited = { state: 'closing', exited_on: '2026-03-31', exit_reason: 'moved' } as const;
    return await anAllocation(tx, contract, clientId, exited);
  });
  const subject = (await asReader(caseworker, (tx) => findEffectSubject(tx, caseworker, id)))!;
  expect(subject).toMatchObject({ month: '2026-03-01', isIntegrated: false });
  expect(subject.measureTitle).toContain('Laufende Maßnahme');
  const result = await asActor(caseworker, (tx) => recordEffect(tx, caseworker, subject, effect));
  expect(result.ok).toBe(true);
});
