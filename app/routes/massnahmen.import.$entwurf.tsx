import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { doneQuery } from '~/portfolio/exchange/done';
import { formLimits } from '~/portfolio/exchange/limits';
import { previewShown } from '~/portfolio/exchange/preview-shown';
import { readUpload } from '~/portfolio/exchange/read-upload';
import { confirmDraft, previewDraft } from '~/portfolio/exchange/store/confirm-draft';
import { discardDraft, hasDraft, replaceFiles } from '~/portfolio/exchange/store/draft';
import { ImportPreviewPage } from '~/portfolio/exchange/views/import-preview-page';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export const meta: MetaFunction = () => [{ title: pageTitle('Import prüfen', 'Maßnahmen') }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const preview = await asReader(actor, (tx) => previewDraft(tx, actor, params.entwurf ?? ''));
  return previewShown(found(preview));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const draftId = params.entwurf ?? '';
  const form = await request.formData();
  if (form.get('intent') === 'confirm') {
    const basis = form.get('basis');
    const imported = await confirmDraft(actor, draftId, typeof basis === 'string' ? basis : '');
    if (!imported) return redirect(`${paths.importMeasures()}?vorschau=weg`);
    if (imported.ok) return redirect(`${paths.importMeasures()}${doneQuery(imported.value)}`);
    return data({ stopped: imported.findings[0]?.code }, { status: 409 });
  }
  return asActor(actor, async (tx) => {
    if (!(await hasDraft(tx, actor, draftId))) throw notFound();
    if (form.get('intent') === 'discard') {
      await discardDraft(tx, actor, draftId);
      return redirect(paths.importMeasures());
    }
    const upload = await readUpload(form);
    if (!upload.ok) return data({ refused: upload.problems }, { status: 422 });
    const isAdded = await replaceFiles(tx, actor, draftId, upload.files, formLimits);
    if (!isAdded) return data({ stopped: 'tooMuch' as const }, { status: 422 });
    return redirect(paths.importDraft(draftId));
  });
}

export default function Route() {
  const preview = useLoaderData<typeof loader>();
  return <ImportPreviewPage preview={preview} reply={useActionData<typeof action>()} />;
}
