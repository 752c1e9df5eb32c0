import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { asActor, asReader } from '#db/as-actor';
import { substitutionForm } from '~/clients/forms';
import { staffText } from '~/clients/staff-words';
import {
  endSubstitution,
  listStaff,
  listSubstitutions,
  registerSubstitution,
  representable,
} from '~/clients/store';
import { substitutionFaults } from '~/clients/substitution-text';
import { SubstitutionPage } from '~/clients/views/substitution-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientRoles } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...clientRoles) };

export const meta: MetaFunction = () => [{ title: pageTitle('Vertretungen', 'Kundinnen und Kunden') }];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const [rows, staff] = await asReader(actor, (tx) =>
    Promise.all([listSubstitutions(tx, context.today), listStaff(tx)]),
  );
  const absent = representable(staff, actor);
  return {
    rows: rows.map(({ absentId, ...row }) => ({
      ...row,
      mayEnd: absent.some(({ accountId }) => accountId === absentId),
    })),
    absent: absent.map((member) => ({ accountId: member.accountId, text: staffText(member) })),
    substitutes: staff
      .filter((member) => member.function !== 'teamLead')
      .map((member) => ({ accountId: member.accountId, text: staffText(member) })),
  };
}

/** Ends one, or registers one. */
const anyForm = z.union([z.object({ endId: z.string().min(1) }), substitutionForm]);

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const ending = await readForm(request.clone(), anyForm);
  if (ending.ok && 'endId' in ending.value) {
    const { endId } = ending.value;
    if (!(await asActor(actor, (tx) => endSubstitution(tx, actor, endId, context.today)))) throw notFound();
    return redirect(paths.substitutions());
  }
  const form = await readForm(request, substitutionForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
  const result = await asActor(actor, (tx) => registerSubstitution(tx, actor, form.value, context.today));
  if (result.ok) return redirect(paths.substitutions());
  return data({ errors: substitutionFaults(result.findings), typed: form.typed }, 409);
}

export default function Route() {
  return <SubstitutionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
