import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { teamCheckForm } from '~/care/forms';
import { findTeam, recordTeamCheck } from '~/care/store';
import { teamRows } from '~/care/team-rows';
import { TeamPage } from '~/care/views/team-page';
import { findRuleBook } from '~/eligibility/store';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { Page } from '~/ui/page';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('teamLead') };

export const meta: MetaFunction = () => [{ title: pageTitle('Team') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const month = `${today.slice(0, 7)}-01`;
  const [team, book] = await asReader(actor, (tx) =>
    Promise.all([findTeam(tx, actor, month), findRuleBook(tx, today)]),
  );
  if (!team) return null;
  const isSaved = new URL(request.url).searchParams.has('geprueft');
  return {
    ...teamRows(team, book, { today, month, leadId: actor.accountId }),
    saved: isSaved ? 'Die Monatsprüfung ist festgehalten.' : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, teamCheckForm);
  if (!form.ok) return redirect(paths.team());
  const month = `${context.today.slice(0, 7)}-01`;
  const isSaved = await asActor(actor, (tx) => recordTeamCheck(tx, actor, form.value.kind, month));
  return redirect(isSaved ? `${paths.team()}?geprueft=1` : paths.team());
}

export default function Route() {
  const team = useLoaderData<typeof loader>();
  if (team) return <TeamPage {...team} />;
  return (
    <Page title="Team">
      <p>Sie leiten noch kein Team. Die Administration ordnet unter Verwaltung, Jobcenter zu.</p>
    </Page>
  );
}
