import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { fitsLock, postedLock } from '~/portfolio/editing/lock';
import { azavText } from '~/portfolio/finding-text';
import { conflictReply, stepLock } from '~/procurement/preparation/conflict';
import { stepForm } from '~/procurement/preparation/forms';
import { firstStep, isStepSlug, nextStep, partOf, stepTitle } from '~/procurement/preparation/steps';
import { typedStep } from '~/procurement/preparation/typed-step';
import { PreparationPage } from '~/procurement/preparation/views/preparation-page';
import { weightSum } from '~/procurement/rules/criteria';
import { azavOf, gapCounts, tenderGaps } from '~/procurement/rules/gaps';
import { factsOf, findPreparation, findSecrets, savePreparation } from '~/procurement/store';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer', 'procurementOfficer') };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const { prepared, secrets } = await asReader(requireActor(context), async (tx) => {
    const prepared = found(await findPreparation(tx, slug, context.today));
    return { prepared, secrets: await findSecrets(tx, prepared) };
  });
  // After the look-up: an unknown measure is a 404 without a step, too.
  if (!params.schritt) throw redirect(paths.prepareTender(slug, firstStep));
  const step = stepOf(params.schritt);
  const { preparation } = prepared;
  const facts = factsOf(prepared);
  const { sites, termStart, termEnd, hasOptions, options } = facts.plan;
  return {
    measure: { slug, title: facts.measure.title },
    step,
    plan: { sites, termStart, termEnd, hasOptions, options },
    typed: typedStep(step, preparation.parts, facts.plan),
    lock: stepLock(step, preparation, facts.plan),
    isProposal: !preparation.saved.includes(partOf(step)),
    missing: gapCounts(tenderGaps(facts, secrets, context.today)),
    weightSum: weightSum(preparation.parts.criteria.criteria),
    azav: azavText(azavOf(facts, context.today)),
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const step = stepOf(params.schritt);
  const { plan } = found(await asReader(actor, (tx) => findPreparation(tx, slug, context.today)));
  const form = await readForm(request, stepForm(step, plan));
  const { typed } = form;
  const lock = postedLock(typed);
  if (!form.ok) {
    return data({ errors: form.errors, typed, lock }, { status: form.rowsChanged ? 200 : 422 });
  }

  const refusal = await asActor(actor, async (tx) => {
    const patch = form.value;
    const saved = found(
      await savePreparation(tx, actor, slug, { patch, today: context.today }, (preparation, current) =>
        fitsLock(lock, stepLock(step, preparation, current.plan)),
      ),
    );
    const conflict = saved.ok ? undefined : saved.findings[0];
    return conflict ? conflictReply(step, patch, conflict.current) : null;
  });
  if (refusal) return data({ ...refusal, errors: {}, typed }, { status: 409 });

  const next = typed.then === 'stay' ? step : nextStep(step);
  return redirect(next ? `${paths.prepareTender(slug, next)}?gespeichert=1` : paths.releaseTender(slug));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle(stepTitle(data.step), data.measure.title) : pageTitle('Nicht gefunden') },
];

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Gespeichert.' };

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <PreparationPage {...page} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}

function stepOf(schritt: string | undefined) {
  if (!isStepSlug(schritt)) throw notFound();
  return schritt;
}
