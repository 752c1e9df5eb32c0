import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { closeFindingText, sessionFindingText } from '~/training/finding-text';
import { catchUpForm, groupDeedForm, moveForm } from '~/training/forms';
import {
  addCatchUp,
  cancelSession,
  closeGroup,
  findWholeGroup,
  holdSession,
  moveSession,
} from '~/training/store';
import { readGroupTask } from '~/training/tasks';
import { GroupPage } from '~/training/views/group-page';
import { CatchUpPage, MovePage } from '~/training/views/session-pages';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Gruppe', 'Gruppen') }];

const savedTexts = new Map([
  ['geplant', 'Gruppe geplant. Das Jobcenter kann jetzt Personen auf die Plätze zuweisen.'],
  ['verlegt', 'Termin verlegt.'],
  ['nachholtermin', 'Nachholtermin angelegt.'],
  ['held', 'Termin als durchgeführt festgehalten.'],
  [
    'cancelSession',
    'Termin abgesagt. Legen Sie ihn auf einen neuen Tag, damit alle vereinbarten Termine stattfinden.',
  ],
  ['end', 'Gruppe beendet.'],
  ['cancel', 'Gruppe abgesagt.'],
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const whole = found(await asReader(requireActor(context), (tx) => findWholeGroup(tx, params.gruppe ?? '')));
  const task = readGroupTask(query);
  if (task.kind === 'move') found(whole.sessions.find(({ id }) => id === task.sessionId));
  const saved = savedTexts.get(query.get('gespeichert') ?? '') ?? null;
  return { ...whole, task, today: context.today, saved };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const groupId = params.gruppe ?? '';
  found(await asReader(actor, (tx) => findWholeGroup(tx, groupId)));
  const done = (what: string) => redirect(`${paths.group(groupId)}?gespeichert=${what}`);

  const task = readGroupTask(new URL(request.url).searchParams);
  switch (task.kind) {
    case 'move': {
      const form = await readForm(request, moveForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const key = { groupId, sessionId: task.sessionId };
      const result = found(await asActor(actor, (tx) => moveSession(tx, actor, key, form.value)));
      if (result.ok) return done('verlegt');
      return data(
        { errors: { day: result.findings.map(sessionFindingText).join(' ') }, typed: form.typed },
        409,
      );
    }
    case 'catchUp': {
      const form = await readForm(request, catchUpForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await asActor(actor, (tx) => addCatchUp(tx, actor, groupId, form.value)));
      if (result.ok) return done('nachholtermin');
      return data(
        { errors: { day: result.findings.map(sessionFindingText).join(' ') }, typed: form.typed },
        409,
      );
    }
    case 'show': {
      const form = await readForm(request, groupDeedForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const { deed, session: sessionId = '' } = form.value;
      if (deed === 'end' || deed === 'cancel') {
        const as = deed === 'end' ? 'ended' : 'cancelled';
        const result = found(await asActor(actor, (tx) => closeGroup(tx, actor, groupId, as)));
        if (result.ok) return done(deed);
        return data({ findings: result.findings.map(closeFindingText) }, 409);
      }
      const key = { groupId, sessionId };
      const result = found(
        await asActor(actor, (tx) =>
          deed === 'held' ? holdSession(tx, actor, key, context.today) : cancelSession(tx, actor, key),
        ),
      );
      if (result.ok) return done(deed);
      return data({ findings: result.findings.map(sessionFindingText) }, 409);
    }
  }
}

export default function Route() {
  const { task, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (task.kind === 'catchUp') return <CatchUpPage {...page} reply={reply} />;
  if (task.kind === 'move') return <MovePage {...page} sessionId={task.sessionId} reply={reply} />;
  return <GroupPage {...page} findings={reply && 'findings' in reply ? reply.findings : []} />;
}
