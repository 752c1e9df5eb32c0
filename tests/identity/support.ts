import { asOwner, asSignIn } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { hashPassword } from '~/identity/password';
import { findActor } from '~/identity/session';
import { signIn } from '~/identity/sign-in';
import { startSession } from '~/identity/store/sessions';
import { emailOf } from '../support/actors';

export const rightPassword = 'Laterne Kompost Dienstag';

/** Gives the account of an actor the password `rightPassword`. */
export async function givePassword(actor: Actor): Promise<void> {
  const passwordHash = await hashPassword(rightPassword);
  await asOwner((tx) =>
    tx
      .updateTable('account')
      .set({ password_hash: passwordHash })
      .where('id', '=', actor.accountId)
      .execute(),
  );
}

/** Tries to sign in; each actor from a network of its own, so that tests do not share a limit. */
export async function trySignIn(actor: Actor, password = rightPassword) {
  return signIn({
    email: emailOf(actor),
    password,
    clientAddress: `192.0.2.${actor.accountId.slice(-3)}`,
    requestId: 'test-sign-in',
  });
}

/** A session of the actor's account; answers with the Cookie header of the browser. */
export async function openSession(actor: Actor): Promise<string> {
  const { token } = await asSignIn('test-session', (tx) => startSession(tx, actor));
  return `portal=${token}`;
}

export async function whoAsks(cookieHeader: string): Promise<Actor | null> {
  return findActor(cookieHeader, 'test-request', false);
}

/** The verbs in the audit log about one account, oldest first. */
export async function verbsAbout(actor: Actor): Promise<string[]> {
  const rows = await asOwner((tx) =>
    tx
      .selectFrom('audit_entry')
      .where('object_id', '=', actor.accountId)
      .select('verb')
      .orderBy('at')
      .execute(),
  );
  return rows.map((row) => row.verb);
}
