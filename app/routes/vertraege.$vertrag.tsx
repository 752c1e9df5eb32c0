import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { asActor, asReader } from '#db/as-actor';
import {
  decisionFindingText,
  endFindingText,
  changeRefusalFault,
  signFindingText,
} from '~/contracts/finding-text';
import { changeForm, decisionForm, endForm, finishForm, signForm } from '~/contracts/forms';
import {
  changeContract,
  endContract,
  findContractPage,
  finishTask,
  refuseOption,
  signContract,
} from '~/contracts/store';
import { readContractTask } from '~/contracts/tasks';
import { ContractTaskPage } from '~/contracts/views/contract-task-page';
import { exerciseWithLetter } from '~/documents/extension/letter';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { contractRoles, roleNames } from '~/identity/roles';
import { readForm } from '~/ui/form/read-form';
import { forbidden, found, notFound } from '~/ui/http';
import { pageTitle } from '~/ui/page-title';
import { paths } from '~/ui/paths';

export const handle = { access: only(...contractRoles) };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? pageTitle(`Vertrag ${data.contract.number}`) : pageTitle('Nicht gefunden') },
];

const savedTexts = new Map([
  ['entwurf', 'Entwurf gespeichert.'],
  ['unterzeichnet', 'Unterzeichnung festgehalten. Plätze und Geld sind gebunden.'],
  ['ausgeuebt', 'Option ausgeübt. Die Erklärung liegt bei der Option als PDF.'],
  ['nicht-ausgeuebt', 'Entscheidung festgehalten. Die neue Vergabe steht als Aufgabe hier und unter Heute.'],
  ['aenderung', 'Änderung gespeichert.'],
  ['erledigt', 'Aufgabe erledigt.'],
  ['beendet', 'Vertrag beendet.'],
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const query = new URL(request.url).searchParams;
  const page = found(await asReader(actor, (tx) => findContractPage(tx, params.vertrag ?? '')));
  const task = readContractTask(query);
  const mayEdit = actor.roles.includes('districtOfficer');
  if (task.kind !== 'show' && !mayEdit) throw forbidden(roleNames.districtOfficer);
  if (task.kind === 'decide') found(page.contract.options.find(({ no }) => no === task.optionNo));
  return {
    ...page,
    task,
    today: context.today,
    mayEdit,
    saved: savedTexts.get(query.get('gespeichert') ?? '') ?? null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context);
  const id = params.vertrag ?? '';
  const { today } = context;
  // First whether it exists: to those who may not change it, a foreign one answers like a missing one.
  const { contract, productName } = found(await asReader(actor, (tx) => findContractPage(tx, id)));
  if (!actor.roles.includes('districtOfficer')) throw forbidden(roleNames.districtOfficer);
  const product = { number: productName.split(' ')[0] ?? '' };
  const done = (what: string) => redirect(`${paths.contract(id)}?gespeichert=${what}`);

  const task = readContractTask(new URL(request.url).searchParams);
  switch (task.kind) {
    case 'show':
      throw notFound();
    case 'finish': {
      const form = await readForm(request, finishForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const key = { contractId: id, taskId: task.taskId };
      const isDone = await asActor(actor, (tx) => finishTask(tx, actor, key, form.value.note));
      if (isDone) return done('erledigt');
      // The page says by itself that the task is no longer open, and shows what was typed.
      return data({ findings: [], typed: form.typed }, 409);
    }
    case 'sign': {
      const form = await readForm(request, signForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const signing = { ...form.value, today };
      const result = found(await asActor(actor, (tx) => signContract(tx, actor, id, signing)));
      if (result.ok) return done('unterzeichnet');
      const findings = result.findings.map((finding) => signFindingText(finding, product));
      return data({ findings, typed: form.typed }, 409);
    }
    case 'decide': {
      found(contract.options.find(({ no }) => no === task.optionNo));
      const form = await readForm(request, decisionForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const asked = { contractId: id, optionNo: task.optionNo, today };
      const { decision, ...recorded } = form.value;
      const result = found(
        await asActor(actor, async (tx) =>
          decision === 'exercise'
            ? await exerciseWithLetter(tx, actor, asked, recorded)
            : await refuseOption(tx, actor, asked, recorded),
        ),
      );
      if (result.ok) return done(decision === 'exercise' ? 'ausgeuebt' : 'nicht-ausgeuebt');
      const findings = result.findings.map((finding) => decisionFindingText(finding, product));
      return data({ findings, typed: form.typed }, 409);
    }
    case 'change': {
      const form = await readForm(request, changeForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const result = found(await asActor(actor, (tx) => changeContract(tx, actor, id, form.value)));
      if (result.ok) return done('aenderung');
      const errors = Object.fromEntries(
        result.findings.map((finding) => changeRefusalFault(finding, product)),
      );
      return data({ errors, typed: form.typed }, 409);
    }
    case 'end': {
      const form = await readForm(request, endForm);
      if (!form.ok) return data({ errors: form.errors, typed: form.typed }, 422);
      const { reason } = form.value;
      const result = found(await asActor(actor, (tx) => endContract(tx, actor, id, reason, today)));
      if (result.ok) return done('beendet');
      return data({ findings: result.findings.map(endFindingText), typed: form.typed }, 409);
    }
  }
}

export default function Route() {
  const reply = useActionData<typeof action>();
  return <ContractTaskPage {...useLoaderData<typeof loader>()} reply={reply} />;
}
