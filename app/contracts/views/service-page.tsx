import { Link } from '@remix-run/react';
import { DataTable, Facts, type Fact } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import type { ContractState } from '../contract';
import type { AgreedPremium, ContractService, ProviderCertificate } from '../service';
import { serviceTaskQuery } from '../service-tasks';
import { contactText, premiumKindNames, validText } from '../service-text';
import { stateNames } from '../words';

export interface ServicePageProps {
  readonly contract: {
    readonly id: string;
    readonly number: string;
    readonly state: ContractState;
    readonly providerName: string;
    readonly measure: { readonly title: string };
  };
  readonly services: readonly ContractService[];
  readonly premiums: readonly AgreedPremium[];
  readonly certificates: readonly ProviderCertificate[];
  readonly mayEdit: boolean;
  readonly saved: string | null;
}

/** What the provider delivers under a contract, with what its price knows beside: premiums and proofs. */
export function ServicePage({
  contract,
  services,
  premiums,
  certificates,
  mayEdit,
  saved,
}: ServicePageProps) {
  const isRunning = contract.state === 'signed';
  return (
    <Page
      title="Durchführung"
      crumbs={[
        { to: paths.contracts(), label: 'Verträge' },
        { to: paths.contract(contract.id), label: contract.number },
      ]}
      meta={
        <>
          <span>{contract.measure.title}</span>
          <span>{contract.providerName}</span>
          <span>{stateNames[contract.state]}</span>
        </>
      }
      actions={
        mayEdit &&
        isRunning && (
          <Link className="kern-btn kern-btn--secondary" to={serviceTaskQuery.component()}>
            <span className="kern-label">Maßnahme aufnehmen …</span>
          </Link>
        )
      }
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {services.length === 0 && (
          <p className="mp-lead">
            Was der Träger leistet, wird mit der Unterzeichnung aus dem Profil der Maßnahme festgehalten und
            lässt sich danach hier anpassen.
          </p>
        )}
        {services.map((service) => (
          <Service key={service.measureId} service={service} mayEdit={mayEdit && isRunning} />
        ))}
        <Premiums premiums={premiums} mayEdit={mayEdit && contract.state !== 'ended'} />
        <Certificates certificates={certificates} mayEdit={mayEdit} />
      </div>
    </Page>
  );
}

function Service({ service, mayEdit }: { readonly service: ContractService; readonly mayEdit: boolean }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{service.title}</h2>
      <p className="mp-small">
        {service.isComponent ? 'Nur innerhalb dieses Vertrags eingekauft.' : 'Die Maßnahme des Vertrags.'}{' '}
        {service.unit === 'group' ? 'Sie läuft in Gruppen.' : 'Sie läuft auf einzelnen Plätzen.'}
      </p>
      <Facts facts={serviceFacts(service)} />
      {mayEdit && (
        <p>
          <Link className="mp-a" to={serviceTaskQuery.measure(service.measureId)}>
            Durchführung anpassen<span className="kern-sr-only">: {service.title}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

function serviceFacts(service: ContractService): Fact[] {
  const { contacts, firstStageWeeks, sessionCount, sessionMinutes, groupSize } = service;
  return [
    ...(service.unit === 'group'
      ? [
          {
            label: 'Gruppe',
            value: `${sessionCount ?? '?'} Termine zu ${sessionMinutes ?? '?'} Minuten, ${groupSize ?? '?'} Plätze`,
          },
        ]
      : []),
    {
      label: 'Kontakte',
      value: contacts.map((contact) => <div key={contact.stage}>{contactText(contact)}</div>),
    },
    ...(firstStageWeeks === null
      ? []
      : [{ label: 'Erster Abschnitt', value: `die ersten ${firstStageWeeks} Wochen` }]),
    {
      label: 'Strategieplan',
      value: service.hasStrategyPlan
        ? `ja${service.planReviewWeeks === null ? '' : `, alle ${service.planReviewWeeks} Wochen überprüft`}`
        : 'nein',
    },
    { label: 'Bedarfsgemeinschaft', value: service.involvesHousehold ? 'nimmt teil' : 'nimmt nicht teil' },
    { label: 'Fehltage', value: service.reportsAbsence ? 'werden gemeldet' : 'werden nicht gemeldet' },
    {
      label: 'Zwischenbericht',
      value: service.interimReportMonths === null ? 'keiner' : `alle ${service.interimReportMonths} Monate`,
    },
    { label: 'Abschlussbericht', value: `${service.finalReportDays} Tage nach dem Abgang` },
    { label: 'Berichtszeit', value: `${service.reportingDays} Tage nach dem Abgang` },
    ...(service.healthPercent === null
      ? []
      : [
          {
            label: 'Gesundheitliche Inhalte',
            value: `${service.healthPercent} %${service.healthLimitPercent === null ? '' : `, ohne Mitfinanzierung höchstens ${service.healthLimitPercent} %`}${service.coFunding === null ? '' : `; es zahlt mit: ${service.coFunding}`}`,
          },
        ]),
    ...(service.neededCertificate === null
      ? []
      : [{ label: 'Nötige Zertifizierung', value: service.neededCertificate }]),
  ];
}

function Premiums({
  premiums,
  mayEdit,
}: {
  readonly premiums: readonly AgreedPremium[];
  readonly mayEdit: boolean;
}) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Prämien</h2>
      {premiums.length === 0 ? (
        <p>Es sind keine Prämien vereinbart.</p>
      ) : (
        <DataTable
          caption="Prämien, je Person und Anlass einmal"
          fit
          rows={premiums}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'kind', head: 'Anlass', cell: ({ kind }) => premiumKindNames[kind] },
            { key: 'label', head: 'Wofür', cell: ({ label }) => label },
            {
              key: 'amount',
              head: 'Betrag',
              numeric: true,
              cell: ({ amountCents }) => formatEuro(amountCents),
            },
            {
              key: 'cap',
              head: 'Höchstens im Jahr',
              numeric: true,
              cell: ({ yearCapCents }) => (yearCapCents === null ? '–' : formatEuro(yearCapCents)),
            },
          ]}
        />
      )}
      {mayEdit && (
        <p>
          <Link className="mp-a" to={serviceTaskQuery.premiums()}>
            Prämien ändern
          </Link>
        </p>
      )}
    </section>
  );
}

function Certificates({
  certificates,
  mayEdit,
}: {
  readonly certificates: readonly ProviderCertificate[];
  readonly mayEdit: boolean;
}) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Nachweise des Trägers</h2>
      {certificates.length === 0 ? (
        <p>Es ist kein Nachweis eingetragen.</p>
      ) : (
        <DataTable
          caption="Nachweise des Trägers"
          captionHidden
          fit
          rows={certificates}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', head: 'Nachweis', cell: ({ name }) => name },
            {
              key: 'valid',
              head: 'Gilt',
              cell: ({ validFrom, validTo }) => validText(validFrom, validTo),
            },
          ]}
        />
      )}
      {mayEdit && (
        <p>
          <Link className="mp-a" to={serviceTaskQuery.certificate()}>
            Nachweis eintragen
          </Link>
        </p>
      )}
    </section>
  );
}
