import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { termsOf, typedFromTender } from '~/contracts/entry';
import { contractFault } from '~/contracts/finding-text';
import { contractForm } from '~/contracts/forms';
import { enterContract, listContractChoices } from '~/contracts/store';
import { ContractEntryPage } from '~/contracts/views/entry-page';
import { findReleasedFacts, listReleasedTenders } from '~/documents/tender/released-facts';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { findMeasure } from '~/portfolio/store';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export const meta = () => [{ title: pageTitle('Vertrag eintragen', 'Verträge') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const slug = new URL(request.url).searchParams.get('vergabe');
  return asReader(requireActor(context), async (tx) => {
    const [choices, tenders] = await Promise.all([listContractChoices(tx), listReleasedTenders(tx)]);
    if (slug === null) return { choices, tenders, initial: {}, origin: null };
    const measure = found(await findMeasure(tx, slug));
    const { no, facts } = found(await findReleasedFacts(tx, measure.id));
    return {
      choices,
      tenders,
      initial: typedFromTender(measure.id, facts),
      origin: `Vorbelegt aus den freigegebenen Vergabeunterlagen der Maßnahme „${measure.content.title}“ (Satz ${no}). Träger und Preis kommen aus dem Zuschlag.`,
    };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const form = await readForm(request, contractForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const result = await asActor(actor, (tx) => enterContract(tx, actor, termsOf(form.value)));
  if (result.ok) return redirect(`${paths.contract(result.value)}?gespeichert=entwurf`);
  return data({ errors: Object.fromEntries(result.findings.map(contractFault)), typed: form.typed }, 409);
}

export default function Route() {
  return (
    <ContractEntryPage
      {...useLoaderData<typeof loader>()}
      contract={null}
      reply={useActionData<typeof action>()}
    />
  );
}
