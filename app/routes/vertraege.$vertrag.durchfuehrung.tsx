import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import { certificateForm, componentForm, premiumsForm, serviceForm } from '~/contracts/service-forms';
import { readServiceTask } from '~/contracts/service-tasks';
import { certificateFault, componentFault, premiumsFault, serviceFault } from '~/contracts/service-text';
import {
  addCertificate,
  addComponent,
  changeService,
  findContract,
  findServicePage,
  savePremiums,
} from '~/contracts/store';
import { ServicePage } from '~/contracts/views/service-page';
import { ServiceTaskPage } from '~/contracts/views/service-task-pages';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { contractRoles, roleNames } from '~/identity/roles';
import { faultsFrom } from '~/ui/form/faults';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...contractRoles) };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? pageTitle('Durchführung', `Vertrag ${data.contract.number}`) : pageTitle('Nicht gefunden'),
  },
];

const savedTexts = new Map([
  ['massnahme', 'Durchführung gespeichert.'],
  ['baustein', 'Maßnahme aufgenommen. Der Träger kann dafür Gruppen anlegen, sobald sie in Gruppen läuft.'],
  ['praemien', 'Prämien gespeichert.'],
  ['nachweis', 'Nachweis eingetragen.'],
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const page = found(await asReader(actor, (tx) => findServicePage(tx, params.vertrag ?? '')));
  const task = readServiceTask(query);
  const mayEdit = actor.roles.includes('districtOfficer');
  if (task.kind !== 'show' && !mayEdit) throw forbidden(roleNames.districtOfficer);
  if (task.kind === 'measure') found(page.services.find(({ measureId }) => measureId === task.measureId));
  return { ...page, task, mayEdit, saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.vertrag ?? '';
  // First whether it exists: to those who may not change it, a foreign one answers like a missing one.
  found(await asReader(actor, (tx) => findContract(tx, id)));
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const done = (what: string) => redirect(`${paths.contractService(id)}?gespeichert=${what}`);

  const task = readServiceTask(new URL(request.url).searchParams);
  switch (task.kind) {
    case 'show':
      throw notFound();
    case 'measure': {
      const form = await readForm(request, serviceForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(
        await asActor(actor, (tx) => changeService(tx, actor, id, task.measureId, form.value)),
      );
      if (result.ok) return done('massnahme');
      return data({ errors: faultsFrom(result.findings.map(serviceFault)), typed: form.typed }, 409);
    }
    case 'component': {
      const form = await readForm(request, componentForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await asActor(actor, (tx) => addComponent(tx, actor, id, form.value)));
      if (result.ok) return done('baustein');
      return data({ errors: faultsFrom(result.findings.map(componentFault)), typed: form.typed }, 409);
    }
    case 'premiums': {
      const form = await readForm(request, premiumsForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const premiums = form.value.premiums.map(({ kind, label, amount, yearCap }) => ({
        ...{ kind, label },
        amountCents: amount,
        yearCapCents: yearCap,
      }));
      const result = found(await asActor(actor, (tx) => savePremiums(tx, actor, id, premiums)));
      if (result.ok) return done('praemien');
      return data({ errors: faultsFrom(result.findings.map(premiumsFault)), typed: form.typed }, 409);
    }
    case 'certificate': {
      const form = await readForm(request, certificateForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await asActor(actor, (tx) => addCertificate(tx, actor, id, form.value)));
      if (result.ok) return done('nachweis');
      return data({ errors: faultsFrom(result.findings.map(certificateFault)), typed: form.typed }, 409);
    }
  }
}

export default function Route() {
  const { task, choices, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return task.kind === 'show' ? (
    <ServicePage {...page} />
  ) : (
    <ServiceTaskPage {...page} task={task} choices={choices} reply={reply} />
  );
}
