import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { isId } from '~/values/is-id';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { dutiesOf } from '~/reporting/rules/duties';
import { listFilterChoices, listParticipants, participantsPerPage } from '~/reporting/store';
import { shownParticipant } from '~/reporting/views/frame';
import { type ListFilter, ParticipantListPage } from '~/reporting/views/participant-list-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Teilnehmende') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const filter = readFilter(new URL(request.url).searchParams);
  const [{ rows, total }, choices] = await asReader(actor, (tx) =>
    Promise.all([listParticipants(tx, filter), listFilterChoices(tx)]),
  );
  return {
    rows: rows.map((row) => ({ ...shownParticipant(row), duties: dutiesOf(row, context.today) })),
    total,
    pages: Math.ceil(total / participantsPerPage),
    filter,
    ...choices,
  };
}

function readFilter(query: URLSearchParams): ListFilter {
  const state = (['laufend', 'neu', 'abschluss', 'beendet'] as const).find(
    (known) => known === query.get('stand'),
  );
  const measureId = query.get('massnahme') ?? '';
  const page = query.get('seite') ?? '';
  return {
    state: state ?? 'laufend',
    measureId: isId(measureId) ? measureId : null,
    site: query.get('standort')?.slice(0, 200) || null,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

export default function Route() {
  return <ParticipantListPage {...useLoaderData<typeof loader>()} />;
}
