import { randomInt } from 'node:crypto';
import { asOwner } from '#db/as-actor';
import type { Tx } from '#db/as-actor';
import { hashPassword } from './password';
import type { Role } from './roles';

/** The organisations of the example data that demo accounts belong to. */
export interface DemoOrganisations {
  readonly ownTenant: string;
  readonly otherTenant: string;
  readonly firstProvider: string;
  readonly secondProvider: string;
  readonly thirdProvider: string;
}

export interface DemoAccount {
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Keeps the account. */
  readonly authority: 'ownTenant' | 'otherTenant';
  /** For whom a provider's staff acts; null: staff of the authority. */
  readonly provider: 'firstProvider' | 'secondProvider' | 'thirdProvider' | null;
}

/**
 * The demo sign-ins; the names are invented. They exist with the example data only. Some
 * roles are there twice: bids are opened and invoices released by two.
 */
export const demoAccounts: readonly DemoAccount[] = [
  own('verwaltung', 'Vera Waldmann', 'districtOfficer'),
  own('verwaltung2', 'Volkmar Sievers', 'districtOfficer'),
  own('vergabe', 'Viktor Gabler', 'procurementOfficer'),
  own('vergabe2', 'Veronika Galle', 'procurementOfficer'),
  own('jobcenter', 'Ina Friedrichs', 'caseworker'),
  own('fallmanagement', 'Falk Manthey', 'jobcenterCaseManager'),
  own('teamleitung', 'Theresa Lindner', 'teamLead'),
  { ...own('traeger', 'Tom Rehberg', 'provider'), provider: 'firstProvider' },
  { ...own('traeger2', 'Tanja Rosin', 'provider'), provider: 'secondProvider' },
  { ...own('traeger3', 'Thea Nordhoff', 'provider'), provider: 'thirdProvider' },
  own('controlling', 'Conny Ohlsen', 'controller'),
  own('admin', 'Adrian Decker', 'portalAdmin'),
  other('verwaltung', 'Valentin Kreuzer', 'districtOfficer'),
  other('jobcenter', 'Jette Kolbe', 'caseworker'),
  { ...other('traeger', 'Tilda Hagen', 'provider'), provider: 'secondProvider' },
];

function own(name: string, displayName: string, role: Role): DemoAccount {
  const email = `${name}@demo.example`;
  return { email, displayName, roles: [role], authority: 'ownTenant', provider: null };
}

function other(name: string, displayName: string, role: Role): DemoAccount {
  const email = `${name}@anderer-kreis.example`;
  return { email, displayName, roles: [role], authority: 'otherTenant', provider: null };
}

/**
 * Writes the demo accounts, without passwords: `refreshDemoPasswords` sets them.
 * A provider's staff has its accounts with the authority it works for; authorities and
 * providers must be there already. Accounts that exist stay.
 */
export async function createDemoAccounts(tx: Tx, ids: DemoOrganisations): Promise<void> {
  for (const account of demoAccounts) {
    const tenantId = ids[account.authority];
    const row = await tx
      .insertInto('account')
      .values({
        tenant_id: tenantId,
        provider_id: account.provider && ids[account.provider],
        email: account.email,
        display_name: account.displayName,
        has_generated_password: true,
      })
      .onConflict((conflict) => conflict.constraint('account_email_once').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) continue;
    await tx
      .insertInto('account_role')
      .values(account.roles.map((role) => ({ tenant_id: tenantId, account_id: row.id, role })))
      .execute();
  }
}

export interface DemoSignIns {
  readonly password: string;
  readonly emails: readonly string[];
}

/**
 * At each start: one password for the demo accounts that still have a generated
 * one, `wanted` or a new random one. Answers with what the start prints; accounts
 * whose person chose a password are left alone and not named.
 */
export async function refreshDemoPasswords(wanted?: string): Promise<DemoSignIns> {
  const password = wanted ?? readablePassword();
  // One hash for all: it is one password, and one for each would cost a quarter of a second each start.
  const passwordHash = await hashPassword(password);
  const updated = await asOwner((tx) =>
    tx
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('has_generated_password', '=', true)
      .returning('email')
      .execute(),
  );
  const emails = new Set(updated.map((row) => row.email));
  return {
    password,
    emails: demoAccounts.map((account) => account.email).filter((email) => emails.has(email)),
  };
}

/** Four groups of two syllables, e.g. "tola-mike-suno-fera": 51 bits, easy to type from a screen. */
function readablePassword(): string {
  const syllable = () => pick('bdfghklmnprstvwz') + pick('aeiou');
  return Array.from({ length: 4 }, () => syllable() + syllable()).join('-');
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
