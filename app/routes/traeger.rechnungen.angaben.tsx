import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { billingDetailsForm } from '~/billing/details-form';
import { detailsConflict, detailsHistory, typedDetails } from '~/billing/details-text';
import { listBillingVersions, saveBillingDetails } from '~/billing/store';
import { DetailsPage } from '~/billing/views/details-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';
import { isId } from '~/values/is-id';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Rechnungsangaben', 'Rechnungen') }];

/** The invoice that waits for the details, where the way led over one. */
function waitingInvoice(request: Request): string | null {
  const id = new URL(request.url).searchParams.get('rechnung');
  return id !== null && isId(id) ? id : null;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const providerId = found(actor.providerId);
  const versions = await asReader(actor, (tx) => listBillingVersions(tx, providerId));
  const [current] = versions;
  const waiting = waitingInvoice(request);
  return {
    providerName: actor.providerName ?? '',
    authorityName: actor.authorityName,
    typed: current ? typedDetails(current) : { accountHolder: actor.providerName ?? '' },
    version: String(current?.no ?? 0),
    history: detailsHistory(versions),
    back: waiting ? paths.providerInvoice(waiting) : paths.providerInvoices(),
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const providerId = found(actor.providerId);
  const form = await readForm(request, billingDetailsForm);
  const { typed } = form;
  const version = typed.version ?? '';
  if (!form.ok) return data({ errors: form.errors, typed, version }, 422);
  const result = await asActor(actor, (tx) =>
    saveBillingDetails(tx, { ...actor, providerId }, form.value, Number(version)),
  );
  if (!result.ok) {
    const findings = result.findings.flatMap(({ current }) => detailsConflict(current, form.value));
    const [conflict] = result.findings;
    return data({ findings, typed, version: String(conflict?.current.no ?? version) }, 409);
  }
  const waiting = waitingInvoice(request);
  return redirect(
    waiting
      ? `${paths.providerInvoice(waiting)}?gespeichert=angaben`
      : `${paths.billingDetails()}?gespeichert=1`,
  );
}

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = {
  saved: 'Rechnungsangaben gespeichert. Sie gelten für alle Rechnungen, die Sie ab jetzt einreichen.',
};

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <DetailsPage {...page} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}
