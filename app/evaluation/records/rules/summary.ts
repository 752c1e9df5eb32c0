import { type ExitReason, exitReasons, type Settler, settlers } from '~/allocation/allocation';
import { type NeedGroup, needGroups } from '~/clients/needs';
import { maskNumbers } from '../../rules/mask';
import type { Protection } from '../../rules/settings';
import { type Cell, type Quota, quotaOf } from '../../rules/summary';
import { hiddenCells } from '../../rules/suppression';
import { percentOf } from '../../rules/wilson';
import {
  type Period,
  type PeriodCounts,
  type ReferralTarget,
  referralTargets,
  type SettledState,
  settledStates,
  totalOf,
  type YearMoney,
} from '../counts';
import { atSite, cellId, integrationsOf, recordTable } from './cells';
import { yearOf } from './periods';

/** A mean of days, or why there is none. */
export type Average =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'tooFew' }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'none' };

/** Share of the offered place days that were taken. */
export type Occupancy =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'none' };

/** Cents, or that they would tell a hidden number. */
export type Amount =
  | { readonly kind: 'cents'; readonly cents: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'none' };

interface ResultRow {
  readonly period: Period;
  /** Null: all sites together. */
  readonly site: string | null;
  readonly places: number;
  readonly occupancy: Occupancy;
  readonly entries: Cell;
  readonly exits: Cell;
  readonly atEnd: Cell;
  readonly waiting: Average;
  readonly stay: Average;
}

/** A figure in the shown period and, where there is one, in the year before. */
export type Beside<Value> = readonly Value[];

interface MoneyRow {
  readonly fiscalYear: number;
  readonly committedCents: number;
  readonly paidCents: number;
}

/** The evaluation of records of one measure, exact or protected. */
export interface RecordsSummary {
  readonly isProtected: boolean;
  readonly protection: Protection;
  /** The shown period, then the year before it where that has records. */
  readonly periods: readonly Period[];
  readonly hasSites: boolean;
  readonly results: readonly ResultRow[];
  readonly participations: Beside<Cell>;
  readonly reasons: readonly {
    readonly reason: ExitReason;
    readonly counts: Beside<Cell>;
    readonly quota: Quota;
  }[];
  readonly exits: Beside<Cell>;
  readonly integrations: Beside<{ readonly count: Cell; readonly quota: Quota }>;
  readonly needs: readonly {
    readonly period: Period;
    readonly group: NeedGroup;
    readonly withNeed: Cell;
    readonly improved: Cell;
    readonly removed: Cell;
    readonly unjudged: Cell;
    readonly quota: Quota;
  }[];
  readonly referrals: readonly {
    readonly period: Period;
    readonly target: ReferralTarget;
    readonly referred: Cell;
    readonly arrived: Cell;
    readonly notArrived: Cell;
    readonly open: Cell;
  }[];
  readonly settled: readonly {
    readonly period: Period;
    readonly state: SettledState;
    readonly by: Readonly<Record<Settler, Cell>>;
    readonly all: Cell;
  }[];
  readonly reports: Beside<Readonly<Record<'due' | 'inTime' | 'late' | 'missing', Cell>>>;
  readonly contacts: Beside<
    Readonly<Record<'agreed' | 'held' | 'missedByClient' | 'cancelledByProvider' | 'moved', Cell>>
  >;
  readonly premiums: Beside<{ readonly count: Cell; readonly amount: Amount }>;
  /** By fiscal year; empty where the measure is bought within the contract of another one. */
  readonly money: readonly MoneyRow[];
  /** Paid for each place and each participation; only for whole years. */
  readonly perPlace: Beside<Amount>;
  readonly perParticipation: Beside<Amount>;
  /** How many printed numbers are hidden here. */
  readonly hiddenCount: number;
  readonly mask: (text: string) => string;
}

interface Wanted {
  /** Everything the proof needs: all years, and the parts of an interim period. */
  readonly counts: readonly PeriodCounts[];
  readonly money: readonly YearMoney[];
  /** Key of the period to show. */
  readonly shown: string;
}

/** What leaves the authority (rule E6); for those who may see no persons also on screen. */
export function protectedRecords(wanted: Wanted, protection: Protection): RecordsSummary {
  return summaryOf(wanted, protection, true);
}

/** For those who may see persons anyway, on screen only (rules.md § 12.14). */
export function exactRecords(wanted: Wanted, protection: Protection): RecordsSummary {
  return summaryOf(wanted, protection, false);
}

const suppressed = { kind: 'suppressed' } as const;
const none = { kind: 'none' } as const;

