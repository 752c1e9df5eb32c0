import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { savedMeanwhileText, textHints } from '~/evaluation/finding-text';
import { evaluationForm } from '~/evaluation/forms';
import { exactSummary, protectedSummary } from '~/evaluation/rules/summary';
import { shownEvaluation } from '~/evaluation/shown';
import { findEvaluationText, findProtection, saveEvaluationText } from '~/evaluation/store';
import { EvaluationPage } from '~/evaluation/views/evaluation-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, roleNames, maySeeExactFigures } from '~/identity/roles';
import { findMeasure } from '~/portfolio/store';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...catalogueRoles) };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { measure, text, protection } = await asReader(actor, async (tx) => {
    const measure = found(await findMeasure(tx, params.slug ?? ''));
    const [text, protection] = await Promise.all([
      findEvaluationText(tx, measure.id),
      findProtection(tx, context.today),
    ]);
    return { measure, text, protection };
  });
  const { results, title } = measure.content;
  const isExact = maySeeExactFigures(actor);
  const mayEdit = actor.roles.includes('districtOfficer');
  const hidden = protectedSummary(results, protection);
  const summary = isExact ? exactSummary(results, protection) : hidden;
  const shown = (words: string | null) => words && summary.mask(words);
  return {
    measure: { slug: measure.slug, title },
    isExact,
    minCellCount: protection.minCellCount,
    evaluation: shownEvaluation(summary),
    text: { assessment: shown(text.assessment), proposal: shown(text.proposal) },
    version: String(text.version),
    hints: mayEdit ? textHints(text, hidden) : [],
    mayEdit,
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  // First whether it exists: to those who may not write, a foreign one answers like a missing one.
  found(await asReader(actor, (tx) => findMeasure(tx, slug)));
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const form = await readForm(request, evaluationForm);
  const { typed } = form;
  const version = typed.version ?? '';
  if (!form.ok) return data({ errors: form.errors, typed, version }, 422);

  const result = found(
    await asActor(actor, (tx) => saveEvaluationText(tx, actor, slug, form.value, Number(version))),
  );
  if (!result.ok) {
    const [refusal] = result.findings;
    const findings = refusal ? savedMeanwhileText(refusal, form.value) : [];
    return data({ findings, typed, version: String(refusal?.current.version ?? version) }, 409);
  }
  return redirect(`${paths.measureEvaluation(slug)}?gespeichert=1`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? pageTitle('Auswertung', page.measure.title) : pageTitle('Nicht gefunden') },
];

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Die Texte sind gespeichert.' };

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <EvaluationPage {...page} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}
