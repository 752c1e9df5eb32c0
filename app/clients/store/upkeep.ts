import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import { isId } from '~/values/is-id';
import { listJobcenter, type StaffFunction } from './jobcenter';

export type UpkeepFinding =
  | { readonly code: 'nameTaken' }
  | { readonly code: 'siteUnknown' }
  | { readonly code: 'teamUnknown' }
  | { readonly code: 'accountUnknown' }
  | { readonly code: 'roleMissing' };

/** Adds a site, or renames the one with this id. */
export async function saveSite(
  tx: Tx,
  actor: Actor,
  { id, name }: { readonly id: string | null; readonly name: string },
): Promise<Result<undefined, UpkeepFinding>> {
  const { sites } = await listJobcenter(tx);
  if (id !== null && !sites.some((site) => site.id === id)) return refuse({ code: 'siteUnknown' });
  if (sites.some((site) => site.name === name && site.id !== id)) return refuse({ code: 'nameTaken' });
  if (id === null) {
    await tx.insertInto('jobcenter_site').values({ tenant_id: actor.tenantId, name }).execute();
  } else await tx.updateTable('jobcenter_site').set({ name }).where('id', '=', id).execute();
  await recordChange(tx, actor);
  return ok(undefined);
}

/** Adds a team, or changes the one with this id. */
export async function saveTeam(
  tx: Tx,
  actor: Actor,
  { id, name, siteId }: { readonly id: string | null; readonly name: string; readonly siteId: string },
): Promise<Result<undefined, UpkeepFinding>> {
  const { sites, teams } = await listJobcenter(tx);
  if (id !== null && !teams.some((team) => team.id === id)) return refuse({ code: 'teamUnknown' });
  if (!sites.some((site) => site.id === siteId)) return refuse({ code: 'siteUnknown' });
  if (teams.some((team) => team.name === name && team.id !== id)) return refuse({ code: 'nameTaken' });
  const values = { name, site_id: siteId };
  if (id === null) {
    await tx
      .insertInto('jobcenter_team')
      .values({ tenant_id: actor.tenantId, ...values })
      .execute();
  } else await tx.updateTable('jobcenter_team').set(values).where('id', '=', id).execute();
  await recordChange(tx, actor);
  return ok(undefined);
}

/**
 * Puts a person into a team; whoever is in one already changes it. The account must hold
 * the role. Without a share of a post the one on record stays, at first a full one.
 */
export async function assignStaff(
  tx: Tx,
  actor: Actor,
  wanted: {
    readonly accountId: string;
    readonly teamId: string;
    readonly function: StaffFunction;
    readonly postPercent?: number | null;
  },
): Promise<Result<undefined, UpkeepFinding>> {
  const { teams } = await listJobcenter(tx);
  if (!teams.some((team) => team.id === wanted.teamId)) return refuse({ code: 'teamUnknown' });
  const account = isId(wanted.accountId)
    ? await tx
        .selectFrom('account')
        .where('id', '=', wanted.accountId)
        .where('provider_id', 'is', null)
        .select('display_name as name')
        .executeTakeFirst()
    : undefined;
  if (!account) return refuse({ code: 'accountUnknown' });
  const role = await tx
    .selectFrom('account_role')
    .where('account_id', '=', wanted.accountId)
    .where('role', '=', wanted.function)
    .select('role')
    .executeTakeFirst();
  if (!role) return refuse({ code: 'roleMissing' });
  const values = {
    team_id: wanted.teamId,
    function: wanted.function,
    display_name: account.name,
    ...(wanted.postPercent ? { post_percent: wanted.postPercent } : {}),
  };
  await tx
    .insertInto('jobcenter_staff')
    .values({ tenant_id: actor.tenantId, account_id: wanted.accountId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(values))
    .execute();
  await recordChange(tx, actor);
  return ok(undefined);
}

/** Takes a person out of the team; their clients stay theirs until somebody hands them over. */
export async function removeStaff(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  if (!isId(accountId)) return;
  await tx.deleteFrom('jobcenter_staff').where('account_id', '=', accountId).execute();
  await recordChange(tx, actor);
}

/** Accounts that hold a role of the jobcenter and are not locked; only an administrator sees others than the own one. */
export async function listJobcenterAccounts(tx: Tx): Promise<{ id: string; name: string; email: string }[]> {
  return await tx
    .selectFrom('account')
    .where('locked_at', 'is', null)
    .where('provider_id', 'is', null)
    .where('id', 'in', (select) =>
      select
        .selectFrom('account_role')
        .where('role', 'in', ['caseworker', 'jobcenterCaseManager', 'teamLead'])
        .select('account_id'),
    )
    .select(['id', 'display_name as name', 'email'])
    .orderBy('display_name')
    .execute();
}

async function recordChange(tx: Tx, actor: Actor): Promise<void> {
  await recordAudit(tx, actor, {
    verb: 'jobcenter.changed',
    objectKind: 'authority',
    objectId: actor.tenantId,
  });
}
