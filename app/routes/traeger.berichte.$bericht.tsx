import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { submitWithPaper } from '~/documents/participant-report/paper';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { gapsOf, readStep, valuesOf, warningsOf } from '~/reports/editing';
import { saveFindingText, submitFindingText } from '~/reports/finding-text';
import { stepForms, submitForm, typedStep } from '~/reports/forms';
import { stepsOf } from '~/reports/rules/completeness';
import {
  findContent,
  findFrame,
  findReport,
  hasPaper,
  isWithProvider,
  listMoves,
  saveStep,
} from '~/reports/store';
import { EditReportPage, SubmittedReportPage } from '~/reports/views/edit-report-page';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Bericht', 'Berichte') }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { today } = context;
  const query = new URL(request.url).searchParams;
  return await asReader(requireActor(context), async (tx) => {
    const report = found(await findReport(tx, params.bericht ?? ''));
    const [{ answers, frame: frozen }, live, moves] = await Promise.all([
      findContent(tx, report.id),
      findFrame(tx, report, today),
      listMoves(tx, report.id),
    ]);
    if (!isWithProvider(report)) {
      const saved =
        query.get('gespeichert') === 'abgegeben'
          ? 'Bericht abgegeben. Das Jobcenter liest ihn als Nächstes.'
          : null;
      const isKept = await hasPaper(tx, report.id);
      const frame = frozen ?? live;
      return { kind: 'submitted' as const, report, answers, frame, moves, hasPaper: isKept, today, saved };
    }
    const step = readStep(report.kind, query.get('schritt'));
    return {
      kind: 'edit' as const,
      report,
      answers,
      frame: live,
      step,
      typed: step === 'abgeben' ? {} : typedStep(step, answers, live.needs),
      gaps: gapsOf(answers, { ...report, ...live }, today),
      warnings: warningsOf(report.kind, answers),
      moves,
      today,
      isSaved: query.get('gespeichert') === 'entwurf',
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.bericht ?? '';
  const { today } = context;
  const report = found(await asReader(actor, (tx) => findReport(tx, id)));
  const step = readStep(report.kind, new URL(request.url).searchParams.get('schritt'));
  if (step === 'abgeben') {
    const form = await readForm(request, submitForm);
    if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
    const asked = { id, basedOn: form.value.basedOn, today };
    const result = found(await asActor(actor, (tx) => submitWithPaper(tx, actor, asked)));
    if (result.ok) return redirect(`${paths.providerReport(id)}?gespeichert=abgegeben`);
    return data({ findings: result.findings.map(submitFindingText) }, 409);
  }
  const form = await readForm(request, stepForms[step]);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { basedOn, ...values } = form.value;
  const result = found(await asActor(actor, (tx) => saveStep(tx, actor, id, valuesOf(values), basedOn)));
  if (!result.ok) {
    const latest = found(await asReader(actor, (tx) => findReport(tx, id)));
    const findings = result.findings.map(saveFindingText);
    return data({ findings, typed: form.typed, basedOn: String(latest.version) }, 409);
  }
  const stays = form.typed.then === 'stay';
  const steps = stepsOf[report.kind];
  const next = stays ? step : (steps[steps.indexOf(step) + 1] ?? 'abgeben');
  return redirect(`${paths.providerReport(id)}?schritt=${next}${stays ? '&gespeichert=entwurf' : ''}`);
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return page.kind === 'edit' ? (
    <EditReportPage {...page} reply={reply} />
  ) : (
    <SubmittedReportPage {...page} />
  );
}
