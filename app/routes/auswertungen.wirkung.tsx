import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { effectLines } from '~/care/rules/effect-months';
import { listEffectMonths, listEffectRecords, listEffectYears } from '~/care/store';
import { EffectAnalysisPage } from '~/care/views/effect-pages';
import { findProtection } from '~/evaluation/store';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, maySeeExactFigures } from '~/identity/roles';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...catalogueRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Wirkungsanalyse', 'Auswertungen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const asked = new URL(request.url).searchParams.get('jahr') ?? '';
  return await asReader(actor, async (tx) => {
    const years = await listEffectYears(tx);
    const year = years.find((one) => String(one) === asked) ?? years[0] ?? Number(today.slice(0, 4));
    const [months, protection, records] = await Promise.all([
      listEffectMonths(tx, year),
      findProtection(tx, today),
      actor.roles.includes('controller') ? listEffectRecords(tx, year) : null,
    ]);
    const hiddenBelow = maySeeExactFigures(actor) ? null : protection.minCellCount;
    return { year, years, lines: effectLines(months, hiddenBelow), hiddenBelow, records };
  });
}

export default function Route() {
  return <EffectAnalysisPage {...useLoaderData<typeof loader>()} />;
}
