import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { asActor, asReader } from '#db/as-actor';
import { siteForm, staffForm, teamForm } from '~/clients/forms';
import {
  assignStaff,
  listJobcenter,
  listJobcenterAccounts,
  removeStaff,
  saveSite,
  saveTeam,
} from '~/clients/store';
import { upkeepFaults } from '~/clients/upkeep-text';
import { JobcenterPage } from '~/clients/views/jobcenter-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('portalAdmin') };

export const meta: MetaFunction = () => [{ title: pageTitle('Jobcenter', 'Verwaltung') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const [jobcenter, accounts] = await asReader(requireActor(context), (tx) =>
    Promise.all([listJobcenter(tx), listJobcenterAccounts(tx)]),
  );
  return {
    ...jobcenter,
    accounts: accounts.map(({ id, name, email }) => ({ id, text: `${name}, ${email}` })),
  };
}

const removal = z.object({ form: z.literal('remove'), accountId: z.string() });
/** Which of the page's forms was sent. */
const sentForm = z.object({ form: z.enum(['site', 'team', 'staff', 'remove']) });

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const sent = await readForm(request.clone(), sentForm);
  switch (sent.ok ? sent.value.form : 'site') {
    case 'site': {
      const form = await readForm(request, siteForm);
      if (!form.ok) return data({ form: 'site' as const, errors: form.errors, typed: form.typed }, 422);
      return answer('site', form.typed, await asActor(actor, (tx) => saveSite(tx, actor, form.value)));
    }
    case 'team': {
      const form = await readForm(request, teamForm);
      if (!form.ok) return data({ form: 'team' as const, errors: form.errors, typed: form.typed }, 422);
      return answer('team', form.typed, await asActor(actor, (tx) => saveTeam(tx, actor, form.value)));
    }
    case 'staff': {
      const form = await readForm(request, staffForm);
      if (!form.ok) return data({ form: 'staff' as const, errors: form.errors, typed: form.typed }, 422);
      return answer('staff', form.typed, await asActor(actor, (tx) => assignStaff(tx, actor, form.value)));
    }
    case 'remove': {
      const form = await readForm(request, removal);
      if (form.ok) await asActor(actor, (tx) => removeStaff(tx, actor, form.value.accountId));
      return redirect(paths.jobcenter());
    }
  }
}

function answer(
  form: 'site' | 'team' | 'staff',
  typed: Record<string, string>,
  result: Awaited<ReturnType<typeof saveSite>>,
) {
  if (result.ok) return redirect(paths.jobcenter());
  return data({ form, errors: upkeepFaults(form, result.findings), typed }, 409);
}

export default function Route() {
  return <JobcenterPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
