import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import type { ClientHead, OpenClient, RecordedNeed } from '../client';
import { isId } from '~/values/is-id';
import { profileColumns } from './profile-columns';

/** The head, and the client where the actor may see it: a team lead has to say for what first (rule P2). */
export interface Viewing {
  readonly head: ClientHead;
  readonly client: OpenClient | null;
}

/** What everyone in the chain of responsibility sees; undefined for all others, foreign or missing alike. */
export async function findHead(tx: Tx, id: string): Promise<ClientHead | undefined> {
  if (!isId(id)) return undefined;
  return await heads(tx).where('client.id', '=', id).executeTakeFirst();
}

/** The client with everything that is known; undefined where the actor may not see it (now). */
export async function findClient(tx: Tx, id: string): Promise<OpenClient | undefined> {
  if (!isId(id)) return undefined;
  return await heads(tx)
    .innerJoin('client_profile as profile', (join) =>
      join.onRef('profile.tenant_id', '=', 'client.tenant_id').onRef('profile.client_id', '=', 'client.id'),
    )
    .where('client.id', '=', id)
    .select((eb) => [
      ...profileColumns,
      jsonArrayFrom(
        eb
          .selectFrom('client_need as need')
          .whereRef('need.tenant_id', '=', 'client.tenant_id')
          .whereRef('need.client_id', '=', 'client.id')
          .orderBy((order) => order('need.ended_on', 'is not', null))
          .orderBy('need.noted_on')
          .orderBy('need.need_key')
          .select([
            'need.need_key as key',
            'need.need_group as group',
            sql<string>`need.noted_on::text`.as('notedOn'),
            sql<string | null>`need.ended_on::text`.as('endedOn'),
          ]),
      )
        .$castTo<RecordedNeed[]>()
        .as('needs'),
    ])
    .executeTakeFirst();
}

/**
 * Finds the client for a page about it and records that somebody looked, whoever it is.
 * A team lead without a purpose gets the head alone, and that is recorded, too.
 */
export async function openClient(tx: Tx, actor: Actor, id: string): Promise<Viewing | undefined> {
  const head = await findHead(tx, id);
  if (!head) return undefined;
  const client = (await findClient(tx, id)) ?? null;
  await recordAudit(tx, actor, {
    verb: client ? 'client.opened' : 'client.openingRefused',
    objectKind: 'client',
    objectId: id,
  });
  return { head, client };
}

function heads(tx: Tx) {
  return tx
    .selectFrom('client')
    .innerJoin('jobcenter_site as site', (join) =>
      join.onRef('site.tenant_id', '=', 'client.tenant_id').onRef('site.id', '=', 'client.site_id'),
    )
    .leftJoin('jobcenter_staff as staff', (join) =>
      join
        .onRef('staff.tenant_id', '=', 'client.tenant_id')
        .onRef('staff.account_id', '=', 'client.responsible_id'),
    )
    .select((eb) => [
      'client.id',
      'client.customer_number as customerNumber',
      'client.status',
      'client.version',
      'client.site_id as siteId',
      'site.name as siteName',
      'client.responsible_id as responsibleId',
      eb.fn.coalesce('staff.display_name', eb.val('ohne Team')).as('responsibleName'),
    ]);
}

/** Whose clients the actor handles today: the own ones and those of people the actor stands in for. */
export async function listHandled(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select actor_handles() as id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
