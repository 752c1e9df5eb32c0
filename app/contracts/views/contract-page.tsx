import { Link } from '@remix-run/react';
import { Badge, DataTable, Facts } from '~/ui/data';
import { SavedMessage } from '~/ui/form/error-summary';
import { formatMoment } from '~/ui/moment';
import { MoveHistory } from '~/ui/move-history';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import { describeTerm, formatDay, formatPeriod } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { Contract, ContractMove, ContractOption, ContractTask } from '../contract';
import { contractTaskQuery } from '../tasks';
import { deedText, dueText, optionStateNames, priceText, stateNames, taskText } from '../words';
import { germanDecimal } from '~/values/decimal';
import { NobodyTakenIn, Obstacles } from './contract-alerts';

interface YearAmount {
  readonly fiscalYear: number;
  readonly cents: number;
}

export interface ContractPageProps {
  readonly contract: Contract;
  readonly productName: string;
  readonly sourceName: string;
  /** The price of the term and of each option by fiscal year. */
  readonly price: {
    readonly term: readonly YearAmount[];
    readonly options: readonly (readonly YearAmount[])[];
  };
  readonly awardedCents: number;
  readonly places: readonly {
    readonly site: string;
    readonly from: number;
    readonly to: number;
    readonly validFrom: string;
    readonly validTo: string;
  }[];
  /** What stands between the draft and its signing, a sentence each. */
  readonly obstacles: readonly string[];
  /** Money is among them. */
  readonly lacksMoney: boolean;
  readonly tasks: readonly ContractTask[];
  readonly moves: readonly ContractMove[];
  readonly today: string;
  readonly mayEdit: boolean;
  readonly saved: string | null;
}

/** One contract: what is agreed, what it costs, what must be decided, who did what. */
export function ContractPage(props: ContractPageProps) {
  const { contract, obstacles, lacksMoney, tasks, moves, today, mayEdit, saved } = props;
  return (
    <Page
      title={`Vertrag ${contract.number}`}
      crumbs={[{ to: paths.contracts(), label: 'Verträge' }]}
      meta={
        <>
          <span>{contract.measure.title}</span>
          <span>{contract.providerName}</span>
          <span>{stateNames[contract.state]}</span>
        </>
      }
      actions={mayEdit && <Actions contract={contract} today={today} isReady={obstacles.length === 0} />}
    >
      <div className="mp-stack">
        {saved && <SavedMessage message={saved} />}
        {obstacles.length > 0 && <Obstacles sentences={obstacles} lacksMoney={mayEdit && lacksMoney} />}
        {contract.state === 'signed' && contract.measure.intake === 'closed' && (
          <NobodyTakenIn measure={contract.measure} />
        )}
        {tasks.length > 0 && <Tasks tasks={tasks} today={today} mayEdit={mayEdit} />}
        <p>
          <Link className="mp-a" to={paths.contractService(contract.id)}>
            Durchführung, Prämien und Nachweise ansehen
          </Link>
        </p>
        <Agreed {...props} />
        <Options {...props} />
        <Money {...props} />
        <Changes {...props} />
        <MoveHistory
          entries={moves.map(({ id, deed, optionNo, reason, movedAt, movedBy }) => ({
            id,
            at: movedAt,
            who: movedBy,
            what: deedText(deed, optionNo),
            why: reason,
          }))}
        />
      </div>
    </Page>
  );
}

interface ActionsProps {
  readonly contract: Contract;
  readonly today: string;
  readonly isReady: boolean;
}

function Actions({ contract, today, isReady }: ActionsProps) {
  const open = contract.options.find(({ state }) => state === 'open');
  const isPrimary = (primary: boolean) => `kern-btn kern-btn--${primary ? 'primary' : 'secondary'}`;
  if (contract.state === 'draft') {
    return (
      <>
        {isReady && (
          <Link className={isPrimary(true)} to={contractTaskQuery.sign()}>
            <span className="kern-label">Unterzeichnung festhalten …</span>
          </Link>
        )}
        <Link className={isPrimary(!isReady)} to={paths.editContract(contract.id)}>
          <span className="kern-label">Entwurf ändern</span>
        </Link>
      </>
    );
  }
  if (contract.state === 'ended') return null;
  return (
    <>
      {open && open.declareBy >= today && (
        <Link className={isPrimary(true)} to={contractTaskQuery.decide(open.no)}>
          <span className="kern-label">Über Option {open.no} entscheiden …</span>
        </Link>
      )}
      <Link className={isPrimary(false)} to={contractTaskQuery.change()}>
        <span className="kern-label">Änderung eintragen …</span>
      </Link>
      {today > contract.runsUntil && (
        <Link className={isPrimary(!open)} to={contractTaskQuery.end()}>
          <span className="kern-label">Vertrag beenden …</span>
        </Link>
      )}
    </>
  );
}

