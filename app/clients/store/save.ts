import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import type { ClientChange, ClientDetails, ClientFinding, OpenClient } from '../client';
import { isId } from '~/values/is-id';
import { needGroupOf, type NeedKey } from '../needs';
import { checkClient } from '../rules';
import { findClient } from './find';

/** Enters a person; whoever enters it is in charge. Answers with the random id of the address. */
export async function enterClient(
  tx: Tx,
  actor: Actor,
  client: ClientDetails,
  today: string,
): Promise<Result<string, ClientFinding>> {
  const findings = [...checkClient(client, today), ...(await siteFindings(tx, client.siteId))];
  if (findings.length) return refuse(...findings);
  const entered = await unlessTaken(tx, async () => {
    const row = await tx
      .insertInto('client')
      .values({
        tenant_id: actor.tenantId,
        customer_number: client.customerNumber,
        site_id: client.siteId,
        responsible_id: actor.accountId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('client_profile')
      .values({ tenant_id: actor.tenantId, client_id: row.id, ...profileRow(client) })
      .execute();
    return row.id;
  });
  if (!entered.ok) return entered;
  const id = entered.value;
  await noteNeeds(tx, actor, id, client.needs, today);
  await recordAudit(tx, actor, { verb: 'client.entered', objectKind: 'client', objectId: id });
  return ok(id);
}

/**
 * Saves the whole form. `version` is the one the form was filled from; where somebody
 * else saved meanwhile, nothing is written and both values are shown.
 */
export async function changeClient(
  tx: Tx,
  actor: Actor,
  current: OpenClient,
  change: ClientChange,
  { version, today, asksForPositionNote }: { version: number; today: string; asksForPositionNote: boolean },
): Promise<Result<number, ClientFinding>> {
  const locked = await tx
    .selectFrom('client')
    .where('id', '=', current.id)
    .select('version')
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (locked.version !== version) {
    const fresh = await findClient(tx, current.id);
    return refuse({ code: 'savedMeanwhile', current: fresh ?? current });
  }
  const open = current.needs.filter(({ endedOn }) => endedOn === null).map(({ key }) => key);
  const added = change.needs.filter((key) => !open.includes(key));
  const ended = open.filter((key) => !(change.needs as readonly string[]).includes(key));
  const findings = [...checkClient(change, today), ...(await siteFindings(tx, change.siteId))];
  if (asksForPositionNote && added.length + ended.length > 0 && !change.positionNoteMade) {
    findings.push({ code: 'positionNoteMissing' });
  }
  if (findings.length) return refuse(...findings);

  const changedFields = changesOf(current, change, added.length + ended.length > 0);
  if (!changedFields.length) return ok(version);
  const saved = await unlessTaken(tx, async () => {
    await tx
      .updateTable('client')
      .set({
        customer_number: change.customerNumber,
        site_id: change.siteId,
        status: change.status,
        version: sql<number>`version + 1`,
      })
      .where('id', '=', current.id)
      .execute();
    await tx
      .updateTable('client_profile')
      .set(profileRow(change))
      .where('client_id', '=', current.id)
      .execute();
  });
  if (!saved.ok) return saved;
  if (ended.length) {
    await tx
      .updateTable('client_need')
      .set({ ended_on: today })
      .where('client_id', '=', current.id)
      .where('need_key', 'in', ended)
      .where('ended_on', 'is', null)
      .execute();
  }
  await noteNeeds(tx, actor, current.id, added, today);
  await recordAudit(tx, actor, {
    verb: 'client.changed',
    objectKind: 'client',
    objectId: current.id,
    changedFields,
  });
  return ok(version + 1);
}

/** Foreign and missing alike: a site is the authority's own or none. */
async function siteFindings(tx: Tx, siteId: string): Promise<ClientFinding[]> {
  const site = isId(siteId)
    ? await tx.selectFrom('jobcenter_site').where('id', '=', siteId).select('id').executeTakeFirst()
    : undefined;
  return site ? [] : [{ code: 'siteUnknown' }];
}

async function noteNeeds(
  tx: Tx,
  actor: Actor,
  clientId: string,
  keys: readonly NeedKey[],
  today: string,
): Promise<void> {
  if (!keys.length) return;
  await tx
    .insertInto('client_need')
    .values(
      keys.map((key) => ({
        tenant_id: actor.tenantId,
        client_id: clientId,
        need_key: key,
        need_group: needGroupOf(key),
        noted_on: today,
      })),
    )
    .execute();
}

function profileRow(client: ClientDetails) {
  return {
    first_name: client.firstName,
    last_name: client.lastName,
    birth_date: client.birthDate,
    household_number: client.householdNumber,
    is_household_lead: client.isHouseholdLead,
    interpreter_language: client.interpreterLanguage,
    forecast_on: client.forecastOn,
    forecast_months: client.forecastMonths,
    market_proximity: client.marketProximity,
    expects_progress: client.expectsProgress,
    is_willing: client.isWilling,
    readiness_clarified_on: client.readinessClarifiedOn,
    readiness_by_talk: client.readinessByTalk,
    readiness_note_made: client.readinessNoteMade,
  };
}

const comparedFields = [
  'customerNumber',
  'firstName',
  'lastName',
  'birthDate',
  'householdNumber',
  'isHouseholdLead',
  'siteId',
  'interpreterLanguage',
  'forecastOn',
  'forecastMonths',
  'marketProximity',
  'expectsProgress',
  'isWilling',
  'readinessClarifiedOn',
  'readinessByTalk',
  'readinessNoteMade',
  'status',
] as const;

function changesOf(current: OpenClient, change: ClientChange, needsChanged: boolean): string[] {
  const fields: string[] = comparedFields.filter((name) => current[name] !== change[name]);
  return needsChanged ? [...fields, 'needs'] : fields;
}

const takenKeys: Readonly<Record<string, ClientFinding>> = {
  client_number_once: { code: 'customerNumberTaken' },
  client_one_lead_of_household: { code: 'householdHasLead' },
};

/**
 * Runs what may meet a number that is taken, also by a client whom the actor does not
 * see: the key alone knows. Behind a savepoint, because an error would end the transaction.
 */
async function unlessTaken<T>(tx: Tx, work: () => Promise<T>): Promise<Result<T, ClientFinding>> {
  await sql`savepoint unless_taken`.execute(tx);
  try {
    return ok(await work());
  } catch (error) {
    const finding = takenKeys[(error as { constraint?: string }).constraint ?? ''];
    if (!finding) throw error;
    await sql`rollback to savepoint unless_taken`.execute(tx);
    return refuse(finding);
  }
}
