import { Form, Link } from '@remix-run/react';
import { Alert, DataTable } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { auditFieldsText } from '../audit-fields';
import { auditSearchParams } from '../audit-search';
import type { AuditSearch } from '../audit-search';
import { auditSentences, isAuditVerb } from '../audit-verbs';
import { administrationCrumb, Choice, ignoredText } from './account-list-page';
import { formatMoment } from '~/ui/moment';

interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly doer: string | null;
  readonly verb: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly objectName: string | null;
  readonly changedFields: readonly string[];
}

interface Props {
  readonly search: AuditSearch;
  readonly ignored: readonly string[];
  readonly rows: readonly AuditRow[];
  readonly hasOlder: boolean;
}

export function AuditLogPage({ search, ignored, rows, hasOlder }: Props) {
  const last = rows.at(-1);
  return (
    <Page
      title="Protokoll"
      crumbs={[administrationCrumb]}
      meta="Wer hat wann was getan. Inhalte stehen nicht im Protokoll, nur die Namen geänderter Felder."
    >
      {ignored.length > 0 && (
        <Alert kind="info" title="Ein Teil der Adresse gilt nicht">
          {ignoredText(ignored)}
        </Alert>
      )}
      <VerbFilter key={search.verb} search={search} />
      <section className="mp-sec" aria-label="Einträge">
        {rows.length === 0 ? <p>Dazu gibt es keine Einträge.</p> : <EntryTable rows={rows} />}
      </section>
      {(search.olderThan ?? hasOlder) && (
        <p className="mp-row mp-sec mp-noprint">
          {search.olderThan && (
            <Link className="mp-a" to={addressOf({ ...search, olderThan: null })}>
              Neueste Einträge
            </Link>
          )}
          {hasOlder && last && (
            <Link className="mp-a" to={addressOf({ ...search, olderThan: last })}>
              Ältere Einträge
            </Link>
          )}
        </p>
      )}
    </Page>
  );
}

function VerbFilter({ search }: { readonly search: AuditSearch }) {
  return (
    <Form className="mp-form mp-noprint" role="search" aria-label="Protokoll eingrenzen">
      <Choice
        name="art"
        label="Eintrag"
        all="alle Einträge"
        value={search.verb}
        choices={Object.entries(auditSentences)}
      />
      <p className="kern-btn-wrapper">
        <button className="kern-btn kern-btn--secondary">
          <span className="kern-label">Anwenden</span>
        </button>
      </p>
    </Form>
  );
}

function EntryTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <DataTable
      caption="Einträge, die neuesten zuerst"
      captionHidden
      cards
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', head: 'Zeitpunkt', cell: (row) => formatMoment(row.at) },
        { key: 'doer', head: 'Wer', cell: (row) => row.doer ?? 'Betrieb des Portals' },
        { key: 'verb', head: 'Was', cell: (row) => sentenceOf(row.verb) },
        { key: 'object', head: 'Woran', cell: (row) => <Thing row={row} /> },
        { key: 'fields', head: 'Geänderte Felder', cell: (row) => auditFieldsText(row.changedFields) || '–' },
      ]}
    />
  );
}

function Thing({ row }: { readonly row: AuditRow }) {
  const to = addressOfThing(row);
  const name = row.objectName ?? '–';
  if (!to || !row.objectName) return <>{name}</>;
  return (
    <Link className="mp-a" to={to}>
      {name}
    </Link>
  );
}

function addressOfThing(row: AuditRow): string | null {
  if (row.objectKind === 'account' && row.objectId) return paths.accountEntry(row.objectId);
  return null;
}

/** Verbs of an older release may be gone from the map; the entry stays readable. */
function sentenceOf(verb: string): string {
  return isAuditVerb(verb) ? auditSentences[verb] : verb;
}

function addressOf(search: AuditSearch): string {
  return paths.auditLog() + auditSearchParams(search);
}
