import { lateReasonNames, lateReasons } from '~/allocation/late-entry';
import { backdatingDays, usualDays } from '~/allocation/rules/backdating';
import { CancelLink } from '~/ui/form/cancel-link';
import { Alert } from '~/ui/data';
import { DateField, RadioField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { dayText } from '~/ui/fields';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { contactKinds, type ContactOutcome, contactOutcomes, type RecordedContact } from '../contact';
import { contactForm } from '../forms';
import { contactKindNames, outcomeNames, outcomeText } from '../words';
import { ParticipantTask, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly reportsAbsence: boolean;
  readonly involvesHousehold: boolean;
  /** Agreed length of the contact that is due, as the first filling. */
  readonly agreedMinutes: number | null;
  /** The entry that is corrected; null: a new one. */
  readonly corrected: RecordedContact | null;
  readonly mayRecord: boolean;
  readonly reply: FormReply | undefined;
}

/** Records a contact, or corrects one: the earlier entry stays in the list. */
export function ContactFormPage(props: Props) {
  const { participant, corrected, mayRecord } = props;
  const title = corrected ? 'Kontakt berichtigen' : 'Kontakt eintragen';
  const address = paths.participantStep(participant.id, 'kontakte');
  return (
    <ParticipantTask participant={participant} title={title}>
      {corrected && (
        <p className="mp-lead">
          Bisher: {formatDay(corrected.day)}, {contactKindNames[corrected.kind]}, {outcomeText(corrected)}.
          Der bisherige Eintrag bleibt sichtbar.
        </p>
      )}
      {mayRecord ? (
        <PortalForm
          schema={contactForm}
          reply={props.reply}
          submit={title}
          secondary={<CancelLink to={address} />}
          initial={initialOf(props)}
        >
          <DateField name="day" label="Tag" />
          <RadioField
            name="kind"
            label="Art"
            choices={contactKinds
              .filter((kind) => kind !== 'household' || props.involvesHousehold)
              .map((value) => ({ value, label: contactKindNames[value] }))}
          />
          <RadioField
            name="outcome"
            label="Was daraus wurde"
            hint="Keine Diagnosen, keine Angaben über Dritte."
            choices={contactOutcomes
              .filter((outcome) => isOffered(outcome, props))
              .map((value) => ({ value, label: outcomeNames[value] }))}
          />
          <TextField
            name="minutes"
            label="Dauer in Minuten"
            hint="Wenn der Kontakt stattgefunden hat, zum Beispiel 45 oder 1:30."
            optional
          />
          <DateField
            name="movedTo"
            label="Neuer Tag"
            hint="Wenn der Kontakt verschoben wurde, TT.MM.JJJJ"
            optional
          />
          {!corrected && <LateReasonField />}
        </PortalForm>
      ) : (
        <Alert kind="info" title="Die Teilnahme ist abgeschlossen. Hier lässt sich nichts mehr eintragen." />
      )}
    </ParticipantTask>
  );
}

/** Asked for by the server where it is needed: which day counts is known only then. */
function LateReasonField() {
  return (
    <RadioField
      name="lateReason"
      label="Grund der späten Eintragung"
      hint={`Nötig, wenn der Tag mehr als ${usualDays.told} Tage zurückliegt; höchstens ${backdatingDays} Tage`}
      choices={lateReasons.map((value) => ({ value, label: lateReasonNames[value] }))}
      optional
    />
  );
}

/** Reasons of an absence are asked for only where they are reported (rule P7). */
function isOffered(outcome: ContactOutcome, { reportsAbsence, corrected }: Props): boolean {
  switch (outcome) {
    case 'clientExcused':
    case 'clientUnexcused':
      return reportsAbsence;
    case 'clientAbsent':
      return !reportsAbsence;
    case 'void':
      return corrected !== null;
    default:
      return true;
  }
}

function initialOf({ corrected, agreedMinutes }: Props) {
  if (!corrected) return typedFrom({ minutes: agreedMinutes });
  return typedFrom({
    day: dayText(corrected.day),
    kind: corrected.kind,
    outcome: corrected.outcome,
    minutes: corrected.minutes,
    movedTo: dayText(corrected.movedTo),
  });
}
