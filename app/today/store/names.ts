import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { TodayRow } from '../row';
import { type Asked, isHandled } from './source';

/** More than anybody is in charge of. */
const mostClients = 5000;

/**
 * "Apfelkern, Alma" for each client that the actor handles, by id. Asked for once: row-level
 * security on names is dear, and every kind of row would ask again.
 */
export async function namesOfHandled(tx: Tx, asked: Asked): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly id: string; readonly name: string | null }>`
    select client.id, (select profile.last_name || ', ' || profile.first_name from client_profile profile
        where profile.tenant_id = client.tenant_id and profile.client_id = client.id) as name
    from client
    where ${isHandled(asked)}
    limit ${mostClients}`.execute(tx);
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** "Apfelkern, Alma (900M000123)"; the number alone where the name is not the actor's to see. */
export function withNames(rows: readonly TodayRow[], names: ReadonlyMap<string, string>): TodayRow[] {
  return rows.map(({ clientId, ...row }) => {
    const name = clientId === undefined ? undefined : names.get(clientId);
    return name === undefined ? row : { ...row, about: `${name} (${row.about})` };
  });
}