function summaryOf(
  { counts, money, shown }: Wanted,
  protection: Protection,
  isProtected: boolean,
): RecordsSummary {
  const table = recordTable(counts, protection.minCellCount);
  const hidden = isProtected ? hiddenCells(table, protection.minCellCount) : new Set<string>();
  const beside = [shown, String(Number(shown) - 1)].flatMap(
    (key) => counts.find(({ period }) => period.key === key) ?? [],
  );
  const own = new Set(beside.map(({ period }) => period.key));
  const ownHidden = table.cells.filter(
    ({ id }) => hidden.has(id) && own.has(id.slice(0, id.indexOf('|'))) && !id.includes('|takenDays'),
  );
  const numbers = new Set(ownHidden.map(({ value }) => value));
  const [first] = beside;
  return {
    isProtected,
    protection,
    periods: beside.map(({ period }) => period),
    hasSites: (first?.sites.length ?? 0) > 1,
    ...figuresOf(beside, money, { protection, isHidden: (id) => hidden.has(id) }),
    hiddenCount: ownHidden.length,
    mask: (text) => (isProtected ? maskNumbers(text, numbers, protection.minCellCount) : text),
  };
}

/** Which numbers of which period may be seen. */
interface View {
  readonly protection: Protection;
  isHidden(id: string): boolean;
}

type Figures = Omit<
  RecordsSummary,
  'isProtected' | 'protection' | 'periods' | 'hasSites' | 'hiddenCount' | 'mask'
>;

function figuresOf(beside: readonly PeriodCounts[], money: readonly YearMoney[], view: View): Figures {
  const [current] = beside;
  const totals = beside.map(({ sites }) => totalOf(sites));
  const show = ({ period }: PeriodCounts, figure: string, value: number): Cell =>
    isHidden(period, figure) ? suppressed : { kind: 'value', value };
  const isHidden = ({ key }: Period, ...figures: readonly string[]) =>
    figures.some((figure) => view.isHidden(cellId(key, figure)));
  const quota = (
    one: PeriodCounts,
    [part, count]: readonly [string, number],
    [whole, base]: [string, number],
  ) => quotaOf(count, base, isHidden(one.period, part, whole), view);
  const paidIn = (one: PeriodCounts) =>
    /^\d{4}$/.test(one.period.key)
      ? money.find(({ fiscalYear }) => fiscalYear === yearOf(one.period.from))?.paidCents
      : undefined;
  const each = <Value>(of: (one: PeriodCounts, total: ReturnType<typeof totalOf>) => Value): Value[] =>
    beside.map((one, index) => of(one, totals[index] ?? totalOf([])));

  return {
    results: resultRows(beside, view),
    participations: each((one, { carriedIn, entries }) => show(one, 'participations', carriedIn + entries)),
    exits: each((one, { exits }) => show(one, 'exits', exits)),
    reasons: exitReasons.flatMap((reason) => {
      const counts = each((one) => show(one, `reason ${reason}`, one.exitReasons[reason] ?? 0));
      if (!current || counts.every((cell) => cell.kind === 'value' && cell.value === 0)) return [];
      const count = current.exitReasons[reason] ?? 0;
      return [
        {
          reason,
          counts,
          quota: quota(current, [`reason ${reason}`, count], ['exits', totals[0]?.exits ?? 0]),
        },
      ];
    }),
    integrations: each((one, { exits }) => {
      const count = integrationsOf(one);
      return {
        count: show(one, 'integrations', count),
        quota: quota(one, ['integrations', count], ['exits', exits]),
      };
    }),
    needs: needGroups
      .filter((group) => beside.some(({ needs }) => needs.some((row) => row.group === group)))
      .flatMap((group) =>
        beside.map((one) => {
          const need = one.needs.find((row) => row.group === group);
          const { withNeed = 0, improved = 0, removed = 0, unjudged = 0 } = need ?? {};
          const of = (figure: string) => `need ${group} ${figure}`;
          return {
            period: one.period,
            group,
            withNeed: show(one, of('withNeed'), withNeed),
            improved: show(one, of('improved'), improved),
            removed: show(one, of('removed'), removed),
            unjudged: show(one, of('unjudged'), unjudged),
            quota: quota(one, [of('improved'), improved], [of('withNeed'), withNeed]),
          };
        }),
      ),
    referrals: referralTargets
      .filter((target) => beside.some(({ referrals }) => referrals.some((row) => row.target === target)))
      .flatMap((target) =>
        beside.map((one) => {
          const referral = one.referrals.find((row) => row.target === target);
          const { referred = 0, arrived = 0, open = 0 } = referral ?? {};
          const of = (figure: string) => `referral ${target} ${figure}`;
          return {
            period: one.period,
            target,
            referred: show(one, of('referred'), referred),
            arrived: show(one, of('arrived'), arrived),
            notArrived: show(one, of('not arrived'), referred - arrived - open),
            open: show(one, of('open'), open),
          };
        }),
      ),
    settled: settledStates.flatMap((state) =>
      beside.map((one) => {
        const countBy = (settler: Settler) =>
          one.settled.find((row) => row.state === state && row.by === settler)?.count ?? 0;
        const cellBy = (settler: Settler) => show(one, `${state} by ${settler}`, countBy(settler));
        return {
          period: one.period,
          state,
          by: { client: cellBy('client'), provider: cellBy('provider'), jobcenter: cellBy('jobcenter') },
          all: show(
            one,
            state,
            settlers.reduce((all, settler) => all + countBy(settler), 0),
          ),
        };
      }),
    ),
    reports: each((one) => ({
      due: show(one, 'reports due', one.reports.due),
      inTime: show(one, 'reports inTime', one.reports.inTime),
      late: show(one, 'reports late', one.reports.late),
      missing: show(one, 'reports missing', one.reports.missing),
    })),
    contacts: each((one) => ({
      agreed: show(one, 'contacts agreed', one.contacts.agreed),
      held: show(one, 'contacts held', one.contacts.held),
      missedByClient: show(one, 'contacts missedByClient', one.contacts.missedByClient),
      cancelledByProvider: show(one, 'contacts cancelledByProvider', one.contacts.cancelledByProvider),
      moved: show(one, 'contacts moved', one.contacts.moved),
    })),
    premiums: each((one) => ({
      count: show(one, 'premiums', one.premiums.count),
      // The amount divided by the premium says how many they were.
      amount: isHidden(one.period, 'premiums') ? suppressed : { kind: 'cents', cents: one.premiums.cents },
    })),
    money: moneyRows(beside, money),
    perPlace: each((one, { places }) => share(paidIn(one), places)),
    perParticipation: each((one, { carriedIn, entries }) =>
      isHidden(one.period, 'participations') ? suppressed : share(paidIn(one), carriedIn + entries),
    ),
  };
}

