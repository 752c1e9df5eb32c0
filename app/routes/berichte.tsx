import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { readBasket } from '~/reports/basket';
import { listDuties, listReports } from '~/reports/store';
import { DutiesPage } from '~/reports/views/duties-page';
import { ReportListPage } from '~/reports/views/report-list-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...clientHandlers, 'districtOfficer') };

export const meta = () => [{ title: pageTitle('Berichte') }];

const savedTexts = new Map([
  ['angenommen', 'Bericht angenommen.'],
  ['zurueckgegeben', 'Bericht zurückgegeben. Der Träger sieht Ihre Anmerkungen.'],
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const query = new URL(request.url).searchParams;
  return await asReader(actor, async (tx) => {
    // The district sees numbers; whoever is in charge of persons sees theirs.
    const isHandler = clientHandlers.some((role) => actor.roles.includes(role));
    if (!isHandler) return { kind: 'duties' as const, duties: await listDuties(tx, today) };
    const { basket = 'abgegeben', page } = readBasket(query);
    const saved = savedTexts.get(query.get('gespeichert') ?? '') ?? null;
    return { kind: 'reports' as const, ...(await listReports(tx, basket, page)), basket, page, today, saved };
  });
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  return page.kind === 'duties' ? <DutiesPage {...page} /> : <ReportListPage side="jobcenter" {...page} />;
}
