import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { invoiceFault } from '~/billing/finding-text';
import { invoiceTermsForm, readMonth } from '~/billing/forms';
import { createDraft, previewMonth } from '~/billing/store';
import { NewInvoicePage } from '~/billing/views/new-invoice-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { faultsFrom } from '~/ui/form/faults';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Rechnung erstellen', 'Rechnungen') }];

/** Contract and month stand in the address: the form can be opened again, and works without script. */
function askedOf(request: Request) {
  const query = new URL(request.url).searchParams;
  return { contractId: query.get('vertrag') ?? '', month: readMonth(query.get('monat')) };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { contractId, month } = askedOf(request);
  // Without a contract there is nothing to bill: the list offers what can be billed.
  if (contractId === '') throw redirect(paths.providerInvoices());
  const asked = { contractId, month: found(month) };
  const preview = await asReader(requireActor(context), (tx) => previewMonth(tx, asked, context.today));
  const { refusals, ...page } = found(preview);
  return { ...page, obstacles: refusals.map((refusal) => invoiceFault(refusal)[1]) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { contractId, month } = askedOf(request);
  const asked = { contractId, month: found(month) };
  const { today } = context;
  found(await asReader(actor, (tx) => previewMonth(tx, asked, today)));
  const form = await readForm(request, invoiceTermsForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const draft = { ...asked, ...form.value };
  const result = found(await asActor(actor, (tx) => createDraft(tx, actor, draft, today)));
  if (result.ok) return redirect(`${paths.providerInvoice(result.value)}?gespeichert=entwurf`);
  return data({ errors: faultsFrom(result.findings.map(invoiceFault)), typed: form.typed }, 409);
}

export default function Route() {
  return <NewInvoicePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
