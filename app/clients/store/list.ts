import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import type { ClientStatus } from '../client';

export interface ClientRow {
  readonly id: string;
  readonly customerNumber: string;
  /** Null for a team lead who has not opened the client. */
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly siteName: string;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly status: ClientStatus;
  /** A decision waits for the team lead's consent. */
  readonly awaitsConsent: boolean;
}

export const clientsPerPage = 50;

/** One page of the clients that the actor may know of, by name where it is known. */
export async function listClients(
  tx: Tx,
  filter: { readonly status: ClientStatus; readonly siteId: string | null; readonly page: number },
): Promise<{ readonly rows: ClientRow[]; readonly total: number }> {
  const query = rows(tx)
    .where('client.status', '=', filter.status)
    .$if(filter.siteId !== null, (narrowed) => narrowed.where('client.site_id', '=', filter.siteId ?? ''))
    .select((eb) => eb.fn.countAll<number>().over().as('total'));
  const found = await query
    .offset((filter.page - 1) * clientsPerPage)
    .limit(clientsPerPage)
    .execute();
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}

const mostFound = 50;

/** Clients by number (its beginning) or by a part of their name; whoever may not see a name does not find by it. */
export async function searchClients(tx: Tx, typed: string): Promise<ClientRow[]> {
  const text = typed.trim().replace(/[\\%_]/g, '\\$&');
  return await rows(tx)
    .where((where) =>
      where.or([
        where('client.customer_number', 'like', `${text.replace(/\s/g, '').toUpperCase()}%`),
        sql<boolean>`concat_ws(' ', profile.first_name, profile.last_name) ilike ${`%${text}%`}`,
        sql<boolean>`concat_ws(', ', profile.last_name, profile.first_name) ilike ${`%${text}%`}`,
      ]),
    )
    .limit(mostFound)
    .execute();
}

function rows(tx: Tx) {
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
    .leftJoin('client_profile as profile', (join) =>
      join.onRef('profile.tenant_id', '=', 'client.tenant_id').onRef('profile.client_id', '=', 'client.id'),
    )
    .select((eb) => [
      'client.id',
      'client.customer_number as customerNumber',
      sql<string | null>`profile.last_name || ', ' || profile.first_name`.as('name'),
      'profile.birth_date as birthDate',
      'site.name as siteName',
      'client.responsible_id as responsibleId',
      eb.fn.coalesce('staff.display_name', eb.val('ohne Team')).as('responsibleName'),
      'client.status',
      eb
        .exists(
          eb
            .selectFrom('access_consent as consent')
            .whereRef('consent.tenant_id', '=', 'client.tenant_id')
            .whereRef('consent.client_id', '=', 'client.id')
            .where('consent.decided_at', 'is', null)
            .select(eb.lit(1).as('one')),
        )
        .$castTo<boolean>()
        .as('awaitsConsent'),
    ])
    .orderBy('profile.last_name')
    .orderBy('profile.first_name')
    .orderBy('client.customer_number');
}
