import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { anActor, authorities, type Side } from './actors';

interface Wanted {
  readonly side?: Side;
  /** Who is in charge; the caseworker of the side unless said otherwise. */
  readonly of?: Actor;
  readonly id?: string;
  readonly customerNumber?: string;
  readonly lastName?: string;
}

let count = 0;

/**
 * A client with a profile and three needs that count, written by the owner, together
 * with the site, the team and the staff it needs: caseworker, case manager and lead
 * of a side are one team. Answers with the id.
 */
export async function aClient(tx: Tx, wanted: Wanted = {}): Promise<string> {
  const { side = 'own' } = wanted;
  const tenant_id = authorities[side].id;
  const siteId = await aTeam(tx, side);
  count += 1;
  const { id } = await tx
    .insertInto('client')
    .values({
      tenant_id,
      ...(wanted.id ? { id: wanted.id } : {}),
      customer_number: wanted.customerNumber ?? `111T${String(count).padStart(6, '0')}`,
      site_id: siteId,
      responsible_id: (wanted.of ?? anActor('caseworker', { tenant: side })).accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('client_profile')
    .values({
      tenant_id,
      client_id: id,
      first_name: 'Alma',
      last_name: wanted.lastName ?? 'Apfelkern',
      birth_date: '1990-05-04',
      household_number: `11111BG${String(count).padStart(7, '0')}`,
      is_household_lead: true,
      forecast_on: '2026-01-05',
      forecast_months: 18,
      market_proximity: 'notNear',
      expects_progress: true,
      is_willing: true,
      readiness_clarified_on: '2026-01-05',
      readiness_by_talk: true,
      readiness_note_made: true,
    })
    .execute();
  await tx
    .insertInto('client_need')
    .values(
      (['strain', 'dailyStructure', 'housing'] as const).map((need_key) => ({
        tenant_id,
        client_id: id,
        need_key,
        need_group: need_key === 'housing' ? ('circumstances' as const) : ('capability' as const),
        noted_on: '2026-01-05',
      })),
    )
    .execute();
  return id;
}

/** The one site of a side, with its team; made where it is not there yet. Answers with the site. */
export async function aTeam(tx: Tx, side: Side = 'own'): Promise<string> {
  const tenant_id = authorities[side].id;
  const known = await tx
    .selectFrom('jobcenter_site')
    .where('tenant_id', '=', tenant_id)
    .select('id')
    .executeTakeFirst();
  if (known) return known.id;
  const site = await tx
    .insertInto('jobcenter_site')
    .values({ tenant_id, name: 'Hauptstelle' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const team = await tx
    .insertInto('jobcenter_team')
    .values({ tenant_id, name: 'Team 1', site_id: site.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('jobcenter_staff')
    .values(
      (['caseworker', 'jobcenterCaseManager', 'teamLead'] as const).map((role) => {
        const actor = anActor(role, { tenant: side });
        return {
          tenant_id,
          account_id: actor.accountId,
          team_id: team.id,
          function: role,
          display_name: actor.displayName,
        };
      }),
    )
    .execute();
  return site.id;
}
