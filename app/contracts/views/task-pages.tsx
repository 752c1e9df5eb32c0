import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Alert, Facts } from '~/ui/data';
import { DateField, FieldGroup, MoneyField, RadioField, TextAreaField, YesNoField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { CancelLink } from '~/ui/form/cancel-link';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { Contract, ContractOption, ContractTask } from '../contract';
import { changeForm, decisionForm, endForm, finishForm, signForm } from '../forms';
import { dueText, priceText, taskText } from '../words';

interface TaskPageProps {
  readonly contract: Contract;
  readonly reply: FormReply | undefined;
}

/** Says what signing freezes and ties before it is done. */
export function SignPage({ contract, reply }: TaskPageProps) {
  return (
    <TaskPage contract={contract} title="Unterzeichnung festhalten">
      <p className="mp-lead">
        Danach steht der Vertrag fest: Preis, Laufzeit, Standorte und Optionen lassen sich nicht mehr ändern.
        Die Plätze bekommen Nummern, das Geld ist je Haushaltsjahr gebunden, die Maßnahme wird als Version
        festgehalten.
      </p>
      <PortalForm
        schema={signForm}
        reply={reply}
        submit="Unterzeichnung festhalten"
        secondary={<CancelLink to={paths.contract(contract.id)} />}
      >
        <DateField name="signedOn" label="Tag der letzten Unterschrift" />
      </PortalForm>
    </TaskPage>
  );
}

interface DecisionPageProps extends TaskPageProps {
  readonly option: ContractOption;
  readonly totalCents: number;
  /** What the budget says about the money, a sentence each; empty: it is there. */
  readonly missing: readonly string[];
}

/** Records both findings of rule B5 and exercises the option or lets it go. */
export function DecisionPage({ contract, option, totalCents, missing, reply }: DecisionPageProps) {
  return (
    <TaskPage contract={contract} title={`Über Option ${option.no} entscheiden`}>
      <Facts
        facts={[
          { label: 'Verlängerung', value: formatPeriod(option.starts, option.ends) },
          { label: 'Bedingung', value: option.condition },
          { label: 'Zu erklären bis', value: formatDay(option.declareBy) },
          {
            label: 'Preis',
            value: `${priceText(contract.priceModel, option.priceCents ?? contract.priceCents)}, zusammen ${formatEuro(totalCents)}`,
          },
          {
            label: 'Mittel im Haushalt',
            value: missing.length === 0 ? 'Die Mittel sind frei.' : missing.join(' '),
          },
        ]}
      />
      <p>
        <a className="mp-a" href={`${paths.extensionLetter(contract.id, option.no)}?entwurf=1`}>
          Entwurf der Erklärung als PDF öffnen
        </a>
      </p>
      <PortalForm
        schema={decisionForm}
        reply={reply}
        submit="Entscheidung festhalten"
        secondary={<CancelLink to={paths.contract(contract.id)} />}
      >
        <FieldGroup legend="Feststellungen" hint="Ausüben lässt sich die Option nur, wenn beide vorliegen.">
          <YesNoField name="wasSuccessful" label="War die Durchführung erfolgreich?" />
          <TextAreaField name="successReason" label="Begründung zum Erfolg" rows={3} />
          <YesNoField name="hasFunds" label="Reichen die Haushaltsmittel?" />
          <TextAreaField name="fundsReason" label="Begründung zu den Mitteln" rows={3} />
        </FieldGroup>
        <RadioField
          name="decision"
          label="Entscheidung"
          choices={[
            {
              value: 'exercise',
              label: 'Option ausüben',
              hint: 'Laufzeit, Plätze und gebundene Mittel verlängern sich; die Erklärung entsteht als PDF.',
            },
            {
              value: 'refuse',
              label: 'Option nicht ausüben',
              hint: 'Diese und alle folgenden Optionen entfallen. Es entsteht die Aufgabe, eine neue Vergabe vorzubereiten.',
            },
          ]}
        />
      </PortalForm>
    </TaskPage>
  );
}

interface ChangePageProps extends TaskPageProps {
  readonly awardedCents: number;
  readonly usedCents: number;
}

/** Adds a change within the limit of rule B12. */
export function ChangePage({ contract, awardedCents, usedCents, reply }: ChangePageProps) {
  return (
    <TaskPage contract={contract} title="Änderung eintragen">
      <Facts
        facts={[
          { label: 'Auftragswert', value: `${formatEuro(awardedCents)}, offene Optionen zählen nicht mit` },
          { label: 'Bisherige Änderungen', value: formatEuro(usedCents) },
          {
            label: 'Noch möglich',
            value: `${formatEuro(Math.max(0, Math.floor(awardedCents / 5) - usedCents))} (Regel B12: zusammen höchstens 20 %, Mehr und Weniger werden nicht verrechnet)`,
          },
        ]}
      />
      <PortalForm
        schema={changeForm}
        reply={reply}
        submit="Änderung eintragen"
        secondary={<CancelLink to={paths.contract(contract.id)} />}
      >
        <RadioField
          name="kind"
          label="Der Vertrag wird"
          choices={[
            { value: 'more', label: 'teurer' },
            { value: 'less', label: 'günstiger' },
          ]}
        />
        <MoneyField name="amount" label="Betrag" hint="In Euro, für die gesamte restliche Laufzeit" />
        <DateField name="validFrom" label="Gilt ab" />
        <TextAreaField name="reason" label="Grund" rows={3} />
      </PortalForm>
    </TaskPage>
  );
}

export function EndPage({ contract, reply }: TaskPageProps) {
  return (
    <TaskPage contract={contract} title="Vertrag beenden">
      <p className="mp-lead">
        Der Vertrag lief bis {formatDay(contract.runsUntil)}. Danach lassen sich keine Änderungen mehr
        eintragen.
      </p>
      <PortalForm
        schema={endForm}
        reply={reply}
        submit="Vertrag beenden"
        secondary={<CancelLink to={paths.contract(contract.id)} />}
      >
        <TextAreaField name="reason" label="Anmerkung" rows={2} optional />
      </PortalForm>
    </TaskPage>
  );
}

interface FinishPageProps extends TaskPageProps {
  /** Undefined: somebody has done it already. */
  readonly task: ContractTask | undefined;
  readonly today: string;
}

/** Records what came of a task, for the contract's history. */
export function FinishPage({ contract, task, today, reply }: FinishPageProps) {
  if (!task) {
    const note = reply?.typed?.['note'];
    return (
      <TaskPage contract={contract} title="Aufgabe erledigen">
        <Alert kind="info" title="Diese Aufgabe ist nicht mehr offen">
          <p>Was festgehalten wurde, steht im Verlauf des Vertrags.</p>
          {typeof note === 'string' && <p>Ihr Text wurde nicht gespeichert: {note}</p>}
        </Alert>
        <p>
          <Link className="mp-a" to={paths.contract(contract.id)}>
            Zum Vertrag {contract.number}
          </Link>
        </p>
      </TaskPage>
    );
  }
  return (
    <TaskPage contract={contract} title={taskText(task)}>
      <p className="mp-lead">Die Aufgabe ist {dueText(task.dueOn, today)}.</p>
      <PortalForm
        schema={finishForm}
        reply={reply}
        submit="Als erledigt festhalten"
        secondary={<CancelLink to={paths.contract(contract.id)} />}
      >
        <TextAreaField
          name="note"
          label="Was erledigt wurde"
          hint="Steht im Verlauf des Vertrags, zum Beispiel „Zwischenauswertung vom 29.05. liegt in der Vergabeakte“."
          rows={3}
        />
      </PortalForm>
    </TaskPage>
  );
}

interface FrameProps {
  readonly contract: Contract;
  readonly title: string;
  readonly children: ReactNode;
}

function TaskPage({ contract, title, children }: FrameProps) {
  return (
    <Page
      title={title}
      crumbs={[
        { to: paths.contracts(), label: 'Verträge' },
        { to: paths.contract(contract.id), label: contract.number },
      ]}
      meta={<span>{contract.measure.title}</span>}
    >
      <div className="mp-stack">{children}</div>
    </Page>
  );
}
