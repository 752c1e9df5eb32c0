import { exitReasons, integrationReasons, settlers } from '~/allocation/allocation';
import { needGroups } from '~/clients/needs';
import type { CellSum, SmallCell, SmallTable } from '../../rules/suppression';
import {
  type PeriodCounts,
  type ReferralTarget,
  referralTargets,
  settledStates,
  type SiteCounts,
  totalOf,
} from '../counts';
import { isYear, partsByYear } from './periods';

/** Id of a figure of a period: 'entries', 'entries at Zeven', 'reason work' … */
export function cellId(periodKey: string, figure: string): string {
  return `${periodKey}|${figure}`;
}

/** The figure at one site; of all sites together where none is named. */
export function atSite(figure: string, site: string | null): string {
  return site === null ? figure : `${figure} at ${site}`;
}

/** Where everybody was led to it, the target gives each of them away (rule E6, our proposal). */
const sensitiveTargets: ReadonlySet<ReferralTarget> = new Set([
  'psychosocial',
  'addiction',
  'debt',
  'health',
  'housing',
]);

/** One number of a period before it becomes a cell. */
interface Figure {
  readonly name: string;
  readonly value: number;
  readonly isPrinted?: boolean;
  readonly mustHide?: boolean;
  readonly isSecret?: boolean;
}

/**
 * All figures of a measure as cells and the sums that hold between them: over sites, over
 * reasons, between beginning and end of a year, and from one year to the next. What may be
 * shown is proved over all years at once, so that two papers side by side tell no more than one.
 *
 * An interim evaluation stands beside the years it lies in: what is left of each of them is
 * a number that must not follow either. Figures that overlap are never forced to add up (E4).
 * That everybody has a need of a key group is no secret: access to a measure asks for it.
 *
 * Source: rules E4, E6; workflows.md (d3).
 */
export function recordTable(counts: readonly PeriodCounts[], minCellCount: number): SmallTable {
  const periods = counts.map((one) => tableOfPeriod(one, minCellCount));
  const cells = periods.flatMap((table) => table.cells);
  const known = new Set(cells.map(({ id }) => id));
  const follows = [...yearChains(counts), ...interimParts(counts)];
  const rests = follows.flatMap(({ rest }) => (rest && !known.has(rest.id) ? [rest] : []));
  return {
    cells: [...cells, ...rests],
    sums: [...periods.flatMap((table) => table.sums), ...follows.map(({ sum }) => sum)],
  };
}

