import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers, clientRoles, roleNames } from '~/identity/roles';
import { decisionFindingText } from '~/reports/finding-text';
import { decisionForm } from '~/reports/forms';
import {
  acceptReport,
  findContent,
  findReport,
  hasPaper,
  listMoves,
  openReport,
  returnReport,
} from '~/reports/store';
import { ReadReportPage } from '~/reports/views/read-report-page';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

/** A team lead reads it after saying for what, like everything else about the person. */
export const handle = { access: only(...clientRoles) };

export const meta = () => [{ title: pageTitle('Bericht', 'Berichte') }];

/** Writes, although it is a GET: whoever opens a report is recorded. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  return await asActor(actor, async (tx) => {
    const report = found(await openReport(tx, actor, params.bericht ?? ''));
    const [content, moves, isKept] = await Promise.all([
      findContent(tx, report.id),
      listMoves(tx, report.id),
      hasPaper(tx, report.id),
    ]);
    return { report, content, moves, hasPaper: isKept, today: context.today, mayDecide: isHandler(actor) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.bericht ?? '';
  found(await asReader(actor, (tx) => findReport(tx, id)));
  if (!isHandler(actor)) throw forbidden(clientHandlers.map((role) => roleNames[role]).join(', '));
  const form = await readForm(request, decisionForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { value } = form;
  const result = found(
    await asActor(actor, (tx) =>
      value.decision === 'accept'
        ? acceptReport(tx, actor, id, context.today)
        : returnReport(tx, actor, id, value, context.today),
    ),
  );
  if (result.ok) {
    const done = value.decision === 'accept' ? 'angenommen' : 'zurueckgegeben';
    return redirect(`${paths.reports()}?gespeichert=${done}`);
  }
  const sentence = result.findings.map(decisionFindingText).join(' ');
  const isDay = result.findings.some(({ code }) => code === 'dueDayPast');
  return data(
    { ...(isDay ? { errors: { newDueOn: sentence } } : { findings: [sentence] }), typed: form.typed },
    409,
  );
}

function isHandler({ roles }: Actor): boolean {
  return clientHandlers.some((role) => roles.includes(role));
}

export default function Route() {
  return <ReadReportPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
