import { Link } from '@remix-run/react';
import { DataTable } from '~/ui/data';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { plainDate } from '~/values/calendar';
import { letterOf, lettersFor, totalsOf } from '../rules/attendance';
import type { WholeGroup } from '../training';
import { formatWeekday, participantName, statusNames } from '../words';
import { groupNavigation } from './group-page';

interface Props extends WholeGroup {
  /** 'YYYY-MM' */
  readonly month: string;
  /** Months in which the group has sessions, in their order. */
  readonly months: readonly string[];
}

/** "Mai 2026" */
const monthName = (month: string) =>
  plainDate(`${month}-01`).toLocaleString('de-DE', { month: 'long', year: 'numeric' });

/** Attendance of one month: a letter per person and session, with totals by person and by session. */
export function MonthPage({ group, sessions, participants, entries, month, months }: Props) {
  const shown = sessions.filter(({ day, state }) => day.startsWith(month) && state !== 'cancelled');
  const statuses = Object.entries(lettersFor(group.reportsAbsence));
  const statusOf = (sessionId: string, allocationId: string) =>
    entries.find((entry) => entry.sessionId === sessionId && entry.allocationId === allocationId)?.status ??
    null;
  const here = participants.filter(({ starts, until }) =>
    shown.some(({ day }) => day >= starts && day <= until),
  );
  const index = months.indexOf(month);
  return (
    <Page
      title={`Anwesenheit im ${monthName(month)}`}
      crumbs={[
        { to: paths.groups(), label: 'Gruppen' },
        { to: paths.group(group.id), label: group.name },
      ]}
      meta={
        <>
          <span>{group.title}</span>
          <span>{group.siteName}</span>
        </>
      }
      subNavigation={groupNavigation(group.id, 'months')}
      actions={[months[index - 1], months[index + 1]].map(
        (other) =>
          other && (
            <Link
              key={other}
              className="kern-btn kern-btn--tertiary"
              to={`${paths.groupMonth(group.id)}?monat=${other}`}
            >
              <span className="kern-label">
                {other < month ? `‹ ${monthName(other)}` : `${monthName(other)} ›`}
              </span>
            </Link>
          ),
      )}
    >
      <div className="mp-stack">
        {shown.length === 0 || here.length === 0 ? (
          <p className="mp-lead">
            {shown.length === 0
              ? 'In diesem Monat hat die Gruppe keinen Termin.'
              : 'In diesem Monat war niemand zugewiesen.'}
          </p>
        ) : (
          <DataTable
            caption={`Anwesenheit im ${monthName(month)}: ${statuses.map(([letter, status]) => `${letter} ${statusNames[status]}`).join(', ')}`}
            rows={here.map((participant) => ({
              participant,
              totals: totalsOf(shown.map(({ id }) => statusOf(id, participant.allocationId))),
            }))}
            rowKey={({ participant }) => participant.allocationId}
            columns={[
              { key: 'name', head: 'Person', cell: ({ participant }) => participantName(participant) },
              ...shown.map(({ id, day }) => ({
                key: id,
                head: formatWeekday(day).slice(0, 9),
                cell: ({ participant }: { readonly participant: (typeof here)[number] }) => {
                  const status = statusOf(id, participant.allocationId);
                  return status ? <abbr title={statusNames[status]}>{letterOf(status)}</abbr> : '–';
                },
              })),
              ...statuses.map(([letter, status]) => ({
                key: letter,
                head: `${letter} zusammen`,
                numeric: true,
                cell: ({ totals }: { readonly totals: ReturnType<typeof totalsOf> }) => totals[status],
              })),
            ]}
            footer={[
              'Summe, je Termin anwesend',
              ...shown.map(
                ({ id }) => totalsOf(here.map(({ allocationId }) => statusOf(id, allocationId))).present,
              ),
              ...statuses.map(([letter, status]) => (
                <span key={letter}>
                  {
                    totalsOf(
                      here.flatMap(({ allocationId }) => shown.map(({ id }) => statusOf(id, allocationId))),
                    )[status]
                  }
                </span>
              )),
            ]}
          />
        )}
      </div>
    </Page>
  );
}
