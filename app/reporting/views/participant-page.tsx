import { Link } from '@remix-run/react';
import { languageName } from '~/clients/languages';
import { exitReasonNames, settledReasonNames, settlerNames } from '~/allocation/words';
import { DataTable, Facts } from '~/ui/data';
import { formatMoment } from '~/ui/moment';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { Disclosure, Participant, ParticipantMove } from '../participant';
import type { Duty } from '../rules/duties';
import { deedTexts, dutyAddress, dutyText } from '../words';
import { Door, DueDay, ParticipantFrame, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly course: Pick<
    Participant,
    'firstContactOn' | 'exitReason' | 'settledOn' | 'settledBy' | 'settledReason'
  > & { readonly firstMeetingOn: string | null };
  readonly disclosure: Disclosure;
  readonly duties: readonly Duty[];
  readonly mayRecord: boolean;
  readonly moves: readonly ParticipantMove[];
  readonly saved: string | null;
}

/** One participation as a whole: what is owed, what was disclosed, how it went. */
export function ParticipantPage(props: Props) {
  const { participant, duties, mayRecord } = props;
  return (
    <ParticipantFrame
      participant={participant}
      part={null}
      saved={props.saved}
      actions={<Actions participant={participant} mayRecord={mayRecord} />}
    >
      {duties.length > 0 && <DutySection participant={participant} duties={duties} />}
      <DisclosureSection disclosure={props.disclosure} />
      <CourseSection {...props} />
      <HistorySection moves={props.moves} />
    </ParticipantFrame>
  );
}

function Actions({ participant, mayRecord }: Pick<Props, 'participant' | 'mayRecord'>) {
  const { id, state, confirmedOn } = participant;
  const isNew = state === 'active' && confirmedOn === null;
  return (
    <>
      {isNew && (
        <Door
          isPrimary
          to={paths.participantStep(id, 'antritt')}
          label="Platz und ersten Termin bestätigen"
        />
      )}
      {mayRecord && (
        <Door
          isPrimary={!isNew}
          to={`${paths.participantStep(id, 'kontakte')}?neu=1`}
          label="Kontakt eintragen"
        />
      )}
      {state === 'active' && <Door to={paths.participantStep(id, 'abgang')} label="Abgang eintragen" />}
      {state === 'closing' && <Door to={paths.participantStep(id, 'abgang')} label="Abgang berichtigen" />}
    </>
  );
}

function DutySection({ participant, duties }: Pick<Props, 'participant' | 'duties'>) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Was offen ist</h2>
      <DataTable
        caption="Was offen ist"
        captionHidden
        cards
        rows={duties}
        rowKey={({ kind, reportId }) => `${kind} ${reportId ?? ''}`}
        columns={[
          {
            key: 'duty',
            head: 'Aufgabe',
            cell: (duty) => (
              <Link className="mp-a" to={dutyAddress(participant.id, duty)}>
                {dutyText(duty)}
              </Link>
            ),
          },
          { key: 'due', head: 'Fällig', cell: (duty) => <DueDay {...duty} /> },
        ]}
      />
    </section>
  );
}

function DisclosureSection({ disclosure }: Pick<Props, 'disclosure'>) {
  const { interpreterLanguage, householdNumber } = disclosure;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Was das Jobcenter mitgeteilt hat</h2>
      <Facts
        facts={[
          { label: 'Anlass', value: disclosure.purpose },
          { label: 'Ziele', value: disclosure.goals },
          { label: 'Erreichbar', value: disclosure.contact },
          {
            label: 'Sprachmittlung',
            value: interpreterLanguage ? languageName(interpreterLanguage) : 'nicht nötig',
          },
          { label: 'Zugänglichkeit', value: disclosure.accessibility },
          ...(householdNumber ? [{ label: 'Bedarfsgemeinschaft', value: householdNumber }] : []),
          { label: 'Im Jobcenter zuständig', value: disclosure.caseworkerName },
        ]}
      />
    </section>
  );
}

function CourseSection({ participant, course }: Pick<Props, 'participant' | 'course'>) {
  const { confirmedOn, exitedOn } = participant;
  const { settledOn, settledBy, settledReason, exitReason } = course;
  const day = (value: string | null) => (value === null ? 'noch nicht' : formatDay(value));
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Verlauf der Teilnahme</h2>
      <Facts
        facts={[
          { label: 'Bestätigt', value: day(confirmedOn) },
          {
            label: 'Erster Termin',
            value: course.firstMeetingOn ? formatDay(course.firstMeetingOn) : 'noch nicht vereinbart',
          },
          { label: 'Erster Kontakt', value: day(course.firstContactOn) },
          ...(settledOn && settledBy && settledReason
            ? [
                {
                  label: 'Nicht begonnen',
                  value: `${formatDay(settledOn)}, ${settledReasonNames[settledReason]} (${settlerNames[settledBy]})`,
                },
              ]
            : []),
          ...(exitedOn && exitReason
            ? [{ label: 'Abgang', value: `${formatDay(exitedOn)}, ${exitReasonNames[exitReason]}` }]
            : []),
        ]}
      />
      {participant.state === 'active' && course.firstContactOn === null && (
        <p>
          <Link className="mp-a" to={`${paths.participantStep(participant.id, 'antritt')}?absage=1`}>
            Festhalten, dass die Teilnahme nicht zustande kommt
          </Link>
        </p>
      )}
    </section>
  );
}

function HistorySection({ moves }: Pick<Props, 'moves'>) {
  if (moves.length === 0) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Wer hat was getan</h2>
      <DataTable
        caption="Wer hat was getan"
        captionHidden
        cards
        rows={moves}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: 'Wann', cell: ({ movedAt }) => formatMoment(movedAt) },
          { key: 'by', head: 'Wer', cell: ({ movedBy }) => movedBy },
          {
            key: 'deed',
            head: 'Was',
            cell: ({ deed, day }) =>
              [deedTexts[deed] ?? deed, day && formatDay(day)].filter(Boolean).join(' '),
          },
          { key: 'reason', head: 'Grund', cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </section>
  );
}
