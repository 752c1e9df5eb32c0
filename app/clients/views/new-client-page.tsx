import { Link } from '@remix-run/react';
import { PortalForm, type FormReply } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { newClientForm } from '../forms';
import { clientFields, DataNotice, type SiteChoice } from './client-fields';

interface Props {
  readonly sites: readonly SiteChoice[];
  readonly reply: FormReply | undefined;
}

export const clientsCrumb = { to: paths.clients(), label: 'Kundinnen und Kunden' };

export function NewClientPage({ sites, reply }: Props) {
  return (
    <Page title="Person erfassen" crumbs={[clientsCrumb]}>
      <DataNotice />
      {sites.length === 0 ? (
        <p>
          Es ist noch kein Standort des Jobcenters eingetragen. Die Administration legt Standorte unter
          Verwaltung, Jobcenter an.
        </p>
      ) : (
        <PortalForm
          schema={newClientForm}
          reply={reply}
          submit="Person erfassen"
          secondary={
            <Link className="kern-btn kern-btn--tertiary" to={paths.clients()}>
              <span className="kern-label">Abbrechen</span>
            </Link>
          }
        >
          {clientFields(sites)}
        </PortalForm>
      )}
    </Page>
  );
}
