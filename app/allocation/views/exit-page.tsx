import { Link } from '@remix-run/react';
import { Alert, Facts } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { DateField, SelectField, TextField } from '~/ui/form/fields';
import { type FormReply, PortalForm } from '~/ui/form/portal-form';
import { Page } from '~/ui/page';
import { formatDay, formatPeriod, nextDay } from '~/values/calendar';
import { type AllocationState, type ExitReason, exitReasons } from '../allocation';
import { exitForm } from '../exit-forms';
import { exitReasonNames, stateNames } from '../words';

interface Exiting {
  readonly firstName: string;
  readonly lastName: string;
  /** Null: internal case management. */
  readonly measureTitle: string | null;
  readonly state: AllocationState;
  readonly starts: string;
  readonly ends: string | null;
  readonly exitedOn: string | null;
  readonly exitReason: ExitReason | null;
  readonly deliveredOn: string | null;
  readonly finalReportDays: number | null;
}

interface Props {
  readonly exiting: Exiting;
  /** Whether the actor may (still) change something here. */
  readonly mayWrite: boolean;
  readonly crumbs: readonly { readonly to: string; readonly label: string }[];
  /** Where "Abbrechen" leads. */
  readonly back: string;
  readonly saved: string | null;
  readonly reply: FormReply | undefined;
}

/** Ends a participation, or corrects the exit that is there; says what changes with it. */
export function ExitPage(props: Props) {
  const { exiting } = props;
  const isCorrection = exiting.exitedOn !== null;
  return (
    <Page
      title={isCorrection ? 'Abgang berichtigen' : 'Abgang eintragen'}
      crumbs={props.crumbs}
      meta={<span>{stateNames[exiting.state]}</span>}
    >
      <div className="mp-stack">
        <div className="mp-identity">
          <strong>
            {exiting.firstName} {exiting.lastName}
          </strong>
          <dl>
            <div>
              <dt>Maßnahme</dt>
              <dd>{exiting.measureTitle ?? 'Fallmanagement'}</dd>
            </div>
            <div>
              <dt>Zeitraum</dt>
              <dd>
                {exiting.ends === null
                  ? `seit ${formatDay(exiting.starts)}`
                  : formatPeriod(exiting.starts, exiting.ends)}
              </dd>
            </div>
          </dl>
        </div>
        {props.saved && <SavedMessage message={props.saved} />}
        {isCorrection && <PresentExit exiting={exiting} />}
        {props.mayWrite ? (
          <ExitFormPart {...props} isCorrection={isCorrection} />
        ) : (
          <Alert
            kind="info"
            title={
              isCorrection
                ? 'Die Teilnahme ist abgeschlossen. Berichtigen kann den Abgang jetzt nur das Jobcenter.'
                : 'Die Zuweisung läuft nicht. Ein Abgang lässt sich nicht eintragen.'
            }
          />
        )}
      </div>
    </Page>
  );
}

function PresentExit({ exiting }: { readonly exiting: Exiting }) {
  const { exitedOn, exitReason, ends } = exiting;
  return (
    <Facts
      facts={[
        { label: 'Letzter Tag', value: exitedOn && formatDay(exitedOn) },
        { label: 'Grund', value: exitReason && exitReasonNames[exitReason] },
        ...(ends === null
          ? []
          : [{ label: 'Platz frei ab', value: exitedOn && formatDay(nextDay(exitedOn)) }]),
      ]}
    />
  );
}

function ExitFormPart({ exiting, isCorrection, back, reply }: Props & { readonly isCorrection: boolean }) {
  return (
    <>
      <ul className="kern-list kern-list--bullet">
        {consequences(exiting, isCorrection).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <PortalForm
        schema={exitForm}
        reply={reply}
        submit={isCorrection ? 'Abgang berichtigen' : 'Abgang eintragen'}
        initial={
          isCorrection && exiting.exitedOn && exiting.exitReason
            ? { exitedOn: formatDay(exiting.exitedOn), reason: exiting.exitReason }
            : {}
        }
        secondary={
          <Link className="kern-btn kern-btn--tertiary" to={back}>
            <span className="kern-label">Abbrechen</span>
          </Link>
        }
      >
        <DateField
          name="exitedOn"
          label={exiting.ends === null ? 'Letzter Tag der Betreuung' : 'Letzter Tag in der Maßnahme'}
        />
        <SelectField
          name="reason"
          label="Grund des Abgangs"
          choices={exitReasons.map((value) => ({ value, label: exitReasonNames[value] }))}
        />
        <TextField
          name="note"
          label={isCorrection ? 'Warum wird berichtigt?' : 'Anmerkung zum Grund'}
          hint="Keine Diagnosen, keine Angaben über Dritte."
          optional={!isCorrection}
        />
      </PortalForm>
    </>
  );
}

/** What changes, a sentence each (rule X8). */
function consequences({ ends, deliveredOn, finalReportDays }: Exiting, isCorrection: boolean): string[] {
  if (isCorrection) {
    return [
      'Der bisherige Tag und Grund bleiben im Verlauf stehen.',
      ...(ends === null
        ? []
        : [
            'Ein späterer Tag ist nur möglich, wenn der Platz dann noch frei ist.',
            'Gestellte Rechnungen bleiben; unterscheiden sich die Tage, entsteht daraus eine Korrekturrechnung.',
          ]),
    ];
  }
  if (ends === null) return ['Die Betreuung endet. Das lässt sich berichtigen, aber nicht zurücknehmen.'];
  return [
    'Der Platz ist ab dem Tag nach dem letzten Tag frei.',
    deliveredOn === null
      ? 'Es hat kein Kontakt stattgefunden: Ein Abschlussbericht entfällt, die Teilnahme ist damit beendet.'
      : `Der Abschlussbericht des Trägers ist ${finalReportDays ?? 14} Tage nach dem letzten Tag fällig.`,
    'Der Abgang lässt sich berichtigen, aber nicht zurücknehmen.',
  ];
}
