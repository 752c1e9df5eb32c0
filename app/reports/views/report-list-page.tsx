import { Link } from '@remix-run/react';
import { reportName } from '~/allocation/words';
import { Badge, DataTable, Pagination } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { type Basket, baskets, type ReportHead, reportsPerPage } from '../report';
import { overdueDays } from '../rules/deadlines';
import { basketNames, dueText } from '../words';

interface Props {
  readonly side: 'provider' | 'jobcenter';
  readonly basket: Basket;
  readonly rows: readonly ReportHead[];
  readonly counts: Readonly<Record<Basket, number>>;
  readonly page: number;
  readonly today: string;
  readonly saved: string | null;
}

const emptyTexts: Readonly<Record<Props['side'], Readonly<Record<Basket, string>>>> = {
  provider: {
    offen: 'Zurzeit ist kein Bericht zu schreiben.',
    abgegeben: 'Kein Bericht wartet auf die Entscheidung des Jobcenters.',
    angenommen: 'Angenommene Berichte stehen hier, solange die Zeit für Rückfragen läuft.',
  },
  jobcenter: {
    offen: 'Zu Ihren Personen steht kein Bericht aus.',
    abgegeben: 'Zu Ihren Personen ist kein Bericht zu lesen.',
    angenommen: 'Zu Ihren Personen ist noch kein Bericht angenommen.',
  },
};

/** Reports of one basket: what is due, what waits to be read, what is done. */
export function ReportListPage({ side, basket, rows, counts, page, today, saved }: Props) {
  const list = side === 'provider' ? paths.providerReports() : paths.reports();
  const to = side === 'provider' ? paths.providerReport : paths.report;
  return (
    <Page
      title="Berichte"
      subNavigation={baskets.map((other) => ({
        to: `${list}?stand=${other}`,
        label: `${basketNames[side][other]} (${counts[other]})`,
        current: other === basket,
      }))}
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {rows.length === 0 ? (
          <p className="mp-lead">{emptyTexts[side][basket]}</p>
        ) : (
          <DataTable
            caption={basketNames[side][basket]}
            captionHidden
            cards
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'person',
                head: 'Person',
                cell: (report) => (
                  <Link className="mp-a" to={to(report.id)}>
                    {report.lastName}, {report.firstName}
                    <span className="kern-sr-only">: {reportName(report)}</span>
                  </Link>
                ),
              },
              { key: 'kind', head: 'Bericht', cell: reportName },
              {
                key: 'measure',
                head: 'Maßnahme',
                cell: ({ measureTitle, contractNumber }) => (
                  <>
                    {measureTitle}
                    <small>Vertrag {contractNumber}</small>
                  </>
                ),
              },
              {
                key: 'due',
                head: 'Termin',
                cell: (report) => <Due report={report} today={today} />,
              },
            ]}
          />
        )}
        <Pagination
          page={page}
          pages={Math.max(1, Math.ceil(counts[basket] / reportsPerPage))}
          to={(other) => `${list}?stand=${basket}&seite=${other}`}
        />
      </div>
    </Page>
  );
}

function Due({ report, today }: { readonly report: ReportHead; readonly today: string }) {
  if (report.acceptedOn !== null) return <>angenommen am {formatDay(report.acceptedOn)}</>;
  if (report.state === 'submitted' && report.submittedOn !== null) {
    return <>abgegeben am {formatDay(report.submittedOn)}</>;
  }
  const text = dueText(report, today);
  return (
    <>
      {overdueDays(report, today) > 0 ? <Badge kind="danger">{text}</Badge> : text}
      {report.state === 'returned' && <small>mit Anmerkungen zurückgegeben</small>}
    </>
  );
}
