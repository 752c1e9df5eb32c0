import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { asActor } from '#db/as-actor';
import { everyone } from '~/identity/access';
import { signedOutHeaders } from '~/identity/session-cookie';
import { endOwnSession } from '~/identity/store/sessions';
import { paths } from '~/ui/paths';

/** Open to everyone: whose session ran out meanwhile is signed out too and reads no error. */
export const handle = { access: everyone };

/** Signing out is a deed and needs POST; a link or a bookmark leads to the start page. */
export function loader() {
  return redirect(paths.today());
}

export async function action({ context }: ActionFunctionArgs) {
  const { actor, isSecure } = context;
  if (actor) await asActor(actor, (tx) => endOwnSession(tx, actor));
  return redirect(paths.signIn(), { headers: signedOutHeaders(isSecure) });
}

export default function Route() {
  return null;
}
