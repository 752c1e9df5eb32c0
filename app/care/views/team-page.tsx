import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge, DataTable, type Column } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { Page } from '~/ui/page';
import { formatMoment } from '~/ui/moment';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { germanDecimal } from '~/values/decimal';
import { monthText, sinceText } from '../words';

/** One case manager, in finished figures. */
export interface LoadRow {
  readonly accountId: string;
  readonly name: string;
  readonly postPercent: number;
  readonly under25: number;
  readonly from25: number;
  readonly key: number;
  readonly posts: number;
  readonly clearing: number;
  readonly freeUnder25: number;
  readonly freeFrom25: number;
  readonly isOver: boolean;
  readonly extended: number;
  readonly mostExtended: number | null;
}

/** Something that waits for the lead, or deviates. */
export interface TaskRow {
  readonly key: string;
  readonly what: string;
  readonly customerNumber: string;
  readonly responsibleName: string;
  /** Words and a day: "fällig am 12.03.2026". */
  readonly when: string;
  readonly isLate: boolean;
  /** Where it is done, and the verb that does it. */
  readonly to: string;
  readonly verb: string;
}

interface WaitRow {
  readonly clientId: string;
  readonly customerNumber: string;
  readonly responsibleName: string;
  readonly since: string;
  readonly days: number;
  readonly isLate: boolean;
}

export interface CheckRow {
  readonly kind: 'caseload' | 'waiting';
  readonly label: string;
  readonly done: { readonly byName: string; readonly at: string } | null;
}

export interface TeamPageProps {
  readonly teamName: string;
  readonly bookName: string | null;
  readonly month: string;
  /** The key differs by age. */
  readonly countsByAge: boolean;
  readonly loads: readonly LoadRow[];
  readonly free: { readonly freeUnder25: number; readonly freeFrom25: number };
  readonly tasks: readonly TaskRow[];
  readonly deviations: readonly TaskRow[];
  readonly waits: readonly WaitRow[];
  /** Days after which takeover should have followed; null: no such rule. */
  readonly mostWaitDays: number | null;
  readonly checks: readonly CheckRow[];
  readonly saved: string | null;
}

/** A team lead's day: what waits for a word, what deviates, how full the posts are, who waits. */
export function TeamPage(props: TeamPageProps) {
  const { teamName, bookName, tasks, deviations, loads } = props;
  return (
    <Page
      title={teamName}
      meta={<span>{bookName ? `Regelwerk ${bookName}` : 'Es ist kein Regelwerk gewählt'}</span>}
    >
      {props.saved && <SavedMessage message={props.saved} />}
      <Section title="Wartet auf Ihre Entscheidung">
        {tasks.length === 0 ? (
          <p>Zurzeit wartet nichts auf Sie.</p>
        ) : (
          <TaskTable caption="Wartet auf Ihre Entscheidung" rows={tasks} />
        )}
      </Section>
      <Section title="Überfällig und bald fällig">
        {deviations.length === 0 ? (
          <p>Keine Überprüfung ist fällig, kein Clearing läuft ab.</p>
        ) : (
          <TaskTable caption="Überfällig und bald fällig" rows={deviations} />
        )}
      </Section>
      <Section title="Auslastung">
        {!bookName ? (
          <p>
            Ohne Regelwerk gibt es keinen Schlüssel. Die Administration wählt es unter Verwaltung, Regelwerk.
          </p>
        ) : loads.length === 0 ? (
          <p>
            In diesem Team arbeitet kein Fallmanagement. Die Administration ordnet unter Verwaltung, Jobcenter
            zu.
          </p>
        ) : (
          <Loads {...props} />
        )}
      </Section>
      <Waits {...props} />
      {props.checks.length > 0 && <Checks {...props} />}
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">{title}</h2>
      {children}
    </section>
  );
}

function TaskTable({ caption, rows }: { readonly caption: string; readonly rows: readonly TaskRow[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      cards
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', head: 'Was', cell: ({ what }) => what },
        { key: 'number', head: 'Kundennummer', cell: ({ customerNumber }) => customerNumber },
        { key: 'who', head: 'Zuständig', cell: ({ responsibleName }) => responsibleName },
        {
          key: 'when',
          head: 'Wann',
          cell: ({ when, isLate }) => (
            <>
              {when} {isLate && <Badge kind="danger">überfällig</Badge>}
            </>
          ),
        },
        {
          key: 'do',
          head: 'Öffnen',
          cell: ({ to, verb, customerNumber }) => (
            <Link className="mp-a" to={to}>
              {verb}
              <span className="kern-sr-only">: Kundennummer {customerNumber}</span>
            </Link>
          ),
        },
      ]}
    />
  );
}

