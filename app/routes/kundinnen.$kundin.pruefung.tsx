import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { findKnownCare } from '~/care/store';
import type { OpenClient } from '~/clients/client';
import { ageOn } from '~/clients/rules';
import { findClient, openClient } from '~/clients/store';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { criteriaOf, dayFaults, type KnownCare, missingReasons } from '~/eligibility/check-facts';
import { judgeCaseManagement, judgeMeasure } from '~/eligibility/judge';
import { caseManagementForm, measureCheckForm } from '~/eligibility/forms';
import { type Settled, settleCheck } from '~/eligibility/settle';
import { findSubject, type Subject } from '~/eligibility/store';
import { CheckPage } from '~/eligibility/views/check-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { listTitles } from '~/portfolio/store';
import type { TypedValues } from '~/ui/form/typed-values';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Zugang prüfen', 'Kundinnen und Kunden') }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  const slug = new URL(request.url).searchParams.get('massnahme') ?? '';
  return await asActor(actor, async (tx) => {
    const client = found((await openClient(tx, actor, params.kundin ?? ''))?.client);
    const subject = found(await findSubject(tx, slug, today));
    const [measures, known] = await Promise.all([listTitles(tx), findKnownCare(tx, client.id)]);
    return {
      client: identityOf(client),
      age: ageOn(client.birthDate, today),
      subject: shownSubject(subject),
      findings: firstFindings(subject, client, today, known),
      known,
      measures,
    };
  });
}

/** What is in the page: neither the whole profile of the measure nor the whole book. */
function shownSubject(subject: Subject) {
  if (subject.kind === 'noBook') return subject;
  if (subject.kind === 'caseManagement') return { kind: subject.kind, book: subject.book.key };
  const { kind, content, contentVersion, setting } = subject;
  const { slug, title } = content;
  return { kind, slug, title, contentVersion, setting, criteria: criteriaOf(content) };
}

function firstFindings(subject: Subject, client: OpenClient, today: string, known: KnownCare) {
  if (subject.kind === 'noBook') return [];
  return subject.kind === 'caseManagement'
    ? judgeCaseManagement(subject.book, client, null, today, known).kept
    : judgeMeasure(subject, null, today).kept;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const checkedOn = context.today;
  const slug = new URL(request.url).searchParams.get('massnahme') ?? '';
  return await asActor(actor, async (tx) => {
    const client = found(await findClient(tx, params.kundin ?? ''));
    const subject = found(await findSubject(tx, slug, checkedOn));
    switch (subject.kind) {
      case 'noBook':
        return redirect(paths.checkClient(client.id));
      case 'caseManagement': {
        const { book } = subject;
        const form = await readForm(request, caseManagementForm);
        if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
        const known = await findKnownCare(tx, client.id);
        const judged = judgeCaseManagement(book, client, form.value, checkedOn, known);
        const faults = dayFaults(form.value, checkedOn);
        const about = { book: book.key };
        const check = { clientId: client.id, checkedOn, about, book, judged, typed: form.value, faults };
        return answer(client.id, form.typed, await settleCheck(tx, actor, check));
      }
      case 'measure': {
        const form = await readForm(request, measureCheckForm);
        if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
        // By place: criteria of another version would be confirmed unread.
        if (form.value.contentVersion !== String(subject.contentVersion)) {
          return data({ errors: {}, findings: [criteriaChanged] }, 409);
        }
        const judged = judgeMeasure(subject, form.value, checkedOn);
        const faults = missingReasons(form.value);
        const about = { measureId: subject.measureId };
        const check = {
          clientId: client.id,
          checkedOn,
          about,
          book: null,
          judged,
          typed: form.value,
          faults,
        };
        return answer(client.id, form.typed, await settleCheck(tx, actor, check));
      }
    }
  });
}

const criteriaChanged =
  'Das Profil der Maßnahme wurde inzwischen geändert. Prüfen Sie die Kriterien unten noch einmal.';

function answer(clientId: string, typed: TypedValues, settled: Settled) {
  if (settled.kind === 'recorded') return redirect(`${paths.client(clientId)}?gespeichert=geprueft`);
  const { status, errors, findings, preview } = settled;
  return data({ errors, findings, typed, preview }, status);
}

export default function Route() {
  const { client, age, ...page } = useLoaderData<typeof loader>();
  return (
    <CheckPage
      {...page}
      clientId={client.id}
      customerNumber={client.customerNumber}
      identity={<IdentityBar client={client} age={age} />}
      reply={useActionData<typeof action>()}
    />
  );
}
