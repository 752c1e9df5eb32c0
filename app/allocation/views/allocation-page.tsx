import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge, DataTable, type Fact, Facts } from '~/ui/data';
import { needLabel } from '~/clients/needs';
import { languageName } from '~/clients/languages';
import { SavedMessage } from '~/ui/form/error-summary';
import { formatMoment } from '~/ui/moment';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { describeTerm, formatDay, formatPeriod } from '~/values/calendar';
import { isOpen } from '../allocation';
import type { AllocationFacts, AllocationWords } from '../allocation-page';
import type { NextStep } from '../rules/next';
import {
  deedNames,
  exitReasonNames,
  progressNames,
  reportName,
  reportStateNames,
  settledReasonNames,
  settlerNames,
  stateNames,
  stateText,
} from '../words';

interface Props {
  readonly facts: AllocationFacts;
  readonly words: AllocationWords;
  readonly identity: ReactNode;
  readonly next: readonly NextStep[];
  readonly today: string;
  readonly saved: string | null;
  /** In charge, and the allocation runs. */
  readonly mayChange: boolean;
  /** Nobody has been there yet: it can still come to nothing. */
  readonly maySettle: boolean;
  /** What other rooms know of it. */
  readonly children?: ReactNode;
}

/** One allocation: where and how long, what is next, who did what. */
export function AllocationPage(props: Props) {
  const { facts, words, next, today, mayChange, maySettle } = props;
  return (
    <Page
      title={`Zuweisung: ${facts.measureTitle ?? 'Fallmanagement (bFM)'}`}
      crumbs={[{ to: paths.allocations(), label: 'Zuweisungen' }]}
      meta={<span>{stateText(facts, today)}</span>}
      actions={
        mayChange && (
          <>
            <Link
              className="kern-btn kern-btn--secondary"
              to={paths.allocationStep(facts.id, 'verlaengerung')}
            >
              <span className="kern-label">Verlängern …</span>
            </Link>
            {maySettle && (
              <Link
                className="kern-btn kern-btn--secondary"
                to={paths.allocationStep(facts.id, 'nicht-angetreten')}
              >
                <span className="kern-label">Nicht angetreten …</span>
              </Link>
            )}
          </>
        )
      }
    >
      {props.identity}
      {props.saved && <SavedMessage message={props.saved} />}
      {next.length > 0 && <NextSection next={next} today={today} />}
      <section className="mp-sec">
        <h2 className="kern-heading-small">Maßnahme, Platz und Zeit</h2>
        <Facts facts={factsOf(facts)} />
        <p className="mp-small">
          <Link className="mp-a" to={paths.client(facts.clientId)}>
            Person öffnen
          </Link>
          {facts.slug !== null && (
            <>
              {' · '}
              <Link className="mp-a" to={paths.measure(facts.slug)}>
                Maßnahme ansehen
              </Link>
            </>
          )}
        </p>
      </section>
      {props.children}
      <WordsSection facts={facts} words={words} />
      <WorkSection words={words} today={today} isRunning={isOpen(facts.state)} />
      <HistorySection moves={words.moves} />
    </Page>
  );
}

