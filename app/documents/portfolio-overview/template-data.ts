import type { ShapeOf } from '#templates/engine/shape';
import { facetNames, type MeasureFilter } from '~/portfolio/filters';
import { stateNames } from '~/portfolio/states';
import {
  facetTitles,
  facetValueName,
  formatSourceNumber,
  formatSourcePeriod,
  kindNames,
  shortLine,
} from '~/portfolio/words';
import { formatDay, formatPeriod, plainDate } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { Bar } from '../bar-chart';
import { notStated } from '../fact-sheet/profile-text';
import { legalBasisGroup, type MoneyBase, type MoneyGap, placesOf, yearlyMoney } from './comparable';
import type { PortfolioMeasure, PortfolioSelection } from './store';
import type { TimelineRow } from './timeline';

/** Everything the overview is printed from. */
export interface PortfolioFacts {
  readonly authority: {
    readonly name: string;
    readonly office: string | null;
    readonly isFictional: boolean;
  };
  readonly selection: PortfolioSelection;
  readonly filter: MeasureFilter;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

interface GroupLine {
  readonly grundlage: string;
  readonly anzahl: string;
  readonly wert: string;
}

/** The placeholders of `templates/portfolio.md`. */
export interface PortfolioData {
  readonly behoerde: { readonly name: string; readonly istBeispiel: boolean };
  readonly auswahl: string;
  readonly kennzahlen: readonly { readonly name: string; readonly wert: string }[];
  readonly massnahmen: readonly {
    readonly name: string;
    readonly traeger: string;
    readonly rechtsgrundlage: string;
    readonly zielgruppe: string;
    readonly standorte: string;
    readonly plaetze: string;
    readonly laufzeit: string;
    readonly optionBis: string;
  }[];
  readonly zeitstrahl: ZeitstrahlParts;
  readonly ohneLaufzeit: string | null;
  readonly plaetze: readonly GroupLine[];
  readonly plaetzeSumme: string;
  readonly plaetzeFehlen: string | null;
  readonly geld: readonly GroupLine[];
  readonly geldSumme: string;
  readonly geldGrundlagen: readonly {
    readonly name: string;
    readonly rechnung: string;
    readonly betrag: string;
  }[];
  readonly geldFehlt: readonly string[];
}

/** Which of the figures have rows; a figure's name in a template is fixed. */
interface ZeitstrahlParts {
  readonly teil1: boolean;
  readonly teil2: boolean;
  readonly teil3: boolean;
  readonly teil4: boolean;
  readonly teil5: boolean;
  readonly teil6: boolean;
}

/** Terms in one figure, and in all: what does not fit stands in the table alone. */
export const rowsInTimeline = 38;
export const timelineNames = [
  'zeitstrahl1',
  'zeitstrahl2',
  'zeitstrahl3',
  'zeitstrahl4',
  'zeitstrahl5',
  'zeitstrahl6',
] as const;
export const portfolioFigures = ['plaetze', 'geld', ...timelineNames] as const;

const groupLine = { grundlage: 'text', anzahl: 'text', wert: 'text' } as const;
export const portfolioShape: ShapeOf<PortfolioData> = {
  behoerde: { name: 'text', istBeispiel: 'flag' },
  auswahl: 'text',
  kennzahlen: [{ name: 'text', wert: 'text' }],
  massnahmen: [
    {
      name: 'text',
      traeger: 'text',
      rechtsgrundlage: 'text',
      zielgruppe: 'text',
      standorte: 'text',
      plaetze: 'text',
      laufzeit: 'text',
      optionBis: 'text',
    },
  ],
  zeitstrahl: { teil1: 'flag', teil2: 'flag', teil3: 'flag', teil4: 'flag', teil5: 'flag', teil6: 'flag' },
  ohneLaufzeit: 'text',
  plaetze: [groupLine],
  plaetzeSumme: 'text',
  plaetzeFehlen: 'text',
  geld: [groupLine],
  geldSumme: 'text',
  geldGrundlagen: [{ name: 'text', rechnung: 'text', betrag: 'text' }],
  geldFehlt: ['text'],
};

const moneyBaseWords: Readonly<Record<MoneyBase, string>> = {
  statedYear: 'Betrag im Jahr, wie genannt',
  statedMonth: 'Betrag im Monat × 12',
  totalOverTerm: 'Gesamtbetrag, auf zwölf Monate gerechnet',
  placesAndMonth: 'Betrag je Platz und Monat × Plätze × 12',
};

const moneyGapWords: Readonly<Record<MoneyGap, string>> = {
  notStated: 'kein Betrag genannt',
  inWordsOnly: 'Beträge nur in Worten oder je Geldgeber genannt',
  onlyPart: 'der Betrag umfasst laut Hinweis nur einen Teil',
  limitOnly: 'nur eine Grenze genannt',
  totalWithoutTerm: 'Gesamtbetrag ohne taggenaue Laufzeit',
  placesUnknown: 'Betrag je Platz, Zahl der Plätze nicht genannt',
  perParticipant: 'nur ein Betrag je teilnehmende Person',
};

/** Source: documents.md § 12; what cannot be compared is left out, counted and said. */
export function portfolioData(facts: PortfolioFacts): PortfolioData {
  const { authority, selection } = facts;
  const { measures } = selection;
  const places = placesByBasis(measures);
  const money = moneyByBasis(measures);
  const rows = timelineRows(measures);
  const shown = Math.min(rows.length, rowsInTimeline * timelineNames.length);
  const hasPart = (part: number) => rows.length > (part - 1) * rowsInTimeline;
  return {
    behoerde: { name: authority.name, istBeispiel: authority.isFictional },
    auswahl: selectionText(facts),
    kennzahlen: keyFigures(measures, places, money),
    massnahmen: measures.map(measureLine),
    zeitstrahl: {
      teil1: hasPart(1),
      teil2: hasPart(2),
      teil3: hasPart(3),
      teil4: hasPart(4),
      teil5: hasPart(5),
      teil6: hasPart(6),
    },
    ohneLaufzeit: countSentence(
      measures.length - shown,
      'ohne genannten Beginn und deshalb nicht im Zeitstrahl',
    ),
    plaetze: places.groups.map(({ label, count, sum }) => ({
      grundlage: label,
      anzahl: String(count),
      wert: formatSourceNumber(sum),
    })),
    plaetzeSumme: formatSourceNumber(places.sum),
    plaetzeFehlen: countSentence(
      measures.length - places.count,
      'ohne Angabe zu den Plätzen und deshalb nicht gezählt',
    ),
    geld: money.groups.map(({ label, count, sum }) => ({
      grundlage: label,
      anzahl: String(count),
      wert: formatEuro(sum),
    })),
    geldSumme: formatEuro(money.sum),
    geldGrundlagen: measures.flatMap(({ content }) => {
      const yearly = yearlyMoney(content);
      if (!yearly.isComparable) return [];
      const about = yearly.isAbout ? 'ca. ' : '';
      return [
        {
          name: content.title,
          rechnung: moneyBaseWords[yearly.base],
          betrag: `${about}${formatEuro(yearly.cents)}`,
        },
      ];
    }),
    geldFehlt: moneyGaps(measures),
  };
}

/** Bars of the two charts, in the order of the tables beside them. */
export function placesBars(measures: readonly PortfolioMeasure[]): Bar[] {
  return barsOf(
    placesByBasis(measures),
    (sum) => `${formatSourceNumber(sum)} ${sum === 1 ? 'Platz' : 'Plätze'}`,
  );
}

export function moneyBars(measures: readonly PortfolioMeasure[]): Bar[] {
  return barsOf(moneyByBasis(measures), formatEuro);
}

function barsOf({ groups }: Grouping, words: (sum: number) => string): Bar[] {
  const most = Math.max(...groups.map(({ sum }) => sum), 1);
  return groups.map(({ label, sum }) => ({ label, value: words(sum), share: sum / most }));
}

/** Terms known at least to the year of their beginning: of the source, else as planned. */
export function timelineRows(measures: readonly PortfolioMeasure[]): TimelineRow[] {
  return measures.flatMap(({ content, plan }): TimelineRow[] => {
    const { period, extensionOptions, title } = content;
    const planned = plan.termStart && plan.termEnd && plan.termStart <= plan.termEnd;
    const start = period.start ?? (planned ? plan.termStart : null);
    const end = period.start === null ? (planned ? plan.termEnd : null) : period.end;
    if (!start || (end && lastDay(end) < firstDay(start))) return [];
    const options =
      extensionOptions.length > 0
        ? extensionOptions.flatMap(({ from, to }) =>
            from && to ? [{ from: firstDay(from), to: lastDay(to) }] : [],
          )
        : plan.options.map(({ starts, ends }) => ({ from: starts, to: ends }));
    const sound = options.filter(({ from, to }) => from <= to);
    const words = [
      formatSourcePeriod({ start, end, openEnded: period.openEnded }) ?? notStated,
      ...sound.map(({ from, to }) => `Option ${formatPeriod(from, to)}`),
    ];
    return [
      {
        label: title,
        words: words.join(', '),
        from: firstDay(start),
        to: end ? lastDay(end) : null,
        isOpenEnded: period.openEnded === true,
        options: sound,
      },
    ];
  });
}

function firstDay(day: string): string {
  return `${day}-01-01`.slice(0, 10);
}

/** The last day a coarse date can mean: 2013 → 31.12., 2013-05 → 31.05. */
function lastDay(day: string): string {
  if (day.length === 10) return day;
  const [year = '', month = '12'] = day.split('-');
  return `${year}-${month}-${String(plainDate(`${year}-${month}-01`).daysInMonth)}`;
}

interface Grouping {
  readonly groups: readonly { readonly label: string; readonly count: number; readonly sum: number }[];
  readonly count: number;
  readonly sum: number;
}

function placesByBasis(measures: readonly PortfolioMeasure[]): Grouping {
  return grouped(measures, ({ content }) => placesOf(content));
}

function moneyByBasis(measures: readonly PortfolioMeasure[]): Grouping {
  return grouped(measures, ({ content }) => {
    const yearly = yearlyMoney(content);
    return yearly.isComparable ? yearly.cents : null;
  });
}

/** Groups shown on their own; the smaller ones are put together. */
const mostGroups = 14;

function grouped(
  measures: readonly PortfolioMeasure[],
  valueOf: (measure: PortfolioMeasure) => number | null,
): Grouping {
  const groups = new Map<string, { count: number; sum: number }>();
  for (const measure of measures) {
    const value = valueOf(measure);
    if (value === null) continue;
    const label = legalBasisGroup(measure.content.legalBases) ?? 'Rechtsgrundlage nicht genannt';
    const group = groups.get(label) ?? { count: 0, sum: 0 };
    groups.set(label, { count: group.count + 1, sum: group.sum + value });
  }
  const sorted = [...groups]
    .map(([label, group]) => ({ label, ...group }))
    .sort((a, b) => b.sum - a.sum || (a.label < b.label ? -1 : 1));
  const small = sorted.slice(mostGroups);
  const rest = {
    label: `${String(small.length)} weitere Rechtsgrundlagen`,
    count: total(small, 'count'),
    sum: total(small, 'sum'),
  };
  return {
    groups: small.length > 0 ? [...sorted.slice(0, mostGroups), rest] : sorted,
    count: total(sorted, 'count'),
    sum: total(sorted, 'sum'),
  };
}

function total<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

function moneyGaps(measures: readonly PortfolioMeasure[]): string[] {
  const titles = new Map<MoneyGap, string[]>();
  for (const { content } of measures) {
    const yearly = yearlyMoney(content);
    if (!yearly.isComparable) titles.set(yearly.gap, [...(titles.get(yearly.gap) ?? []), content.title]);
  }
  return [...titles].map(([gap, names]) => {
    const listed = names.length > 12 ? '' : `: ${names.join('; ')}`;
    return `${String(names.length)} × ${moneyGapWords[gap]}${listed}`;
  });
}

function keyFigures(measures: readonly PortfolioMeasure[], places: Grouping, money: Grouping) {
  const all = measures.length;
  const counted = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].map(([name, count]) => `${name}: ${String(count)}`).join(', ');
  };
  return [
    { name: 'Maßnahmen in der Auswahl', wert: String(all) },
    {
      name: 'nach Art',
      wert: counted(measures.map(({ content }) => kindNames[content.kind] ?? content.kind)),
    },
    { name: 'nach Stand', wert: counted(measures.map(({ state }) => stateNames[state])) },
    {
      name: 'Plätze',
      wert: `${formatSourceNumber(places.sum)} (Angaben bei ${String(places.count)} von ${String(all)})`,
    },
    {
      name: 'Geld im Jahr, soweit vergleichbar',
      wert: `${formatEuro(money.sum)} (bei ${String(money.count)} von ${String(all)})`,
    },
  ];
}

