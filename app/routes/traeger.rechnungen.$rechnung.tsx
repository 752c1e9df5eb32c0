import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { claimFault, invoiceFault } from '~/billing/finding-text';
import { claimForm, invoiceTermsForm } from '~/billing/forms';
import {
  claimPremium,
  dropClaim,
  findInvoice,
  findInvoicePage,
  listClaimants,
  submitInvoice,
  withdrawDraft,
} from '~/billing/store';
import { readProviderTask } from '~/billing/tasks';
import { ClaimPage } from '~/billing/views/claim-page';
import { ProviderInvoicePage } from '~/billing/views/provider-invoice-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { faultsFrom } from '~/ui/form/faults';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle(`Rechnung ${data.invoice.number}`, 'Rechnungen') : pageTitle('Nicht gefunden') },
];

const savedTexts = new Map([
  ['entwurf', 'Entwurf erstellt. Prüfen Sie die Beträge und reichen Sie die Rechnung ein.'],
  ['eingereicht', 'Rechnung eingereicht. Die Kreisverwaltung prüft sie.'],
  ['angaben', 'Rechnungsangaben gespeichert. Sie können die Rechnung jetzt einreichen.'],
  ['praemie', 'Prämie aufgenommen.'],
  ['herausgenommen', 'Prämie herausgenommen.'],
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const id = params.rechnung ?? '';
  return asReader(actor, async (tx) => {
    const page = found(await findInvoicePage(tx, actor, id));
    const isClaiming = readProviderTask(query).kind === 'claim' && page.invoice.state === 'draft';
    return {
      ...page,
      claimants: isClaiming ? await listClaimants(tx, page.invoice.contractId) : null,
      saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.rechnung ?? '';
  const { today } = context;
  found(await asReader(actor, (tx) => findInvoice(tx, id, { hasDrafts: true })));
  const done = (what: string) => redirect(`${paths.providerInvoice(id)}?gespeichert=${what}`);

  const task = readProviderTask(new URL(request.url).searchParams);
  switch (task.kind) {
    case 'withdraw': {
      if (!(await asActor(actor, (tx) => withdrawDraft(tx, actor, id)))) throw notFound();
      return redirect(`${paths.providerInvoices()}?gespeichert=geloescht`);
    }
    case 'drop': {
      if (!(await asActor(actor, (tx) => dropClaim(tx, actor, id, task.claimId)))) throw notFound();
      return done('herausgenommen');
    }
    case 'claim': {
      const form = await readForm(request, claimForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await asActor(actor, (tx) => claimPremium(tx, actor, id, form.value, today)));
      if (result.ok) return done('praemie');
      return data({ errors: faultsFrom(result.findings.map(claimFault)), typed: form.typed }, 409);
    }
    case 'show': {
      const form = await readForm(request, invoiceTermsForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await asActor(actor, (tx) => submitInvoice(tx, actor, id, form.value, today)));
      if (result.ok) return done('eingereicht');
      return data({ errors: faultsFrom(result.findings.map(invoiceFault)), typed: form.typed }, 409);
    }
  }
}

export default function Route() {
  const { claimants, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return claimants ? (
    <ClaimPage invoice={page.invoice} premiums={page.premiums} claimants={claimants} reply={reply} />
  ) : (
    <ProviderInvoicePage {...page} reply={reply} />
  );
}
