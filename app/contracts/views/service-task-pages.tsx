import type { ReactNode } from 'react';
import {
  CheckboxField,
  DateField,
  FieldGroup,
  FieldPair,
  ListField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { CancelLink } from '~/ui/form/cancel-link';
import { paths } from '~/ui/paths';
import { type AgreedPremium, type ContractService, premiumKinds } from '../service';
import { certificateForm, componentForm, premiumsForm, serviceForm } from '../service-forms';
import type { ServiceTask } from '../service-tasks';
import { premiumKindNames, typedPremiums, typedService } from '../service-text';

interface TaskContract {
  readonly id: string;
  readonly number: string;
  readonly providerName: string;
}

interface ServiceTaskPageProps {
  readonly task: Exclude<ServiceTask, { readonly kind: 'show' }>;
  readonly contract: TaskContract;
  readonly services: readonly ContractService[];
  readonly premiums: readonly AgreedPremium[];
  readonly choices: readonly { readonly slug: string; readonly title: string }[];
  readonly reply: FormReply | undefined;
}

/** The form of one task about the service of a contract. */
export function ServiceTaskPage({
  task,
  contract,
  services,
  premiums,
  choices,
  reply,
}: ServiceTaskPageProps) {
  switch (task.kind) {
    case 'measure': {
      const service = services.find(({ measureId }) => measureId === task.measureId);
      return service ? <ChangeServicePage contract={contract} service={service} reply={reply} /> : null;
    }
    case 'component':
      return <ComponentPage contract={contract} choices={choices} reply={reply} />;
    case 'premiums':
      return <PremiumsPage contract={contract} premiums={premiums} reply={reply} />;
    case 'certificate':
      return <CertificatePage contract={contract} reply={reply} />;
  }
}

interface PartProps {
  readonly contract: TaskContract;
  readonly reply: FormReply | undefined;
}

function ChangeServicePage({ contract, service, reply }: PartProps & { readonly service: ContractService }) {
  return (
    <Frame contract={contract} title={`${service.title}: Durchführung anpassen`}>
      <p className="mp-lead">
        Der Träger liest diese Angaben. Fristen, die schon laufen, richten sich danach neu.
      </p>
      <PortalForm
        schema={serviceForm}
        reply={reply}
        initial={typedService(service)}
        submit="Durchführung speichern"
        secondary={<CancelLink to={paths.contractService(contract.id)} />}
      >
        {service.unit === 'group' && (
          <FieldGroup legend="Gruppe">
            <FieldPair>
              <NumberField name="sessionCount" label="Termine" />
              <NumberField name="sessionMinutes" label="Minuten je Termin" />
            </FieldPair>
            <NumberField name="groupSize" label="Plätze je Gruppe" />
          </FieldGroup>
        )}
        <ListField
          name="contacts"
          label="Kontakte"
          rowLabel="Abschnitt"
          hint="In der Reihenfolge der Teilnahme, zum Beispiel anfangs jede Woche, danach alle zwei Wochen."
        >
          {({ name }) => (
            <>
              <TextField name={name('stage')} label="Abschnitt" />
              <FieldPair>
                <NumberField name={name('everyWeeks')} label="Abstand in Wochen" />
                <NumberField name={name('minutes')} label="Minuten je Kontakt" optional />
              </FieldPair>
            </>
          )}
        </ListField>
        <NumberField name="firstStageWeeks" label="Dauer des ersten Abschnitts in Wochen" optional />
        <FieldGroup legend="Plan und Beteiligte">
          <CheckboxField name="hasStrategyPlan" label="Der Träger führt einen Strategieplan" />
          <NumberField name="planReviewWeeks" label="Überprüfung des Plans, Abstand in Wochen" optional />
          <CheckboxField name="involvesHousehold" label="Die Bedarfsgemeinschaft nimmt teil" />
        </FieldGroup>
        <FieldGroup legend="Berichte">
          <NumberField name="interimReportMonths" label="Zwischenbericht, Abstand in Monaten" optional />
          <FieldPair>
            <NumberField name="finalReportDays" label="Abschlussbericht, Tage nach dem Abgang" />
            <NumberField
              name="reportingDays"
              label="Berichtszeit, Tage nach dem Abgang"
              hint="So lange sieht der Träger die Person noch."
            />
          </FieldPair>
        </FieldGroup>
      </PortalForm>
    </Frame>
  );
}

function ComponentPage({
  contract,
  choices,
  reply,
}: PartProps & { readonly choices: ServiceTaskPageProps['choices'] }) {
  return (
    <Frame contract={contract} title="Maßnahme aufnehmen">
      <p className="mp-lead">
        Die Maßnahme wird innerhalb dieses Vertrags mit eingekauft. Was ihr Profil verlangt, wird geprüft:
        Rechtsgrundlage, Zertifizierung des Trägers und Anteil gesundheitlicher Inhalte.
      </p>
      <PortalForm
        schema={componentForm}
        reply={reply}
        submit="Maßnahme aufnehmen"
        secondary={<CancelLink to={paths.contractService(contract.id)} />}
      >
        <SelectField
          name="slug"
          label="Maßnahme"
          choices={choices.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <NumberField
          name="healthPercent"
          label="Gesundheitliche Inhalte in Prozent"
          hint="Anteil an der Gesamtmaßnahme; nötig, wo die Maßnahme eine Grenze nennt"
          optional
        />
        <TextField
          name="coFunding"
          label="Mitfinanzierung"
          hint="Wer den Anteil über der Grenze bezahlt, zum Beispiel eine Krankenkasse"
          optional
        />
      </PortalForm>
    </Frame>
  );
}

function PremiumsPage({
  contract,
  premiums,
  reply,
}: PartProps & { readonly premiums: readonly AgreedPremium[] }) {
  return (
    <Frame contract={contract} title="Prämien ändern">
      <p className="mp-lead">
        Eine Prämie wird mit Nachweis und je Person und Anlass einmal gezahlt (Regel B14). Sie kommt zum Preis
        des Vertrags hinzu und bindet vorab kein Geld.
      </p>
      <PortalForm
        schema={premiumsForm}
        reply={reply}
        initial={typedPremiums(premiums)}
        submit="Prämien speichern"
        secondary={<CancelLink to={paths.contractService(contract.id)} />}
      >
        <ListField name="premiums" label="Prämien" rowLabel="Prämie">
          {({ name }) => (
            <>
              <SelectField
                name={name('kind')}
                label="Anlass"
                choices={premiumKinds.map((kind) => ({ value: kind, label: premiumKindNames[kind] }))}
              />
              <TextField
                name={name('label')}
                label="Wofür"
                hint="Wie im Vertrag, zum Beispiel: Beschäftigung nach sechs Monaten"
              />
              <FieldPair>
                <MoneyField name={name('amount')} label="Betrag" />
                <MoneyField name={name('yearCap')} label="Höchstens im Kalenderjahr" optional />
              </FieldPair>
            </>
          )}
        </ListField>
      </PortalForm>
    </Frame>
  );
}

function CertificatePage({ contract, reply }: PartProps) {
  return (
    <Frame contract={contract} title="Nachweis eintragen">
      <p className="mp-lead">Der Nachweis gilt für {contract.providerName} in allen Verträgen.</p>
      <PortalForm
        schema={certificateForm}
        reply={reply}
        submit="Nachweis eintragen"
        secondary={<CancelLink to={paths.contractService(contract.id)} />}
      >
        <TextField name="name" label="Zertifizierung" hint="Wie die Maßnahme sie nennt" />
        <FieldPair>
          <DateField name="validFrom" label="Gilt ab" />
          <DateField name="validTo" label="Gilt bis" hint="TT.MM.JJJJ; leer: ohne Ende" optional />
        </FieldPair>
      </PortalForm>
    </Frame>
  );
}

function Frame({
  contract,
  title,
  children,
}: {
  readonly contract: TaskContract;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Page
      title={title}
      crumbs={[
        { to: paths.contracts(), label: 'Verträge' },
        { to: paths.contract(contract.id), label: contract.number },
        { to: paths.contractService(contract.id), label: 'Durchführung' },
      ]}
    >
      <div className="mp-stack">{children}</div>
    </Page>
  );
}
