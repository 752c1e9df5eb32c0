import { asOwner } from '#db/as-actor';
import type { Tx } from '#db/as-actor';
import { StartupProblem } from '#db/startup-problem';
import { paths } from '~/ui/paths';
import { makeLink } from './store/links';

const states = 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'.split(' ');

export interface NewAuthority {
  readonly name?: string;
  /** Federal state by its two-letter code. */
  readonly state?: string;
}

export interface FirstAdministrator {
  readonly linkPath: string;
  readonly authorityName: string;
  readonly isNewAuthority: boolean;
  readonly isNewAccount: boolean;
}

/**
 * For `npm run admin -- EMAIL`: makes the account an administrator of its
 * authority and answers with the path of a fresh one-time link.
 *
 * On an empty database an authority is created first. A locked account is
 * unlocked: whoever may run this command owns the database anyway. Throws a
 * `StartupProblem` where the address or the choice of authority is not clear.
 */
export async function createFirstAdministrator(
  email: string,
  authority: NewAuthority = {},
): Promise<FirstAdministrator> {
  const address = email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) {
    throw new StartupProblem(
      `„${email}“ ist keine E-Mail-Adresse. Geben Sie sie so ein: name@kreis.example.`,
    );
  }
  return asOwner(async (tx) => {
    const known = await findByEmail(tx, address);
    const home = known
      ? { id: known.tenantId, name: known.authorityName, isNew: false }
      : await findOrCreateAuthority(tx, authority);
    if (known?.isProviderStaff) {
      throw new StartupProblem(`${address} gehört zu einem Träger und kann die Behörde nicht verwalten.`);
    }
    const accountId = known?.accountId ?? (await createAccount(tx, home.id, address));
    await makeAdministrator(tx, home.id, accountId);
    const token = await makeLink(tx, { tenantId: home.id, accountId });
    await recordWithoutActor(tx, home.id, known ? 'account.linkMade' : 'account.created', accountId);
    return {
      linkPath: paths.oneTimeLink(token),
      authorityName: home.name,
      isNewAuthority: home.isNew,
      isNewAccount: !known,
    };
  });
}

async function findByEmail(tx: Tx, email: string) {
  const row = await tx
    .selectFrom('account')
    .innerJoin('authority', 'authority.id', 'account.tenant_id')
    .where('account.email', '=', email)
    .select([
      'account.tenant_id as tenantId',
      'account.id as accountId',
      'account.provider_id as providerId',
      'authority.name as authorityName',
    ])
    .executeTakeFirst();
  return row && { ...row, isProviderStaff: row.providerId !== null };
}

async function findOrCreateAuthority(tx: Tx, wanted: NewAuthority) {
  const authorities = await tx.selectFrom('authority').select(['id', 'name']).orderBy('name').execute();
  const named = authorities.filter((authority) => !wanted.name || authority.name === wanted.name);
  const [only] = named;
  if (only && named.length === 1) return { ...only, isNew: false };
  if (named.length > 1) {
    const names = named.map((authority) => `„${authority.name}“`).join(', ');
    throw new StartupProblem(`Es gibt mehrere Behörden: ${names}. Nennen Sie eine mit --behoerde.`);
  }
  const state = wanted.state?.toUpperCase() ?? 'NI';
  if (!states.includes(state)) {
    throw new StartupProblem(`Das Land „${state}“ gibt es nicht. Nennen Sie eines: ${states.join(', ')}.`);
  }
  const created = await tx
    .insertInto('authority')
    .values({ name: wanted.name ?? 'Behörde (Name eintragen)', state })
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
  return { ...created, isNew: true };
}

async function createAccount(tx: Tx, tenantId: string, email: string): Promise<string> {
  const { id } = await tx
    .insertInto('account')
    .values({ tenant_id: tenantId, email, display_name: email.replace(/@.*$/, '') })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function makeAdministrator(tx: Tx, tenantId: string, accountId: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ locked_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .execute();
  await tx
    .insertInto('account_role')
    .values(
      ['portalAdmin', 'districtOfficer'].map((role) => ({
        tenant_id: tenantId,
        account_id: accountId,
        role,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'role']).doNothing())
    .execute();
}

/** Somebody at the command line, not an account: the log names nobody. */
async function recordWithoutActor(tx: Tx, tenantId: string, verb: string, accountId: string): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({ tenant_id: tenantId, verb, object_kind: 'account', object_id: accountId })
    .execute();
}
