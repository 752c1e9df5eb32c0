import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { exitReasonNames, settledReasonNames, stateNames } from '~/allocation/words';
import { deedTexts } from '~/eligibility/book-words';
import { ruleBook } from '~/eligibility/rule-books';
import { Alert, Badge, DataTable, Facts, type Column, type Fact } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { formatMoment } from '~/ui/moment';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { Care, CareDispute, CareEnd, CareFile, CareMove, CareReview } from '../care';
import type { CareCourse, CourseStep, ReviewState } from '../rules/course';
import type { CareStep } from '../steps';
import { decisionNames, endGroundTexts, moveText, reviewStateNames, stepNames } from '../words';
import { closingText, invitation } from './end-facts';

export interface CarePageProps {
  readonly crumbs: readonly { readonly to: string; readonly label: string }[];
  readonly identity: ReactNode;
  readonly file: CareFile;
  /** Of the care that runs, or of the last one that was more than a refusal. */
  readonly course: CareCourse | null;
  readonly reviews: readonly CareReview[];
  readonly disputes: readonly CareDispute[];
  readonly end: CareEnd | null;
  /** First day of an entry without exception after the last exit; null: no lock. */
  readonly readmissionFrom: string | null;
  readonly moves: readonly CareMove[];
  readonly steps: readonly CareStep[];
  readonly mayRecord: boolean;
  readonly mayRecordEffect: boolean;
  /** In charge, but not as a case manager: somebody else decides. */
  readonly isCaseworkerOnly: boolean;
  readonly today: string;
  readonly saved: string | null;
}

/** Where one person's case management stands, who must do what and when, and what was done. */
export function CarePage(props: CarePageProps) {
  const { file, steps } = props;
  const shown = file.current ?? file.cares[0] ?? null;
  return (
    <Page
      title="Fallmanagement (bFM)"
      crumbs={props.crumbs}
      meta={
        <>
          <span>{standText(file)}</span>
          {shown && <span>{ruleBook(shown.book).name}</span>}
        </>
      }
      actions={
        steps.length > 0 && (
          <StepLinks clientId={file.clientId} steps={steps} isEndDue={Boolean(props.course?.mustEnd)} />
        )
      }
    >
      {props.identity}
      {props.saved && <SavedMessage message={props.saved} />}
      <div className="mp-stack">
        <Warnings {...props} />
        {!file.current && <BeforeCare {...props} />}
        {shown && <CareSection {...props} care={shown} />}
        {props.course && shown && shown.state !== 'declined' && <Reviews {...props} care={shown} />}
        {props.disputes.length > 0 && <Disputes disputes={props.disputes} />}
        {file.cares.length > 1 && <FormerCares cares={file.cares.slice(1)} />}
        {props.moves.length > 0 && <History moves={props.moves} />}
      </div>
    </Page>
  );
}

function standText({ current, access, waitingSince }: CareFile): string {
  if (current) return current.state === 'clearing' ? 'im Clearing' : 'im Fallmanagement';
  if (waitingSince) return `auf der Warteliste seit ${formatDay(waitingSince)}`;
  return access ? 'Zugang offen, noch nicht entschieden' : 'nicht im Fallmanagement';
}

interface StepLinksProps {
  readonly clientId: string;
  readonly steps: readonly CareStep[];
  /** Care has to end: then the exit is the next thing to do, else it is one that may be done. */
  readonly isEndDue: boolean;
}

function StepLinks({ clientId, steps, isEndDue }: StepLinksProps) {
  const isNext = (step: CareStep, place: number) =>
    place === 0 && step !== 'berichtigung' && (step !== 'abgang' || isEndDue);
  return (
    <>
      {steps.map((step, place) => (
        <Link
          key={step}
          className={`kern-btn kern-btn--${isNext(step, place) ? 'primary' : 'secondary'}`}
          to={paths.care(clientId, step)}
        >
          <span className="kern-label">{stepNames[step]} …</span>
        </Link>
      ))}
    </>
  );
}

function Warnings({ file, course, today }: CarePageProps) {
  const { current } = file;
  const isClearingOver =
    current?.state === 'clearing' && current.clearingUntil !== null && current.clearingUntil < today;
  return (
    <>
      {isClearingOver && current.clearingUntil && (
        <Alert kind="warning" title={`Das Clearing ist am ${formatDay(current.clearingUntil)} abgelaufen`}>
          <p>Übernehmen Sie die Person oder lehnen Sie förmlich ab (Regel C8).</p>
        </Alert>
      )}
      {current && course?.mustEnd && <Alert kind="danger" title={endGroundTexts[course.mustEnd]} />}
      {current && course?.regularLengthNear && !course.mustEnd && (
        <Alert
          kind="info"
          title={`Am ${formatDay(course.regularLengthNear)} sind zwei Jahre erreicht (Regel D8)`}
        />
      )}
    </>
  );
}

