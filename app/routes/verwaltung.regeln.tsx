import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { bookFaults } from '~/eligibility/book-finding-text';
import { ruleBookForm } from '~/eligibility/forms';
import { chooseRuleBook, findRuleBook, listBookPeriods } from '~/eligibility/store';
import { RulesPage } from '~/eligibility/views/rules-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('portalAdmin') };

export const meta: MetaFunction = () => [{ title: pageTitle('Regelwerk', 'Verwaltung') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { today } = context;
  const [periods, book] = await asReader(requireActor(context), (tx) =>
    Promise.all([listBookPeriods(tx), findRuleBook(tx, today)]),
  );
  const isSaved = new URL(request.url).searchParams.has('gespeichert');
  return { periods, current: book?.key ?? null, today, isSaved };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, ruleBookForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const result = await asActor(actor, (tx) => chooseRuleBook(tx, actor, form.value));
  if (result.ok) return redirect(`${paths.rules()}?gespeichert=1`);
  return data({ errors: bookFaults(result.findings), typed: form.typed }, 409);
}

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Regelwerk festgelegt.' };

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <RulesPage {...page} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}
