import { describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import {
  addCertificate,
  addComponent,
  changeService,
  findServicePage,
  listContractMoves,
  savePremiums,
} from '~/contracts/store';
import type { AgreedPremium } from '~/contracts/service';
import { emptyContent, type MeasureContent } from '~/portfolio/content';
import { anActor, aProviderActor } from '../support/actors';
import { aRunningContract } from '../support/allocations';
import { useTestDatabase } from '../support/database';

const officer = anActor('districtOfficer');
const foreign = anActor('districtOfficer', { tenant: 'foreign' });

useTestDatabase();

const pageOf = (id: string, actor = officer) => asReader(actor, (tx) => findServicePage(tx, id));

let made = 0;

/** A contract whose own measure rests on these norms, and a training that asks for what AktivA asks for. */
async function withTraining(legalBases: string[]) {
  made += 1;
  const slug = `training-${made}`;
  const content: MeasureContent = {
    ...emptyContent(slug, 'Training'),
    portal: {
      sessions: { count: 6, hours: 4, groupSize: 12 },
      onlyWithin: ['§ 45 SGB III'],
      neededCertificate: 'Zertifizierung für das Training',
      maxHealthPercent: 20,
    },
  };
  return asOwner(async (tx) => {
    const contract = await aRunningContract(tx);
    await tx
      .updateTable('measure')
      .set({ content: JSON.stringify({ ...emptyContent(contract.slug, 'Maßnahme'), legalBases }) })
      .where('id', '=', contract.measureId)
      .execute();
    await tx
      .insertInto('measure')
      .values({
        ...{ tenant_id: contract.tenantId, slug, title: 'Training', kind: 'massnahme', search_text: slug },
        ...{ source: 'null', content: JSON.stringify(content) },
      })
      .execute();
    return { ...contract, training: slug };
  });
}
const add = (id: string, slug: string, healthPercent: number | null = 15, actor = officer) =>
  asActor(actor, (tx) => addComponent(tx, actor, id, { slug, healthPercent, coFunding: null }));
const certify = (id: string, validTo: string | null, actor = officer) =>
  asActor(actor, (tx) =>
    addCertificate(tx, actor, id, {
      ...{ name: 'Zertifizierung für das Training', validFrom: '2025-01-01', validTo },
    }),
  );

describe('a measure within the contract', () => {
  test('is taken in with what its profile says, once the provider is certified for the whole term', async () => {
    const { contractId, training } = await withTraining(['§ 45 SGB III']);
    expect(await add(contractId, training)).toMatchObject({ findings: [{ code: 'certificateMissing' }] });
    await certify(contractId, null);
    expect(await add(contractId, training)).toMatchObject({ ok: true });
    const page = await pageOf(contractId);
    expect(page?.services[1]).toMatchObject({
      ...{ title: 'Training', isComponent: true, unit: 'group', groupSize: 12, sessionMinutes: 240 },
      ...{ healthPercent: 15, healthLimitPercent: 20, neededCertificate: 'Zertifizierung für das Training' },
    });
    expect(await add(contractId, training)).toMatchObject({ findings: [{ code: 'alreadyIn' }] });
    const moves = await asReader(officer, (tx) => listContractMoves(tx, contractId));
    expect(moves[0]).toMatchObject({ deed: 'serviceChanged', reason: 'Training aufgenommen' });
  });

  test('is refused in a contract of another legal basis, with too much health, and where it is gone', async () => {
    const { contractId, training } = await withTraining(['§ 16a Nr. 3 SGB II']);
    await certify(contractId, '2026-12-31');
    expect(await add(contractId, training, 21)).toMatchObject({
      findings: [{ code: 'notWithin' }, { code: 'healthShareTooHigh' }],
    });
    expect(await add(contractId, 'gibt-es-nicht')).toMatchObject({ findings: [{ code: 'measureGone' }] });
    expect((await pageOf(contractId))?.services).toHaveLength(1);
  });
});

test('what was agreed can be agreed anew, and the provider reads it', async () => {
  const { contractId, measureId } = await asOwner((tx) => aRunningContract(tx));
  const terms = {
    contacts: [
      { stage: 'anfangs', everyWeeks: 1, minutes: 45 },
      { stage: 'danach', everyWeeks: 2, minutes: 45 },
    ],
    ...{ firstStageWeeks: 8, hasStrategyPlan: true, planReviewWeeks: 8, involvesHousehold: true },
    ...{ sessionCount: null, sessionMinutes: null, groupSize: null },
    ...{ interimReportMonths: 6, finalReportDays: 21, reportingDays: 60 },
  };
  const change = (actor = officer) =>
    asActor(actor, (tx) => changeService(tx, actor, contractId, measureId, terms));
  expect(await change()).toMatchObject({ ok: true });
  expect((await pageOf(contractId))?.services[0]).toMatchObject(terms);
  const read = await asReader(aProviderActor('first'), (tx) =>
    tx
      .selectFrom('contract_measure')
      .select('reporting_days')
      .where('contract_id', '=', contractId)
      .execute(),
  );
  expect(read).toEqual([{ reporting_days: 60 }]);
  expect(await change(foreign)).toBeUndefined();
  await expect(change(anActor('controller'))).rejects.toMatchObject({ code: '42501' });
});

test('premiums are changed as a list; one that was claimed stays, and a kind stands there once', async () => {
  const { contractId } = await asOwner((tx) => aRunningContract(tx));
  const work: AgreedPremium = { kind: 'work', label: 'Arbeit', amountCents: 50_000, yearCapCents: null };
  const stable: AgreedPremium = { ...work, kind: 'stability', label: 'Sechs Monate', yearCapCents: 200_000 };
  const save = (premiums: AgreedPremium[], actor = officer) =>
    asActor(actor, (tx) => savePremiums(tx, actor, contractId, premiums));
  expect(await save([work, stable])).toMatchObject({ ok: true });
  expect(await save([{ ...work, amountCents: 60_000 }])).toMatchObject({ ok: true });
  expect((await pageOf(contractId))?.premiums).toEqual([{ ...work, amountCents: 60_000 }]);
  expect(await save([work, work])).toMatchObject({ findings: [{ code: 'premiumKindTwice', index: 1 }] });
  expect(await save([], foreign)).toBeUndefined();
});

test('a foreign authority sees neither service nor proofs', async () => {
  const { contractId } = await asOwner((tx) => aRunningContract(tx));
  await certify(contractId, null);
  expect(await pageOf(contractId, foreign)).toBeUndefined();
  expect(await certify(contractId, null, foreign)).toBeUndefined();
  expect(await certify(contractId, '2024-12-31')).toMatchObject({
    findings: [{ code: 'certificateEndsBeforeStart' }],
  });
});
