import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { authorityRefusal, typedAuthority } from '~/authority/finding-text';
import { authorityForm } from '~/authority/forms';
import { regimeSource } from '~/authority/regime-source';
import { findAuthoritySettings, saveAuthority } from '~/authority/store';
import { AuthorityPage } from '~/authority/views/authority-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer', 'portalAdmin') };

export const meta = () => [{ title: pageTitle('Behörde', 'Verwaltung') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { today } = context;
  const settings = await asReader(requireActor(context), (tx) => findAuthoritySettings(tx, today));
  const { state, regimePeriods } = settings;
  // The last regime, also where it begins only in the future: a change can only follow that one.
  const regime = regimePeriods.at(-1)?.regime ?? null;
  return {
    typed: typedAuthority({ ...settings, regime }),
    version: String(settings.version),
    regimePeriods,
    regimeSources: {
      municipal: regimeSource('municipal', today, state),
      federal: regimeSource('federal', today, state),
    },
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, authorityForm);
  const { typed } = form;
  const version = typed.version ?? '';
  if (!form.ok) {
    return data({ errors: form.errors, typed, version }, { status: form.rowsChanged ? 200 : 422 });
  }
  const result = await asActor(actor, (tx) =>
    saveAuthority(tx, actor, form.value, Number(version), context.today),
  );
  if (!result.ok) {
    return data({ ...authorityRefusal(result.findings, form.value, version), typed }, { status: 409 });
  }
  return redirect(`${paths.authority()}?gespeichert=1`);
}

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Angaben der Behörde gespeichert.' };

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <AuthorityPage {...page} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}
