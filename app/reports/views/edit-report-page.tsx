import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { reportName } from '~/allocation/words';
import { Alert, Badge } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import type { TypedValues } from '~/ui/form/typed-values';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { stepForms, submitForm } from '../forms';
import type { Report, ReportAnswers, ReportFrame, ReportMove } from '../report';
import { type ReportStep, stepsOf } from '../rules/completeness';
import { overdueDays } from '../rules/deadlines';
import { dueText, stateNames, stepTitles } from '../words';
import { AnswersSection } from './answers-section';
import { FrameSection } from './frame-section';
import { ReportMoves } from './report-moves';
import { stepFields } from './step-fields';

/** Where the provider stands in the form; 'abgeben': at its end. */
type EditStep = ReportStep | 'abgeben';

export interface EditReportProps {
  readonly report: Report;
  readonly answers: ReportAnswers;
  readonly frame: ReportFrame;
  readonly step: EditStep;
  readonly typed: TypedValues;
  /** What is still missing, a sentence each with its step; null: mended elsewhere. */
  readonly gaps: readonly { readonly step: ReportStep | null; readonly text: string }[];
  /** Words that should not be there, a sentence per step. */
  readonly warnings: readonly { readonly step: ReportStep; readonly text: string }[];
  readonly moves: readonly ReportMove[];
  readonly today: string;
  readonly isSaved: boolean;
  readonly reply: (FormReply & { readonly basedOn?: string }) | undefined;
}

/** The provider writes a report: one topic per step, and at the end the check before it is handed in. */
export function EditReportPage(props: EditReportProps) {
  const { report, frame, step, moves, isSaved, reply } = props;
  return (
    <ReportPage {...props}>
      <div className="mp-cols mp-cols--form">
        <Steps {...props} />
        <div className="mp-stack">
          {isSaved && !reply && (
            <SavedMessage message="Entwurf gespeichert. Der Bericht ist noch nicht abgegeben." />
          )}
          {report.state === 'returned' && <Remarks moves={moves} />}
          {step === 'abgeben' ? <SubmitStep {...props} /> : <FieldStep {...props} step={step} />}
          <FrameSection frame={frame} withProgress={step === 'abgeben' && report.kind === 'final'} />
          <ReportMoves moves={moves} />
        </div>
        <aside aria-label="Hinweise">
          <section className="mp-panel mp-panel--quiet">
            <h2 className="kern-heading-small">Was hierher gehört</h2>
            <p className="mp-small">
              Nur was das Jobcenter für den weiteren Weg braucht. Keine Diagnosen, keine Angaben über Dritte,
              keine Beratungsinhalte.
            </p>
            <p className="mp-small">
              Den Bericht erhält {report.caseworkerName}. Zeitraum, Kontakte, Schritte und Hilfen kommen aus
              den Aufzeichnungen.
            </p>
          </section>
        </aside>
      </div>
    </ReportPage>
  );
}

/** After submission the provider reads what was handed in, until its reporting period is over. */
export function SubmittedReportPage(
  props: Pick<EditReportProps, 'report' | 'answers' | 'frame' | 'moves' | 'today'> & {
    readonly hasPaper: boolean;
    readonly saved: string | null;
  },
) {
  const { report, answers, frame, moves, saved } = props;
  return (
    <ReportPage {...props}>
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        <p className="mp-lead">
          {report.state === 'accepted'
            ? 'Das Jobcenter hat den Bericht angenommen.'
            : 'Der Bericht liegt beim Jobcenter. Es nimmt ihn an oder gibt ihn mit Anmerkungen zurück.'}
        </p>
        {props.hasPaper && (
          <p>
            <a className="mp-a" href={paths.providerReportPaper(report.id)}>
              Bericht als PDF öffnen
            </a>
          </p>
        )}
        <AnswersSection kind={report.kind} answers={answers} frame={frame} />
        <FrameSection frame={frame} withProgress={report.kind === 'final'} />
        <ReportMoves moves={moves} />
      </div>
    </ReportPage>
  );
}

function ReportPage({
  report,
  today,
  children,
}: Pick<EditReportProps, 'report' | 'today'> & { readonly children: ReactNode }) {
  const isLate = overdueDays(report, today) > 0;
  return (
    <Page
      title={reportName(report)}
      crumbs={[{ to: paths.providerReports(), label: 'Berichte' }]}
      meta={
        <>
          <span>
            {report.firstName} {report.lastName}
          </span>
          <span>{report.measureTitle}</span>
          <span>{stateNames[report.state]}</span>
          {isLate ? (
            <Badge kind="danger">{dueText(report, today)}</Badge>
          ) : (
            report.submittedOn === null && <span>{dueText(report, today)}</span>
          )}
        </>
      }
    >
      {children}
    </Page>
  );
}

