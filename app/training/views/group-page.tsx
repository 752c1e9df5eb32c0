import { Form, Link } from '@remix-run/react';
import { Alert, Badge, DataTable, Facts } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { type Course, courseOf } from '../rules/attendance';
import { isOpenGroup } from '../rules/sessions';
import { groupTaskQuery } from '../tasks';
import type { Session, WholeGroup } from '../training';
import { formatWeekday, groupStateNames, participantName, sessionName, sessionStateNames } from '../words';

interface Props extends WholeGroup {
  readonly today: string;
  readonly saved: string | null;
  readonly findings: readonly string[];
}

/** One group: its sessions, who takes part, who missed what and whether it was caught up. */
export function GroupPage(props: Props) {
  const { group, sessions, saved, findings } = props;
  const isOpen = isOpenGroup(group);
  return (
    <Page
      title={group.name}
      crumbs={[{ to: paths.groups(), label: 'Gruppen' }]}
      meta={
        <>
          <span>{group.title}</span>
          <span>{group.siteName}</span>
          <span>{groupStateNames[group.state]}</span>
        </>
      }
      subNavigation={groupNavigation(group.id, 'overview')}
      actions={
        <>
          {isOpen && (
            <Link className="kern-btn kern-btn--secondary" to={groupTaskQuery.catchUp()}>
              <span className="kern-label">Nachholtermin anlegen …</span>
            </Link>
          )}
          <Link className="kern-btn kern-btn--secondary" to={`${paths.newGroup()}?wie=${group.id}`}>
            <span className="kern-label">Noch einmal durchführen …</span>
          </Link>
        </>
      }
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {findings.length > 0 && (
          <Alert kind="danger" title="Das wurde nicht gespeichert">
            {findings.map((finding) => (
              <p key={finding}>{finding}</p>
            ))}
          </Alert>
        )}
        <Facts
          facts={[
            { label: 'Vertrag', value: group.contractNumber },
            { label: 'Zeit', value: `${formatPeriod(group.starts, group.ends)}, mit Reserve zum Nachholen` },
            { label: 'Trainerin oder Trainer', value: group.trainer },
            { label: 'Plätze', value: group.seats },
          ]}
        />
        <SessionTable {...props} />
        <ParticipantTable {...props} />
        {isOpen && <CloseForms hasOpen={sessions.some(({ state }) => state === 'planned')} {...props} />}
      </div>
    </Page>
  );
}

export function groupNavigation(groupId: string, current: 'overview' | 'months') {
  return [
    { to: paths.group(groupId), label: 'Übersicht', current: current === 'overview' },
    { to: paths.groupMonth(groupId), label: 'Anwesenheit je Monat', current: current === 'months' },
  ];
}

function SessionTable({ group, sessions, today }: Props) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Termine</h2>
      <DataTable
        caption="Termine"
        captionHidden
        cards
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'no',
            head: 'Termin',
            cell: (session) => sessionName(session),
          },
          {
            key: 'day',
            head: 'Tag',
            cell: ({ day, beginsAt, minutes }) => (
              <>
                {formatWeekday(day)}, {beginsAt} Uhr
                <small>{minutes} Minuten</small>
              </>
            ),
          },
          { key: 'trainer', head: 'Leitung', cell: ({ trainer }) => trainer ?? group.trainer },
          {
            key: 'state',
            head: 'Stand',
            cell: ({ state, day }) =>
              state === 'planned' && day < today ? (
                <Badge kind="warning">Anwesenheit offen</Badge>
              ) : (
                sessionStateNames[state]
              ),
          },
          {
            key: 'deeds',
            head: 'Erledigen',
            cell: (session) => <SessionDeeds session={session} today={today} isOpen={isOpenGroup(group)} />,
          },
        ]}
      />
    </section>
  );
}

interface DeedsProps {
  readonly session: Session;
  readonly today: string;
  readonly isOpen: boolean;
}

