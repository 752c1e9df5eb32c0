import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { findEvaluationPage, findInterimStart, shownKey } from '~/evaluation/find-page';
import { savedMeanwhileText } from '~/evaluation/finding-text';
import { evaluationForm } from '~/evaluation/forms';
import { interimQuery, queryOf, queryOfPeriod } from '~/evaluation/records/address';
import { interimForm } from '~/evaluation/records/forms';
import { interimFindings, interimPeriod } from '~/evaluation/records/rules/periods';
import { InterimPage } from '~/evaluation/records/views/interim-page';
import { interimFault } from '~/evaluation/records/words';
import { saveEvaluationText } from '~/evaluation/store';
import { EvaluationPage } from '~/evaluation/views/evaluation-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, exactFigureRoles, maySeeExactFigures, roleNames } from '~/identity/roles';
import { findMeasure } from '~/portfolio/store';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...catalogueRoles) };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const slug = params.slug ?? '';
  if (query.has(interimQuery)) {
    const start = found(await asReader(actor, (tx) => findInterimStart(tx, slug, context.today)));
    if (!maySeeExactFigures(actor)) throw notForRole();
    return { task: 'interim' as const, ...start };
  }
  const page = await asReader(actor, (tx) => findEvaluationPage(tx, actor, slug, query, context.today));
  return {
    task: 'show' as const,
    ...found(page),
    isSaved: query.has('gespeichert'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const query = new URL(request.url).searchParams;
  // First whether it exists: to those who may not write, a foreign one answers like a missing one.
  found(await asReader(actor, (tx) => findMeasure(tx, slug)));
  if (query.has(interimQuery)) {
    if (!maySeeExactFigures(actor)) throw notForRole();
    const form = await readForm(request, interimForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const { from, until } = form.value;
    const faults = interimFindings(from, until, context.today).map(interimFault);
    if (faults.length > 0) return data({ errors: Object.fromEntries(faults), typed: form.typed }, 422);
    return redirect(paths.measureEvaluation(slug) + queryOfPeriod(interimPeriod(from, until)));
  }
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const form = await readForm(request, evaluationForm);
  const { typed } = form;
  const version = typed.version ?? '';
  if (!form.ok) return data({ errors: form.errors, typed, version }, 422);

  const { shown, result } = await asActor(actor, async (tx) => {
    const shown = found(await shownKey(tx, actor, slug, query, context.today));
    const at = { slug, period: shown.key };
    return {
      shown: shown.shown,
      result: found(await saveEvaluationText(tx, actor, at, form.value, Number(version))),
    };
  });
  if (!result.ok) {
    const [refusal] = result.findings;
    const findings = refusal ? savedMeanwhileText(refusal, form.value) : [];
    return data({ findings, typed, version: String(refusal?.current.version ?? version) }, 409);
  }
  return redirect(`${paths.measureEvaluation(slug)}${queryOf(shown)}&gespeichert=1`);
}

function notForRole(): Response {
  return forbidden(exactFigureRoles.map((role) => roleNames[role]).join(', '));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? pageTitle('Auswertung', page.measure.title) : pageTitle('Nicht gefunden') },
];

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Die Texte sind gespeichert.' };

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (page.task === 'interim') return <InterimPage {...page} reply={reply} />;
  const { isSaved, task: _, ...shown } = page;
  return <EvaluationPage {...shown} reply={reply ?? (isSaved ? savedReply : undefined)} />;
}
