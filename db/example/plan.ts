import { plainDate, lastDayOfTerm, daysAfter } from '~/values/calendar';
import { optionPrice, termPrice } from '~/contracts/rules/price';
import { defaultDeclareBy } from '~/contracts/rules/terms';
import { firstProviderName, secondProviderName, thirdProviderName } from './authorities';
import type { ExampleContract } from './contracts';
import { firstOfMonth, later, workdayUntil } from './days';

/** Who enters the contract, and by that in which authority it lies. */
type ExampleOfficer = 'verwaltung@demo.example' | 'verwaltung@anderer-kreis.example';

/** What is agreed beyond the terms that are typed in the form of a contract. */
interface ExampleService {
  readonly contacts: readonly { stage: string; everyWeeks: number; minutes: number }[];
  readonly first_stage_weeks: number;
  readonly involves_household: boolean;
  readonly has_strategy_plan: boolean;
  readonly plan_review_weeks: number | null;
  readonly interim_report_months: number | null;
  readonly co_funding: string | null;
}

/** How the places of a contract were taken. */
export interface ExampleCourse {
  /** Months that somebody stays, the least and the most. */
  readonly stay: readonly [number, number];
  /** Positions of the sites at which all places are taken today, so that people wait. */
  readonly fullSites: readonly number[];
  /** Places at each other site for which nobody was found lately. */
  readonly emptySeats: number;
  /** The invoice of the last month that is over. */
  readonly lastInvoice: 'paid' | 'submitted' | 'checked' | 'draft';
  /** Final reports that are overdue, returned, or wait to be read. */
  readonly openReports: number;
}

export interface RunningContract {
  readonly officer: ExampleOfficer;
  readonly contract: ExampleContract;
  readonly billsOccupied: boolean;
  readonly service: ExampleService;
  readonly course: ExampleCourse;
  /** Groups of this training are bought within the contract. */
  readonly training: string | null;
  readonly premium: { readonly label: string; readonly cents: number; readonly yearCapCents: number } | null;
}

const caseManagerService: ExampleService = {
  contacts: [
    { stage: 'Erstkontakt und Strategieplanung', everyWeeks: 1, minutes: 60 },
    { stage: 'Umsetzung der Strategie', everyWeeks: 2, minutes: 60 },
  ],
  first_stage_weeks: 6,
  involves_household: false,
  has_strategy_plan: true,
  plan_review_weeks: 10,
  interim_report_months: 6,
  co_funding: null,
};

/** Rhythm and minutes as the measure's source has them; for how long "anfangs" lasts is our example. */
const coachingService: ExampleService = {
  contacts: [
    { stage: 'Anfang', everyWeeks: 1, minutes: 45 },
    { stage: 'Fortgang', everyWeeks: 2, minutes: 45 },
  ],
  first_stage_weeks: 12,
  involves_household: true,
  has_strategy_plan: false,
  plan_review_weeks: null,
  interim_report_months: 6,
  co_funding: 'Europäischer Sozialfonds (Beispiel)',
};

/** The term and the option of the historical contract; until it is over nothing else runs beside it. */
const historical = { number: 'Beispiel 2019-031', starts: '2019-12-01', ends: '2021-12-31' } as const;
const historicalLastDeclaration = '2020-09-30';
/** The first day on which generated contracts cannot meet the historical BG-Coaching. */
const firstDay = '2015-01-01';

const premium = { label: 'Vermittlungshonorar', cents: 35_000, yearCapCents: 350_000 };

/** What the historical contract needs so that people can be on its places. */
export function historicalCourse(today: string) {
  const isRunning = today <= historical.ends;
  return {
    number: historical.number,
    service: caseManagerService,
    course: course({
      fullSites: isRunning ? [1] : [],
      lastInvoice: isRunning ? 'submitted' : 'paid',
      openReports: isRunning ? 3 : 0,
    }),
    /** People are on its places while it runs, and in the year after that. */
    hasPeople: today >= historical.starts && today <= daysAfter(historical.ends, 366),
    isOptionExercised: today > historicalLastDeclaration,
  };
}