/** Every site and then all together, each in the shown period and in the year before. */
function resultRows(beside: readonly PeriodCounts[], view: View): ResultRow[] {
  const names = [...new Set(beside.flatMap(({ sites }) => sites.map(({ site }) => site)))];
  // With one site in both years its figures are those of the measure.
  const sites = beside.some(({ sites: here }) => here.length > 1) ? names : [];
  return [...sites, null].flatMap((site) =>
    beside.flatMap((one) => {
      // A single site of a year is that year's total, cell for cell.
      const isAlone = site !== null && one.sites.length === 1;
      const values = site === null ? totalOf(one.sites) : one.sites.find((row) => row.site === site);
      if (!values) return [];
      const figure = (name: string) => cellId(one.period.key, atSite(name, isAlone ? null : site));
      const show = (name: string, value: number): Cell =>
        view.isHidden(figure(name)) ? suppressed : { kind: 'value', value };
      const { entries, exits, atEnd, offeredDays, takenDays, waitedDays, stayedDays, places } = values;
      return [
        {
          period: one.period,
          site,
          places,
          occupancy: view.isHidden(figure('takenDays')) ? suppressed : occupancyOf(takenDays, offeredDays),
          entries: show('entries', entries),
          exits: show('exits', exits),
          atEnd: show('atEnd', atEnd),
          waiting: averageOf(waitedDays, entries, view.isHidden(figure('entries')), view.protection),
          stay: averageOf(stayedDays, exits, view.isHidden(figure('exits')), view.protection),
        },
      ];
    }),
  );
}

/**
 * Place days taken in per cent of those offered, to one decimal.
 *
 * Source: documents.md § 10, 3 (occupancy); by days, because places begin and end within a year.
 */
export function occupancyOf(takenDays: number, offeredDays: number): Occupancy {
  if (offeredDays === 0) return none;
  return { kind: 'percent', percent: percentOf(takenDays, offeredDays) };
}

/** The mean of days; below the least denominator it would say something of single persons. */
export function averageOf(
  days: number,
  count: number,
  isHidden: boolean,
  { minDenominator }: Protection,
): Average {
  if (isHidden) return suppressed;
  if (count === 0) return none;
  if (count < minDenominator) return { kind: 'tooFew' };
  return { kind: 'days', days: Math.floor((2 * days + count) / (2 * count)) };
}

function share(cents: number | undefined, count: number): Amount {
  if (cents === undefined || count === 0) return none;
  return { kind: 'cents', cents: Math.round(cents / count) };
}

/** The fiscal years that the shown periods touch, the latest first. */
function moneyRows(beside: readonly PeriodCounts[], money: readonly YearMoney[]): MoneyRow[] {
  if (money.length === 0) return [];
  const touched = beside.flatMap(({ period }) => {
    const [first, last] = [yearOf(period.from), yearOf(period.until)];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(touched)]
    .sort((one, other) => other - one)
    .map(
      (fiscalYear) =>
        money.find((row) => row.fiscalYear === fiscalYear) ?? { fiscalYear, committedCents: 0, paidCents: 0 },
    );
}
