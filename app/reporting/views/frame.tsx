import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay, formatPeriod } from '~/values/calendar';
import type { Participant } from '../participant';
import { placeText } from '../words';
import { ParticipantState } from './participant-state';

/** What every page about one participant shows of the person, and no more. */
export type ShownParticipant = Pick<
  Participant,
  | 'id'
  | 'firstName'
  | 'lastName'
  | 'state'
  | 'confirmedOn'
  | 'measureTitle'
  | 'siteName'
  | 'placeNo'
  | 'groupName'
  | 'starts'
  | 'ends'
  | 'exitedOn'
  | 'visibleUntil'
> & { readonly hasPlan: boolean };

export function shownParticipant(participant: Participant): ShownParticipant {
  return {
    id: participant.id,
    firstName: participant.firstName,
    lastName: participant.lastName,
    state: participant.state,
    confirmedOn: participant.confirmedOn,
    measureTitle: participant.measureTitle,
    siteName: participant.siteName,
    placeNo: participant.placeNo,
    groupName: participant.groupName,
    starts: participant.starts,
    ends: participant.ends,
    exitedOn: participant.exitedOn,
    visibleUntil: participant.visibleUntil,
    hasPlan: participant.service.hasStrategyPlan,
  };
}

const participantsCrumb = { to: paths.participants(), label: 'Teilnehmende' };

export function participantCrumbs(id: string) {
  return [participantsCrumb, { to: paths.participant(id), label: 'Teilnahme' }];
}

const parts = [
  { step: null, label: 'Überblick' },
  { step: 'kontakte', label: 'Kontakte' },
  { step: 'plan', label: 'Strategieplan' },
  { step: 'vermittlungen', label: 'Vermittlungen' },
  { step: 'fortschritte', label: 'Fortschritte' },
] as const;
type Part = (typeof parts)[number]['step'];

interface Props {
  readonly participant: ShownParticipant;
  /** The part of the participation that the page shows. */
  readonly part: Part;
  readonly actions?: ReactNode;
  readonly saved?: string | null;
  readonly children: ReactNode;
}

/** One of the parts of a participation; the heading names nobody. */
export function ParticipantFrame({ participant, part, actions, saved, children }: Props) {
  const { id } = participant;
  return (
    <Page
      title={part === null ? 'Teilnahme' : (parts.find(({ step }) => step === part)?.label ?? '')}
      crumbs={part === null ? [participantsCrumb] : participantCrumbs(id)}
      meta={
        <span>
          <ParticipantState participant={participant} />
        </span>
      }
      actions={actions}
      subNavigation={parts
        .filter(({ step }) => step !== 'plan' || participant.hasPlan)
        .map(({ step, label }) => ({
          to: step === null ? paths.participant(id) : paths.participantStep(id, step),
          label,
          current: step === part,
        }))}
    >
      <ParticipantBar participant={participant} />
      {saved && <SavedMessage message={saved} />}
      {children}
    </Page>
  );
}

/** A page of its own for one entry of a participation. */
export function ParticipantTask({
  participant,
  title,
  children,
}: {
  readonly participant: ShownParticipant;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Page
      title={title}
      crumbs={participantCrumbs(participant.id)}
      meta={
        <span>
          <ParticipantState participant={participant} />
        </span>
      }
    >
      <ParticipantBar participant={participant} />
      <div className="mp-stack">{children}</div>
    </Page>
  );
}

function ParticipantBar({ participant }: { readonly participant: ShownParticipant }) {
  const { exitedOn, visibleUntil } = participant;
  return (
    <div className="mp-identity">
      <strong>
        {participant.firstName} {participant.lastName}
      </strong>
      <dl>
        <div>
          <dt>Maßnahme</dt>
          <dd>{participant.measureTitle}</dd>
        </div>
        <div>
          <dt>Ort</dt>
          <dd>{placeText(participant)}</dd>
        </div>
        <div>
          <dt>Zeitraum</dt>
          <dd>{formatPeriod(participant.starts, exitedOn ?? participant.ends)}</dd>
        </div>
        {visibleUntil && (
          <div>
            <dt>Für Sie sichtbar bis</dt>
            <dd>{formatDay(visibleUntil)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** The button of a page that leads to a form. */
export function Door({
  to,
  label,
  isPrimary = false,
}: {
  readonly to: string;
  readonly label: string;
  readonly isPrimary?: boolean;
}) {
  return (
    <Link className={`kern-btn ${isPrimary ? 'kern-btn--primary' : 'kern-btn--secondary'}`} to={to}>
      <span className="kern-label">{label}</span>
    </Link>
  );
}

/** "bis 02.03.2026", or a badge that says since when it is overdue. */
export function DueDay({
  dueOn,
  overdueSince,
}: {
  readonly dueOn: string;
  readonly overdueSince: string | null;
}) {
  return overdueSince === null ? (
    <>bis {formatDay(dueOn)}</>
  ) : (
    <Badge kind="danger">überfällig seit {formatDay(overdueSince)}</Badge>
  );
}
