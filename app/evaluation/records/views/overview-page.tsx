import { Link } from '@remix-run/react';
import { Alert, DataTable, Pagination } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { OverviewRow } from '../overview';

interface Props {
  readonly rows: readonly OverviewRow[];
  readonly choices: readonly { readonly to: string; readonly label: string; readonly current: boolean }[];
  /** Null: nothing is recorded that may be shown. */
  readonly period: { readonly year: number; readonly name: string } | null;
  readonly isExact: boolean;
  readonly minCellCount: number;
  readonly page: number;
  readonly pages: number;
}

/** The measures of a year side by side; each leads to its own evaluation. No ranking: aims differ (rule E10). */
export function OverviewPage({ rows, choices, period, isExact, minCellCount, page, pages }: Props) {
  return (
    <Page
      title="Auswertungen"
      {...(period && { meta: <span>{period.name}</span> })}
      {...(choices.length > 1 && { subNavigation: choices })}
    >
      {period === null ? (
        <p className="mp-lead">
          {isExact
            ? 'Noch nimmt niemand an einer Maßnahme teil. Sobald Zuweisungen begonnen haben, stehen hier ihre Zahlen.'
            : 'Noch ist kein Jahr mit Teilnahmen abgeschlossen. Zahlen einzelner Maßnahmen aus ihrer Quelle stehen bei der Maßnahme.'}{' '}
          <Link className="mp-a" to={paths.measures()}>
            Maßnahmen ansehen
          </Link>
        </p>
      ) : (
        <>
          <div className="mp-stack">
            <Alert
              kind="info"
              title={isExact ? 'Sie sehen die genauen Zahlen' : 'Kleine Zahlen sind verborgen'}
            >
              <p className="mp-small">
                {isExact
                  ? 'Geben Sie genaue Zahlen nicht weiter; die PDF-Auswertung jeder Maßnahme ist geschützt.'
                  : `Personenzahlen unter ${String(minCellCount)} und solche, aus denen sie folgen, sind durch „•“ ersetzt. Das laufende Jahr erscheint, wenn es vorbei ist.`}
              </p>
            </Alert>
          </div>
          <section className="mp-sec mp-stack">
            <DataTable
              caption={`Maßnahmen ${period.name}`}
              cards
              rows={rows}
              rowKey={({ slug }) => slug}
              columns={[
                {
                  key: 'title',
                  head: 'Maßnahme',
                  cell: ({ title, to }) => (
                    <Link className="mp-a" to={to}>
                      {title}
                    </Link>
                  ),
                },
                { key: 'places', head: 'Plätze', numeric: true, cell: (row) => row.places },
                { key: 'occupancy', head: 'Auslastung', numeric: true, cell: (row) => row.occupancy },
                { key: 'entries', head: 'Eintritte', numeric: true, cell: (row) => row.entries },
                { key: 'exits', head: 'Austritte', numeric: true, cell: (row) => row.exits },
                {
                  key: 'integrations',
                  head: 'Integrationen',
                  numeric: true,
                  cell: (row) => row.integrations,
                },
                { key: 'committed', head: 'gebunden', numeric: true, cell: (row) => row.committed },
                { key: 'paid', head: 'ausgezahlt', numeric: true, cell: (row) => row.paid },
              ]}
            />
            <p className="mp-lead mp-small">
              Die Maßnahmen haben verschiedene Ziele und Zielgruppen; die Zahlen reihen sie nicht.
              Integrationen sind Austritte in Arbeit oder Ausbildung. „–“: Die Maßnahme hat keinen eigenen
              Vertrag, ihr Geld steht bei der Maßnahme, in deren Vertrag sie eingekauft ist.
            </p>
          </section>
          <Pagination
            page={page}
            pages={pages}
            to={(no) => `${paths.evaluations()}?jahr=${String(period.year)}&seite=${String(no)}`}
          />
        </>
      )}
    </Page>
  );
}
