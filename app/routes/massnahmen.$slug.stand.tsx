import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Tx } from '#db/as-actor';
import { asActor, asReader } from '#db/as-actor';
import { findAuthority } from '~/authority/store';
import { loaderOf } from '~/documents/papers';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { catalogueRoles, maySeeExactFigures, roleNames } from '~/identity/roles';
import { compareVersions } from '~/portfolio/compare';
import { findPlan } from '~/portfolio/editing/store';
import { findingsOf, hasStop } from '~/portfolio/findings';
import { refusalSentences } from '~/portfolio/state-text';
import { intakeForm, moveForm } from '~/portfolio/state-forms';
import type { StepNeed } from '~/portfolio/states';
import {
  changeIntake,
  currentVersionNo,
  findMeasure,
  findVersion,
  listMoves,
  listVersions,
  type MeasureDetail,
  moveMeasure,
} from '~/portfolio/store';
import { StatePage } from '~/portfolio/views/state-page';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...catalogueRoles) };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  return await asReader(actor, async (tx) => {
    const measure = found(await findMeasure(tx, params.slug ?? ''));
    const [versions, moves, currentVersion, comparison] = await Promise.all([
      listVersions(tx, measure.id),
      listMoves(tx, measure.id),
      currentVersionNo(tx, measure),
      comparisonOf(tx, measure, query, context.today, maySeeExactFigures(actor)),
    ]);
    return {
      measure: { slug: measure.slug, title: measure.content.title },
      state: measure.state,
      intake: measure.intake,
      currentVersion,
      versions,
      moves,
      comparison,
      mayMove: actor.roles.includes('districtOfficer'),
    };
  });
}

/** A query that names no two existing versions is no comparison. */
async function comparisonOf(
  tx: Tx,
  measure: MeasureDetail,
  query: URLSearchParams,
  today: string,
  isExact: boolean,
) {
  const [from, to] = [query.get('von') ?? '', query.get('bis') ?? ''];
  if (!from || !to) return null;
  const sideOf = async (text: string) => {
    if (text === 'heute') {
      const plan = await findPlan(tx, measure.slug);
      return plan && { name: 'Heute', content: measure.content, plan };
    }
    if (!/^[1-9]\d{0,5}$/.test(text)) return undefined;
    const version = await findVersion(tx, measure.id, Number(text));
    return version && { name: `Version ${text}`, ...version };
  };
  const before = await sideOf(from);
  const after = await sideOf(to);
  if (!before || !after) return null;
  const { committees } = await findAuthority(tx, today);
  const shown = [before, after].map(({ content, plan }) => ({
    content: isExact ? content : { ...content, results: [] },
    plan,
  }));
  const [first, second] = shown;
  if (!first || !second) return null;
  return { from: before.name, to: after.name, sections: compareVersions(first, second, committees) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  // First whether it exists: to those who may not move it, a foreign one answers like a missing one.
  found(await asReader(actor, (tx) => findMeasure(tx, slug)));
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  if (new URL(request.url).searchParams.get('form') === 'aufnahme') {
    const form = await readForm(request, intakeForm);
    const kind = { form: 'intake' as const, typed: form.typed };
    if (!form.ok) return data({ ...kind, errors: form.errors }, 422);
    const { intake, intakeReason } = form.value;
    const result = await asActor(actor, (tx) => changeIntake(tx, actor, slug, intake, intakeReason));
    const moved = found(result);
    return moved.ok
      ? redirect(paths.measureState(slug))
      : data({ ...kind, errors: {}, findings: refusalSentences(moved.findings) }, 409);
  }

  const form = await readForm(request, moveForm);
  const kind = { form: 'move' as const, typed: form.typed };
  if (!form.ok) return data({ ...kind, errors: form.errors }, 422);
  const result = await asActor(actor, (tx) =>
    moveMeasure(tx, actor, slug, form.value, (measure, needs) =>
      unmetNeeds(tx, measure, needs, form.value.reason, context.today),
    ),
  );
  const moved = found(result);
  if (moved.ok) return redirect(paths.measureState(slug));
  return data({ ...kind, errors: {}, findings: refusalSentences(moved.findings) }, 409);
}

/** What stands against a step, asked inside the transaction that would take it. */
async function unmetNeeds(
  tx: Tx,
  measure: MeasureDetail,
  needs: readonly StepNeed[],
  reason: string | null,
  today: string,
): Promise<StepNeed[]> {
  const plan = await findPlan(tx, measure.slug);
  const isUnmet = async (need: StepNeed): Promise<boolean> => {
    switch (need) {
      case 'legalBasis':
        return measure.content.legalBases.length === 0;
      case 'reason':
        return reason === null;
      case 'paperComplete': {
        const paper = await loaderOf('beschlussvorlage')(tx, measure.slug, today);
        return !paper || paper.gaps.length > 0;
      }
      case 'profileSound': {
        const isVoluntaryService = plan?.isVoluntaryService ?? null;
        const { content, isImported } = measure;
        return hasStop(findingsOf(content, { isImported, isVoluntaryService, onDate: today }));
      }
    }
  };
  const unmet: StepNeed[] = [];
  for (const need of needs) if (await isUnmet(need)) unmet.push(need);
  return unmet;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle('Stand und Versionen', data.measure.title) : pageTitle('Nicht gefunden') },
];

export default function Route() {
  return <StatePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
