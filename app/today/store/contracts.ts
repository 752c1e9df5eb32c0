import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { fundsLines } from '~/budget/funds';
import { type Bookings } from '~/budget/funds';
import { productLabel } from '~/budget/entry-text';
import { listBookings, listProducts } from '~/budget/store';
import type { ContractTask, OpenOption, TaskKind } from '~/contracts/contract';
import { taskShownFrom } from '~/contracts/rules/duties';
import { optionShownFrom } from '~/contracts/rules/options';
import { listOpenOptions, listOpenTasks } from '~/contracts/store';
import { contractTaskQuery } from '~/contracts/tasks';
import { taskText } from '~/contracts/words';
import { paths } from '~/ui/paths';
import { formatEuro } from '~/values/money';
import { mostOfAKind, type TodayRow } from '../row';
import type { Asked, TodaySource } from './source';

/** Which of a contract's tasks a role looks after. */
const tasksOf = {
  districtOfficer: ['prepareNextTender', 'interimEvaluation', 'yearlyReport'],
  procurementOfficer: ['prepareNextTender'],
  controller: ['interimEvaluation', 'yearlyReport'],
} as const satisfies Readonly<Record<string, readonly TaskKind[]>>;

/** Tasks of contracts, and options whose last day comes near (rules B5, E8). */
export const contractTasks: TodaySource = {
  roles: ['districtOfficer', 'procurementOfficer', 'controller'],
  list: async (tx, asked) => {
    const [tasks, options] = await Promise.all([listOpenTasks(tx), listOpenOptions(tx)]);
    return contractRows({ tasks, options }, asked);
  },
};

/** Only who may decide is led to the decision itself and not only to the contract. */
export function contractRows(
  { tasks, options }: { readonly tasks: readonly ContractTask[]; readonly options: readonly OpenOption[] },
  { today, actor: { roles } }: { readonly today: string; readonly actor: Pick<Asked['actor'], 'roles'> },
): TodayRow[] {
  const kinds = new Set(
    roles.flatMap((role): readonly TaskKind[] =>
      role in tasksOf ? tasksOf[role as keyof typeof tasksOf] : [],
    ),
  );
  const mayDecide = roles.includes('districtOfficer');
  const looksAfterOptions = mayDecide || roles.includes('procurementOfficer');
  return [
    ...tasks
      .filter((task) => kinds.has(task.kind) && taskShownFrom(task) <= today)
      .map((task): TodayRow => {
        const page = task.contractId === null ? paths.contracts() : paths.contract(task.contractId);
        return {
          key: `task ${task.id}`,
          about: aboutContract(task.contractNumber, task.measureTitle),
          what: taskText(task),
          detail: null,
          verb: mayDecide ? 'Erledigen' : 'Ansehen',
          to: mayDecide && task.contractId !== null ? `${page}${contractTaskQuery.finish(task.id)}` : page,
          when: { kind: 'by', day: task.dueOn },
        };
      }),
    ...options
      .filter(({ declareBy }) => looksAfterOptions && optionShownFrom(declareBy) <= today)
      .map((option): TodayRow => {
        const isOpen = mayDecide && option.declareBy >= today;
        return {
          key: `option ${option.contractId} ${option.optionNo}`,
          about: aboutContract(option.contractNumber, option.measureTitle),
          what: mayDecide
            ? `Über Option ${option.optionNo} entscheiden`
            : `Kreisverwaltung entscheidet über Option ${option.optionNo}`,
          detail: null,
          verb: isOpen ? 'Entscheiden' : 'Ansehen',
          to: `${paths.contract(option.contractId)}${isOpen ? contractTaskQuery.decide(option.optionNo) : ''}`,
          when: { kind: 'by', day: option.declareBy },
        };
      }),
  ];
}

function aboutContract(number: string | null, measure: string | null): string {
  return number === null ? 'ohne Vertrag' : `Vertrag ${number}, ${measure ?? ''}`;
}