function course(changes: Partial<ExampleCourse>): ExampleCourse {
  return { stay: [4, 9], fullSites: [], emptySeats: 2, lastInvoice: 'paid', openReports: 0, ...changes };
}

/**
 * The contracts that run around `today` and those before them, so that two years of them
 * can be told. Before and during the historical Case-Manager there is no other one: it is
 * new then.
 */
export function runningContracts(today: string): RunningContract[] {
  const all = [...caseManagers(today), ...coachings(today), ...neighbours(today)];
  return all.map((one) => ({ ...one, contract: withMoney(one.contract, all) }));
}

function caseManagers(today: string): RunningContract[] {
  if (today <= historical.ends) return [];
  const starts = later(firstOfMonth(today, -9), daysAfter(historical.ends, 1));
  const before = later(firstOfMonth(today, -27), daysAfter(historical.ends, 1));
  const common = {
    slug: 'case-manager',
    product: { number: '31.2.06', name: 'Psychosoziale Betreuung, laufende Verträge (Beispiel)' },
    source: { kind: 'municipal', name: 'Kreismittel' },
    priceModel: 'monthlyFixed',
  } as const;
  const termEnd = endOf(starts, 13);
  const running = aContract({
    ...common,
    number: 11,
    provider: firstProviderName,
    termStart: starts,
    termEnd,
    priceCents: 2_150_000,
    sites: sitesOf(20, 15, 15),
    options: [
      {
        starts: daysAfter(termEnd, 1),
        ends: endOf(daysAfter(termEnd, 1), 12),
        condition: 'erfolgreiche Durchführung und ausreichend verfügbare Mittel',
        declareBy: defaultDeclareBy(termEnd),
        priceCents: null,
        sessionDays: [],
      },
    ],
  });
  const predecessor = aContract({
    ...common,
    number: 10,
    provider: thirdProviderName,
    termStart: before,
    termEnd: daysAfter(starts, -1),
    priceCents: 1_290_000,
    sites: sitesOf(12, 9, 9),
  });
  const part = { service: caseManagerService, billsOccupied: false, training: null, premium: null };
  const own = { officer: 'verwaltung@demo.example' as const, ...part };
  return [
    ...(firstOfMonth(before, 3) <= starts
      ? [{ ...own, contract: predecessor, course: course({ openReports: 1 }) }]
      : []),
    {
      ...own,
      contract: running,
      course: course({ fullSites: [1], lastInvoice: 'submitted', openReports: 4 }),
    },
  ];
}

/** Yearly contracts: the first is over, the second runs; a small third one runs at another provider. */
function coachings(today: string): RunningContract[] {
  const first = firstOfMonth(today, -19);
  if (first < firstDay) return [];
  const second = firstOfMonth(today, -7);
  const third = firstOfMonth(today, -4);
  const common = {
    slug: 'bg-coaching',
    product: { number: '31.2.05', name: 'Eingliederungsleistungen zur Arbeit (Beispiel)' },
    source: { kind: 'federalIntegration', name: 'Eingliederungsmittel des Bundes (Beispiel)' },
    priceModel: 'perPlaceMonth',
    priceCents: 49_875,
  } as const;
  const part = {
    officer: 'verwaltung@demo.example' as const,
    service: coachingService,
    billsOccupied: true,
    premium,
  };
  const yearFrom = (starts: string) => ({ termStart: starts, termEnd: endOf(starts, 12) });
  return [
    {
      ...part,
      training: 'aktiva',
      contract: aContract({
        ...common,
        ...yearFrom(first),
        number: 20,
        provider: secondProviderName,
        sites: [{ name: 'Musterstadt', places: 15 }],
      }),
      course: course({ stay: [6, 11], emptySeats: 1 }),
    },
    {
      ...part,
      training: 'aktiva',
      contract: aContract({
        ...common,
        ...yearFrom(second),
        number: 21,
        provider: secondProviderName,
        sites: [{ name: 'Musterstadt', places: 15 }],
      }),
      course: course({ stay: [6, 11], emptySeats: 1, lastInvoice: 'checked', openReports: 3 }),
    },
    {
      ...part,
      training: null,
      contract: aContract({
        ...common,
        ...yearFrom(third),
        number: 22,
        provider: thirdProviderName,
        sites: [{ name: 'Probedorf', places: 6 }],
      }),
      course: course({ stay: [6, 11], emptySeats: 1, lastInvoice: 'draft' }),
    },
  ];
}

