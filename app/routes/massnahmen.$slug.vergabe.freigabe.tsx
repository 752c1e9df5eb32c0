import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { gapsFor } from '~/documents/gap-link';
import { tenderGapLink } from '~/documents/tender/links';
import { findTender } from '~/documents/tender/print';
import { changesSince, listReleases, releaseTender } from '~/documents/tender/release';
import { ReleasePage } from '~/documents/tender/views/release-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { formatMoment } from '~/ui/moment';
import { findMeasure } from '~/portfolio/store';
import { PreparationSteps } from '~/procurement/preparation/views/steps';
import { gapCounts } from '~/procurement/rules/gaps';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer', 'procurementOfficer') };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const { facts, gaps, releases, changes } = await asReader(actor, async (tx) => {
    const measure = found(await findMeasure(tx, slug));
    const tender = found(await findTender(tx, slug, context.today));
    const releases = await listReleases(tx, measure.id);
    const [last] = releases;
    const changes = last ? await changesSince(tx, measure.id, last.no, tender.facts) : [];
    return { ...tender, releases, changes };
  });
  const { submissionUntil } = facts.parts.dates;
  return {
    measure: facts.measure,
    missing: gapCounts(gaps),
    gaps: gapsFor(
      actor.roles,
      gaps.map((gap) => tenderGapLink(slug, gap)),
    ),
    releases: releases.map(({ createdAt, createdBy, ...release }) => ({
      ...release,
      releasedAt: formatMoment(createdAt),
      releasedBy: createdBy,
    })),
    changes: changes.map(({ label }) => label),
    isLate: submissionUntil !== null && submissionUntil < context.today,
    isReleased: new URL(request.url).searchParams.has('freigegeben'),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const released = found(await asActor(actor, (tx) => releaseTender(tx, actor, slug, context.today)));
  if (released.ok) return redirect(`${paths.releaseTender(slug)}?freigegeben=1`);
  const isIncomplete = released.findings.some(({ code }) => code === 'incomplete');
  const refusal = isIncomplete
    ? 'Es sind noch Angaben offen. Ergänzen Sie sie vor der Freigabe.'
    : 'Seit der letzten Freigabe hat sich nichts geändert. Der letzte Satz gilt weiter.';
  return data({ refusal }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? pageTitle('Unterlagen freigeben', data.measure.title) : pageTitle('Nicht gefunden'),
  },
];

export default function Route() {
  const { missing, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <ReleasePage
      {...page}
      refusal={reply?.refusal ?? null}
      steps={<PreparationSteps slug={page.measure.slug} current="freigabe" missing={missing} />}
    />
  );
}
