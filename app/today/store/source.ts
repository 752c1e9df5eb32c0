import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { Role } from '~/identity/roles';
import type { TodayRow } from '../row';
import type { FreePlaces } from './free-places';

/** For whom the page is put together, and on which day. */
export interface Asked {
  readonly actor: Actor;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  /** Last day that counts as near. */
  readonly horizon: string;
  /** Asked for once, and only where a role needs it. */
  readonly freePlaces: () => Promise<readonly FreePlaces[]>;
}

/** One kind of thing that can be due: who is shown it, and one query that finds it. */
export interface TodaySource {
  readonly roles: readonly Role[];
  readonly list: (tx: Tx, asked: Asked) => Promise<readonly TodayRow[]>;
}

/**
 * Clients (table or alias `client`) of whom the actor is in charge or stands in for whoever is.
 *
 * Row-level security alone would show a team lead who is also a caseworker the whole team. As an
 * array, so that the index by responsible staff is used instead of looking at every client.
 */
export function isHandled({ actor }: Asked): RawBuilder<boolean> {
  return sql<boolean>`(client.tenant_id = ${actor.tenantId}
    and client.responsible_id = any (array(select actor_handles())))`;
}

/** The same for the team that the actor leads. */
export function isLed({ actor }: Asked): RawBuilder<boolean> {
  return sql<boolean>`(client.tenant_id = ${actor.tenantId}
    and client.responsible_id = any (array(select actor_leads())))`;
}

/** What a row needs to tell of a client; the name is asked for once for all rows. */
export interface KnownClient {
  readonly clientId: string;
  readonly customerNumber: string;
}

/** Columns for `KnownClient`. */
export const clientColumns = sql`client.id as "clientId", client.customer_number as "customerNumber"`;

/** The part of a row that says whom it is about. */
export function aboutClient({ clientId, customerNumber }: KnownClient): Pick<TodayRow, 'about' | 'clientId'> {
  return { about: customerNumber, clientId };
}

/**
 * Joins `told`, what the provider knows of the person of `allocation`; whom it may no longer see
 * drops out. One by one: the policy makes the planner expect half of all people there ever were.
 */
export const joinTold = sql`join lateral (select disclosure.first_name, disclosure.last_name
  from allocation_disclosure disclosure where disclosure.tenant_id = allocation.tenant_id
    and disclosure.allocation_id = allocation.id limit 1) told on true`;