interface TasksProps {
  readonly tasks: readonly ContractTask[];
  readonly today: string;
  readonly mayEdit: boolean;
}

function Tasks({ tasks, today, mayEdit }: TasksProps) {
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Zu erledigen</h2>
      <ul className="kern-list">
        {tasks.map((task) => (
          <li key={task.id} className="mp-row">
            <span>
              {taskText(task)}, {dueText(task.dueOn, today)}
            </span>
            {mayEdit && (
              <Link className="mp-a" to={contractTaskQuery.finish(task.id)}>
                Als erledigt festhalten …<span className="kern-sr-only"> {taskText(task)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Agreed({ contract, productName, sourceName, places }: ContractPageProps) {
  const { measure, measureVersionNo, sites, sessionDays } = contract;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Vereinbart</h2>
      <Facts
        facts={[
          {
            label: 'Maßnahme',
            value: (
              <Link className="mp-a" to={paths.measure(measure.slug)}>
                {measure.title}
                {measureVersionNo !== null && `, Version ${measureVersionNo}`}
              </Link>
            ),
          },
          { label: 'Träger', value: contract.providerName },
          {
            label: 'Laufzeit',
            value: `${formatPeriod(contract.termStart, contract.termEnd)} (${describeTerm(contract.termStart, contract.termEnd)})`,
          },
          ...(contract.runsUntil === contract.termEnd
            ? []
            : [{ label: 'Verlängert bis', value: formatDay(contract.runsUntil) }]),
          {
            label: 'Preis',
            value: (
              <>
                {priceText(contract.priceModel, contract.priceCents, contract.billsOccupied)}
                {contract.priceNote && <small> ({contract.priceNote})</small>}
              </>
            ),
          },
          ...(sessionDays.length > 0
            ? [{ label: 'Termine', value: sessionDays.map(formatDay).join(', ') }]
            : []),
          { label: 'Produkt', value: productName },
          { label: 'Geldquelle', value: sourceName },
          {
            label: 'Unterzeichnet am',
            value: contract.signedOn === null ? '–' : formatDay(contract.signedOn),
          },
        ]}
      />
      <DataTable
        caption="Standorte und Plätze"
        rows={sites}
        rowKey={({ name }) => name}
        fit
        columns={[
          { key: 'site', head: 'Standort', cell: ({ name }) => name },
          {
            key: 'count',
            head: 'Plätze',
            numeric: true,
            cell: ({ places: count }) => count ?? 'keine Angabe',
          },
          {
            key: 'rows',
            head: 'Nummern',
            cell: ({ name }) => {
              const here = places.filter(({ site }) => site === name);
              if (here.length === 0) return '–';
              return here
                .map((row) => `${numbersText(row)}, ${formatPeriod(row.validFrom, row.validTo)}`)
                .join('; ');
            },
          },
        ]}
      />
    </section>
  );
}

function Options({ contract, today }: ContractPageProps) {
  if (contract.options.length === 0) return null;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Verlängerungsoptionen</h2>
      <DataTable
        caption="Verlängerungsoptionen"
        captionHidden
        cards
        rows={contract.options}
        rowKey={({ no }) => String(no)}
        columns={[
          {
            key: 'no',
            head: 'Option',
            cell: ({ no, starts, ends }) => `${no}: ${formatPeriod(starts, ends)}`,
          },
          { key: 'condition', head: 'Bedingung', cell: ({ condition }) => condition ?? 'keine Angabe' },
          { key: 'declareBy', head: 'Zu erklären bis', cell: ({ declareBy }) => formatDay(declareBy) },
          {
            key: 'price',
            head: 'Preis',
            cell: ({ priceCents }) => priceText(contract.priceModel, priceCents ?? contract.priceCents),
          },
          {
            key: 'state',
            head: 'Stand',
            cell: (option) => <OptionCell contract={contract} option={option} today={today} />,
          },
        ]}
      />
    </section>
  );
}

/** "1 bis 12"; a single place has one number. */
function numbersText({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from} bis ${to}`;
}

interface OptionCellProps {
  readonly contract: Contract;
  readonly option: ContractOption;
  readonly today: string;
}

function OptionCell({ contract, option, today }: OptionCellProps) {
  const isLate = option.state === 'open' && contract.state === 'signed' && option.declareBy < today;
  return (
    <>
      {isLate ? <Badge kind="danger">verstrichen</Badge> : optionStateNames[option.state]}
      {option.decidedOn !== null && (
        <small>
          {formatDay(option.decidedOn)}, {option.decidedBy}
        </small>
      )}
      {option.successReason !== null && (
        <small>
          Erfolg: {option.wasSuccessful ? 'ja' : 'nein'}, {option.successReason}
        </small>
      )}
      {option.fundsReason !== null && (
        <small>
          Mittel: {option.hasFunds ? 'ja' : 'nein'}, {option.fundsReason}
        </small>
      )}
      {option.state === 'exercised' && (
        <small>
          <a className="mp-a" href={paths.extensionLetter(contract.id, option.no)}>
            Erklärung als PDF öffnen<span className="kern-sr-only">: Option {option.no}</span>
          </a>
        </small>
      )}
    </>
  );
}

function Money({ contract, price, awardedCents }: ContractPageProps) {
  const years = [...new Set([price.term, ...price.options].flat().map(({ fiscalYear }) => fiscalYear))].sort(
    (a, b) => a - b,
  );
  const cents = (shares: readonly YearAmount[] | undefined, year: number) =>
    shares?.find(({ fiscalYear }) => fiscalYear === year)?.cents ?? 0;
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Preis nach Haushaltsjahren</h2>
      <DataTable
        caption="Preis nach Haushaltsjahren in Euro"
        captionHidden
        fit
        rows={years}
        rowKey={String}
        columns={[
          { key: 'year', head: 'Haushaltsjahr', cell: (year) => String(year) },
          {
            key: 'term',
            head: 'Laufzeit',
            numeric: true,
            cell: (year) => formatEuro(cents(price.term, year)),
          },
          ...contract.options.map((option, index) => ({
            key: `option-${option.no}`,
            head:
              option.state === 'open'
                ? `Option ${option.no}, falls ausgeübt`
                : `Option ${option.no}, ${optionStateNames[option.state]}`,
            numeric: true,
            cell: (year: number) => formatEuro(cents(price.options[index], year)),
          })),
        ]}
      />
      <p className="mp-small">Auftragswert (offene Optionen zählen nicht mit): {formatEuro(awardedCents)}.</p>
    </section>
  );
}

function Changes({ contract, awardedCents }: ContractPageProps) {
  const { changes } = contract;
  if (changes.length === 0) return null;
  const together = changes.reduce((sum, { amountCents }) => sum + Math.abs(amountCents), 0);
  return (
    <section className="mp-sec">
      <h2 className="kern-heading-small">Änderungen</h2>
      <DataTable
        caption="Änderungen"
        captionHidden
        rows={changes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'from', head: 'Gilt ab', cell: ({ validFrom }) => formatDay(validFrom) },
          {
            key: 'amount',
            head: 'Betrag',
            numeric: true,
            cell: ({ amountCents }) => `${amountCents > 0 ? '+' : ''}${formatEuro(amountCents)}`,
          },
          { key: 'reason', head: 'Grund', cell: ({ reason }) => reason },
          {
            key: 'agreed',
            head: 'Eingetragen',
            cell: ({ agreedAt, agreedBy }) => `${formatMoment(agreedAt)}, ${agreedBy}`,
          },
        ]}
      />
      <p className="mp-small">
        Änderungen zusammen {percentText(together, awardedCents)} des Auftragswerts, erlaubt sind 20 % (Regel
        B12).
      </p>
    </section>
  );
}

function percentText(part: number, whole: number): string {
  return `${germanDecimal(Math.round((part * 1000) / whole) / 10)}\u00a0%`;
}
