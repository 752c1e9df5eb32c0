import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { findWholeGroup } from '~/training/store';
import { MonthPage } from '~/training/views/month-page';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Anwesenheit je Monat', 'Gruppen') }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const whole = found(await asReader(requireActor(context), (tx) => findWholeGroup(tx, params.gruppe ?? '')));
  const months = [...new Set(whole.sessions.map(({ day }) => day.slice(0, 7)))];
  const thisMonth = context.today.slice(0, 7);
  const wanted = new URL(request.url).searchParams.get('monat') ?? thisMonth;
  // The month that was asked for, else the nearest one in which something was or will be.
  const month = months.find((known) => known >= wanted) ?? months.at(-1) ?? thisMonth;
  return { ...whole, month, months };
}

export default function Route() {
  return <MonthPage {...useLoaderData<typeof loader>()} />;
}
