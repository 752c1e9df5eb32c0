import { Link } from '@remix-run/react';
import { lateReasonNames, lateReasons } from '~/allocation/late-entry';
import { usualDays } from '~/allocation/rules/backdating';
import { Alert, Badge } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { RadioField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { cellLockNames } from '../finding-text';
import { attendanceForm } from '../forms';
import { courseOf, type GridRow, letterOf, lettersFor, totalsOf } from '../rules/attendance';
import type { Session, WholeGroup } from '../training';
import { formatWeekday, participantName, sessionName, statusNames } from '../words';
import { CellFault, gridKeys, LetterCell, PhoneChoice } from './attendance-cells';

interface Props extends WholeGroup {
  readonly session: Session;
  readonly rows: readonly GridRow[];
  /** Why nothing can be entered, in a sentence; null: it can. */
  readonly closed: string | null;
  /** What is entered now says why it comes so late. */
  readonly isLate: boolean;
  readonly saved: string | null;
  readonly reply:
    (FormReply & { readonly sheet?: 'grid' | 'phone'; readonly savedRows?: string }) | undefined;
}

/**
 * Who was there. On a desk a grid with one letter per person beside what was entered for
 * the sessions before; on a phone four large choices each. Two forms, one of them shown.
 */
export function AttendancePage(props: Props) {
  const { group, session, rows, closed, saved, reply } = props;
  const open = rows.filter(({ known, lock }) => known === null && lock === null).length;
  return (
    <Page
      title={`Anwesenheit, ${sessionName(session)}`}
      crumbs={[
        { to: paths.attendance(), label: 'Anwesenheit' },
        { to: paths.group(group.id), label: group.name },
      ]}
      meta={
        <>
          <span>
            {formatWeekday(session.day)}, {session.beginsAt} Uhr
          </span>
          <span>{group.siteName}</span>
          <span>{rows.length === 1 ? '1 Person' : `${rows.length} Personen`}</span>
          {open > 0 && closed === null && (
            <Badge kind="warning">{open === 1 ? '1 Feld offen' : `${open} Felder offen`}</Badge>
          )}
        </>
      }
      actions={<Neighbours {...props} />}
    >
      <div className="mp-stack">
        {saved && !reply && <SavedMessage message={saved} />}
        {reply?.savedRows && <p>{reply.savedRows}</p>}
        {closed !== null && <Alert kind="info" title={closed} />}
        {rows.length === 0 ? (
          <p className="mp-lead">
            Der Gruppe ist niemand zugewiesen. Ob der Termin stattfand oder ausfällt, halten Sie bei der{' '}
            <Link className="mp-a" to={paths.group(group.id)}>
              Gruppe {group.name}
            </Link>{' '}
            fest.
          </p>
        ) : closed !== null ? (
          <Readings {...props} />
        ) : (
          <>
            <div className="mp-only-l">
              <Grid {...props} reply={reply?.sheet === 'phone' ? undefined : reply} />
            </div>
            <div className="mp-only-s">
              <PhoneSheet {...props} reply={reply?.sheet === 'phone' ? reply : undefined} />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

/** The sessions before and after, as far as they can be opened. */
function Neighbours({ sessions, session }: Props) {
  const index = sessions.findIndex(({ id }) => id === session.id);
  const before = sessions[index - 1];
  const after = sessions[index + 1];
  return (
    <>
      {before && (
        <Link className="kern-btn kern-btn--tertiary" to={paths.sessionAttendance(before.id)}>
          <span className="kern-label">‹ {sessionName(before)}</span>
        </Link>
      )}
      {after && (
        <Link className="kern-btn kern-btn--tertiary" to={paths.sessionAttendance(after.id)}>
          <span className="kern-label">{sessionName(after)} ›</span>
        </Link>
      )}
    </>
  );
}

function initialOf(rows: readonly GridRow[]) {
  return typedFrom({
    cells: Object.fromEntries(
      rows.map(({ participant, known }) => [participant.allocationId, known ? letterOf(known) : '']),
    ),
  });
}

const fillButton = (
  <button className="mp-chip" name="fill" value="A" formNoValidate>
    Leere Felder mit „anwesend“ füllen
  </button>
);

function Grid({ group, sessions, session, entries, rows, isLate, reply }: Props) {
  const letters = Object.entries(lettersFor(group.reportsAbsence));
  const earlier = sessions
    .filter(({ day, state, id }) => state === 'held' && day <= session.day && id !== session.id)
    .slice(-6);
  return (
    <PortalForm
      schema={attendanceForm}
      id="raster"
      hidden={{ sheet: 'grid' }}
      initial={initialOf(rows)}
      reply={reply}
      submit="Anwesenheit speichern"
    >
      <p className="mp-small mp-wide">
        Tasten:{' '}
        {letters.map(([letter, status]) => (
          <span key={letter}>
            <kbd>{letter}</kbd> {statusNames[status]} ·{' '}
          </span>
        ))}
        Pfeiltasten und Eingabe bewegen · Spalten aus einer Tabelle lassen sich einfügen.
      </p>
      <div className="mp-row">{fillButton}</div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className="mp-scroll mp-sec" tabIndex={0} role="region" aria-label="Anwesenheit je Person">
        <table className="mp-grid" {...gridKeys}>
          <caption className="kern-sr-only">Anwesenheit je Person und Termin</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {earlier.map((other) => (
                <th scope="col" key={other.id}>
                  {other.catchesUpNo === null ? `Nr. ${other.no}` : `zu Nr. ${other.catchesUpNo}`}
                  <br />
                  {formatWeekday(other.day).slice(0, 9)}
                </th>
              ))}
              <th scope="col">
                {sessionName(session)}
                <br />
                {formatWeekday(session.day).slice(0, 9)}
              </th>
              <th scope="col">Hinweis</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ participant, lock, known }) => (
              <tr key={participant.allocationId}>
                <th scope="row">{participantName(participant)}</th>
                {earlier.map((other) => (
                  <td key={other.id} className="gesperrt">
                    {letterIn(entries, other.id, participant.allocationId)}
                  </td>
                ))}
                {lock ? (
                  <td className="gesperrt">
                    {known ? letterOf(known) : '–'}
                    <span className="kern-sr-only"> {cellLockNames[lock]}</span>
                  </td>
                ) : (
                  <LetterCell
                    name={`cells.${participant.allocationId}`}
                    label={participantName(participant)}
                  />
                )}
                <td className="mp-small">
                  <CellFault name={`cells.${participant.allocationId}`} />
                  {lock ? cellLockNames[lock] : hintFor(participant, sessions, entries)}
                  <LateNote {...{ entries, session, participant }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isLate && <LateReasonField />}
    </PortalForm>
  );
}

/** One reason for all that is saved at once. */
function LateReasonField() {
  return (
    <RadioField
      name="lateReason"
      label="Grund der späten Eintragung"
      hint={`Der Termin liegt mehr als ${usualDays.told} Tage zurück.`}
      choices={lateReasons.map((value) => ({ value, label: lateReasonNames[value] }))}
    />
  );
}

function PhoneSheet({ group, rows, isLate, reply }: Props) {
  const letters = Object.entries(lettersFor(group.reportsAbsence)).map(([letter, status]) => ({
    letter,
    label: statusNames[status],
  }));
  return (
    <PortalForm
      schema={attendanceForm}
      id="telefon"
      hidden={{ sheet: 'phone' }}
      initial={initialOf(rows)}
      reply={reply}
      submit="Anwesenheit speichern"
    >
      <div className="mp-row">{fillButton}</div>
      {rows.map(({ participant, lock }) =>
        lock ? (
          <p key={participant.allocationId} className="mp-small">
            {participantName(participant)}: {cellLockNames[lock]}
          </p>
        ) : (
          <PhoneChoice
            key={participant.allocationId}
            name={`cells.${participant.allocationId}`}
            label={participantName(participant)}
            choices={letters}
          />
        ),
      )}
      {isLate && <LateReasonField />}
    </PortalForm>
  );
}

/** What is entered, where nothing can be entered any more. */
function Readings({ rows, entries, session }: Props) {
  return (
    <ul className="kern-list">
      {rows.map(({ participant, known, lock }) => (
        <li key={participant.allocationId}>
          {participantName(participant)}:{' '}
          {known ? statusNames[known] : lock ? cellLockNames[lock] : 'nichts eingetragen'}
          <LateNote {...{ entries, session, participant }} />
        </li>
      ))}
    </ul>
  );
}

function LateNote({
  entries,
  session,
  participant,
}: Pick<Props, 'entries' | 'session'> & Pick<GridRow, 'participant'>) {
  const reason = entries.find(
    ({ sessionId, allocationId }) => sessionId === session.id && allocationId === participant.allocationId,
  )?.lateReason;
  return reason ? <span className="mp-small"> (nachgetragen: {lateReasonNames[reason]})</span> : null;
}

function letterIn(entries: Props['entries'], sessionId: string, allocationId: string): string {
  const entry = entries.find((one) => one.sessionId === sessionId && one.allocationId === allocationId);
  return entry ? letterOf(entry.status) : '–';
}

/** What somebody should notice about one person before going on. */
function hintFor(
  participant: GridRow['participant'],
  sessions: Props['sessions'],
  entries: Props['entries'],
) {
  const { missed } = courseOf(participant, sessions, entries);
  const own = entries.filter(({ allocationId }) => allocationId === participant.allocationId);
  const { unexcused } = totalsOf(own.map(({ status }) => status));
  const open = missed.filter(({ caughtUpOn }) => caughtUpOn === null).map(({ no }) => no);
  return (
    <span className="mp-row">
      {unexcused > 0 && <Badge kind="danger">{unexcused} mal unentschuldigt</Badge>}
      {open.length > 0 && <Badge kind="warning">Termin {open.join(', ')} nachholen</Badge>}
    </span>
  );
}
