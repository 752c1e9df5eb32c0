import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Facts } from '~/ui/data';
import { DateField, SelectField, TextAreaField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { checkedForm, waitForm, withdrawForm } from '../forms';

interface JoinProps {
  readonly client: { readonly id: string; readonly customerNumber: string };
  readonly identity: ReactNode;
  readonly measure: { readonly slug: string; readonly title: string };
  readonly sites: readonly string[];
  readonly today: string;
  readonly reply: FormReply | undefined;
}

/** Puts somebody on the waiting list of a measure. */
export function JoinWaitlistPage({ client, identity, measure, sites, today, reply }: JoinProps) {
  return (
    <Page
      title="Auf die Warteliste setzen"
      crumbs={[
        { to: paths.clients(), label: 'Kundinnen und Kunden' },
        { to: paths.client(client.id), label: `Kundennummer ${client.customerNumber}` },
        { to: paths.fittingMeasures(client.id), label: 'Passende Maßnahmen' },
      ]}
      meta={<span>{measure.title}</span>}
    >
      {identity}
      <p className="mp-lead">
        Bis zur Aufnahme bleiben Sie zuständig (Regel C11). Wer wartet, belegt keinen Platz. Andere sehen nur,
        seit wann jemand wartet.
      </p>
      <PortalForm
        schema={waitForm}
        reply={reply}
        initial={{ since: formatDay(today) }}
        submit="Auf die Warteliste setzen"
        secondary={
          <Link className="kern-btn kern-btn--tertiary" to={paths.fittingMeasures(client.id)}>
            <span className="kern-label">Abbrechen</span>
          </Link>
        }
      >
        <SelectField
          name="site"
          label="Standort"
          hint="Ohne Angabe: jeder Standort."
          optional
          choices={sites.map((site) => ({ value: site, label: site }))}
        />
        <DateField name="since" label="Wartet seit" />
      </PortalForm>
    </Page>
  );
}

interface EntryProps {
  readonly entry: {
    readonly id: string;
    readonly clientId: string;
    readonly slug: string;
    readonly measureTitle: string;
    readonly site: string | null;
    readonly waitingSince: string;
    readonly checkedOn: string | null;
  };
  readonly identity: ReactNode;
  readonly reply: FormReply | undefined;
}

/** One entry of the list: the wish still stands, or it ends. */
export function WaitlistEntryPage({ entry, identity, reply }: EntryProps) {
  return (
    <Page
      title="Eintrag der Warteliste"
      crumbs={[
        { to: paths.allocations(), label: 'Zuweisungen' },
        { to: paths.waitlist(), label: 'Warteliste' },
      ]}
      meta={<span>{entry.measureTitle}</span>}
      actions={
        <Link className="kern-btn kern-btn--secondary" to={paths.newAllocation(entry.clientId, entry.slug)}>
          <span className="kern-label">Zuweisen …</span>
        </Link>
      }
    >
      {identity}
      <Facts
        facts={[
          { label: 'Wartet seit', value: formatDay(entry.waitingSince) },
          { label: 'Standort', value: entry.site ?? 'jeder' },
          {
            label: 'Geprüft am',
            value: entry.checkedOn === null ? 'noch nicht' : formatDay(entry.checkedOn),
          },
        ]}
      />
      <p>
        <a className="mp-a" href={paths.waitlistLetter(entry.id)}>
          Schreiben zur Warteliste als PDF öffnen
        </a>
      </p>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Besteht der Wunsch noch?</h2>
        <PortalForm
          schema={checkedForm}
          reply={undefined}
          hidden={{ form: 'checked' }}
          submit="Als geprüft festhalten"
          id="geprueft"
        >
          <p className="mp-small">
            Sie haben mit der Person gesprochen, sie möchte weiter teilnehmen (Regel C12).
          </p>
        </PortalForm>
      </section>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Von der Liste nehmen</h2>
        <PortalForm
          schema={withdrawForm}
          reply={reply}
          hidden={{ form: 'withdraw' }}
          submit="Von der Warteliste nehmen"
          id="ende"
        >
          <TextAreaField
            name="endReason"
            label="Grund"
            hint="Ohne Diagnosen und ohne Angaben über Dritte."
            rows={2}
          />
        </PortalForm>
      </section>
    </Page>
  );
}
