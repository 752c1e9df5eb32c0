import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { decisionRefusalText } from '~/billing/finding-text';
import { decisionForm } from '~/billing/forms';
import { correctInvoice, findInvoice, findInvoicePage, findInvoiceProduct, takeStep } from '~/billing/store';
import { DistrictInvoicePage } from '~/billing/views/district-invoice-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { roleNames } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer', 'controller') };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle(`Rechnung ${data.invoice.number}`, 'Rechnungen') : pageTitle('Nicht gefunden') },
];

const savedTexts = new Map([
  ['check', 'Prüfung festgehalten. Die Freigabe erteilt eine andere Person.'],
  ['approve', 'Rechnung freigegeben. Die Zahlung lässt sich buchen.'],
  ['pay', 'Zahlung gebucht. Sie steht im Haushalt als bezahlt.'],
  ['reject', 'Rechnung abgelehnt. Der Träger kann den Monat neu abrechnen.'],
  ['correct', 'Berichtigung erstellt. Sie wird geprüft, freigegeben und gebucht wie jede Rechnung.'],
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const page = found(await asReader(actor, (tx) => findInvoicePage(tx, actor, params.rechnung ?? '')));
  const saved = new URL(request.url).searchParams.get('gespeichert') ?? '';
  const mayEdit = actor.roles.includes('districtOfficer');
  // Proofs may speak of persons: only those read them who decide about them (rule P4).
  const claims = page.claims.map((claim) =>
    mayEdit ? claim : { ...claim, proof: 'liegt der Verwaltung vor' },
  );
  return { ...page, claims, mayEdit, saved: savedTexts.get(saved) ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.rechnung ?? '';
  const { today } = context;
  // First whether it exists: to those who may not change it, a foreign one answers like a missing one.
  found(await asReader(actor, (tx) => findInvoice(tx, id, { hasDrafts: false })));
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const form = await readForm(request, decisionForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { decision, reason } = form.value;
  const result = found(
    await asActor(actor, async (tx) =>
      decision === 'correct'
        ? await correctInvoice(tx, actor, id, today)
        : await takeStep(tx, actor, id, { step: decision, reason, today }),
    ),
  );
  if (result.ok) return redirect(`${paths.invoice(result.value)}?gespeichert=${decision}`);
  const product = await asReader(actor, (tx) => findInvoiceProduct(tx, id));
  const findings = result.findings.map((finding) => decisionRefusalText(finding, product));
  return data({ findings, typed: form.typed }, 409);
}

export default function Route() {
  return <DistrictInvoicePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
