import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { type DatabaseOptions, openDatabase, setCurrentDatabase } from '#db/connection';
import { loadExample } from '#db/example/load';
import type { Actor } from '~/identity/actor';
import { listOffers, planGroup } from '~/training/store';
import { createDatabase } from '../support/database';
import { databaseUrl, onServer } from '../support/postgres-server';

interface PreparedPlace {
  /** Settings with which the portal finds this database. */
  readonly env: Record<string, string>;
  discard(): Promise<void>;
}

/**
 * A database with the example and, for the demo provider, a training under contract: one
 * group with two persons on its seats, and a third person who left and is to be reported on.
 */
export async function prepareTraining(today: string): Promise<PreparedPlace> {
  const { env, options, discard } = await emptyPlace();
  const database = await openDatabase(options);
  setCurrentDatabase(database);
  const before = process.env.PORTAL_TODAY;
  process.env.PORTAL_TODAY = today;
  try {
    await loadExample('db/example/portfolio');
    await insertTraining();
  } finally {
    if (before === undefined) delete process.env.PORTAL_TODAY;
    else process.env.PORTAL_TODAY = before;
    setCurrentDatabase(null);
    await database.close();
  }
  return { env, discard };
}

interface EmptyPlace extends PreparedPlace {
  readonly options: DatabaseOptions;
}

async function emptyPlace(): Promise<EmptyPlace> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) {
    const directory = await mkdtemp(path.join(tmpdir(), 'portal-training-'));
    return {
      env: { PORTAL_DATA: directory },
      options: { dataDirectory: directory },
      discard: () => rm(directory, { recursive: true, force: true }),
    };
  }
  const name = await createDatabase(server);
  const url = databaseUrl(server, name);
  return {
    env: { DATABASE_URL: url, PORTAL_DEMO: '1' },
    options: { url },
    discard: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function insertTraining(): Promise<void> {
  const provider = await demoActor('traeger@demo.example');
  const caseworker = await demoActor('jobcenter@demo.example');
  const of = { tenant_id: provider.tenantId };
  const contract = await asOwner(async (tx) => {
    const one = async (table: 'budget_product' | 'funding_source') =>
      (
        await tx
          .selectFrom(table)
          .where('tenant_id', '=', of.tenant_id)
          .select('id')
          .executeTakeFirstOrThrow()
      ).id;
    const measure = await tx
      .selectFrom('measure')
      .where('tenant_id', '=', of.tenant_id)
      .where('slug', '=', 'aktiva')
      .select('id')
      .executeTakeFirstOrThrow();
    const { id } = await tx
      .insertInto('contract')
      .values({
        ...of,
        number: 'Probe 2026-1',
        measure_id: measure.id,
        provider_id: provider.providerId ?? '',
        state: 'signed',
        term_start: '2026-01-01',
        term_end: '2026-12-31',
        runs_until: '2026-12-31',
        price_model: 'monthlyFixed',
        price_cents: 100_000,
        signed_on: '2026-01-01',
        product_id: await one('budget_product'),
        funding_source_id: await one('funding_source'),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('contract_site')
      .values({ ...of, contract_id: id, position: 1, name: 'Musterstadt', places: 1 })
      .execute();
    await tx
      .insertInto('contract_measure')
      .values({
        ...of,
        contract_id: id,
        measure_id: measure.id,
        title: 'AktivA',
        is_component: false,
        unit: 'group',
        session_count: 3,
        session_minutes: 240,
        group_size: 4,
        reports_absence: true,
      })
      .execute();
    return { id, measureId: measure.id };
  });

  const [offer] = await asReader(provider, (tx) => listOffers(tx, '2026-03-01'));
  if (!offer) throw new Error('The example has no training on offer.');
  const planned = await asActor(provider, (tx) =>
    planGroup(tx, provider, offer, {
      name: 'Winter',
      trainer: 'Tilda Trainerin',
      sitePosition: 1,
      days: ['2026-03-02', '2026-03-09', '2026-03-16'],
      beginsAt: '09:00',
      lastDay: '2026-03-31',
      seats: 4,
    }),
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings));

  await asOwner(async (tx) => {
    const seats = await tx
      .selectFrom('contract_place')
      .where('group_id', '=', planned.value)
      .select('id')
      .orderBy('no')
      .execute();
    const clients = await tx
      .selectFrom('client')
      .where('tenant_id', '=', of.tenant_id)
      .where('responsible_id', '=', caseworker.accountId)
      .select(['id', 'participant_key'])
      .orderBy('customer_number')
      .limit(3)
      .execute();
    const names = ['Apfelkern', 'Butterblume', 'Distelfink'];
    for (const [index, client] of clients.entries()) {
      const hasLeft = index === 2;
      const { id } = await tx
        .insertInto('allocation')
        .values({
          ...of,
          participant_key: client.participant_key,
          measure_id: contract.measureId,
          contract_id: contract.id,
          provider_id: provider.providerId,
          place_id: seats[index]?.id ?? null,
          state: hasLeft ? 'closing' : 'active',
          allocated_on: '2026-03-02',
          starts: '2026-03-02',
          ends: '2026-03-31',
          reports_absence: true,
          ...(hasLeft && { exited_on: '2026-03-06', exit_reason: 'goalsReached' as const }),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('allocation_disclosure')
        .values({
          ...of,
          allocation_id: id,
          first_name: 'Alma',
          last_name: names[index] ?? '',
          purpose: 'Tagesablauf strukturieren',
          caseworker_name: caseworker.displayName,
        })
        .execute();
      if (!hasLeft) continue;
      await tx
        .insertInto('allocation_need')
        .values({ ...of, allocation_id: id, need_key: 'housing', need_group: 'circumstances' })
        .execute();
      await tx
        .insertInto('report')
        .values({ ...of, allocation_id: id, kind: 'final', no: 0, due_on: '2026-03-08' })
        .execute();
    }
  });
}

async function demoActor(email: string): Promise<Actor> {
  return await asOwner(async (tx) => {
    const account = await tx
      .selectFrom('account')
      .where('email', '=', email)
      .select(['id', 'tenant_id', 'provider_id', 'display_name'])
      .executeTakeFirstOrThrow();
    return {
      accountId: account.id,
      sessionId: account.id,
      displayName: account.display_name,
      tenantId: account.tenant_id,
      authorityName: '',
      providerId: account.provider_id,
      providerName: null,
      roles: [account.provider_id === null ? 'caseworker' : 'provider'],
      requestId: 'test',
    };
  });
}