function BeforeCare({ file, isCaseworkerOnly }: CarePageProps) {
  const { access, clientId } = file;
  if (!access) {
    return (
      <p className="mp-lead">
        Ins Fallmanagement kommt niemand ohne eine Prüfung, die den Zugang öffnet.{' '}
        <Link className="mp-a" to={paths.checkClient(clientId)}>
          Zugang prüfen
        </Link>
      </p>
    );
  }
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Zugang</h2>
      <Facts
        facts={[
          { label: 'Geprüft am', value: formatDay(access.checkedOn) },
          { label: 'Fallgespräch am', value: access.conferenceOn && formatDay(access.conferenceOn) },
          { label: 'Ziele', value: access.goals },
          {
            label: 'Warten länger',
            value: file.waitingLonger === 1 ? '1 Person' : `${file.waitingLonger} Personen`,
          },
        ]}
      />
      {isCaseworkerOnly && (
        <p>
          Über die Aufnahme entscheidet das Fallmanagement. Bis zur Übernahme bleiben Sie zuständig;{' '}
          <Link className="mp-a" to={paths.handOverClient(clientId)}>
            Zuständigkeit übergeben
          </Link>
          .
        </p>
      )}
    </section>
  );
}

function CareSection(props: CarePageProps & { readonly care: Care }) {
  const { care } = props;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{care === props.file.current ? 'Stand' : 'Letzter Stand'}</h2>
      <Facts facts={careFacts(props)} />
      {care.exitedOn !== null && (
        <p>
          {care.effectRecorded ? (
            'Der Datensatz der Wirkungsanalyse ist erfasst.'
          ) : props.mayRecordEffect ? (
            <Link className="mp-a" to={paths.allocationStep(care.id, 'wirkung')}>
              Datensatz der Wirkungsanalyse erfassen
            </Link>
          ) : (
            'Der Datensatz der Wirkungsanalyse fehlt.'
          )}
        </p>
      )}
    </section>
  );
}

function careFacts({
  care,
  course,
  end,
  readmissionFrom,
  today,
}: CarePageProps & { readonly care: Care }): Fact[] {
  const facts: Fact[] = [
    { label: 'Stand', value: stateNames[care.state] },
    { label: 'Regelwerk', value: ruleBook(care.book).name },
  ];
  if (care.state === 'clearing') {
    facts.push({ label: 'Clearing seit', value: formatDay(care.allocatedOn) });
    facts.push({ label: 'Entscheidung bis', value: care.clearingUntil && formatDay(care.clearingUntil) });
    return facts;
  }
  if (care.state === 'declined') {
    facts.push({ label: 'Abgelehnt am', value: care.settledOn && formatDay(care.settledOn) });
    facts.push({ label: 'Grund', value: care.settledReason && settledReasonNames[care.settledReason] });
    facts.push({ label: 'Gespräch darüber', value: end?.talkOn ? formatDay(end.talkOn) : missing });
    return facts;
  }
  facts.push({ label: 'Zugewiesen am', value: formatDay(care.allocatedOn) });
  if (care.exitedOn === null) {
    const next = course?.next;
    facts.push({
      label: 'Nächste Überprüfung',
      value: next ? `${formatDay(next.dueOn)} (${next.month} Monate)` : 'keine',
    });
    return facts;
  }
  facts.push({ label: 'Letzter Tag', value: formatDay(care.exitedOn) });
  facts.push({ label: 'Beendigungsgrund', value: care.exitReason && exitReasonNames[care.exitReason] });
  if (end?.talkOn) facts.push({ label: 'Übergabegespräch', value: formatDay(end.talkOn) });
  if (end?.profilingUpdated) facts.push({ label: 'Profiling', value: 'aktualisiert' });
  facts.push({ label: 'Abschlussgespräch', value: closingText(end) });
  if (end?.aftercareUntil) facts.push({ label: 'Nachbetreuung bis', value: formatDay(end.aftercareUntil) });
  if (end?.inviteBy)
    facts.push({ label: 'Einladung durch die Integrationsfachkraft', value: invitation(end, today) });
  if (readmissionFrom && today < readmissionFrom) {
    facts.push({
      label: 'Wiederaufnahme ohne Ausnahme',
      value: `ab ${formatDay(readmissionFrom)} (Regel D9)`,
    });
  }
  return facts;
}

const missing = <Badge kind="warning">fehlt</Badge>;

interface ReviewRow {
  readonly step: CourseStep;
  readonly review: CareReview | undefined;
}

