import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readDone } from '~/portfolio/exchange/done';
import { readUpload } from '~/portfolio/exchange/read-upload';
import { createDraft } from '~/portfolio/exchange/store/draft';
import { ImportPage } from '~/portfolio/exchange/views/import-page';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export const meta: MetaFunction = () => [{ title: pageTitle('Importieren', 'Maßnahmen') }];

export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  return { done: readDone(search), isPreviewGone: search.get('vorschau') === 'weg' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const upload = await readUpload(await request.formData());
  if (!upload.ok) return data({ refused: upload.problems }, { status: 422 });
  const draftId = await asActor(actor, (tx) => createDraft(tx, actor, upload.files));
  return redirect(paths.importDraft(draftId));
}

export default function Route() {
  const { done, isPreviewGone } = useLoaderData<typeof loader>();
  return (
    <ImportPage done={done} isPreviewGone={isPreviewGone} refused={useActionData<typeof action>()?.refused} />
  );
}