function measureLine({ content, plan }: PortfolioMeasure): PortfolioData['massnahmen'][number] {
  const { title, carrier, legalBases, targetGroup, places } = content;
  const sites = places.flatMap(({ site }) => (site === null ? [] : [site]));
  const count = placesOf(content);
  const planned =
    plan.termStart && plan.termEnd && plan.termStart <= plan.termEnd
      ? formatPeriod(plan.termStart, plan.termEnd)
      : null;
  return {
    name: title,
    traeger: carrier.name ?? notStated,
    rechtsgrundlage: legalBasisGroup(legalBases) ?? notStated,
    zielgruppe: targetGroup === null ? notStated : shortLine(targetGroup, 90),
    standorte: sites.join(', ') || notStated,
    plaetze: count === null ? '–' : formatSourceNumber(count),
    laufzeit: formatSourcePeriod(content.period) ?? planned ?? notStated,
    optionBis: optionUntil({ content, plan }),
  };
}

function optionUntil({ content, plan }: Pick<PortfolioMeasure, 'content' | 'plan'>): string {
  const stated = content.extensionOptions.flatMap(({ to }) => (to ? [to] : []));
  const [last] = (stated.length > 0 ? stated : plan.options.map(({ ends }) => ends)).sort().reverse();
  if (!last) return '';
  return `Option bis ${last.length === 10 ? formatDay(last) : last}`;
}

function selectionText({ filter, selection }: PortfolioFacts): string {
  const set = [
    ...(filter.text ? [`Suche „${filter.text}“`] : []),
    ...facetNames.flatMap((name) =>
      filter[name].length > 0
        ? [`${facetTitles[name]}: ${filter[name].map((value) => facetValueName(name, value)).join(' oder ')}`]
        : [],
    ),
  ];
  const { matchingCount, allCount } = selection;
  const of = `${String(matchingCount)} von ${String(allCount)} Maßnahmen`;
  return set.length === 0
    ? `Alle ${String(allCount)} Maßnahmen der Behörde.`
    : `${of}. Auswahl: ${set.join('; ')}.`;
}

function countSentence(count: number, words: string): string | null {
  if (count <= 0) return null;
  return count === 1 ? `1 Maßnahme ist ${words}.` : `${String(count)} Maßnahmen sind ${words}.`;
}
