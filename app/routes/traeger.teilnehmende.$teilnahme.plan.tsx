import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { planFault } from '~/reporting/finding-text';
import { reviewForm, settleStepForm, stepForm } from '~/reporting/forms';
import { mayStillRecord } from '~/reporting/rules/contacts';
import { planReviewDue } from '~/reporting/rules/plan';
import {
  addStep,
  findParticipant,
  listNeeds,
  listReviews,
  listSteps,
  openParticipant,
  reviewPlan,
  settleStep,
} from '~/reporting/store';
import { shownParticipant } from '~/reporting/views/frame';
import { PlanPage } from '~/reporting/views/plan-page';
import { NewStepPage, ReviewPlanPage, SettleStepPage } from '~/reporting/views/plan-task-pages';
import { readForm } from '~/ui/form/read-form';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta: MetaFunction = () => [{ title: pageTitle('Strategieplan', 'Teilnehmende') }];

const savedTexts = new Map([
  ['schritt', 'Der Schritt ist vereinbart.'],
  ['ergebnis', 'Das Ergebnis ist eingetragen.'],
  ['pruefung', 'Die Prüfung des Plans ist eingetragen.'],
]);

/** What the page is asked to do; the address says so, hence it works without script. */
function taskOf(request: Request) {
  const query = new URL(request.url).searchParams;
  if (query.has('neu')) return { kind: 'add' as const };
  if (query.has('pruefung')) return { kind: 'review' as const };
  const stepId = query.get('schritt');
  return stepId === null ? { kind: 'show' as const } : { kind: 'settle' as const, stepId };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const task = taskOf(request);
  return await asActor(actor, async (tx) => {
    const participant = found(await openParticipant(tx, actor, params.teilnahme ?? ''));
    const { plan, service } = participant;
    if (!service.hasStrategyPlan) throw notFound();
    const steps = await listSteps(tx, participant.id);
    const shared = { participant: shownParticipant(participant), everyWeeks: service.planReviewWeeks };
    switch (task.kind) {
      case 'add': {
        const needs = await listNeeds(tx, participant.id);
        return { ...shared, kind: task.kind, needKeys: needs.map(({ key }) => key) };
      }
      case 'settle':
        return { ...shared, kind: task.kind, step: found(steps.find(({ id }) => id === task.stepId)) };
      case 'review':
        return { ...shared, kind: task.kind };
      case 'show':
        return {
          ...shared,
          kind: task.kind,
          steps,
          reviews: await listReviews(tx, participant.id),
          reviewDue: planReviewDue(plan, service.planReviewWeeks),
          today: context.today,
          mayRecord: mayStillRecord(participant),
          saved: savedTexts.get(new URL(request.url).searchParams.get('gespeichert') ?? '') ?? null,
        };
    }
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const task = taskOf(request);
  return await asActor(actor, async (tx) => {
    const { id } = found(await findParticipant(tx, params.teilnahme ?? ''));
    const done = (what: string) => redirect(`${paths.participantStep(id, 'plan')}?gespeichert=${what}`);
    switch (task.kind) {
      case 'show':
        throw notFound();
      case 'add': {
        const form = await readForm(request, stepForm);
        if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
        const result = found(await addStep(tx, actor, id, form.value, today));
        if (result.ok) return done('schritt');
        return data({ errors: Object.fromEntries(result.findings.map(planFault)), typed: form.typed }, 409);
      }
      case 'settle': {
        const form = await readForm(request, settleStepForm);
        if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
        const key = { id, stepId: task.stepId };
        const result = found(await settleStep(tx, actor, key, form.value, today));
        if (result.ok) return done('ergebnis');
        return data({ errors: Object.fromEntries(result.findings.map(planFault)), typed: form.typed }, 409);
      }
      case 'review': {
        const form = await readForm(request, reviewForm);
        if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
        const result = found(await reviewPlan(tx, actor, id, form.value, today));
        if (result.ok) return done('pruefung');
        return data({ errors: Object.fromEntries(result.findings.map(planFault)), typed: form.typed }, 409);
      }
    }
  });
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  switch (page.kind) {
    case 'add':
      return <NewStepPage {...page} reply={reply} />;
    case 'settle':
      return <SettleStepPage {...page} reply={reply} />;
    case 'review':
      return <ReviewPlanPage {...page} reply={reply} />;
    case 'show':
      return <PlanPage {...page} />;
  }
}
