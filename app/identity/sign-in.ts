import { asSignIn } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import { verifyPassword } from './password';
import { addressKey, countAttempt, emailKey, forgetAttempts } from './store/attempts';
import type { TooManyAttempts } from './store/attempts';
import { doerOf, findCredentials } from './store/credentials';
import { startSession } from './store/sessions';

export interface SignInAttempt {
  /** As `signInForm` gives it: trimmed, lower case. */
  readonly email: string;
  readonly password: string;
  readonly clientAddress: string;
  readonly requestId: string;
}

export type SignInFinding =
  { readonly code: 'credentialsWrong' } | { readonly code: 'accountLocked' } | TooManyAttempts;

/**
 * Signs in and answers with the token of a new session.
 *
 * Two transactions, because the hash takes its 21 ms outside of one: an open
 * transaction would keep everyone else waiting on the embedded database.
 * Unknown and known addresses take the same way and read the same answer; only
 * who knows the password is told about a lock.
 */
export async function signIn(
  attempt: SignInAttempt,
): Promise<Result<{ readonly token: string }, SignInFinding>> {
  const { email, password, clientAddress, requestId } = attempt;
  const account = await asSignIn(requestId, async (tx) => {
    const counted = await countAttempt(tx, [emailKey(email), addressKey(clientAddress)]);
    if (!counted.ok) return counted;
    return ok({ attemptIds: counted.value, credentials: await findCredentials(tx, email) });
  });
  if (!account.ok) return account;
  const { attemptIds, credentials } = account.value;
  const matches = await verifyPassword(credentials?.passwordHash ?? null, password);

  return asSignIn(requestId, async (tx) => {
    // Nobody's failure is recorded: there is no authority whose log it would be.
    if (!credentials) return refuse({ code: 'credentialsWrong' });
    const doer = doerOf(credentials, requestId);
    const about = { objectKind: 'account', objectId: credentials.accountId };
    if (!matches || credentials.isLocked) {
      await recordAudit(tx, doer, { verb: 'session.refused', ...about });
      return refuse({ code: matches ? 'accountLocked' : 'credentialsWrong' });
    }
    await forgetAttempts(tx, attemptIds, emailKey(email));
    const { token } = await startSession(tx, credentials);
    await recordAudit(tx, doer, { verb: 'session.started', ...about });
    return ok({ token });
  });
}