/** The second authority has one small contract. */
function neighbours(today: string): RunningContract[] {
  const starts = firstOfMonth(today, -6);
  if (starts < firstDay) return [];
  const contract = aContract({
    slug: 'case-manager',
    number: 10,
    product: { number: '4.31.07', name: 'Kommunale Eingliederungsleistungen (Beispiel)' },
    source: { kind: 'municipal', name: 'Kreismittel' },
    provider: secondProviderName,
    termStart: starts,
    termEnd: endOf(starts, 12),
    priceModel: 'monthlyFixed',
    priceCents: 340_000,
    sites: [{ name: 'Anderstadt', places: 8 }],
  });
  return [
    {
      officer: 'verwaltung@anderer-kreis.example',
      contract,
      service: caseManagerService,
      billsOccupied: false,
      training: null,
      premium: null,
      course: course({ emptySeats: 1, lastInvoice: 'submitted', openReports: 1 }),
    },
  ];
}

const sitesOf = (...places: readonly number[]) =>
  ['Musterstadt', 'Beispielhausen', 'Probedorf'].map((name, index) => ({
    name,
    places: places[index] ?? null,
  }));

function endOf(starts: string, months: number): string {
  return lastDayOfTerm(plainDate(starts), months).toString();
}

interface NewContract
  extends
    Pick<ExampleContract, 'slug' | 'provider' | 'product' | 'source'>,
    Pick<ExampleContract['terms'], 'termStart' | 'termEnd' | 'priceModel' | 'priceCents' | 'sites'>,
    Partial<Pick<ExampleContract['terms'], 'options'>> {
  /** Counts the contracts of a year. */
  readonly number: number;
}

function aContract({ slug, provider, product, source, number, ...terms }: NewContract): ExampleContract {
  const year = terms.termStart.slice(0, 4);
  return {
    slug,
    provider,
    product,
    source,
    appropriations: [],
    signedOn: workdayUntil(daysAfter(terms.termStart, -18)),
    terms: {
      options: [],
      ...terms,
      // Places are paid for the days on which they were taken.
      ...{ billsOccupied: terms.priceModel === 'perPlaceMonth' },
      number: `Beispiel ${year}-${String(number).padStart(3, '0')}`,
      priceNote: 'Preis, Plätze und Träger sind Beispielwerte.',
      billsOccupied: false,
      sessionDays: [],
    },
  };
}

const tenThousandEuro = 1_000_000;

/** In each year the pot holds what all contracts on it need, their options too, and a little more. */
function withMoney(contract: ExampleContract, all: readonly RunningContract[]): ExampleContract {
  const years = new Map<number, number>();
  for (const other of all) {
    const { product, terms } = other.contract;
    // The numbers of the products of both authorities are different ones.
    if (product.number !== contract.product.number) continue;
    const shares = [termPrice(terms), ...terms.options.map((option) => optionPrice(terms, option))].flat();
    for (const { fiscalYear, cents } of shares) {
      years.set(fiscalYear, (years.get(fiscalYear) ?? 0) + cents);
    }
  }
  const withReserve = (cents: number) => Math.ceil((cents * 1.05) / tenThousandEuro) * tenThousandEuro;
  return {
    ...contract,
    appropriations: [...years].map(([year, cents]) => [year, withReserve(cents)] as const),
  };
}
