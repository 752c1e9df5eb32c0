import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asReader } from '#db/as-actor';
import { documentKinds } from '~/documents/kinds';
import { loaderOf } from '~/documents/papers';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, maySeeExactFigures } from '~/identity/roles';
import { findPlan } from '~/portfolio/editing/store';
import { findingsOf } from '~/portfolio/findings';
import { findMeasure } from '~/portfolio/store';
import { MeasurePage } from '~/portfolio/views/measure-page';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...catalogueRoles) };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle(data.measure.content.title, 'Maßnahmen') : pageTitle('Nicht gefunden') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const [measure, plan, papers] = await asReader(actor, (tx) =>
    Promise.all([
      findMeasure(tx, slug),
      findPlan(tx, slug),
      Promise.all(documentKinds.map(({ kind }) => loaderOf(kind)(tx, slug, context.today))),
    ]),
  );
  const known = found(measure);
  const isExact = maySeeExactFigures(actor);
  return {
    measure: isExact ? known : { ...known, content: { ...known.content, results: [] } },
    findings: findingsOf(known.content, {
      isImported: known.isImported,
      isVoluntaryService: plan?.isVoluntaryService ?? null,
      plan: plan ?? null,
      onDate: context.today,
    }),
    documents: documentKinds.map(({ kind, title }, index) => ({
      kind,
      name: title,
      missingCount: papers[index]?.gaps.length ?? null,
    })),
    isEditable: actor.roles.includes('districtOfficer'),
    seesExactFigures: isExact,
  };
}

export default function Route() {
  const { measure, findings, documents, isEditable, seesExactFigures } = useLoaderData<typeof loader>();
  return (
    <MeasurePage
      slug={measure.slug}
      sourceYear={measure.sourceYear}
      source={measure.content}
      state={measure.state}
      findings={findings}
      documents={documents}
      isEditable={isEditable}
      seesExactFigures={seesExactFigures}
    />
  );
}
