import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { everyone } from '~/identity/access';
import { signInForm } from '~/identity/forms';
import { safeBackPath } from '~/identity/rules';
import { sessionCookie } from '~/identity/session-cookie';
import { signIn } from '~/identity/sign-in';
import { signInFindingText } from '~/identity/views/finding-text';
import { SignInPage } from '~/identity/views/sign-in-page';
import { wholeForm } from '~/ui/form/faults';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: everyone };

export const meta = () => [{ title: pageTitle('Anmelden') }];

export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.actor) return redirect(backPath(request));
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, signInForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);

  const { clientAddress, requestId, isSecure } = context;
  const result = await signIn({ ...form.value, clientAddress, requestId });
  if (!result.ok) {
    const [finding] = result.findings;
    const field = finding?.code === 'credentialsWrong' ? 'password' : wholeForm;
    const errors = finding ? { [field]: signInFindingText(finding) } : {};
    return data({ errors, typed: form.typed }, finding?.code === 'tooManyAttempts' ? 429 : 403);
  }
  return redirect(backPath(request), {
    headers: { 'Set-Cookie': sessionCookie(result.value.token, isSecure) },
  });
}

function backPath(request: Request): string {
  return safeBackPath(new URL(request.url).searchParams.get('zurueck')) ?? paths.today();
}

export default function Route() {
  return <SignInPage reply={useActionData<typeof action>()} />;
}
