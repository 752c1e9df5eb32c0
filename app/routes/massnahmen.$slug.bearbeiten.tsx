import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { refusalReply } from '~/portfolio/editing/conflict';
import { sectionForms } from '~/portfolio/editing/forms';
import { isCurrent, postedLock, sectionLock } from '~/portfolio/editing/lock';
import { planPreview } from '~/portfolio/editing/preview';
import { missingCounts } from '~/portfolio/editing/rules';
import { firstSection, isSectionSlug, nextSection, sectionTitle } from '~/portfolio/editing/sections';
import { findPlan, listPlanChoices, savePlan } from '~/portfolio/editing/store';
import { typedSection } from '~/portfolio/editing/typed-section';
import { EditingPage } from '~/portfolio/editing/views/editing-page';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const [measurePlan, choices] = await asReader(requireActor(context), (tx) =>
    Promise.all([findPlan(tx, slug), listPlanChoices(tx, context.today)]),
  );
  const plan = found(measurePlan);
  // After the look-up: an unknown measure is a 404 without a step, too.
  if (!params.abschnitt) throw redirect(paths.editMeasure(slug, firstSection));
  const section = sectionOf(params.abschnitt);
  return {
    measure: { slug, title: plan.title },
    section,
    typed: typedSection(section, plan),
    lock: sectionLock(section, plan),
    choices,
    missing: missingCounts(
      plan,
      choices.committees.map(({ id }) => id),
    ),
    preview: planPreview(plan, context.today),
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const section = sectionOf(params.abschnitt);
  const form = await readForm(request, sectionForms[section]);
  const { typed } = form;
  const lock = postedLock(typed);
  if (!form.ok) {
    return data({ errors: form.errors, typed, lock }, { status: form.rowsChanged ? 200 : 422 });
  }

  const refusal = await asActor(actor, async (tx) => {
    const patch = form.value;
    const saved = found(await savePlan(tx, actor, slug, patch, (plan) => isCurrent(lock, section, plan)));
    if (saved.ok) return null;
    const choices = await listPlanChoices(tx, context.today);
    return refusalReply(saved.findings, { section, patch, lock }, choices);
  });
  if (refusal) return data({ ...refusal, typed }, { status: 409 });

  const next = typed.then === 'stay' ? section : nextSection(section);
  return redirect(next ? `${paths.editMeasure(slug, next)}?gespeichert=1` : paths.measureDocuments(slug));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle(sectionTitle(data.section), data.measure.title) : pageTitle('Nicht gefunden') },
];

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Gespeichert.' };

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <EditingPage {...page} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}

function sectionOf(abschnitt: string | undefined) {
  if (!isSectionSlug(abschnitt)) throw notFound();
  return abschnitt;
}
