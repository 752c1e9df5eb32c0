import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { allocationFault } from '~/allocation/finding-text';
import { findAllocation, findLetter, listAllocations, listOffers, openAllocation } from '~/allocation/store';
import { openForPurpose } from '~/clients/store';
import { addTemplateVersion } from '~/documents/templates/store';
import { readDeliveredTemplate } from '~/documents/templates/files';
import type { Actor } from '~/identity/actor';
import { anActor, aProviderActor, providers } from '../support/actors';
import { aCheck, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { pageTexts } from '../support/pdf-file';
import { aCheckedClient, allocated, anOpenContract, opened, siteKey, today, typedFor } from './support';

useTestDatabase();

const caseworker = anActor('caseworker');
const manager = anActor('jobcenterCaseManager');
const lead = anActor('teamLead');
const provider = aProviderActor('first');
const strangers: readonly Actor[] = [
  manager,
  anActor('districtOfficer'),
  anActor('controller'),
  anActor('portalAdmin'),
  anActor('caseworker', { tenant: 'foreign' }),
  anActor('teamLead', { tenant: 'foreign' }),
];

const idOf = (result: Awaited<ReturnType<typeof allocated>>): string => {
  if (!result?.ok) throw new Error(JSON.stringify(result));
  return result.value;
};
const codesOf = (result: Awaited<ReturnType<typeof allocated>>) =>
  result && !result.ok ? result.findings.map(({ code }) => code) : [];
describe('an allocation', () => {
  test('comes with decision, disclosure, needs, interim reports, history and letter', async () => {
    const contract = await anOpenContract({ service: { interim_report_months: 2, reports_absence: true } });
    const clientId = await aCheckedClient(contract);
    const id = idOf(
      await allocated(contract, clientId, { contact: '0123 456', addressLines: 'Weg 1\n12345 Musterstadt' }),
    );
    const opened = await asActor(caseworker, (tx) => openAllocation(tx, caseworker, id));
    expect(opened?.facts).toMatchObject({
      state: 'active',
      allocatedOn: '2026-03-02',
      starts: '2026-03-02',
      ends: '2026-08-31',
      site: 'Hauptstelle',
      placeNo: 1,
      providerName: providers.first.name,
    });
    expect(opened?.words).toMatchObject({
      decision: { reason: 'Tagesablauf ordnen und Wohnsituation klären.' },
      disclosure: { contact: '0123 456', householdNumber: null },
      hasLetter: true,
      reports: [
        { kind: 'interim', no: 1, dueOn: '2026-05-02', state: 'open' },
        { kind: 'interim', no: 2, dueOn: '2026-07-02', state: 'open' },
      ],
    });
    expect(opened?.words?.needs.map(({ key }) => key).sort()).toEqual(['housing', 'strain']);
    expect(opened?.words?.moves.map(({ deed }) => deed).sort()).toEqual(['allocated', 'letterMade']);
    const row = await asOwner((tx) =>
      tx.selectFrom('allocation').where('id', '=', id).select('reports_absence').executeTakeFirstOrThrow(),
    );
    expect(row.reports_absence).toBe(true);
    const log = await asOwner((tx) =>
      tx.selectFrom('audit_entry').where('object_id', '=', id).select('verb').execute(),
    );
    expect(log.map(({ verb }) => verb).sort()).toEqual([
      'allocation.letterMade',
      'allocation.made',
      'allocation.opened',
    ]);
    const letter = await asReader(caseworker, (tx) => findLetter(tx, id));
    expect(pageTexts(Buffer.from(letter!)).join(' ')).toContain('Weg 1');
  });

  test('is nothing to anybody else; a team lead needs a purpose, the provider sees its own', async () => {
    const contract = await anOpenContract();
    const id = idOf(await allocated(contract, await aCheckedClient(contract)));
    for (const actor of strangers) {
      expect(await asReader(actor, (tx) => findAllocation(tx, id)), actor.displayName).toBeUndefined();
      expect(await asReader(actor, (tx) => findLetter(tx, id)), actor.displayName).toBeUndefined();
    }
    const closed = await asActor(lead, (tx) => openAllocation(tx, lead, id));
    expect(closed).toMatchObject({ client: null, words: null });
    expect(await asReader(lead, (tx) => findLetter(tx, id))).toBeUndefined();
    await asActor(lead, (tx) => openForPurpose(tx, lead, closed!.facts.clientId, 'Fachaufsicht'));
    const open = await asActor(lead, (tx) => openAllocation(tx, lead, id));
    expect(open?.words?.decision?.reason).toContain('Tagesablauf');

    const disclosed = (actor: Actor) =>
      asReader(actor, (tx) =>
        tx.selectFrom('allocation_disclosure').where('allocation_id', '=', id).select('last_name').execute(),
      );
    expect(await disclosed(provider)).toHaveLength(1);
    expect(await disclosed(aProviderActor('second'))).toHaveLength(0);
  });

  test('shares only what was chosen (rule P4)', async () => {
    const contract = await anOpenContract({ service: { involves_household: true } });
    const [one, other] = [await aCheckedClient(contract), await aCheckedClient(contract)];
    const numberOf = async (id: string) => {
      const found = await asActor(caseworker, (tx) => openAllocation(tx, caseworker, id));
      return found?.words?.disclosure?.householdNumber;
    };
    expect(await numberOf(idOf(await allocated(contract, one)))).toBeNull();
    expect(await numberOf(idOf(await allocated(contract, other, { sharesHousehold: 'on' })))).toMatch(/BG/);
  });

  test('needs a check that opens access, of this measure, and the newest one', async () => {
    const contract = await anOpenContract();
    const another = await anOpenContract();
    const clientId = await asOwner((tx) => aClient(tx));
    expect(codesOf(await allocated(contract, clientId))).toEqual(['accessNotOpen']);
    await asOwner((tx) => aCheck(tx, clientId, another.measureId));
    expect(codesOf(await allocated(contract, clientId))).toEqual(['accessNotOpen']);
    const checkId = await asOwner((tx) => aCheck(tx, clientId, contract.measureId));
    await asOwner((tx) =>
      sql`update access_check set decision = 'refused', reason = 'nein' where id = ${checkId}`.execute(tx),
    );
    expect(codesOf(await allocated(contract, clientId))).toEqual(['accessNotOpen']);
    await asOwner((tx) => aCheck(tx, clientId, contract.measureId));
    expect(await allocated(contract, clientId)).toMatchObject({ ok: true });
  });

  test.each([
    { changes: { ends: '01.03.2026' }, codes: ['endsBeforeStart'] },
    { changes: { ends: '01.01.2027' }, codes: ['afterFrame'] },
    { changes: { starts: '31.12.2025', ends: '' }, codes: ['beforeFrame', 'tooFarBack'] },
    { changes: { starts: '20.02.2026' }, codes: ['backdateReasonMissing'] },
    { changes: { needs: {} }, codes: ['needsMissing'] },
    { changes: { spot: 'ort_x' }, codes: ['spotUnknown'] },
    { changes: { spot: "ort_'; drop table allocation; --" }, codes: ['spotUnknown'] },
  ])('with $changes is refused: $codes, and nothing is half done', async ({ changes, codes }) => {
    const contract = await anOpenContract();
    const clientId = await aCheckedClient(contract);
    expect(codesOf(await allocated(contract, clientId, changes))).toEqual(codes);
    const { total } = await asReader(caseworker, (tx) =>
      listAllocations(tx, { state: 'all', measure: contract.slug, site: null, page: 1 }),
    );
    expect(total).toBe(0);
  });

  test('a spot of another contract is none of this measure', async () => {
    const [contract, another] = [await anOpenContract(), await anOpenContract()];
    const clientId = await aCheckedClient(contract);
    expect(codesOf(await allocated(contract, clientId, { spot: siteKey(another) }))).toEqual(['spotUnknown']);
  });

  test('once in a measure at a time; afterwards again', async () => {
    const contract = await anOpenContract();
    const clientId = await aCheckedClient(contract);
    idOf(await allocated(contract, clientId, { ends: '30.04.2026' }));
    expect(codesOf(await allocated(contract, clientId, { starts: '30.04.2026' }))).toEqual(['alreadyThere']);
    expect(await allocated(contract, clientId, { starts: '01.05.2026' })).toMatchObject({ ok: true });
  });

  test('the full site says when the next place is free; whoever saw it free was not fast enough', async () => {
    const contract = await anOpenContract({ places: 1 });
    const [one, other] = [await aCheckedClient(contract), await aCheckedClient(contract)];
    const { shownAt } = await asReader(caseworker, (tx) =>
      tx.selectNoFrom(sql<string>`now()::text`.as('shownAt')).executeTakeFirstOrThrow(),
    );
    idOf(await allocated(contract, one));
    const late = await allocated(contract, other);
    expect(late).toMatchObject({ findings: [{ code: 'noPlaceFree', nextFreeOn: '2026-09-01' }] });
    const lost = await allocated(contract, other, { shownAt });
    expect(lost).toMatchObject({ findings: [{ code: 'placeTaken', nextFreeOn: '2026-09-01' }] });
    if (lost && !lost.ok) {
      expect(lost.findings.map((finding) => allocationFault(finding)[1])).toEqual([
        'Der Platz wurde soeben vergeben. Nächster freier Platz: 01.09.2026. Auf die Warteliste setzen?',
      ]);
    }
    expect(await allocated(contract, other, { shownAt: 'gestern' })).toMatchObject({
      findings: [{ code: 'noPlaceFree' }],
    });
    expect(await allocated(contract, other, { starts: '01.09.2026', ends: '' })).toMatchObject({ ok: true });
  });

  test('of another’s client, of a foreign one and of a missing measure are all the same: nothing', async () => {
    const contract = await anOpenContract();
    const clientId = await aCheckedClient(contract);
    expect(await allocated(contract, clientId, {}, manager)).toBeUndefined();
    expect(
      await allocated(contract, clientId, {}, anActor('caseworker', { tenant: 'foreign' })),
    ).toBeUndefined();
    await asActor(lead, (tx) => openForPurpose(tx, lead, clientId, 'Fachaufsicht'));
    expect(await allocated(contract, clientId, {}, lead)).toBeUndefined();
    expect(await allocated({ ...contract, slug: 'keine' }, clientId)).toBeUndefined();
  });

  test.each(['paused', 'waitingOnly'] as const)('is refused where the intake is %s', async (intake) => {
    const contract = await anOpenContract({ intake });
    expect(codesOf(await allocated(contract, await aCheckedClient(contract)))).toEqual(['intakeNotOpen']);
  });

  test('beside another holistic offer asks for the reason (rule A22)', async () => {
    const [one, other] = [await anOpenContract({ title: 'Erste Hilfe' }), await anOpenContract()];
    const clientId = await aCheckedClient(one);
    await asOwner((tx) => aCheck(tx, clientId, other.measureId));
    idOf(await allocated(one, clientId));
    const refused = await allocated(other, clientId);
    expect(refused).toMatchObject({ findings: [{ code: 'overlapReasonMissing', other: 'Erste Hilfe' }] });
    expect(await allocated(other, clientId, { overlapReason: 'anderes Ziel' })).toMatchObject({ ok: true });
  });

  test('a seat of a group is taken by the group’s days', async () => {
    const contract = await anOpenContract();
    const groupId = await asOwner(async (tx) => {
      const of = { tenant_id: contract.tenantId, contract_id: contract.contractId };
      const measure = await tx
        .selectFrom('measure')
        .where('id', '=', contract.measureId)
        .selectAll()
        .executeTakeFirstOrThrow();
      const component = await tx
        .insertInto('measure')
        .values({
          tenant_id: contract.tenantId,
          slug: `${contract.slug}-training`,
          title: 'Training',
          kind: 'massnahme',
          search_text: 'training',
          source: 'null',
          content: JSON.stringify(measure.content),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await opened(tx, component.id, '§ 45 SGB III');
      await tx
        .insertInto('contract_measure')
        .values({
          ...of,
          measure_id: component.id,
          title: 'Training',
          is_component: true,
          unit: 'group',
          session_count: 6,
          session_minutes: 240,
          group_size: 2,
          reports_absence: true,
        })
        .execute();
      const group = await tx
        .insertInto('training_group')
        .values({
          ...of,
          measure_id: component.id,
          provider_id: contract.providerId,
          site_position: 1,
          name: 'Gruppe 1',
          trainer: 'Trainerin',
          starts: '2026-04-01',
          ends: '2026-05-31',
          seats: 2,
          created_by_name: 'x',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('contract_place')
        .values(
          [1, 2].map((no) => ({
            ...of,
            site_position: 1,
            no,
            valid_from: '2026-04-01',
            valid_to: '2026-05-31',
            group_id: group.id,
          })),
        )
        .execute();
      return { id: group.id, measureId: component.id };
    });
    const training = { ...contract, slug: `${contract.slug}-training`, measureId: groupId.measureId };
    const offers = await asReader(caseworker, (tx) => listOffers(tx, today, { slug: training.slug }));
    expect(offers[0]?.spots).toMatchObject([
      { kind: 'group', groupName: 'Gruppe 1', firstDay: '2026-04-01', lastDay: '2026-05-31' },
    ]);
    // The seats are none of the contract's own places.
    const own = await asReader(caseworker, (tx) => listOffers(tx, today, { slug: contract.slug }));
    expect(own[0]?.spots.map(({ kind, places }) => [kind, places.length])).toEqual([['site', 3]]);
    const clientId = await aCheckedClient(training);
    const spot = `gruppe_${contract.contractId}_${groupId.id}`;
    expect(codesOf(await allocated(training, clientId, { spot }))).toEqual(['beforeFrame', 'afterFrame']);
    const id = idOf(await allocated(training, clientId, { spot, starts: '01.04.2026', ends: '' }));
    expect(await asReader(caseworker, (tx) => findAllocation(tx, id))).toMatchObject({
      groupName: 'Gruppe 1',
      ends: '2026-05-31',
    });
  });
});

describe('the letter', () => {
  test('a reason with consequences is refused under § 16a, and nothing is left behind', async () => {
    const contract = await anOpenContract();
    const clientId = await aCheckedClient(contract);
    const refused = await allocated(contract, clientId, { reason: 'Sonst droht eine Leistungsminderung.' });
    expect(refused).toEqual({ ok: false, findings: [{ code: 'consequenceNotice', isTyped: true }] });
    const rows = await asReader(caseworker, (tx) =>
      tx.selectFrom('allocation').where('measure_id', '=', contract.measureId).select('id').execute(),
    );
    expect(rows).toEqual([]);
    const other = await anOpenContract({ legalBasis: '§ 45 SGB III' });
    await asOwner((tx) => aCheck(tx, clientId, other.measureId));
    expect(await allocated(other, clientId)).toMatchObject({ ok: true });
  });

  test('a template that carries the block into § 16a makes no letter, whatever way it came in', async () => {
    const admin = anActor('portalAdmin');
    const text = `${readDeliveredTemplate('zuweisung')}\n\nSonst treten Rechtsfolgen nach § 31 SGB II ein.\n`;
    const contract = await anOpenContract();
    const clientId = await aCheckedClient(contract);
    // Past the page that would have refused it.
    await asActor(admin, (tx) => addTemplateVersion(tx, admin, 'zuweisung', text, 0));
    expect(await allocated(contract, clientId)).toEqual({
      ok: false,
      findings: [{ code: 'consequenceNotice', isTyped: false }],
    });
    const delivered = readDeliveredTemplate('zuweisung');
    await asActor(admin, (tx) => addTemplateVersion(tx, admin, 'zuweisung', delivered, 1));
    expect(await allocated(contract, clientId)).toMatchObject({ ok: true });
  });
});

test('what was typed counts, and not what is left out', () => {
  const typed = typedFor({ contractId: 'x' } as RunningContract, { ends: '', contact: ' ' });
  expect(typed).toMatchObject({ ends: null, contact: null, needs: ['strain', 'housing'], addressLines: [] });
});
