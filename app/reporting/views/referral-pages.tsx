import { CancelLink } from '~/ui/form/cancel-link';
import { Link } from '@remix-run/react';
import { DataTable, Facts } from '~/ui/data';
import { DateField, RadioField, SelectField, YesNoField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { yesNoText } from '~/ui/fields';
import { typedFrom } from '~/ui/form/typed-values';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { referralForm, referralOutcomeForm } from '../forms';
import { type Referral, referralTargets } from '../participant';
import { targetNames } from '../words';
import { Door, ParticipantFrame, ParticipantTask, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly referrals: readonly Referral[];
  readonly mayRecord: boolean;
  readonly saved: string | null;
}

const listAddress = ({ id }: ShownParticipant) => paths.participantStep(id, 'vermittlungen');

/** To which help the person was led; whoever got an address and never went has not arrived. */
export function ReferralsPage({ participant, referrals, mayRecord, saved }: Props) {
  const address = listAddress(participant);
  return (
    <ParticipantFrame
      participant={participant}
      part="vermittlungen"
      saved={saved}
      actions={mayRecord && <Door isPrimary to={`${address}?neu=1`} label="Vermittlung eintragen" />}
    >
      <section className="mp-sec">
        <h2 className="kern-heading-small">Vermittlungen in andere Hilfen</h2>
        {referrals.length === 0 ? (
          <p>Es ist noch keine Vermittlung eingetragen.</p>
        ) : (
          <DataTable
            caption="Vermittlungen in andere Hilfen"
            captionHidden
            cards
            rows={referrals}
            rowKey={({ id }) => id}
            columns={[
              { key: 'target', head: 'Wohin', cell: ({ target }) => targetNames[target] },
              { key: 'day', head: 'Tag', cell: ({ day }) => formatDay(day) },
              {
                key: 'with',
                head: 'Begleitet',
                cell: ({ wasAccompanied }) => (wasAccompanied ? 'ja' : 'nein'),
              },
              {
                key: 'arrived',
                head: 'Angekommen',
                cell: ({ hasArrived }) => yesNoOr(hasArrived, 'unbekannt'),
              },
              { key: 'ongoing', head: 'Dauert an', cell: ({ isOngoing }) => yesNoOr(isOngoing, '–') },
              {
                key: 'settle',
                head: 'Ändern',
                cell: ({ id, target }) =>
                  mayRecord ? (
                    <Link className="mp-a" to={`${address}?vermittlung=${id}`}>
                      Ergebnis eintragen<span className="kern-sr-only">: {targetNames[target]}</span>
                    </Link>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        )}
      </section>
    </ParticipantFrame>
  );
}

function yesNoOr(value: boolean | null, unknown: string): string {
  return yesNoText(value) ?? unknown;
}

interface TaskProps {
  readonly participant: ShownParticipant;
  readonly reply: FormReply | undefined;
}

export function NewReferralPage({ participant, reply }: TaskProps) {
  return (
    <ParticipantTask participant={participant} title="Vermittlung eintragen">
      <PortalForm
        schema={referralForm}
        reply={reply}
        submit="Vermittlung eintragen"
        secondary={<CancelLink to={listAddress(participant)} />}
      >
        <SelectField
          name="target"
          label="Wohin"
          choices={referralTargets.map((value) => ({ value, label: targetNames[value] }))}
        />
        <DateField name="day" label="Tag" />
        <YesNoField name="wasAccompanied" label="Wurde die Person begleitet?" />
        <RadioField
          name="hasArrived"
          label="Ist die Person dort angekommen?"
          optional
          choices={[
            { value: 'ja', label: 'Ja' },
            { value: 'nein', label: 'Nein' },
            { value: '', label: 'Noch unbekannt' },
          ]}
        />
        <YesNoField name="isOngoing" label="Dauert die Hilfe an?" optional />
      </PortalForm>
    </ParticipantTask>
  );
}

export function ReferralOutcomePage({
  participant,
  referral,
  reply,
}: TaskProps & { readonly referral: Referral }) {
  return (
    <ParticipantTask participant={participant} title="Ergebnis der Vermittlung eintragen">
      <Facts
        facts={[
          { label: 'Wohin', value: targetNames[referral.target] },
          { label: 'Tag', value: formatDay(referral.day) },
        ]}
      />
      <PortalForm
        schema={referralOutcomeForm}
        reply={reply}
        submit="Ergebnis eintragen"
        initial={typedFrom({
          hasArrived: yesNoText(referral.hasArrived),
          isOngoing: yesNoText(referral.isOngoing),
        })}
        secondary={<CancelLink to={listAddress(participant)} />}
      >
        <YesNoField name="hasArrived" label="Ist die Person dort angekommen?" />
        <YesNoField name="isOngoing" label="Dauert die Hilfe an?" optional />
      </PortalForm>
    </ParticipantTask>
  );
}