function Loads({ loads, free, countsByAge }: TeamPageProps) {
  const hasLimit = loads.some(({ mostExtended }) => mostExtended !== null);
  return (
    <>
      <DataTable
        caption="Auslastung je Stelle"
        captionHidden
        cards
        rows={loads}
        rowKey={({ accountId }) => accountId}
        columns={loadColumns(countsByAge, hasLimit)}
      />
      <p className="mp-small">
        Frei im ganzen Team: {freeText(free, countsByAge)}. Personen im Clearing zählen nicht im Schlüssel
        (Regel C6). Freie Plätze sind immer abgerundet (Regel C3).
        {countsByAge &&
          ' Gemischte Auslastung: Fälle unter 25 und ab 25, je geteilt durch ihren Schlüssel (Regel C4).'}
      </p>
    </>
  );
}

function loadColumns(countsByAge: boolean, hasLimit: boolean): Column<LoadRow>[] {
  return [
    { key: 'name', head: 'Fallmanagement', cell: ({ name }) => name },
    {
      key: 'post',
      head: 'Stellenanteil',
      numeric: true,
      cell: ({ postPercent }) => `${postPercent} %`,
    },
    {
      key: 'cases',
      head: countsByAge ? 'Fälle (unter 25 + ab 25)' : 'Fälle',
      numeric: true,
      cell: ({ under25, from25 }) =>
        countsByAge ? `${under25 + from25} (${under25} + ${from25})` : String(under25 + from25),
    },
    { key: 'key', head: 'Schlüssel', numeric: true, cell: ({ key }) => oneDecimal(key) },
    {
      key: 'load',
      head: 'Auslastung',
      cell: ({ posts, postPercent, isOver }) => (
        <>
          {Math.round((posts * 10_000) / postPercent)} % {isOver && <Badge kind="warning">überlastet</Badge>}
        </>
      ),
    },
    { key: 'free', head: 'Frei', cell: (row) => freeText(row, countsByAge) },
    { key: 'clearing', head: 'Im Clearing', numeric: true, cell: ({ clearing }) => String(clearing) },
    ...(hasLimit
      ? [
          {
            key: 'extended',
            head: 'Über zwei Jahre',
            cell: ({ extended, mostExtended }: LoadRow) => (
              <>
                {extended} von höchstens {mostExtended ?? 0}{' '}
                {extended > (mostExtended ?? 0) && <Badge kind="warning">darüber</Badge>}
              </>
            ),
          },
        ]
      : []),
  ];
}

function oneDecimal(value: number): string {
  return germanDecimal(Math.round(value * 10) / 10);
}

function freeText(
  { freeUnder25, freeFrom25 }: Pick<LoadRow, 'freeUnder25' | 'freeFrom25'>,
  countsByAge: boolean,
): string {
  return countsByAge ? `${freeFrom25} ab 25 oder ${freeUnder25} unter 25` : String(freeFrom25);
}

function Waits({ waits, mostWaitDays }: TeamPageProps) {
  return (
    <Section title="Warteliste">
      {waits.length === 0 ? (
        <p>Es wartet niemand auf die Übernahme.</p>
      ) : (
        <DataTable
          caption="Warteliste, am längsten wartend zuerst"
          captionHidden
          cards
          rows={waits}
          rowKey={({ clientId }) => clientId}
          columns={[
            {
              key: 'number',
              head: 'Kundennummer',
              cell: ({ clientId, customerNumber }) => (
                <Link className="mp-a" to={paths.care(clientId)}>
                  {customerNumber}
                </Link>
              ),
            },
            { key: 'since', head: 'Vorgemerkt am', cell: ({ since }) => formatDay(since) },
            {
              key: 'days',
              head: 'Wartet',
              cell: ({ days, isLate }) => (
                <>
                  {sinceText(days)}{' '}
                  {isLate && <Badge kind="warning">länger als {mostWaitDays ?? 0} Tage</Badge>}
                </>
              ),
            },
            {
              key: 'who',
              head: 'Bis dahin zuständig',
              cell: ({ responsibleName }) => responsibleName,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Checks({ checks, month }: TeamPageProps) {
  return (
    <Section title={`Monatsprüfung ${monthText(month)}`}>
      <DataTable
        caption={`Monatsprüfung ${monthText(month)}`}
        captionHidden
        cards
        rows={checks}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'what', head: 'Was', cell: ({ label }) => label },
          {
            key: 'done',
            head: 'Stand',
            cell: ({ done }) =>
              done ? (
                `geprüft, ${done.byName}, ${formatMoment(done.at)}`
              ) : (
                <Badge kind="warning">steht aus</Badge>
              ),
          },
          {
            key: 'do',
            head: 'Erledigen',
            cell: ({ kind, label, done }) =>
              done ? (
                '–'
              ) : (
                <Form method="post">
                  <input type="hidden" name="kind" value={kind} />
                  <button className="kern-btn kern-btn--tertiary">
                    <span className="kern-label">
                      Als geprüft festhalten<span className="kern-sr-only">: {label}</span>
                    </span>
                  </button>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  );
}
