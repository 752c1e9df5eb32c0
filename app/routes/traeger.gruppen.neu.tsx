import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader, type Tx } from '#db/as-actor';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { planFault } from '~/training/finding-text';
import { groupForm, proposalForm } from '~/training/forms';
import { proposedGroup } from '~/training/proposal';
import { findWholeGroup, listOffers, planGroup } from '~/training/store';
import type { Offer } from '~/training/training';
import { NewGroupPage, ProposalPage } from '~/training/views/new-group-page';
import { readForm } from '~/ui/form/read-form';
import { found } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only('provider') };

export const meta = () => [{ title: pageTitle('Gruppe planen', 'Gruppen') }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return await asReader(requireActor(context), async (tx) => {
    const offers = await listOffers(tx, context.today);
    const again = query.get('wie') ?? '';
    const copied = again === '' ? null : found(await findWholeGroup(tx, again));
    const asked = {
      angebot: query.get('angebot') ?? (copied ? `${copied.group.contractId}.${copied.group.measureId}` : ''),
      ab: query.get('ab') ?? '',
      abstand: query.get('abstand') ?? '',
    };
    const proposal = proposalForm.safeParse(asked);
    const copyOf = copied && { id: copied.group.id, name: copied.group.name };
    if (!proposal.success) {
      const issue = proposal.error.issues.find(({ path }) => path[0] === 'ab');
      const fault = query.has('ab') ? (issue?.message ?? null) : null;
      return { kind: 'ask' as const, offers, copyOf, asked, fault };
    }
    const offer = found(offerOf(offers, proposal.data.angebot));
    return { kind: 'plan' as const, offer, initial: proposedGroup(offer, proposal.data, copied) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const wanted = new URL(request.url).searchParams.get('angebot') ?? '';
  const findOffer = async (tx: Tx) => found(offerOf(await listOffers(tx, context.today), wanted));
  const form = await readForm(request, groupForm);
  if (!form.ok) {
    // First whether there is such an offer: a foreign one answers like a missing one.
    await asReader(actor, findOffer);
    return data({ errors: form.errors, typed: form.typed }, 422);
  }
  const { site, ...plan } = form.value;
  const result = await asActor(actor, async (tx) =>
    planGroup(tx, actor, await findOffer(tx), { ...plan, sitePosition: site }),
  );
  if (result.ok) return redirect(`${paths.group(result.value)}?gespeichert=geplant`);
  return data({ errors: Object.fromEntries(result.findings.map(planFault)), typed: form.typed }, 409);
}

function offerOf(offers: readonly Offer[], key: string): Offer | undefined {
  return offers.find(({ contractId, measureId }) => `${contractId}.${measureId}` === key);
}

export default function Route() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return page.kind === 'ask' ? <ProposalPage {...page} /> : <NewGroupPage {...page} reply={reply} />;
}