function tableOfPeriod(counts: PeriodCounts, minCellCount: number): SmallTable {
  const { key } = counts.period;
  const figures: Figure[] = [];
  const sums: CellSum[] = [];
  const add = (...more: Figure[]) => figures.push(...more);
  const sum = (whole: string, parts: readonly string[]) =>
    sums.push({ whole: cellId(key, whole), parts: parts.map((part) => cellId(key, part)) });

  const total = totalOf(counts.sites);
  const sites = counts.sites.length > 1 ? counts.sites : [];
  for (const [site, values] of [[null, total] as const, ...sites.map((one) => [one.site, one] as const)]) {
    add(...flowFigures(site, values, minCellCount));
    sum(atSite('participations', site), [atSite('carriedIn', site), atSite('entries', site)]);
    sum(atSite('participations', site), [atSite('exits', site), atSite('atEnd', site)]);
  }
  if (sites.length > 0) {
    for (const figure of ['entries', 'exits', 'atEnd', 'takenDays', 'participations', 'carriedIn'])
      sum(
        figure,
        sites.map(({ site }) => atSite(figure, site)),
      );
  }

  const reasonOf = (reason: string) => `reason ${reason}`;
  add(...exitReasons.map((reason) => ({ name: reasonOf(reason), value: counts.exitReasons[reason] ?? 0 })));
  sum('exits', exitReasons.map(reasonOf));
  const integrations = integrationsOf(counts);
  add(
    { name: 'integrations', value: integrations },
    { name: 'not integrated', value: total.exits - integrations, isPrinted: false },
  );
  sum('integrations', integrationReasons.map(reasonOf));
  sum('exits', ['integrations', 'not integrated']);

  for (const group of needGroups) {
    const need = counts.needs.find((one) => one.group === group);
    const { withNeed = 0, improved = 0, removed = 0, unjudged = 0 } = need ?? {};
    const of = (figure: string) => `need ${group} ${figure}`;
    add(
      { name: of('withNeed'), value: withNeed },
      { name: of('without'), value: total.exits - withNeed, isPrinted: false },
      { name: of('improved'), value: improved },
      { name: of('unjudged'), value: unjudged },
      { name: of('not improved'), value: withNeed - improved - unjudged, isPrinted: false },
      { name: of('removed'), value: removed },
      { name: of('improved only'), value: improved - removed, isPrinted: false },
    );
    sum('exits', [of('withNeed'), of('without')]);
    sum(of('withNeed'), [of('improved'), of('not improved'), of('unjudged')]);
    sum(of('improved'), [of('removed'), of('improved only')]);
  }

  const present = total.carriedIn + total.entries;
  for (const target of referralTargets) {
    const referral = counts.referrals.find((one) => one.target === target);
    const { referred = 0, arrived = 0, open = 0 } = referral ?? {};
    const of = (figure: string) => `referral ${target} ${figure}`;
    const isEverybody = sensitiveTargets.has(target) && referred > 0 && referred === present;
    add(
      { name: of('referred'), value: referred, mustHide: isEverybody },
      // Somebody who left may still be led somewhere: nobody is then left over.
      {
        name: of('others'),
        value: Math.max(0, present - referred),
        isPrinted: false,
        isSecret: isEverybody,
      },
      { name: of('arrived'), value: arrived },
      { name: of('open'), value: open },
      { name: of('not arrived'), value: referred - arrived - open },
    );
    if (referred <= present) sum('participations', [of('referred'), of('others')]);
    sum(of('referred'), [of('arrived'), of('open'), of('not arrived')]);
  }

  for (const state of settledStates) {
    const by = (settler: string) => `${state} by ${settler}`;
    const values = settlers.map((settler) => ({
      name: by(settler),
      value: counts.settled.find((one) => one.state === state && one.by === settler)?.count ?? 0,
    }));
    add({ name: state, value: values.reduce((all, { value }) => all + value, 0) }, ...values);
    sum(state, settlers.map(by));
  }

  const { due, inTime, late, missing } = counts.reports;
  add(
    { name: 'reports due', value: due },
    { name: 'reports inTime', value: inTime },
    { name: 'reports late', value: late },
    { name: 'reports missing', value: missing },
  );
  sum('reports due', ['reports inTime', 'reports late', 'reports missing']);

  const { agreed, held, missedByClient, cancelledByProvider, moved } = counts.contacts;
  add(
    { name: 'contacts agreed', value: agreed },
    { name: 'contacts held', value: held },
    { name: 'contacts missedByClient', value: missedByClient },
    { name: 'contacts cancelledByProvider', value: cancelledByProvider },
    { name: 'contacts moved', value: moved },
  );
  sum('contacts agreed', [
    'contacts held',
    'contacts missedByClient',
    'contacts cancelledByProvider',
    'contacts moved',
  ]);
  add({ name: 'premiums', value: counts.premiums.count });
  return { cells: figures.map((figure) => cellOf(key, figure)), sums };
}

