import { CancelLink } from '~/ui/form/cancel-link';
import { needLabel } from '~/clients/needs';
import { Facts } from '~/ui/data';
import { DateField, RadioField, SelectField, TextAreaField, TextField, YesNoField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { reviewForm, settleStepForm, stepForm } from '../forms';
import { type PlanStep, settledStates, stepDoers } from '../participant';
import { doerNames, stepStateNames } from '../words';
import { ParticipantTask, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly reply: FormReply | undefined;
}

/** Rules P1 and P5: the portal holds no counselling notes. */
const noNotes = 'Kurz. Keine Diagnosen, keine Angaben über Dritte, keine Beratungsinhalte.';

const planAddress = ({ id }: ShownParticipant) => paths.participantStep(id, 'plan');

/** Agrees on a step of the plan. */
export function NewStepPage({
  participant,
  needKeys,
  reply,
}: Props & { readonly needKeys: readonly string[] }) {
  return (
    <ParticipantTask participant={participant} title="Schritt vereinbaren">
      <PortalForm
        schema={stepForm}
        reply={reply}
        submit="Schritt vereinbaren"
        secondary={<CancelLink to={planAddress(participant)} />}
      >
        <SelectField
          name="needKey"
          label="Bedarf, um den es geht"
          optional
          choices={needKeys.map((value) => ({ value, label: needLabel(value) }))}
        />
        <TextField name="goal" label="Ziel" hint={noNotes} />
        <TextField name="step" label="Nächster Schritt" hint={noNotes} />
        <RadioField
          name="doer"
          label="Wer geht den Schritt?"
          choices={stepDoers.map((value) => ({ value, label: doerNames[value] }))}
        />
        <DateField name="agreedOn" label="Vereinbart am" />
        <DateField name="dueOn" label="Bis wann" />
      </PortalForm>
    </ParticipantTask>
  );
}

/** Says what became of a step. */
export function SettleStepPage({ participant, step, reply }: Props & { readonly step: PlanStep }) {
  return (
    <ParticipantTask participant={participant} title="Ergebnis des Schritts eintragen">
      <Facts
        facts={[
          { label: 'Schritt', value: step.step },
          { label: 'Ziel', value: step.goal },
          { label: 'Bis', value: formatDay(step.dueOn) },
        ]}
      />
      <PortalForm
        schema={settleStepForm}
        reply={reply}
        submit="Ergebnis eintragen"
        secondary={<CancelLink to={planAddress(participant)} />}
      >
        <RadioField
          name="state"
          label="Was wurde daraus?"
          choices={settledStates.map((value) => ({ value, label: stepStateNames[value] }))}
        />
        <TextField name="reason" label="Warum nicht getan oder aufgegeben" hint={noNotes} optional />
      </PortalForm>
    </ParticipantTask>
  );
}

/** Reviews the plan together with the person (workflows.md b6). */
export function ReviewPlanPage({
  participant,
  everyWeeks,
  reply,
}: Props & { readonly everyWeeks: number | null }) {
  return (
    <ParticipantTask participant={participant} title="Plan prüfen">
      <PortalForm
        schema={reviewForm}
        reply={reply}
        submit="Prüfung eintragen"
        secondary={<CancelLink to={planAddress(participant)} />}
      >
        <DateField name="day" label="Tag der Prüfung mit der Person" />
        <YesNoField name="isKept" label="Wurde der Plan eingehalten?" />
        <TextAreaField name="changes" label="Was sich ändert" hint={noNotes} rows={3} optional />
        <DateField
          name="nextOn"
          label="Nächste Prüfung"
          hint={everyWeeks === null ? 'TT.MM.JJJJ' : `TT.MM.JJJJ, spätestens nach ${everyWeeks} Wochen`}
          optional
        />
      </PortalForm>
    </ParticipantTask>
  );
}
