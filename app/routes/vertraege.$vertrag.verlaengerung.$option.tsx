import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { renderPdf } from '#templates/engine/index';
import { asReader } from '#db/as-actor';
import { findContract, findLetter } from '~/contracts/store';
import { findDraftLetter } from '~/documents/extension/letter';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { contractRoles } from '~/identity/roles';
import { found, notFound } from '~/ui/http';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';

export const handle = { access: only(...contractRoles) };

/** Why no file came: read by the page that is shown in its place. */
interface NotExercised {
  readonly reason: 'notExercised';
  readonly contract: { readonly id: string; readonly number: string };
  readonly optionNo: number;
}

/** The declaration of an option as it was sent, or (`?entwurf=1`) as it would be. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { vertrag: id = '', option = '' } = params;
  if (!/^[1-9]\d?$/.test(option)) throw notFound();
  const optionNo = Number(option);
  const isDraft = new URL(request.url).searchParams.get('entwurf') === '1';
  const { contract, letter, draft } = await asReader(requireActor(context), async (tx) => {
    const contract = found(await findContract(tx, id));
    found(contract.options.find(({ no }) => no === optionNo));
    return {
      contract: { id: contract.id, number: contract.number },
      letter: await findLetter(tx, id, optionNo),
      draft: isDraft ? await findDraftLetter(tx, id, optionNo, context.today) : undefined,
    };
  });
  const content = letter ?? (draft && (await renderPdf(draft)));
  if (!content) {
    throw Response.json({ reason: 'notExercised', contract, optionNo } satisfies NotExercised, {
      status: 409,
    });
  }
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="verlaengerung-option-${optionNo}.pdf"`,
    },
  });
}

/** The gate asks a file that could not be given once more as a page; this is that page. */
export function ErrorBoundary() {
  const error = useRouteError();
  const why = isRouteErrorResponse(error) ? (error.data as NotExercised | null) : null;
  if (why?.reason !== 'notExercised') throw error;
  const { contract, optionNo } = why;
  return (
    <Page
      title="Die Option ist nicht ausgeübt"
      crumbs={[
        { to: paths.contracts(), label: 'Verträge' },
        { to: paths.contract(contract.id), label: contract.number },
      ]}
    >
      <p className="mp-lead">
        Die Erklärung zu Option {optionNo} entsteht, wenn Sie die Option ausüben. Das geschieht auf der{' '}
        <Link className="mp-a" to={paths.contract(contract.id)}>
          Seite des Vertrags
        </Link>
        .
      </p>
    </Page>
  );
}
