import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DateField, FieldPair, SelectField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { CancelLink } from '~/ui/form/cancel-link';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import { catchUpForm, moveForm } from '../forms';
import { courseOf } from '../rules/attendance';
import type { WholeGroup } from '../training';
import { formatWeekday, sessionName } from '../words';

interface Props extends WholeGroup {
  readonly reply: FormReply | undefined;
}

/** Another day, time or trainer for one session. */
export function MovePage({ group, sessions, sessionId, reply }: Props & { readonly sessionId: string }) {
  const session = sessions.find(({ id }) => id === sessionId);
  if (!session) return null;
  return (
    <Frame group={group} title={`${sessionName(session)} verlegen`}>
      <p className="mp-lead">
        Bisher: {formatWeekday(session.day)}, {session.beginsAt} Uhr. Die Gruppe läuft{' '}
        {formatPeriod(group.starts, group.ends)}.
      </p>
      <PortalForm
        schema={moveForm}
        reply={reply}
        initial={typedFrom({
          day: formatDay(session.day),
          beginsAt: session.beginsAt,
          trainer: session.trainer,
        })}
        submit="Termin verlegen"
        secondary={<CancelLink to={paths.group(group.id)} />}
      >
        <FieldPair>
          <DateField name="day" label="Neuer Tag" />
          <TextField name="beginsAt" label="Beginn um" hint="HH:MM" />
        </FieldPair>
        <TextField
          name="trainer"
          label="Vertretung"
          hint={`Nur wenn nicht ${group.trainer} den Termin leitet`}
          optional
        />
      </PortalForm>
    </Frame>
  );
}

/** One more session for those who missed one. */
export function CatchUpPage({ group, sessions, participants, entries, reply }: Props) {
  const courses = participants.map((participant) => courseOf(participant, sessions, entries));
  const choices = sessions
    .filter(({ state, catchesUpNo }) => state === 'held' && catchesUpNo === null)
    .map((session) => {
      const count = courses.filter(({ missed }) =>
        missed.some(({ no, caughtUpOn }) => no === session.no && caughtUpOn === null),
      ).length;
      const people = count === 1 ? '1 Person' : `${count} Personen`;
      return {
        value: String(session.no),
        label: `${sessionName(session)}, ${formatWeekday(session.day)}: ${people}`,
      };
    });
  return (
    <Frame group={group} title="Nachholtermin anlegen">
      {choices.length === 0 ? (
        <p className="mp-lead">
          Noch kein Termin ist durchgeführt. Nachholen lässt sich nur, was stattgefunden hat.{' '}
          <Link className="mp-a" to={paths.group(group.id)}>
            Zurück zur Gruppe
          </Link>
        </p>
      ) : (
        <PortalForm
          schema={catchUpForm}
          reply={reply}
          initial={typedFrom({ beginsAt: sessions[0]?.beginsAt })}
          submit="Nachholtermin anlegen"
          secondary={<CancelLink to={paths.group(group.id)} />}
        >
          <SelectField
            name="no"
            label="Nachgeholt wird"
            hint="Dahinter steht, wie viele ihn noch nachholen müssen."
            choices={choices}
          />
          <FieldPair>
            <DateField name="day" label="Tag" />
            <TextField name="beginsAt" label="Beginn um" hint="HH:MM" />
          </FieldPair>
        </PortalForm>
      )}
    </Frame>
  );
}

interface FrameProps {
  readonly group: WholeGroup['group'];
  readonly title: string;
  readonly children: ReactNode;
}

function Frame({ group, title, children }: FrameProps) {
  return (
    <Page
      title={title}
      crumbs={[
        { to: paths.groups(), label: 'Gruppen' },
        { to: paths.group(group.id), label: group.name },
      ]}
      meta={<span>{group.title}</span>}
    >
      <div className="mp-stack">{children}</div>
    </Page>
  );
}