function SessionDeeds({ session, today, isOpen }: DeedsProps) {
  const { id, state, day } = session;
  const about = <span className="kern-sr-only">: {sessionName(session)}</span>;
  return (
    <div className="mp-row">
      {state !== 'cancelled' && day <= today && (
        <Link className="mp-a" to={paths.sessionAttendance(id)}>
          Anwesenheit{about}
        </Link>
      )}
      {isOpen && state !== 'held' && (
        <Link className="mp-a" to={groupTaskQuery.move(id)}>
          {state === 'cancelled' ? 'Neu ansetzen …' : 'Verlegen …'}
          {about}
        </Link>
      )}
      {isOpen && state === 'planned' && (
        <Form method="post" className="mp-row">
          <input type="hidden" name="session" value={id} />
          {day <= today && (
            <button className="mp-linkbutton" name="deed" value="held">
              Durchgeführt{about}
            </button>
          )}
          <button className="mp-linkbutton" name="deed" value="cancelSession">
            Absagen{about}
          </button>
        </Form>
      )}
    </div>
  );
}

function ParticipantTable({ sessions, participants, entries }: Props) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Teilnehmende</h2>
      {participants.length === 0 ? (
        <p>Noch ist niemand zugewiesen. Personen kommen durch das Jobcenter auf die Plätze.</p>
      ) : (
        <DataTable
          caption="Teilnehmende"
          captionHidden
          cards
          rows={participants.map((participant) => ({
            participant,
            course: courseOf(participant, sessions, entries),
          }))}
          rowKey={({ participant }) => participant.allocationId}
          columns={[
            {
              key: 'name',
              head: 'Person',
              cell: ({ participant }) =>
                participant.name === null ? (
                  <>
                    {participantName(participant)} <small>Angaben nicht mehr sichtbar</small>
                  </>
                ) : (
                  <Link className="mp-a" to={paths.participant(participant.allocationId)}>
                    {participant.name}
                  </Link>
                ),
            },
            {
              key: 'days',
              head: 'Zugewiesen',
              cell: ({ participant }) => formatPeriod(participant.starts, participant.until),
            },
            {
              key: 'attended',
              head: 'Teilgenommen',
              numeric: true,
              cell: ({ participant, course }) =>
                participant.name === null ? '–' : `${course.attended} von ${course.held}`,
            },
            {
              key: 'missed',
              head: 'Versäumt',
              cell: ({ participant, course }) =>
                participant.name === null ? '–' : <Missed course={course} />,
            },
          ]}
        />
      )}
    </section>
  );
}

function Missed({ course: { missed, unrecorded } }: { readonly course: Course }) {
  if (missed.length === 0 && unrecorded.length === 0) return <>–</>;
  return (
    <>
      {missed.map(({ no, caughtUpOn }) => (
        <div key={no}>
          {caughtUpOn ? (
            `Termin ${no}, nachgeholt am ${formatDay(caughtUpOn)}`
          ) : (
            <Badge kind="warning">Termin {no} nachholen</Badge>
          )}
        </div>
      ))}
      {unrecorded.length > 0 && <small>Nicht eingetragen: Termin {unrecorded.join(', ')}</small>}
    </>
  );
}

function CloseForms({ hasOpen, participants }: Props & { readonly hasOpen: boolean }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Gruppe abschließen</h2>
      <p>
        {participants.length === 0
          ? 'Solange niemand zugewiesen ist, lässt sich die Gruppe absagen.'
          : hasOpen
            ? 'Beenden lässt sich die Gruppe, wenn alle Termine durchgeführt oder abgesagt sind.'
            : 'Alle Termine sind durchgeführt oder abgesagt.'}
      </p>
      <Form method="post" className="mp-row">
        {!hasOpen && (
          <button className="kern-btn kern-btn--secondary" name="deed" value="end">
            <span className="kern-label">Gruppe beenden</span>
          </button>
        )}
        {participants.length === 0 && (
          <button className="kern-btn kern-btn--secondary" name="deed" value="cancel">
            <span className="kern-label">Gruppe absagen</span>
          </button>
        )}
      </Form>
    </section>
  );
}
