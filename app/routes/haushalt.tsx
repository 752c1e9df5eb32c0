import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { yearsWithoutMoney } from '~/budget/budget';
import { type EntryFinding, entryFault } from '~/budget/entry-text';
import { appropriationForm, fundingSourceForm, productForm, transferForm } from '~/budget/forms';
import { fundsLines } from '~/budget/funds';
import {
  addFundingSource,
  addProduct,
  changeAppropriation,
  deleteAppropriation,
  enterAppropriation,
  listBookings,
  listFundingSources,
  listProducts,
  renameFundingSource,
  renameProduct,
  transferMoney,
} from '~/budget/store';
import { readTask } from '~/budget/tasks';
import { BudgetTaskPage } from '~/budget/views/budget-task-page';
import { listContractLabels } from '~/contracts/store';
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
  ['geldquelle', 'Geldquelle gespeichert.'],
  ['ansatz', 'Ansatz gespeichert.'],
  ['umbuchung', 'Umbuchung gespeichert.'],
  ['geloescht', 'Ansatz gelöscht. Die Mittel dieses Jahres sind wieder bereitzustellen.'],
]);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const [products, sources, bookings, contracts] = await asReader(actor, (tx) =>
    Promise.all([listProducts(tx), listFundingSources(tx), listBookings(tx), listContractLabels(tx)]),
  );
  const task = readTask(query);
  const mayEdit = actor.roles.includes('districtOfficer');
  if (!['show', 'showBookings'].includes(task.kind) && !mayEdit) throw forbidden(roleNames.districtOfficer);
  if ('id' in task) {
    const things = { renameProduct: products, renameSource: sources };
    const known = task.kind in things ? things[task.kind as keyof typeof things] : bookings.appropriations;
    found(known.find(({ id }) => id === task.id));
  }
  const { appropriations } = bookings;
  return {
    task,
    products,
    sources,
    bookings,
    lines: fundsLines(bookings),
    openYears: Object.fromEntries(
      products.map(({ id }) => [id, yearsWithoutMoney(id, appropriations, context.today)]),
    ),
    contracts: Object.fromEntries(contracts.map(({ id, label }) => [id, { label, to: paths.contract(id) }])),
    mayEdit,
    saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const task = readTask(new URL(request.url).searchParams);
  switch (task.kind) {
    case 'show':
    case 'showBookings':
      throw notFound();
    case 'deleteAppropriation': {
      const result = found(await asActor(actor, (tx) => deleteAppropriation(tx, actor, task.id)));
      if (result.ok) return redirect(`${paths.budget()}?gespeichert=geloescht`);
      return data({ findings: result.findings.map((finding) => entryFault(finding)[1]) }, 409);
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
    case 'addSource':
    case 'renameSource': {
      const form = await readForm(request, fundingSourceForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = await asActor(actor, (tx) =>
        task.kind === 'addSource'
          ? addFundingSource(tx, actor, form.value)
          : renameFundingSource(tx, actor, task.id, form.value),
      );
      return saved(found(result), 'geldquelle', form.typed);
    }
    case 'transfer': {
      const form = await readForm(request, transferForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = await asActor(actor, (tx) => transferMoney(tx, actor, form.value));
      return saved(result, 'umbuchung', form.typed);
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
  const reply = useActionData<typeof action>();
  return <BudgetTaskPage {...useLoaderData<typeof loader>()} reply={reply} />;
}

function saved(result: Result<string, EntryFinding>, what: string, typed: TypedValues) {
  if (result.ok) return redirect(`${paths.budget()}?gespeichert=${what}`);
  return data({ errors: Object.fromEntries(result.findings.map(entryFault)), typed }, 409);
}
