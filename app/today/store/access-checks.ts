import { sql } from 'kysely';
import { clientHandlers } from '~/identity/roles';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import { clientColumns, aboutClient, isHandled, type KnownClient, type TodaySource } from './source';

interface Recheck extends KnownClient {
  readonly recheckOn: string;
}

/** Who met the criteria and was not taken in is checked again (rule A12). */
export const accessRechecks: TodaySource = {
  roles: clientHandlers,
  list: async (tx, asked) => {
    const { rows } = await sql<Recheck>`
      select ${clientColumns}, last_check.recheck_on as "recheckOn"
      from client
        join lateral (select recheck_on from access_check
          where access_check.tenant_id = client.tenant_id and access_check.client_id = client.id
            and access_check.measure_id is null
          order by access_check.created_at desc limit 1) last_check on true
      where ${isHandled(asked)} and client.status = 'active' and last_check.recheck_on <= ${asked.horizon}::date
        and not exists (select from allocation where allocation.tenant_id = client.tenant_id
          and allocation.participant_key = client.participant_key and allocation.measure_id is null
          and allocation.state in ('clearing', 'active'))
      order by last_check.recheck_on
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(recheckRow);
  },
};

function recheckRow({ recheckOn, ...client }: Recheck): TodayRow {
  return {
    key: `recheck ${client.clientId}`,
    ...aboutClient(client),
    what: 'Zugang zum Fallmanagement erneut prüfen',
    detail: null,
    verb: 'Prüfen',
    to: paths.checkClient(client.clientId),
    when: { kind: 'by', day: recheckOn },
  };
}