function Reviews({ care, course, reviews, mayRecord }: CarePageProps & { readonly care: Care }) {
  if (!course) return null;
  const isOver = care.exitedOn !== null;
  const rows = course.steps
    .map((step) => ({ step, review: reviews.find(({ month }) => month === step.month) }))
    // After the exit only what was recorded is of interest.
    .filter(({ review }) => !isOver || review);
  if (rows.length === 0) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Überprüfungen</h2>
      {!isOver && (
        <p className="mp-small">
          Jeder Tag zählt ab der Zuweisung. Eine späte Überprüfung verschiebt die nächsten nicht.
        </p>
      )}
      <DataTable
        caption="Überprüfungen"
        captionHidden
        cards
        rows={rows}
        rowKey={({ step }) => String(step.month)}
        columns={reviewColumns(care.id, mayRecord && !isOver ? nextOpen(course) : null)}
      />
    </section>
  );
}

/** The review that can be recorded now. */
function nextOpen({ next }: CareCourse): number | null {
  return next && next.state !== 'later' ? next.month : null;
}

function reviewColumns(careId: string, nextMonth: number | null): Column<ReviewRow>[] {
  return [
    {
      key: 'due',
      head: 'Fällig',
      cell: ({ step }) => `${formatDay(step.dueOn)} (${step.month}\u00a0Monate)`,
    },
    {
      key: 'deeds',
      head: 'Wer was tut',
      cell: ({ step }) => step.deeds.map((deed) => deedTexts[deed]).join('; '),
    },
    { key: 'state', head: 'Stand', cell: ({ step }) => <ReviewBadge state={step.state} /> },
    {
      key: 'decision',
      head: 'Entscheidung',
      cell: ({ review }) =>
        review ? `${decisionNames[review.decision]}, am ${formatDay(review.recordedOn)}` : '–',
    },
    {
      key: 'open',
      head: 'Öffnen',
      cell: ({ step, review }) =>
        review || step.month === nextMonth ? (
          <Link className="mp-a" to={paths.careReview(careId, step.month)}>
            {review ? 'Ansehen' : 'Überprüfen'}
            <span className="kern-sr-only">: {step.month} Monate</span>
          </Link>
        ) : (
          '–'
        ),
    },
  ];
}

/** Only what deviates is loud. */
export function ReviewBadge({ state }: { readonly state: ReviewState }) {
  const text = reviewStateNames[state];
  switch (state) {
    case 'later':
    case 'done':
      return <>{text}</>;
    case 'open':
    case 'waitsForNotice':
      return <Badge kind="info">{text}</Badge>;
    case 'waitsForLead':
      return <Badge kind="warning">{text}</Badge>;
    case 'overdue':
    case 'denied':
      return <Badge kind="danger">{text}</Badge>;
  }
}

function Disputes({ disputes }: { readonly disputes: readonly CareDispute[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Fragen an die Teamleitung</h2>
      <DataTable
        caption="Fragen an die Teamleitung"
        captionHidden
        cards
        rows={disputes}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'asked',
            head: 'Gefragt',
            cell: (row) => `${formatMoment(row.askedAt)}, ${row.askedByName}`,
          },
          { key: 'question', head: 'Frage', cell: ({ question }) => question },
          {
            key: 'answer',
            head: 'Antwort',
            cell: ({ endsCare, reason, decidedAt, decidedByName }) =>
              decidedAt === null ? (
                <Badge kind="warning">offen</Badge>
              ) : (
                `${endsCare ? 'Betreuung endet' : 'Betreuung geht weiter'}: ${reason ?? ''} (${decidedByName ?? ''}, ${formatMoment(decidedAt)})`
              ),
          },
        ]}
      />
    </section>
  );
}

function FormerCares({ cares }: { readonly cares: readonly Care[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Früher</h2>
      <DataTable
        caption="Frühere Zuweisungen zum Fallmanagement"
        captionHidden
        cards
        rows={cares}
        rowKey={({ id }) => id}
        columns={[
          { key: 'from', head: 'Seit', cell: ({ allocatedOn }) => formatDay(allocatedOn) },
          {
            key: 'until',
            head: 'Bis',
            cell: ({ exitedOn, settledOn }) => {
              const last = exitedOn ?? settledOn;
              return last ? formatDay(last) : '–';
            },
          },
          { key: 'state', head: 'Stand', cell: ({ state }) => stateNames[state] },
          {
            key: 'reason',
            head: 'Grund',
            cell: ({ exitReason, settledReason }) =>
              exitReason
                ? exitReasonNames[exitReason]
                : settledReason
                  ? settledReasonNames[settledReason]
                  : '–',
          },
        ]}
      />
    </section>
  );
}

function History({ moves }: { readonly moves: readonly CareMove[] }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Verlauf</h2>
      <DataTable
        caption="Verlauf"
        captionHidden
        cards
        rows={moves}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: 'Eingetragen', cell: ({ at }) => formatMoment(at) },
          { key: 'deed', head: 'Was', cell: moveText },
          { key: 'day', head: 'Tag', cell: ({ day }) => (day ? formatDay(day) : '–') },
          { key: 'reason', head: 'Gründe', cell: ({ reason }) => reason ?? '–' },
          { key: 'by', head: 'Durch', cell: ({ byName }) => byName },
        ]}
      />
    </section>
  );
}