/** Years in which open options would find too little money (rules B4, B5). */
export const optionsWithoutMoney: TodaySource = {
  roles: ['districtOfficer', 'controller'],
  list: async (tx) => {
    const [bookings, products, options] = await Promise.all([
      listBookings(tx),
      listProducts(tx),
      listOpenOptions(tx),
    ]);
    return missingMoneyRows(bookings, { products, options });
  },
};

function missingMoneyRows(
  bookings: Bookings,
  {
    products,
    options,
  }: { readonly products: Awaited<ReturnType<typeof listProducts>>; readonly options: readonly OpenOption[] },
): TodayRow[] {
  return fundsLines(bookings).flatMap((line): TodayRow[] => {
    const missingCents = line.ifExercisedCents - Math.max(0, line.freeCents);
    if (line.ifExercisedCents === 0 || missingCents <= 0) return [];
    const [day] = options
      .filter((option) =>
        bookings.commitments.some(
          (commitment) =>
            !commitment.isFirm &&
            commitment.contractId === option.contractId &&
            commitment.optionNo === option.optionNo &&
            commitment.productId === line.productId &&
            commitment.fundingSourceId === line.fundingSourceId &&
            commitment.fiscalYear === line.fiscalYear,
        ),
      )
      .map(({ declareBy }) => declareBy)
      .sort();
    // Beyond the hundred nearest options nobody can act yet.
    if (day === undefined) return [];
    const product = products.find(({ id }) => id === line.productId);
    return [
      {
        key: `money ${line.productId} ${line.fundingSourceId} ${line.fiscalYear}`,
        about: `Haushaltsjahr ${line.fiscalYear}, ${product ? productLabel(product) : ''}`,
        what: 'Mittel für Verlängerungsoptionen bereitstellen',
        detail: `${formatEuro(missingCents)} fehlen, falls die Optionen ausgeübt werden`,
        verb: 'Haushalt ansehen',
        to: paths.budget(),
        when: { kind: 'by', day },
      },
    ];
  });
}

interface UnfinishedContract {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: 'draft' | 'signed';
  readonly since: string;
}

/** Drafts that wait for their signing, and contracts whose term is over. */
export const unfinishedContracts: TodaySource = {
  roles: ['districtOfficer'],
  list: async (tx, asked) => (await findUnfinished(tx, asked)).map(unfinishedRow),
};

async function findUnfinished(tx: Tx, { today }: Asked): Promise<UnfinishedContract[]> {
  const { rows } = await sql<UnfinishedContract>`
    select contract.id, contract.number, measure.title, contract.state,
      case contract.state when 'signed' then contract.runs_until + 1
        else coalesce((select max(move.moved_at at time zone 'Europe/Berlin')::date from contract_move move
          where move.tenant_id = contract.tenant_id and move.contract_id = contract.id), ${today}::date) end as since
    from contract
      join measure on measure.tenant_id = contract.tenant_id and measure.id = contract.measure_id
    where contract.state = 'draft' or (contract.state = 'signed' and contract.runs_until < ${today}::date)
    order by since
    limit ${mostOfAKind}`.execute(tx);
  return rows;
}

function unfinishedRow({ id, number, title, state, since }: UnfinishedContract): TodayRow {
  const isDraft = state === 'draft';
  return {
    key: `contract ${id}`,
    about: aboutContract(number, title),
    what: isDraft ? 'Vertragsentwurf fertigstellen und unterzeichnen' : 'Vertrag beenden',
    detail: isDraft ? 'seit diesem Tag nicht bearbeitet' : 'Die Laufzeit ist vorbei.',
    verb: isDraft ? 'Entwurf öffnen' : 'Vertrag beenden',
    to: isDraft ? paths.contract(id) : `${paths.contract(id)}${contractTaskQuery.end()}`,
    when: { kind: isDraft ? 'open' : 'awaited', since },
  };
}