function NextSection({ next, today }: Pick<Props, 'next' | 'today'>) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Als Nächstes</h2>
      <ul className="kern-list kern-list--bullet">
        {next.map((step) => (
          <li key={`${step.what} ${step.reportNo ?? ''} ${step.dueOn}`}>
            {stepText(step)}{' '}
            {step.dueOn < today && step.what !== 'confirm' && step.what !== 'firstContact' ? (
              <Badge kind="danger">überfällig seit {formatDay(step.dueOn)}</Badge>
            ) : (
              `(${formatDay(step.dueOn)})`
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stepText({ what, reportNo }: NextStep): string {
  switch (what) {
    case 'confirm':
      return 'Träger bestätigt den Platz und den ersten Termin';
    case 'firstContact':
      return 'Erster Kontakt beim Träger';
    case 'submitReport':
      return `Träger gibt den ${reportName({ no: reportNo ?? 0 })} ab`;
    case 'acceptReport':
      return `${reportName({ no: reportNo ?? 0 })} prüfen und annehmen`;
    case 'end':
      return 'Vorgesehener letzter Tag';
  }
}

function factsOf(facts: AllocationFacts): Fact[] {
  const day = (value: string | null) => value && formatDay(value);
  const place =
    facts.site === null
      ? null
      : facts.groupName === null
        ? `${facts.site}, Platz ${facts.placeNo ?? ''}`
        : `${facts.groupName}, ${facts.site}, Platz ${facts.placeNo ?? ''}`;
  return [
    ...(facts.slug === null
      ? []
      : [
          { label: 'Träger', value: facts.providerName },
          { label: 'Vertrag', value: facts.contractNumber },
          { label: 'Platz', value: place },
        ]),
    { label: 'Zugewiesen am', value: day(facts.allocatedOn) },
    facts.ends === null
      ? { label: 'Beginn', value: day(facts.starts) }
      : {
          label: 'Vorgesehen',
          value: `${formatPeriod(facts.starts, facts.ends)} (${describeTerm(facts.starts, facts.ends)})`,
        },
    ...(facts.slug === null
      ? []
      : [
          { label: 'Vom Träger bestätigt', value: day(facts.confirmedOn) ?? 'noch nicht' },
          { label: 'Erster Kontakt', value: day(facts.firstContactOn) ?? 'noch nicht' },
        ]),
    ...(facts.clearingUntil === null ? [] : [{ label: 'Clearing bis', value: day(facts.clearingUntil) }]),
    ...(facts.exitedOn === null
      ? []
      : [
          {
            label: 'Abgang',
            value: `${formatDay(facts.exitedOn)}${facts.exitReason ? `, ${exitReasonNames[facts.exitReason]}` : ''}`,
          },
        ]),
    ...(facts.settledOn === null
      ? []
      : [
          {
            label: stateNames[facts.state],
            value: `${formatDay(facts.settledOn)}${facts.settledBy ? `, ${settlerNames[facts.settledBy]}` : ''}${facts.settledReason ? `: ${settledReasonNames[facts.settledReason]}` : ''}`,
          },
        ]),
  ];
}

function WordsSection({
  facts,
  words,
}: {
  readonly facts: AllocationFacts;
  readonly words: AllocationWords;
}) {
  const { decision, disclosure, needs } = words;
  return (
    <>
      {decision && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Entscheidung</h2>
          <Facts
            facts={[
              { label: 'Warum diese Maßnahme', value: decision.reason },
              ...optional('Abgrenzung zum anderen Angebot', decision.overlapReason),
              ...optional('Grund der früheren Aufnahme', decision.earlierReason),
              ...optional('Grund der nachträglichen Zuweisung', decision.backdateReason),
              { label: 'Entschieden von', value: decision.byName },
            ]}
          />
          <p>
            {words.hasLetter ? (
              <a className="mp-a" href={paths.allocationLetter(facts.id)}>
                Zuweisungsschreiben als PDF öffnen
              </a>
            ) : (
              'Zu dieser Zuweisung gibt es kein Schreiben.'
            )}
          </p>
        </section>
      )}
      {disclosure && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Was der Träger erfährt</h2>
          <Facts
            facts={[
              { label: 'Worum es geht', value: disclosure.purpose },
              ...optional('Vereinbarte Ziele', disclosure.goals),
              ...optional('Kontakt', disclosure.contact),
              ...optional(
                'Sprachmittlung',
                disclosure.interpreterLanguage && languageName(disclosure.interpreterLanguage),
              ),
              ...optional('Was die Person vor Ort braucht', disclosure.accessibility),
              ...optional('Bedarfsgemeinschaft', disclosure.householdNumber),
            ]}
          />
        </section>
      )}
      {needs.length > 0 && (
        <section className="mp-sec">
          <h2 className="kern-heading-small">Woran gearbeitet wird</h2>
          <DataTable
            caption="Handlungsbedarfe dieser Zuweisung"
            captionHidden
            cards
            rows={needs}
            rowKey={({ key }) => key}
            columns={[
              { key: 'need', head: 'Handlungsbedarf', cell: ({ key }) => needLabel(key) },
              {
                key: 'progress',
                head: 'Fortschritt',
                cell: ({ progress, isRemoved }) =>
                  isRemoved
                    ? 'behoben'
                    : progress === null
                      ? 'noch nicht beurteilt'
                      : progressNames[progress],
              },
            ]}
          />
        </section>
      )}
    </>
  );
}

function optional(label: string, value: string | null): Fact[] {
  return value === null ? [] : [{ label, value }];
}

interface WorkProps {
  readonly words: AllocationWords;
  readonly today: string;
  readonly isRunning: boolean;
}

function WorkSection({ words: { attendance, contacts, reports }, today, isRunning }: WorkProps) {
  if (contacts.agreed === 0 && attendance === null && reports.length === 0) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">
        {attendance === null ? 'Kontakte und Berichte' : 'Teilnahme und Berichte'}
      </h2>
      {attendance !== null && (
        <p>
          Anwesend an {attendance.present} von {attendance.recorded} eingetragenen Terminen der Gruppe.
        </p>
      )}
      {(attendance === null || contacts.agreed > 0) && <p>{contactsText(contacts)}</p>}
      {reports.length > 0 && (
        <DataTable
          caption="Berichte des Trägers"
          cards
          rows={reports}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: 'Bericht',
              cell: ({ id, no }) => (
                <Link className="mp-a" to={paths.report(id)}>
                  {reportName({ no })}
                </Link>
              ),
            },
            { key: 'due', head: 'Fällig am', cell: ({ dueOn }) => formatDay(dueOn) },
            {
              key: 'state',
              head: 'Stand',
              cell: ({ state, dueOn, kind }) =>
                state === 'open' && dueOn < today && (isRunning || kind === 'final') ? (
                  <Badge kind="danger">überfällig</Badge>
                ) : (
                  reportStateNames[state]
                ),
            },
          ]}
        />
      )}
    </section>
  );
}

function HistorySection({ moves }: Pick<AllocationWords, 'moves'>) {
  if (moves.length === 0) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Verlauf</h2>
      <DataTable
        caption="Wer was getan hat"
        captionHidden
        cards
        rows={moves}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', head: 'Wann', cell: ({ movedAt }) => formatMoment(movedAt) },
          { key: 'deed', head: 'Was', cell: ({ deed }) => deedNames[deed] },
          { key: 'day', head: 'Tag', cell: ({ day }) => (day === null ? '–' : formatDay(day)) },
          { key: 'reason', head: 'Grund', cell: ({ reason }) => reason ?? '–' },
          { key: 'by', head: 'Wer', cell: ({ byName }) => byName },
        ]}
      />
    </section>
  );
}

function contactsText({ agreed, held, lastHeldOn }: AllocationWords['contacts']): string {
  if (agreed === 0) return 'Es ist noch kein Kontakt eingetragen.';
  const last = lastHeldOn === null ? '' : `, zuletzt am ${formatDay(lastHeldOn)}`;
  return `${held} von ${agreed} vereinbarten Kontakten fanden statt${last}.`;
}
