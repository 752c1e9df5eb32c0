import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { shownYears } from '~/budget/budget';
import { entryFault } from '~/budget/entry-text';
import { appropriationForm, productForm } from '~/budget/forms';
import {
  addProduct,
  changeAppropriation,
  deleteAppropriation,
  enterAppropriation,
  listAllAppropriations,
  listProducts,
  renameProduct,
} from '~/budget/store';
import { readTask } from '~/budget/tasks';
import { BudgetTaskPage } from '~/budget/views/budget-task-page';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { roleNames } from '~/identity/roles';
import type { TypedValues } from '~/ui/form/typed-values';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';
import type { Result } from '~/values/result';

export const handle = { access: only('districtOfficer', 'controller') };

export const meta = () => [{ title: pageTitle('Haushalt') }];

const savedTexts = new Map([
  ['produkt', 'Produkt gespeichert.'],
  ['ansatz', 'Ansatz gespeichert.'],
  ['geloescht', 'Ansatz gelöscht. Die Mittel dieses Jahres sind wieder bereitzustellen.'],
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const [products, appropriations] = await asReader(actor, (tx) =>
    Promise.all([listProducts(tx), listAllAppropriations(tx)]),
  );
  const task = readTask(query);
  const mayEdit = actor.roles.includes('districtOfficer');
  if (task.kind !== 'show' && !mayEdit) throw forbidden(roleNames.districtOfficer);
  if ('id' in task) {
    const things = task.kind === 'renameProduct' ? products : appropriations;
    found(things.find(({ id }) => id === task.id));
  }
  return {
    task,
    products,
    appropriations,
    mayEdit,
    years: shownYears(appropriations, context.today),
    saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const task = readTask(new URL(request.url).searchParams);
  switch (task.kind) {
    case 'show':
      throw notFound();
    case 'deleteAppropriation': {
      const isDeleted = await asActor(actor, (tx) => deleteAppropriation(tx, actor, task.id));
      if (!isDeleted) throw notFound();
      return redirect(`${paths.budget()}?gespeichert=geloescht`);
    }
    case 'addProduct':
    case 'renameProduct': {
      const form = await readForm(request, productForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = await asActor(actor, (tx) =>
        task.kind === 'addProduct'
          ? addProduct(tx, actor, form.value)
          : renameProduct(tx, actor, task.id, form.value),
      );
      return saved(found(result), 'produkt', form.typed);
    }
    case 'enterAppropriation':
    case 'changeAppropriation': {
      const form = await readForm(request, appropriationForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = await asActor(actor, (tx) =>
        task.kind === 'enterAppropriation'
          ? enterAppropriation(tx, actor, form.value)
          : changeAppropriation(tx, actor, task.id, form.value),
      );
      return saved(found(result), 'ansatz', form.typed);
    }
  }
}

export default function Route() {
  return <BudgetTaskPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}

type Saved = Result<string, Parameters<typeof entryFault>[0]>;

function saved(result: Saved, what: string, typed: TypedValues) {
  if (result.ok) return redirect(`${paths.budget()}?gespeichert=${what}`);
  return data({ errors: Object.fromEntries(result.findings.map(entryFault)), typed }, 409);
}
