import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { accountEntryForm } from '~/identity/forms';
import { requireActor } from '~/identity/require-actor';
import {
  changeAccount,
  findAccount,
  listProviders,
  lockAccount,
  renewLink,
  unlockAccount,
} from '~/identity/store/accounts';
import { AccountEntryPage } from '~/identity/views/account-entry-page';
import { accountFindingErrors, accountFindingText } from '~/identity/views/finding-text';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('portalAdmin') };

export const meta = () => [{ title: pageTitle('Konto', 'Verwaltung') }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  return asReader(requireActor(context), async (tx) => ({
    account: found(await findAccount(tx, params.id ?? '')),
    providers: await listProviders(tx),
  }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, accountEntryForm);
  return asActor(actor, async (tx) => {
    const account = found(await findAccount(tx, params.id ?? ''));
    if (!form.ok) return data({ reply: { errors: form.errors, typed: form.typed } }, 422);
    switch (form.value.intent) {
      case 'change': {
        const result = await changeAccount(tx, actor, account, form.value);
        if (result.ok) return data({ reply: { saved: 'Die Änderungen sind gespeichert.' } });
        return data({ reply: { errors: accountFindingErrors(result.findings), typed: form.typed } }, 409);
      }
      case 'lock': {
        const result = await lockAccount(tx, actor, account);
        if (result.ok) return data({ reply: { saved: 'Das Konto ist gesperrt.' } });
        return data({ reply: { findings: result.findings.map(accountFindingText) } }, 409);
      }
      case 'unlock':
        await unlockAccount(tx, actor, account);
        return data({ reply: { saved: 'Das Konto ist entsperrt.' } });
      case 'makeLink': {
        const token = await renewLink(tx, actor, account);
        return data({ link: new URL(paths.oneTimeLink(token), request.url).href });
      }
    }
  });
}

export default function Route() {
  const { account, providers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AccountEntryPage
      account={account}
      providers={providers}
      reply={answer && 'reply' in answer ? answer.reply : undefined}
      link={answer && 'link' in answer ? answer.link : undefined}
    />
  );
}
