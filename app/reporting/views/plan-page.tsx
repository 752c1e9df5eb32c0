import { Link } from '@remix-run/react';
import { needLabel } from '~/clients/needs';
import { Badge, DataTable, Facts } from '~/ui/data';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { PlanReview, PlanStep } from '../participant';
import { doerNames, stepStateNames } from '../words';
import { Door, DueDay, ParticipantFrame, type ShownParticipant } from './frame';

interface Props {
  readonly participant: ShownParticipant;
  readonly steps: readonly PlanStep[];
  readonly reviews: readonly PlanReview[];
  readonly reviewDue: string | null;
  readonly everyWeeks: number | null;
  readonly today: string;
  readonly mayRecord: boolean;
  readonly saved: string | null;
}

/** The strategy plan of one person: steps, and the reviews of it (rule D19). */
export function PlanPage(props: Props) {
  const { participant, steps, reviewDue, everyWeeks, today, mayRecord } = props;
  const address = paths.participantStep(participant.id, 'plan');
  const isBegun = steps.length > 0;
  return (
    <ParticipantFrame
      participant={participant}
      part="plan"
      saved={props.saved}
      actions={
        mayRecord && (
          <>
            <Door isPrimary to={`${address}?neu=1`} label="Schritt vereinbaren" />
            {isBegun && <Door to={`${address}?pruefung=1`} label="Plan prüfen" />}
          </>
        )
      }
    >
      <section className="mp-sec">
        <h2 className="kern-heading-small">Prüfung des Plans</h2>
        <Facts
          facts={[
            {
              label: 'Laut Vertrag',
              value: everyWeeks === null ? 'kein fester Abstand' : `alle ${everyWeeks} Wochen`,
            },
            {
              label: 'Nächste Prüfung',
              value:
                reviewDue === null ? (
                  'noch nicht vereinbart'
                ) : (
                  <DueDay dueOn={reviewDue} overdueSince={reviewDue < today ? reviewDue : null} />
                ),
            },
          ]}
        />
      </section>
      <section className="mp-sec">
        <h2 className="kern-heading-small">Schritte</h2>
        {isBegun ? (
          <StepTable {...props} address={address} />
        ) : (
          <p>Es gibt noch keinen Plan. Vereinbaren Sie mit der Person den ersten Schritt.</p>
        )}
      </section>
      {props.reviews.length > 0 && <ReviewSection reviews={props.reviews} />}
    </ParticipantFrame>
  );
}

function StepTable({ steps, today, mayRecord, address }: Props & { readonly address: string }) {
  return (
    <DataTable
      caption="Schritte"
      captionHidden
      cards
      rows={steps}
      rowKey={({ id }) => id}
      columns={[
        { key: 'step', head: 'Schritt', cell: ({ step }) => step },
        { key: 'goal', head: 'Ziel', cell: ({ goal }) => goal },
        { key: 'need', head: 'Bedarf', cell: ({ needKey }) => (needKey ? needLabel(needKey) : '–') },
        { key: 'doer', head: 'Wer', cell: ({ doer }) => doerNames[doer] },
        {
          key: 'due',
          head: 'Bis',
          cell: ({ dueOn, state }) =>
            state === 'open' && dueOn < today ? (
              <Badge kind="warning">seit {formatDay(dueOn)}</Badge>
            ) : (
              formatDay(dueOn)
            ),
        },
        {
          key: 'state',
          head: 'Stand',
          cell: ({ state, settledOn, settledReason }) =>
            [stepStateNames[state], settledOn && `am ${formatDay(settledOn)}`, settledReason]
              .filter(Boolean)
              .join(', '),
        },
        {
          key: 'settle',
          head: 'Ändern',
          cell: ({ id, state, step }) =>
            mayRecord && state === 'open' ? (
              <Link className="mp-a" to={`${address}?schritt=${id}`}>
                Ergebnis eintragen<span className="kern-sr-only">: {step}</span>
              </Link>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

function ReviewSection({ reviews }: Pick<Props, 'reviews'>) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Bisherige Prüfungen</h2>
      <DataTable
        caption="Bisherige Prüfungen"
        captionHidden
        cards
        rows={reviews}
        rowKey={({ id }) => id}
        columns={[
          { key: 'day', head: 'Tag', cell: ({ day }) => formatDay(day) },
          { key: 'kept', head: 'Eingehalten', cell: ({ isKept }) => (isKept ? 'ja' : 'nein') },
          { key: 'changes', head: 'Was sich ändert', cell: ({ changes }) => changes ?? '–' },
          { key: 'next', head: 'Nächste Prüfung', cell: ({ nextOn }) => (nextOn ? formatDay(nextOn) : '–') },
          { key: 'by', head: 'Eingetragen von', cell: ({ recordedBy }) => recordedBy },
        ]}
      />
    </section>
  );
}
