import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { asActor, type Tx } from '#db/as-actor';
import { recordOf } from '~/care/care';
import { extendedOf } from '~/care/extended';
import { leadRefusal, reviewRefusal } from '~/care/finding-text';
import { leadForm, reviewForm } from '~/care/forms';
import { courseOf } from '~/care/rules/course';
import { answerReview, findCare, listCasesOf, listReviews, recordOpening, recordReview } from '~/care/store';
import { ReviewPage } from '~/care/views/review-page';
import { findHead, listHandled } from '~/clients/store';
import { ruleBook } from '~/eligibility/rule-books';
import { only } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import { requireActor } from '~/identity/require-actor';
import { clientRoles, roleNames } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Überprüfung', 'Fallmanagement') }];

/** The review of the address with all it is judged by; 404 where the care is not the actor's or knows no such month. */
async function findReview(tx: Tx, actor: Actor, params: Record<string, string | undefined>, today: string) {
  const { care, ...of } = found(await findCare(tx, params.betreuung ?? ''));
  const { state, exitedOn } = care;
  // In clearing and after a refusal nothing is reviewed.
  if (state === 'clearing' || state === 'declined') throw notFound();
  const reviews = await listReviews(tx, care.id);
  const course = courseOf(ruleBook(care.book), care.allocatedOn, reviews.map(recordOf), exitedOn ?? today);
  const step = found(course.steps.find(({ month }) => String(month) === params.monat));
  const review = reviews.find(({ month }) => month === step.month) ?? null;
  const handled = await listHandled(tx);
  const isManager = actor.roles.includes('jobcenterCaseManager');
  return {
    ...of,
    care,
    reviews,
    step,
    review,
    mayRecord: state === 'active' && isManager && handled.has(of.responsibleId),
    isOwnWork: review?.recordedById === actor.accountId,
  };
}

/** Writes, although it is a GET: whoever reads the reasons is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const found = await findReview(tx, actor, params, today);
    const { care, step, review, clientId, number, responsibleId, mayRecord, isOwnWork } = found;
    const [head, cases] = await Promise.all([findHead(tx, clientId), listCasesOf(tx, responsibleId)]);
    await recordOpening(tx, actor, care.id);
    return {
      clientId,
      customerNumber: number,
      responsibleName: head?.responsibleName ?? '',
      book: care.book,
      allocatedOn: care.allocatedOn,
      step,
      review,
      mayRecord,
      mayAnswer: actor.roles.includes('teamLead') && !isOwnWork,
      isOwnWork: isOwnWork && actor.roles.includes('teamLead'),
      extended: extendedOf(ruleBook(care.book), step.month, cases, today),
      saved: new URL(request.url).searchParams.has('gespeichert') ? 'Das ist festgehalten.' : null,
    };
  });
}

const sentForm = z.object({ form: z.literal('lead') });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { care, reviews, step, review, mayRecord } = await findReview(tx, actor, params, today);
    const done = () => redirect(`${paths.careReview(care.id, step.month)}?gespeichert=1`);
    if ((await readForm(request.clone(), sentForm)).ok) {
      if (!actor.roles.includes('teamLead')) throw forbidden(roleNames.teamLead);
      const form = await readForm(request, leadForm);
      if (!form.ok) return data({ errors: form.errors, findings: [], typed: form.typed }, 422);
      const result = await answerReview(tx, actor, care.id, found(review), form.value);
      return result.ok ? done() : data({ ...leadRefusal(result.findings), typed: form.typed }, 409);
    }
    if (!mayRecord) throw forbidden(roleNames.jobcenterCaseManager);
    const form = await readForm(request, reviewForm);
    if (!form.ok) return data({ errors: form.errors, findings: [], typed: form.typed }, 422);
    const result = await recordReview(tx, actor, { care, reviews, step }, form.value, today);
    return result.ok ? done() : data({ ...reviewRefusal(result.findings), typed: form.typed }, 409);
  });
}

export default function Route() {
  return <ReviewPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
