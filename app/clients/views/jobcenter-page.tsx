import { Form } from '@remix-run/react';
import { DataTable } from '~/ui/data';
import { NumberField, RadioField, SelectField, TextField } from '~/ui/form/fields';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { siteForm, staffForm, teamForm } from '../forms';
import { functionNames } from '../staff-words';

interface Site {
  readonly id: string;
  readonly name: string;
}

interface Team {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly siteName: string;
}

interface Member {
  readonly accountId: string;
  readonly name: string;
  readonly function: keyof typeof functionNames;
  readonly teamId: string;
  readonly teamName: string;
  readonly postPercent: number;
}

export type UpkeepForm = 'site' | 'team' | 'staff';

interface Props {
  readonly sites: readonly Site[];
  readonly teams: readonly Team[];
  readonly staff: readonly Member[];
  /** Accounts that hold a role of the jobcenter. */
  readonly accounts: readonly { readonly id: string; readonly text: string }[];
  readonly reply: (FormReply & { readonly form: UpkeepForm }) | undefined;
}

/** Sites, teams and who works where: rights on clients follow from it. */
export function JobcenterPage({ sites, teams, staff, accounts, reply }: Props) {
  const replyTo = (form: UpkeepForm) => (reply?.form === form ? reply : undefined);
  const siteChoices = sites.map(({ id, name }) => ({ value: id, label: name }));
  const teamChoices = teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title="Jobcenter" crumbs={[{ to: paths.administration(), label: 'Verwaltung' }]}>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Standorte</h2>
        <p>
          {sites.length > 0
            ? sites.map(({ name }) => name).join(', ')
            : 'Es ist noch kein Standort eingetragen.'}
        </p>
        <PortalForm
          schema={siteForm}
          reply={replyTo('site')}
          submit="Standort speichern"
          hidden={{ form: 'site' }}
          id="standort"
        >
          {sites.length > 0 && (
            <SelectField
              name="id"
              label="Standort umbenennen"
              hint="Ohne Auswahl entsteht ein neuer Standort."
              optional
              choices={siteChoices}
            />
          )}
          <TextField name="name" label="Name des Standorts" />
        </PortalForm>
      </section>
      {sites.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Teams</h2>
          {teams.length > 0 && (
            <DataTable
              caption="Teams"
              captionHidden
              fit
              rows={teams}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', head: 'Team', cell: ({ name }) => name },
                { key: 'site', head: 'Standort', cell: ({ siteName }) => siteName },
              ]}
            />
          )}
          <PortalForm
            schema={teamForm}
            reply={replyTo('team')}
            submit="Team speichern"
            hidden={{ form: 'team' }}
            id="team"
          >
            {teams.length > 0 && (
              <SelectField
                name="id"
                label="Team ändern"
                hint="Ohne Auswahl entsteht ein neues Team."
                optional
                choices={teamChoices}
              />
            )}
            <TextField name="name" label="Name des Teams" />
            <SelectField name="siteId" label="Standort" choices={siteChoices} />
          </PortalForm>
        </section>
      )}
      {teams.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Wer wo arbeitet</h2>
          {staff.length > 0 && <StaffTable staff={staff} />}
          <PortalForm
            schema={staffForm}
            reply={replyTo('staff')}
            submit="Zuordnung speichern"
            hidden={{ form: 'staff' }}
            id="zuordnung"
          >
            <SelectField
              name="accountId"
              label="Person"
              hint="Konten mit einer Rolle im Jobcenter. Wer schon in einem Team ist, wechselt."
              choices={accounts.map(({ id, text }) => ({ value: id, label: text }))}
            />
            <SelectField name="teamId" label="Team" choices={teamChoices} />
            <RadioField
              name="function"
              label="Aufgabe im Team"
              choices={(['caseworker', 'jobcenterCaseManager', 'teamLead'] as const).map((value) => ({
                value,
                label: functionNames[value],
              }))}
            />
            <NumberField
              name="postPercent"
              label="Anteil einer vollen Stelle in Prozent"
              hint="1 bis 100. Danach richtet sich der Betreuungsschlüssel (Regel C3). Ohne Angabe bleibt der bisherige Anteil, am Anfang 100."
              optional
            />
          </PortalForm>
        </section>
      )}
    </Page>
  );
}

function StaffTable({ staff }: { readonly staff: readonly Member[] }) {
  return (
    <DataTable
      caption="Wer wo arbeitet"
      captionHidden
      cards
      rows={staff}
      rowKey={({ accountId }) => accountId}
      columns={[
        { key: 'name', head: 'Name', cell: ({ name }) => name },
        { key: 'team', head: 'Team', cell: ({ teamName }) => teamName },
        { key: 'function', head: 'Aufgabe', cell: (member) => functionNames[member.function] },
        { key: 'post', head: 'Stellenanteil', cell: ({ postPercent }) => `${postPercent} %` },
        {
          key: 'remove',
          head: 'Entfernen',
          cell: ({ accountId, name }) => (
            <Form method="post">
              <input type="hidden" name="form" value="remove" />
              <input type="hidden" name="accountId" value={accountId} />
              <button className="kern-btn kern-btn--tertiary">
                <span className="kern-label">
                  Aus dem Team nehmen<span className="kern-sr-only">: {name}</span>
                </span>
              </button>
            </Form>
          ),
        },
      ]}
    />
  );
}