/** Movements at one site or at all of them; days on which places were taken are hidden with few persons. */
function flowFigures(site: string | null, values: Omit<SiteCounts, 'site'>, minCellCount: number): Figure[] {
  const { entries, exits, atEnd, carriedIn, takenDays } = values;
  const present = carriedIn + entries;
  return [
    { name: atSite('entries', site), value: entries },
    { name: atSite('exits', site), value: exits },
    { name: atSite('atEnd', site), value: atEnd },
    // That a measure begins with nobody is known without being printed.
    { name: atSite('carriedIn', site), value: carriedIn, isPrinted: carriedIn === 0 },
    // Printed for the measure as a whole, where the money is divided by it.
    { name: atSite('participations', site), value: present, isPrinted: site === null },
    { name: atSite('takenDays', site), value: takenDays, mustHide: present > 0 && present < minCellCount },
  ];
}

function cellOf(key: string, { name, value, isPrinted = true, mustHide, isSecret }: Figure): SmallCell {
  return {
    id: cellId(key, name),
    value,
    isProtected: true,
    isPrinted: isPrinted && !isPart(key),
    ...(mustHide && { mustHide }),
    ...(isSecret && { isSecret }),
  };
}

export function integrationsOf({ exitReasons: reasons }: PeriodCounts): number {
  return integrationReasons.reduce((all, reason) => all + (reasons[reason] ?? 0), 0);
}

interface Following {
  readonly sum: CellSum;
  readonly rest?: SmallCell;
}

/** Whoever is there at the end of a year is carried into the next one. */
function yearChains(counts: readonly PeriodCounts[]): Following[] {
  const years = counts.filter(({ period }) => isYear(period));
  return years.flatMap((year) => {
    const before = years.find(({ period }) => Number(period.key) === Number(year.period.key) - 1);
    if (!before) return [];
    const shared = (one: PeriodCounts) => (one.sites.length > 1 ? one.sites.map(({ site }) => site) : []);
    const sites = shared(year).filter((site) => shared(before).includes(site));
    return [null, ...sites].map((site) => ({
      sum: {
        whole: cellId(year.period.key, atSite('carriedIn', site)),
        parts: [cellId(before.period.key, atSite('atEnd', site))],
      },
    }));
  });
}

/** A part of an interim period is counted for the proof alone and printed nowhere. */
function isPart(key: string): boolean {
  return key.includes('/');
}

/** Figures that are stocks or not additive: parts of a year do not add up to them. */
const notAdditive = /^(carriedIn|atEnd|participations|referral )/;

/** Parts of an interim period add up to it, and each leaves a rest of its year. */
function interimParts(counts: readonly PeriodCounts[]): Following[] {
  const interims = counts.filter(({ period }) => !isYear(period) && !isPart(period.key));
  return interims.flatMap((interim) => {
    const parts = partsByYear(interim.period).flatMap(({ year, part }) => {
      const counted = counts.find(({ period }) => period.key === part.key);
      if (!counted) return [];
      const whole = counts.find(({ period }) => period.key === String(year));
      return [
        { values: valuesOf(counted), key: part.key, year: whole && valuesOf(whole), yearKey: String(year) },
      ];
    });
    if (parts.length === 0) return [];
    const names = [...valuesOf(interim).keys()].filter((name) => !notAdditive.test(name));
    return names.flatMap((name): Following[] => [
      {
        sum: {
          whole: cellId(interim.period.key, name),
          parts: parts.flatMap(({ key, values }) => (values.has(name) ? [cellId(key, name)] : [])),
        },
      },
      ...parts.flatMap(({ key, values, year, yearKey }) => {
        const part = values.get(name);
        const own = year?.get(name);
        if (part === undefined || own === undefined) return [];
        const whole = cellId(yearKey, name);
        const id = `rest of ${whole}`;
        return [
          {
            sum: { whole, parts: [cellId(key, name), id] },
            rest: { id, value: own - part, isProtected: true, isPrinted: false },
          },
        ];
      }),
    ]);
  });
}

function valuesOf(counts: PeriodCounts): ReadonlyMap<string, number> {
  const prefix = cellId(counts.period.key, '');
  return new Map(tableOfPeriod(counts, 0).cells.map(({ id, value }) => [id.slice(prefix.length), value]));
}