function Steps({ report, step, gaps }: EditReportProps) {
  const all: readonly EditStep[] = [...stepsOf[report.kind], 'abgeben'];
  return (
    <nav aria-label="Schritte">
      <ol className="mp-steps">
        {all.map((one) => {
          const open = gaps.filter((gap) => gap.step === one).length;
          return (
            <li
              key={one}
              data-z={one === 'abgeben' ? undefined : open > 0 ? 'fehler' : 'fertig'}
              aria-current={one === step ? 'step' : undefined}
            >
              <span>
                {one === step ? (
                  stepTitles[one]
                ) : (
                  <Link className="mp-a" to={`?schritt=${one}`}>
                    {stepTitles[one]}
                  </Link>
                )}
                {open > 0 && (
                  <span className="mp-small mp-quiet">
                    <br />
                    {open === 1 ? '1 Angabe offen' : `${open} Angaben offen`}
                  </span>
                )}
                {open === 0 && one !== 'abgeben' && <span className="kern-sr-only"> (vollständig)</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Remarks({ moves }: { readonly moves: readonly ReportMove[] }) {
  const last = moves.find(({ deed }) => deed === 'returned');
  return (
    <Alert kind="warning" title="Das Jobcenter hat den Bericht zurückgegeben">
      <p>{last?.remarks}</p>
    </Alert>
  );
}

function FieldStep({
  report,
  frame,
  step,
  typed,
  warnings,
  reply,
}: EditReportProps & { readonly step: ReportStep }) {
  const here = warnings.find((warning) => warning.step === step);
  const isLast = stepsOf[report.kind].at(-1) === step;
  return (
    <>
      <h2 className="kern-heading-small">{stepTitles[step]}</h2>
      {here && <WordWarning text={here.text} />}
      <PortalForm
        key={step}
        schema={stepForms[step]}
        initial={typed}
        reply={reply}
        hidden={{ basedOn: reply?.basedOn ?? String(report.version) }}
        submit={isLast ? 'Speichern und prüfen' : 'Speichern und weiter'}
        secondary={
          <button className="kern-btn kern-btn--secondary" name="then" value="stay">
            <span className="kern-label">Entwurf speichern</span>
          </button>
        }
      >
        {stepFields[step](frame)}
      </PortalForm>
    </>
  );
}

function WordWarning({ text }: { readonly text: string }) {
  return (
    <Alert kind="warning" title="Der Text enthält Wörter, die nicht in einen Bericht gehören könnten">
      <p>{text} Schreiben Sie es anders, wenn es so gemeint ist. Sie können trotzdem abgeben.</p>
    </Alert>
  );
}

function SubmitStep({ report, answers, frame, gaps, warnings, reply }: EditReportProps) {
  return (
    <>
      <h2 className="kern-heading-small">Prüfen und abgeben</h2>
      {gaps.length > 0 && (
        <Alert
          kind="warning"
          title={gaps.length === 1 ? '1 Angabe ist noch offen' : `${gaps.length} Angaben sind noch offen`}
        >
          <ul className="kern-list kern-list--bullet">
            {gaps.map(({ step, text }) => (
              <li key={text}>
                {step === null ? (
                  <Link className="mp-a" to={paths.participant(report.allocationId)}>
                    {text}
                  </Link>
                ) : (
                  <Link className="mp-a" to={`?schritt=${step}`}>
                    {text}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {warnings.map(({ step, text }) => (
        <WordWarning key={step} text={`${stepTitles[step]}: ${text}`} />
      ))}
      <AnswersSection kind={report.kind} answers={answers} frame={frame} />
      <p>
        <a className="mp-a" href={`${paths.providerReportPaper(report.id)}?entwurf=1`}>
          Entwurf als PDF öffnen
        </a>
      </p>
      {gaps.length === 0 && (
        <PortalForm
          key="abgeben"
          schema={submitForm}
          reply={reply}
          hidden={{ basedOn: reply?.basedOn ?? String(report.version) }}
          submit="Bericht abgeben"
        >
          <p>
            Mit der Abgabe wird der Bericht mit den Aufzeichnungen von heute festgehalten und als PDF
            aufbewahrt. Empfänger: {report.caseworkerName}
            {answers.copyForPerson ? ' und die Person selbst' : ''}.
          </p>
        </PortalForm>
      )}
    </>
  );
}
