import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { termsOf, typedContract } from '~/contracts/entry';
import { contractFault } from '~/contracts/finding-text';
import { contractForm } from '~/contracts/forms';
import { editContract, findContract, listContractChoices } from '~/contracts/store';
import { ContractEntryPage } from '~/contracts/views/entry-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('districtOfficer') };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle('Entwurf ändern', data.contract.number) : pageTitle('Nicht gefunden') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params.vertrag ?? '';
  return asReader(requireActor(context), async (tx) => {
    const contract = found(await findContract(tx, id));
    // A signed contract has no draft to change: its own page says what is possible.
    if (contract.state !== 'draft') throw redirect(paths.contract(id));
    return {
      contract: { id, number: contract.number, version: contract.version },
      choices: await listContractChoices(tx),
      initial: typedContract(contract),
    };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.vertrag ?? '';
  found(await asReader(actor, (tx) => findContract(tx, id)));
  const form = await readForm(request, contractForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const { basedOn } = form.value;
  const result = found(
    await asActor(actor, (tx) => editContract(tx, actor, id, basedOn, termsOf(form.value))),
  );
  if (result.ok) return redirect(`${paths.contract(id)}?gespeichert=entwurf`);
  return data({ errors: Object.fromEntries(result.findings.map(contractFault)), typed: form.typed }, 409);
}

export default function Route() {
  const { contract, choices, initial } = useLoaderData<typeof loader>();
  return (
    <ContractEntryPage
      contract={contract}
      origin={null}
      tenders={[]}
      choices={choices}
      initial={initial}
      reply={useActionData<typeof action>()}
    />
  );
}
