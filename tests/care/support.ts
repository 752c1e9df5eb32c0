import { asActor, asOwner, asReader, type Tx } from '#db/as-actor';
import { findCareFile } from '~/care/store/file';
import { decideStart, type NewStep } from '~/care/store/begin';
import { ruleBookSetting, type RuleBookKey } from '~/eligibility/rule-book';
import { anActor, authorities, type Side } from '../support/actors';
import { aClient } from '../support/clients';

/** The book that holds from 2018 (or its own first day) on. */
export async function chooseBook(tx: Tx, book: RuleBookKey, side: Side = 'own'): Promise<void> {
  await tx
    .deleteFrom('rule_setting')
    .where('key', '=', ruleBookSetting)
    .where('tenant_id', '=', authorities[side].id)
    .execute();
  await tx
    .insertInto('rule_setting')
    .values({
      tenant_id: authorities[side].id,
      key: ruleBookSetting,
      value: JSON.stringify({ book }),
      valid_from: book === 'jc-hannover-2018' ? '2018-01-01' : '2021-01-01',
      source: 'Test',
    })
    .execute();
}

const manager = anActor('jobcenterCaseManager');

/** A client of the case manager whose access is open, by a conference on 05.01.2026. */
export async function anOpenClient(): Promise<string> {
  return await asOwner(async (tx) => {
    const clientId = await aClient(tx, { of: manager });
    await anOpenCheck(tx, clientId);
    return clientId;
  });
}

/** A check that opens access to internal case management. */
export async function anOpenCheck(tx: Tx, clientId: string): Promise<void> {
  await tx
    .insertInto('access_check')
    .values({
      tenant_id: manager.tenantId,
      client_id: clientId,
      checked_on: '2026-01-05',
      book: 'jc-hannover-2018',
      facts: JSON.stringify({ conferenceOn: '2026-01-05', goals: 'Tagesablauf ordnen' }),
      findings: '[]',
      decision: 'eligible',
      needs_consent: false,
      created_by: manager.accountId,
      created_by_name: manager.displayName,
    })
    .execute();
}

export const aStep: NewStep = {
  step: 'takeover',
  day: '2026-03-02',
  reason: 'Tagesablauf ordnen',
  backdateReason: null,
  earlierReason: null,
  lateReason: null,
  settled: null,
};

export async function fileOf(clientId: string) {
  const file = await asReader(manager, (tx) => findCareFile(tx, clientId));
  if (!file) throw new Error('The client is not there.');
  return file;
}

export async function decide(clientId: string, change: Partial<NewStep> = {}, today = '2026-03-02') {
  const file = await fileOf(clientId);
  return await asActor(manager, (tx) => decideStart(tx, manager, file, { ...aStep, ...change }, today));
}

/** A care that runs since that day, written by the owner. Answers with both ids. */
export async function aCare(
  allocatedOn: string,
  book: RuleBookKey = 'jc-hannover-2018',
): Promise<{ readonly clientId: string; readonly careId: string }> {
  return await asOwner(async (tx) => {
    const clientId = await aClient(tx, { of: manager });
    return { clientId, careId: await careOf(tx, clientId, allocatedOn, book) };
  });
}

export async function careOf(
  tx: Tx,
  clientId: string,
  allocatedOn: string,
  book: RuleBookKey = 'jc-hannover-2018',
  id?: string,
): Promise<string> {
  const client = await tx
    .selectFrom('client')
    .where('id', '=', clientId)
    .select(['tenant_id', 'participant_key'])
    .executeTakeFirstOrThrow();
  const care = await tx
    .insertInto('allocation')
    .values({
      ...client,
      ...(id ? { id } : {}),
      book,
      state: 'active',
      allocated_on: allocatedOn,
      starts: allocatedOn,
      reports_absence: false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return care.id;
}
