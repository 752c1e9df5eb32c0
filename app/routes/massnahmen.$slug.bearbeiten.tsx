import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { refusalReply } from '~/portfolio/editing/conflict';
import { sectionForms } from '~/portfolio/editing/forms';
import { fitsLock, isCurrent, lockOf, postedLock, sectionLock } from '~/portfolio/editing/lock';
import { withProfile } from '~/portfolio/editing/from-profile';
import { planPreview } from '~/portfolio/editing/preview';
import { missingCounts } from '~/portfolio/editing/rules';
import { isSectionSlug, nextSection, type SectionSlug, sectionTitle } from '~/portfolio/editing/sections';
import { findPlan, listPlanChoices, savePlan } from '~/portfolio/editing/store';
import { typedSection } from '~/portfolio/editing/typed-section';
import { EditingPage } from '~/portfolio/editing/views/editing-page';
import { findingsOf } from '~/portfolio/findings';
import { applySection } from '~/portfolio/profile/apply';
import { profileWords } from '~/portfolio/profile/field-words';
import { profilePreview } from '~/portfolio/profile/preview';
import { profileForms } from '~/portfolio/profile/schema';
import {
  firstProfileSection,
  isProfileSection,
  nextProfileSection,
  profileSection,
  type ProfileSectionSlug,
} from '~/portfolio/profile/sections';
import { typedProfile } from '~/portfolio/profile/typed';
import { ProfilePage } from '~/portfolio/profile/views/profile-page';
import { findMeasure, saveContent } from '~/portfolio/store';
import { readForm } from '~/ui/form/read-form';
import { conflictSentences } from '~/ui/form/save-conflict';
import { found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const [foundPlan, foundMeasure, choices] = await asReader(requireActor(context), (tx) =>
    Promise.all([findPlan(tx, slug), findMeasure(tx, slug), listPlanChoices(tx, context.today)]),
  );
  const plan = found(foundPlan);
  const { content, contentVersion, isImported } = found(foundMeasure);
  // After the look-up: an unknown measure is a 404 without a step, too.
  if (!params.abschnitt) throw redirect(paths.editMeasure(slug, firstProfileSection));
  const common = {
    measure: { slug, title: plan.title },
    missing: missingCounts(
      plan,
      choices.committees.map(({ id }) => id),
    ),
    isSaved: new URL(request.url).searchParams.has('gespeichert'),
  };
  if (isProfileSection(params.abschnitt)) {
    const typed = typedProfile(params.abschnitt, content);
    const { isVoluntaryService } = plan;
    return {
      ...common,
      part: 'profile' as const,
      section: params.abschnitt,
      typed,
      lock: lockOf(contentVersion, typed),
      findings: findingsOf(content, { isImported, isVoluntaryService, plan, onDate: context.today }),
      preview: profilePreview(content),
    };
  }
  const section = planSection(params.abschnitt);
  return {
    ...common,
    part: 'plan' as const,
    section,
    // What the profile says already is offered, and counts once it is saved here.
    typed: typedSection(section, withProfile(plan, content)),
    lock: sectionLock(section, plan),
    choices,
    preview: planPreview(plan, context.today),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { abschnitt } = args.params;
  return isProfileSection(abschnitt)
    ? await saveProfileStep(args, abschnitt)
    : await savePlanStep(args, planSection(abschnitt));
}

async function savePlanStep({ request, params, context }: ActionFunctionArgs, section: SectionSlug) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
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

async function saveProfileStep(
  { request, params, context }: ActionFunctionArgs,
  section: ProfileSectionSlug,
) {
  const actor = requireActor(context);
  const slug = params.slug ?? '';
  const form = await readForm(request, profileForms[section]);
  const { typed } = form;
  const lock = postedLock(typed);
  if (!form.ok) {
    return data({ errors: form.errors, typed, lock }, { status: form.rowsChanged ? 200 : 422 });
  }

  const result = await asActor(actor, (tx) =>
    saveContent(
      tx,
      actor,
      slug,
      (content) => applySection(form.value, content),
      ({ content, contentVersion }) => fitsLock(lock, lockOf(contentVersion, typedProfile(section, content))),
    ),
  );
  const saved = found(result);
  if (!saved.ok) {
    // Both values in view, and the lock to save again with.
    const [meanwhile] = saved.findings;
    if (!meanwhile) throw new Error('A refusal without a finding.');
    const { current } = meanwhile;
    const stored = typedProfile(section, current.content);
    const mine = typedProfile(section, applySection(form.value, current.content));
    return data(
      {
        findings: conflictSentences(stored, mine, profileWords(section)),
        errors: {},
        typed,
        lock: lockOf(current.contentVersion, stored),
      },
      { status: 409 },
    );
  }
  const next = typed.then === 'stay' ? section : nextProfileSection(section);
  return redirect(next ? `${paths.editMeasure(slug, next)}?gespeichert=1` : paths.measure(slug));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: pageTitle('Nicht gefunden') }];
  const title = data.part === 'profile' ? profileSection(data.section).title : sectionTitle(data.section);
  return [{ title: pageTitle(title, data.measure.title) }];
};

/** One and the same object: a new one would fill the form anew and drop what was typed. */
const savedReply = { saved: 'Gespeichert.' };

export default function Route() {
  const { isSaved, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const reply = answer ?? (isSaved ? savedReply : undefined);
  return page.part === 'profile' ? (
    <ProfilePage {...page} reply={reply} />
  ) : (
    <EditingPage {...page} reply={reply} />
  );
}

function planSection(abschnitt: string | undefined): SectionSlug {
  if (!isSectionSlug(abschnitt)) throw notFound();
  return abschnitt;
}
