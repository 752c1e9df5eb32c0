import { Link } from '@remix-run/react';
import { reportName } from '~/allocation/words';
import { Alert, Badge, Facts } from '~/ui/data';
import { DateField, RadioField, TextAreaField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { decisionForm } from '../forms';
import type { Report, ReportContent, ReportMove } from '../report';
import { overdueDays } from '../rules/deadlines';
import { dueText, stateNames } from '../words';
import { AnswersSection } from './answers-section';
import { FrameSection } from './frame-section';
import { ReportMoves } from './report-moves';

interface Props {
  readonly report: Report;
  readonly content: ReportContent;
  readonly moves: readonly ReportMove[];
  readonly hasPaper: boolean;
  readonly today: string;
  readonly mayDecide: boolean;
  readonly reply: FormReply | undefined;
}

/** The jobcenter reads a report and accepts it or gives it back. */
export function ReadReportPage({ report, content, moves, hasPaper, today, mayDecide, reply }: Props) {
  const { answers, frame } = content;
  const isThere = report.state === 'submitted' || report.state === 'accepted';
  return (
    <Page
      title={reportName(report)}
      crumbs={[{ to: paths.reports(), label: 'Berichte' }]}
      meta={
        <>
          <span>
            {report.firstName} {report.lastName}
          </span>
          <span>{report.measureTitle}</span>
          <span>{stateNames[report.state]}</span>
          {overdueDays(report, today) > 0 && <Badge kind="danger">{dueText(report, today)}</Badge>}
        </>
      }
    >
      <div className="mp-stack">
        <Facts
          facts={[
            {
              label: 'Person',
              value: (
                <Link className="mp-a" to={paths.allocation(report.allocationId)}>
                  Zuweisung öffnen
                </Link>
              ),
            },
            { label: 'Fällig am', value: formatDay(report.dueOn) },
            {
              label: 'Abgegeben am',
              value: report.submittedOn === null ? 'noch nicht' : formatDay(report.submittedOn),
            },
          ]}
        />
        {hasPaper && (
          <p>
            <a className="mp-a" href={paths.reportPaper(report.id)}>
              Bericht als PDF öffnen
            </a>
          </p>
        )}
        {report.state === 'returned' && (
          <Alert kind="info" title="Der Bericht liegt zur Überarbeitung beim Träger">
            <p>Das PDF zeigt die zuletzt abgegebene Fassung.</p>
          </Alert>
        )}
        {report.state === 'open' && (
          <p className="mp-lead">Der Träger hat den Bericht noch nicht abgegeben.</p>
        )}
        {isThere && frame && (
          <>
            <AnswersSection kind={report.kind} answers={answers} frame={frame} />
            <FrameSection frame={frame} withProgress={report.kind === 'final'} />
          </>
        )}
        {report.state === 'submitted' && mayDecide && <Decide report={report} reply={reply} />}
        <ReportMoves moves={moves} />
      </div>
    </Page>
  );
}

function Decide({ report, reply }: Pick<Props, 'report' | 'reply'>) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Entscheiden</h2>
      <PortalForm schema={decisionForm} reply={reply} submit="Entscheidung festhalten">
        <RadioField
          name="decision"
          label="Entscheidung"
          choices={[
            {
              value: 'accept',
              label: 'Bericht annehmen',
              hint:
                report.kind === 'final'
                  ? 'Die Zuweisung ist damit abgeschlossen. Der Träger sieht die Person noch bis zum Ende der Frist für Rückfragen.'
                  : 'Danach wird der nächste Zwischenbericht fällig, solange die Zuweisung läuft.',
            },
            {
              value: 'return',
              label: 'Bericht zurückgeben',
              hint: 'Der Träger überarbeitet ihn und gibt ihn neu ab.',
            },
          ]}
        />
        <TextAreaField
          name="remarks"
          label="Anmerkungen für den Träger"
          hint="Nötig bei einer Rückgabe: was zu ergänzen oder zu ändern ist. Keine Diagnosen, keine Angaben über Dritte."
          rows={3}
          optional
        />
        <DateField name="newDueOn" label="Neu abzugeben bis" optional />
      </PortalForm>
    </section>
  );
}
