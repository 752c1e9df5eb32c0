import { CancelLink } from '~/ui/form/cancel-link';
import { needGroupNames, needLabel } from '~/clients/needs';
import { progressNames } from '~/allocation/words';
import { Alert, DataTable } from '~/ui/data';
import { CheckboxField, FieldGroup, RadioField, SelectField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { typedFrom } from '~/ui/form/typed-values';
import { paths } from '~/ui/paths';
import { newNeedForm, progressForm } from '../forms';
import type { ParticipantNeed } from '../participant';
import { Door, ParticipantFrame, ParticipantTask, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly needs: readonly ParticipantNeed[];
  readonly mayRecord: boolean;
  readonly saved: string | null;
  readonly reply: FormReply | undefined;
}

const scale = (['better', 'same', 'worse'] as const).map((value) => ({ value, label: progressNames[value] }));

/** How far each need is, as the provider and as the person see it (rule E5). */
export function ProgressPage({ participant, needs, mayRecord, saved, reply }: Props) {
  const address = paths.participantStep(participant.id, 'fortschritte');
  return (
    <ParticipantFrame
      participant={participant}
      part="fortschritte"
      saved={saved}
      actions={mayRecord && <Door to={`${address}?neu=1`} label="Weiteren Bedarf aufnehmen" />}
    >
      <p className="mp-lead">Jede Verbesserung zählt, auch die kleinste.</p>
      {!mayRecord && (
        <Alert kind="info" title="Die Teilnahme ist abgeschlossen. Hier lässt sich nichts mehr eintragen." />
      )}
      {needs.length === 0 && <p>Es ist noch kein Bedarf festgehalten.</p>}
      {needs.length > 0 && !mayRecord && <ProgressTable needs={needs} />}
      {needs.length > 0 && mayRecord && <ProgressForm needs={needs} reply={reply} />}
    </ParticipantFrame>
  );
}

function ProgressForm({ needs, reply }: Pick<Props, 'needs' | 'reply'>) {
  return (
    <PortalForm
      schema={progressForm}
      reply={reply}
      submit="Fortschritte speichern"
      initial={typedFrom({
        needs: Object.fromEntries(
          needs.map(({ key, progress, isRemoved, ownView }) => [
            key,
            { progress, isRemoved: isRemoved ? 'on' : null, ownView },
          ]),
        ),
      })}
    >
      {needs.map(({ key, group }) => (
        <FieldGroup key={key} legend={needLabel(key)} hint={needGroupNames[group]}>
          <RadioField name={`needs.${key}.progress`} label="Aus Sicht des Trägers" optional choices={scale} />
          <CheckboxField name={`needs.${key}.isRemoved`} label="Der Bedarf besteht nicht mehr" />
          <RadioField name={`needs.${key}.ownView`} label="Aus Sicht der Person" optional choices={scale} />
        </FieldGroup>
      ))}
    </PortalForm>
  );
}

interface NewNeedProps {
  readonly participant: ShownParticipant;
  /** Needs of the catalogue that are not in the list yet. */
  readonly further: readonly string[];
  readonly reply: FormReply | undefined;
}

/** Adds a need that showed only in the measure. */
export function NewNeedPage({ participant, further, reply }: NewNeedProps) {
  return (
    <ParticipantTask participant={participant} title="Weiteren Bedarf aufnehmen">
      <PortalForm
        schema={newNeedForm}
        reply={reply}
        submit="Bedarf aufnehmen"
        secondary={<CancelLink to={paths.participantStep(participant.id, 'fortschritte')} />}
      >
        <SelectField
          name="needKey"
          label="Bedarf"
          choices={further.map((value) => ({ value, label: needLabel(value) }))}
        />
      </PortalForm>
    </ParticipantTask>
  );
}

function ProgressTable({ needs }: Pick<Props, 'needs'>) {
  return (
    <DataTable
      caption="Fortschritte"
      cards
      rows={needs}
      rowKey={({ key }) => key}
      columns={[
        { key: 'need', head: 'Bedarf', cell: ({ key }) => needLabel(key) },
        {
          key: 'progress',
          head: 'Aus Sicht des Trägers',
          cell: ({ progress, isRemoved }) =>
            progress === null ? null : `${progressNames[progress]}${isRemoved ? ', besteht nicht mehr' : ''}`,
        },
        {
          key: 'own',
          head: 'Aus Sicht der Person',
          cell: ({ ownView }) => ownView && progressNames[ownView],
        },
      ]}
    />
  );
}
