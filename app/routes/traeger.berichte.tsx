import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readBasket } from '~/reports/basket';
import { listReports } from '~/reports/store';
import { ReportListPage } from '~/reports/views/report-list-page';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Berichte') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { basket = 'offen', page } = readBasket(new URL(request.url).searchParams);
  const list = await asReader(requireActor(context), (tx) => listReports(tx, basket, page));
  return { ...list, basket, page, today: context.today };
}

export default function Route() {
  return <ReportListPage side="provider" saved={null} {...useLoaderData<typeof loader>()} />;
}
