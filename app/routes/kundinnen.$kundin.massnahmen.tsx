import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { asActor } from '#db/as-actor';
import { listFitting } from '~/allocation/store';
import { FittingPage } from '~/allocation/views/fitting-page';
import { ageOn } from '~/clients/rules';
import { openClient } from '~/clients/store';
import { identityOf, IdentityBar } from '~/clients/views/client-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';

export const handle = { access: only(...clientHandlers) };

export const meta: MetaFunction = () => [{ title: pageTitle('Passende Maßnahmen', 'Kundinnen und Kunden') }];

/** Writes, although it is a GET: whoever opens a client is recorded. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const { today } = context;
  return await asActor(actor, async (tx) => {
    const client = found((await openClient(tx, actor, params.kundin ?? ''))?.client);
    return {
      client: identityOf(client),
      age: ageOn(client.birthDate, today),
      fits: await listFitting(tx, client.id, today),
    };
  });
}

export default function Route() {
  const { client, age, fits } = useLoaderData<typeof loader>();
  return <FittingPage client={client} identity={<IdentityBar client={client} age={age} />} fits={fits} />;
}
