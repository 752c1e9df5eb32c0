import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { recordOf } from '~/care/care';
import { afterExit } from '~/care/rules/exit';
import { courseOf } from '~/care/rules/course';
import { type CareRights, careSteps, stepsFor } from '~/care/steps';
import { findStanding, listCareNeeds, listMoves } from '~/care/store';
import { takeStep } from '~/care/take-step';
import { CarePage } from '~/care/views/care-page';
import { StepPage } from '~/care/views/step-page';
import { doneTexts } from '~/care/words';
import { ageOn } from '~/clients/rules';
import { findHead, listHandled, openClient } from '~/clients/store';
import { clientTitle, identityOf, IdentityBar } from '~/clients/views/client-page';
import { ruleBook } from '~/eligibility/rule-books';
import { only } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import { requireActor } from '~/identity/require-actor';
import { clientRoles } from '~/identity/roles';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Fallmanagement', 'Kundinnen und Kunden') }];

function stepOf(request: Request, name = 'schritt') {
  const word = new URL(request.url).searchParams.get(name);
  return careSteps.find((step) => step === word) ?? null;
}

/** What the actor may do about the client: by the roles, and because in charge of it today. */
function rightsOf(actor: Actor, handled: ReadonlySet<string>, responsibleId: string): CareRights {
  const holds = (role: Actor['roles'][number]) => actor.roles.includes(role);
  const isInCharge = handled.has(responsibleId);
  return {
    accountId: actor.accountId,
    handles: isInCharge && (holds('caseworker') || holds('jobcenterCaseManager')),
    manages: isInCharge && holds('jobcenterCaseManager'),
    leads: holds('teamLead'),
  };
}

/** Writes, although it is a GET: whoever opens a client is recorded. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const { head, client } = found(await openClient(tx, actor, params.kundin ?? ''));
    // A lead says for what first, at the client.
    if (!client) return redirect(paths.client(head.id));
    const { reviews, ...standing } = found(await findStanding(tx, client.id, today));
    const { file, end, disputes } = standing;
    const rights = rightsOf(actor, await listHandled(tx), client.responsibleId);
    const steps = stepsFor(standing, rights);
    const shown = file.current ?? file.cares[0] ?? null;
    const shared = {
      clientId: client.id,
      crumbTitle: clientTitle(client),
      identity: identityOf(client),
      age: ageOn(client.birthDate, today),
      file,
      disputes,
      end,
      today,
    };
    const step = stepOf(request);
    if (step) {
      if (!steps.includes(step)) return redirect(paths.care(client.id));
      const needs = file.current && step === 'abgang' ? await listCareNeeds(tx, file.current.id) : [];
      const book = file.current?.book ?? standing.book?.key ?? null;
      return { kind: 'step' as const, ...shared, step, book, needs };
    }
    const book = shown && ruleBook(shown.book);
    const done = stepOf(request, 'gespeichert');
    return {
      kind: 'page' as const,
      ...shared,
      course:
        shown && book && shown.state !== 'clearing'
          ? courseOf(book, shown.allocatedOn, reviews.map(recordOf), shown.exitedOn ?? today)
          : null,
      reviews,
      readmissionFrom: shown?.exitedOn && book ? afterExit(book, shown.exitedOn).readmissionFrom : null,
      moves: await listMoves(
        tx,
        file.cares.map(({ id }) => id),
      ),
      steps,
      mayRecord: rights.manages,
      mayRecordEffect: rights.handles,
      isCaseworkerOnly: rights.handles && !rights.manages,
      saved: done && doneTexts[done],
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const client = found(await findHead(tx, params.kundin ?? ''));
    const standing = found(await findStanding(tx, client.id, today));
    const rights = rightsOf(actor, await listHandled(tx), client.responsibleId);
    const step = stepOf(request);
    // Somebody else was faster, or the address was made up: the page says what is possible now.
    if (!step || !stepsFor(standing, rights).includes(step)) return redirect(paths.care(client.id));
    const outcome = await takeStep(tx, actor, request, { step, standing, today });
    if (outcome.kind === 'done') return redirect(`${paths.care(client.id)}?gespeichert=${step}`);
    const { errors, findings, typed, status } = outcome;
    return data({ errors, findings, typed }, status);
  });
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { crumbTitle, identity, age, ...rest } = page;
  const around = {
    crumbs: [
      { to: paths.clients(), label: 'Kundinnen und Kunden' },
      { to: paths.client(page.clientId), label: crumbTitle },
    ],
    identity: <IdentityBar client={identity} age={age} />,
  };
  return rest.kind === 'step' ? (
    <StepPage {...rest} {...around} reply={reply} />
  ) : (
    <CarePage {...rest} {...around} />
  );
}
