import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { exitForm } from '~/allocation/exit-forms';
import { exitFault } from '~/allocation/exit-text';
import { correctExit, findExiting, openExiting, recordExit } from '~/allocation/store/exit';
import { ExitPage } from '~/allocation/views/exit-page';
import { findCare } from '~/care/store';
import { only } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Abgang', 'Zuweisungen') }];

const savedTexts = new Map([
  ['abgang', 'Der Abgang ist eingetragen.'],
  ['berichtigt', 'Der Abgang ist berichtigt.'],
]);

/** Internal case management ends on its own page, which asks for the talk and what follows (rules X1, X4, X7). */
async function toCare(actor: Actor, id: string): Promise<Response> {
  const { clientId } = found(await asReader(actor, (tx) => findCare(tx, id)));
  return redirect(paths.care(clientId));
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const exiting = found(await asActor(actor, (tx) => openExiting(tx, actor, params.zuweisung ?? '')));
  const { id, state, measureTitle } = exiting;
  if (measureTitle === null) throw await toCare(actor, id);
  return {
    exiting,
    mayWrite: ['active', 'closing', 'closed', 'droppedOut'].includes(state),
    back: paths.allocation(id),
    crumbs: [
      { to: paths.allocations(), label: 'Zuweisungen' },
      { to: paths.allocation(id), label: 'Zuweisung' },
    ],
    saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { id, exitedOn, measureTitle } = found(await findExiting(tx, actor, params.zuweisung ?? ''));
    if (measureTitle === null) throw notFound();
    const form = await readForm(request, exitForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const write = exitedOn === null ? recordExit : correctExit;
    const result = found(await write(tx, actor, id, form.value, today));
    if (!result.ok) {
      return data({ errors: Object.fromEntries(result.findings.map(exitFault)), typed: form.typed }, 409);
    }
    const saved = exitedOn === null ? 'abgang' : 'berichtigt';
    return redirect(`${paths.allocationStep(id, 'abgang')}?gespeichert=${saved}`);
  });
}

export default function Route() {
  return <ExitPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
