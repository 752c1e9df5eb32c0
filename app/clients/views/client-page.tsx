import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge, DataTable, Facts } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { MoveHistory } from '~/ui/move-history';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { ClientHead, OpenClient } from '../client';
import { handoverReasonText } from '../handover-reasons';
import { languageName } from '../languages';
import { needGroupNames, needLabel } from '../needs';
import type { AgeBand } from '../rules';
import { ageBandNames, proximityNames, statusNames } from '../words';
import { clientsCrumb } from './new-client-page';

interface Handover {
  readonly id: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
  readonly at: string;
  readonly byName: string;
}

interface Opening {
  readonly id: string;
  readonly purpose: string;
  readonly openedAt: string;
  readonly openedByName: string;
}

interface Props {
  readonly client: OpenClient;
  readonly age: number;
  readonly ageBand: AgeBand;
  readonly mayChange: boolean;
  readonly isRepresented: boolean;
  readonly handovers: readonly Handover[];
  readonly openings: readonly Opening[];
  readonly saved: string | null;
  /** The checks of this client, which another area knows. */
  readonly children?: ReactNode;
}

export type Identity = Pick<
  OpenClient,
  'id' | 'firstName' | 'lastName' | 'customerNumber' | 'siteName' | 'responsibleName'
>;

/** What the bar shows, and no more of the client than that: everything a loader answers is readable in the page. */
export function identityOf({
  id,
  firstName,
  lastName,
  customerNumber,
  siteName,
  responsibleName,
}: OpenClient): Identity {
  return { id, firstName, lastName, customerNumber, siteName, responsibleName };
}

/** Stands on every page about one person: number, site and who is in charge. */
export function IdentityBar({ client, age }: { readonly client: Identity; readonly age: number }) {
  return (
    <div className="mp-identity">
      <strong>
        {client.firstName} {client.lastName}
      </strong>
      <dl>
        <div>
          <dt>Kundennummer</dt>
          <dd>{client.customerNumber}</dd>
        </div>
        <div>
          <dt>Alter</dt>
          <dd>{age}</dd>
        </div>
        <div>
          <dt>Standort</dt>
          <dd>{client.siteName}</dd>
        </div>
        <div>
          <dt>Zuständig</dt>
          <dd>{client.responsibleName}</dd>
        </div>
      </dl>
    </div>
  );
}

/** The heading names nobody: titles and headings stand in histories and over shoulders. */
export function clientTitle({ customerNumber }: Pick<ClientHead, 'customerNumber'>): string {
  return `Kundennummer ${customerNumber}`;
}

export function ClientPage(props: Props) {
  const { client, age, ageBand, mayChange, isRepresented } = props;
  return (
    <Page
      title={clientTitle(client)}
      crumbs={[clientsCrumb]}
      meta={
        <>
          <span>{statusNames[client.status]}</span>
          {isRepresented && <Badge kind="info">in Vertretung für {client.responsibleName}</Badge>}
        </>
      }
      actions={
        <>
          <Link className="kern-btn kern-btn--secondary" to={paths.care(client.id)}>
            <span className="kern-label">Fallmanagement</span>
          </Link>
          {mayChange && (
            <>
              <Link className="kern-btn kern-btn--secondary" to={paths.editClient(client.id)}>
                <span className="kern-label">Angaben ändern</span>
              </Link>
              <Link className="kern-btn kern-btn--secondary" to={paths.handOverClient(client.id)}>
                <span className="kern-label">Zuständigkeit übergeben</span>
              </Link>
            </>
          )}
        </>
      }
    >
      <IdentityBar client={client} age={age} />
      {props.saved && <SavedMessage message={props.saved} />}
      {props.children}
      <section className="mp-sec">
        <h2 className="kern-heading-small">Person</h2>
        <Facts
          facts={[
            { label: 'Geburtsdatum', value: `${formatDay(client.birthDate)} (${ageBandNames[ageBand]})` },
            {
              label: 'Bedarfsgemeinschaft',
              value: `${client.householdNumber}${client.isHouseholdLead ? ', vertritt sie' : ''}`,
            },
            {
              label: 'Sprachmittlung',
              value: client.interpreterLanguage ? languageName(client.interpreterLanguage) : 'nicht nötig',
            },
          ]}
        />
      </section>
      <NeedSection client={client} />
      <section className="mp-sec">
        <h2 className="kern-heading-small">Prognose und Bereitschaft</h2>
        <Facts facts={judgements(client)} />
      </section>
      <MoveHistory
        title="Wechsel der Zuständigkeit"
        entries={props.handovers.map(({ id, at, byName, fromName, toName, reason }) => ({
          id,
          at,
          who: byName,
          what: `von ${fromName} an ${toName}`,
          why: handoverReasonText(reason),
        }))}
      />
      <MoveHistory
        title="Einsicht der Teamleitung"
        whyHead="Anlass"
        entries={props.openings.map(({ id, purpose, openedAt, openedByName }) => ({
          id,
          at: openedAt,
          who: openedByName,
          what: 'geöffnet',
          why: purpose,
        }))}
      />
    </Page>
  );
}

function NeedSection({ client }: { readonly client: OpenClient }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Handlungsbedarfe</h2>
      {client.needs.length === 0 ? (
        <p>Es ist noch kein Handlungsbedarf festgehalten.</p>
      ) : (
        <DataTable
          caption="Handlungsbedarfe"
          captionHidden
          cards
          rows={client.needs}
          rowKey={({ key, notedOn, endedOn }) => `${key} ${notedOn} ${endedOn ?? ''}`}
          columns={[
            { key: 'need', head: 'Handlungsbedarf', cell: ({ key }) => needLabel(key) },
            { key: 'group', head: 'Schlüsselgruppe', cell: ({ group }) => needGroupNames[group] },
            { key: 'noted', head: 'Festgehalten', cell: ({ notedOn }) => formatDay(notedOn) },
            {
              key: 'ended',
              head: 'Abgeschlossen',
              cell: ({ endedOn }) => (endedOn ? formatDay(endedOn) : '–'),
            },
          ]}
        />
      )}
    </section>
  );
}

function judgements(client: OpenClient) {
  const yesOrNo = (value: boolean | null) => (value === null ? null : value ? 'ja' : 'nein');
  return [
    { label: 'Tag der Prognose', value: client.forecastOn && formatDay(client.forecastOn) },
    {
      label: 'Integration',
      value: client.forecastMonths === null ? null : `frühestens in ${client.forecastMonths} Monaten`,
    },
    { label: 'Marktnähe', value: client.marketProximity && proximityNames[client.marketProximity] },
    { label: 'Fortschritte zu erwarten', value: yesOrNo(client.expectsProgress) },
    { label: 'Bereitschaft', value: yesOrNo(client.isWilling) },
    { label: 'Geklärt am', value: client.readinessClarifiedOn && formatDay(client.readinessClarifiedOn) },
    { label: 'Im persönlichen Gespräch', value: yesOrNo(client.readinessByTalk) },
    { label: 'Vermerk in VerBIS', value: client.readinessNoteMade ? 'ja' : 'nein' },
  ];
}
