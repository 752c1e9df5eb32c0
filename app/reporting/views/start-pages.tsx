import { CancelLink } from '~/ui/form/cancel-link';
import { Link } from '@remix-run/react';
import { settledReasonNames } from '~/allocation/words';
import { Alert } from '~/ui/data';
import { DateField, SelectField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { confirmForm, notStartedForm } from '../forms';
import { attemptsBeforeNotStarted, clientReasons, providerReasons } from '../rules/start';
import { placeText } from '../words';
import { ParticipantTask, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly isCallingOff: boolean;
  readonly reply: FormReply | undefined;
}

/** The provider's answer to an allocation: place and first meeting, or that it comes to nothing. */
export function StartPages({ participant, isCallingOff, reply }: Props) {
  if (participant.state !== 'active') {
    return (
      <ParticipantTask participant={participant} title="Zuweisung beantworten">
        <Alert kind="info" title="Die Zuweisung läuft nicht mehr." />
      </ParticipantTask>
    );
  }
  return isCallingOff ? (
    <CallOffPage participant={participant} reply={reply} />
  ) : (
    <ConfirmPage participant={participant} reply={reply} />
  );
}

function ConfirmPage({ participant, reply }: Omit<Props, 'isCallingOff'>) {
  const { id, confirmedOn, starts } = participant;
  const callOff = (
    <p>
      <Link className="mp-a" to={`${paths.participantStep(id, 'antritt')}?absage=1`}>
        Die Teilnahme kommt nicht zustande
      </Link>
    </p>
  );
  if (confirmedOn !== null) {
    return (
      <ParticipantTask participant={participant} title="Platz und ersten Termin bestätigen">
        <Alert kind="info" title={`Bestätigt am ${formatDay(confirmedOn)}.`} />
        {callOff}
      </ParticipantTask>
    );
  }
  return (
    <ParticipantTask participant={participant} title="Platz und ersten Termin bestätigen">
      <p className="mp-lead">
        Sie bestätigen dem Jobcenter: {placeText(participant)}, ab {formatDay(starts)}.
      </p>
      <PortalForm
        schema={confirmForm}
        reply={reply}
        submit="Platz und Termin bestätigen"
        secondary={<CancelLink to={paths.participant(id)} />}
      >
        <DateField name="firstDay" label="Erster Termin mit der Person" />
      </PortalForm>
      {callOff}
    </ParticipantTask>
  );
}

function CallOffPage({ participant, reply }: Omit<Props, 'isCallingOff'>) {
  return (
    <ParticipantTask participant={participant} title="Teilnahme kommt nicht zustande">
      <ul className="kern-list kern-list--bullet">
        <li>Der Platz ist sofort wieder frei.</li>
        <li>Sie sehen die Angaben zur Person noch 14 Tage.</li>
        <li>Das lässt sich nicht zurücknehmen; das Jobcenter kann die Person neu zuweisen.</li>
        <li>
          „Nicht erreicht“ und „nicht erschienen“ setzen {attemptsBeforeNotStarted} eingetragene Versuche
          voraus.
        </li>
      </ul>
      <PortalForm
        schema={notStartedForm}
        reply={reply}
        submit="Teilnahme nicht zustande gekommen"
        secondary={<CancelLink to={paths.participant(participant.id)} />}
      >
        <SelectField
          name="reason"
          label="Woran lag es?"
          choices={[
            ...clientReasons.map((value) => ({ value, label: `Person: ${settledReasonNames[value]}` })),
            ...providerReasons.map((value) => ({ value, label: `Träger: ${settledReasonNames[value]}` })),
          ]}
        />
      </PortalForm>
    </ParticipantTask>
  );
}
