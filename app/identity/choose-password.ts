import { asSignIn } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import type { Actor } from './actor';
import { hashPassword, verifyPassword } from './password';
import { emailKey, countAttempt, forgetAttempts } from './store/attempts';
import type { TooManyAttempts } from './store/attempts';
import { doerOf, findCredentialsOf, storePassword } from './store/credentials';
import { findUsableLink, redeemLink } from './store/links';
import { dropSessions, startSession } from './store/sessions';
import { isTokenShaped } from './token';

/** Whether a one-time link can still be used; looking at the page does not use it up. */
export async function isLinkUsable(token: string, requestId: string): Promise<boolean> {
  if (!isTokenShaped(token)) return false;
  return asSignIn(requestId, async (tx) => (await findUsableLink(tx, token)) !== undefined);
}

/**
 * Sets the password through a one-time link, ends all sessions of the account
 * and starts a new one, whose token is the answer.
 */
export async function choosePasswordByLink(
  token: string,
  password: string,
  requestId: string,
): Promise<Result<{ readonly token: string }, { readonly code: 'linkUnusable' }>> {
  if (!(await isLinkUsable(token, requestId))) return refuse({ code: 'linkUnusable' });
  const passwordHash = await hashPassword(password);
  return asSignIn(requestId, async (tx) => {
    const linked = await redeemLink(tx, token);
    const account = linked && (await findCredentialsOf(tx, linked));
    if (!account) return refuse({ code: 'linkUnusable' });
    await storePassword(tx, account, passwordHash);
    await dropSessions(tx, account.accountId);
    await recordAudit(tx, doerOf(account, requestId), {
      verb: 'account.linkUsed',
      objectKind: 'account',
      objectId: account.accountId,
      changedFields: ['password'],
    });
    return ok(await startSession(tx, account));
  });
}

export type ChangePasswordFinding = { readonly code: 'currentPasswordWrong' } | TooManyAttempts;

/**
 * Changes the own password. Whoever found an open session must not guess the
 * current one for ever, so attempts are counted like those at sign-in. All
 * sessions end; the answer is the token of the new one.
 */
export async function changePassword(
  actor: Actor,
  typed: { readonly currentPassword: string; readonly newPassword: string },
): Promise<Result<{ readonly token: string }, ChangePasswordFinding>> {
  const started = await asSignIn(actor.requestId, async (tx) => {
    const account = await findCredentialsOf(tx, actor);
    if (!account) throw new Error('An actor has no account.');
    const counted = await countAttempt(tx, [emailKey(account.email)]);
    return counted.ok ? ok({ account, attemptIds: counted.value }) : counted;
  });
  if (!started.ok) return started;
  const { account, attemptIds } = started.value;
  if (!(await verifyPassword(account.passwordHash, typed.currentPassword))) {
    return refuse({ code: 'currentPasswordWrong' });
  }
  const passwordHash = await hashPassword(typed.newPassword);
  return asSignIn(actor.requestId, async (tx) => {
    await forgetAttempts(tx, attemptIds, emailKey(account.email));
    await storePassword(tx, account, passwordHash);
    await dropSessions(tx, account.accountId);
    await recordAudit(tx, actor, {
      verb: 'account.passwordChanged',
      objectKind: 'account',
      objectId: account.accountId,
      changedFields: ['password'],
    });
    return ok(await startSession(tx, account));
  });
}
