import type { MeasureContent } from '~/portfolio/content';

/**
 * Reads the figures of an evaluation, which a source writes as it likes: "59 Personen",
 * "25 %", "2/3", each with a base in words.
 *
 * Nothing is guessed. A count is related to a base only where the base names its number
 * and counts the same kind of thing; what cannot be related stays as stated.
 */

export type Result = MeasureContent['results'][number];

/** What a count is a part of. */
export interface Base {
  readonly count: number;
  /** Place of the recorded figure that is the base; null where it stands in the words alone. */
  readonly at: number | null;
}

/** A per cent the source prints beside a count. */
interface PrintedShare {
  readonly at: number;
  readonly percent: number;
}

interface FigureOf {
  /** Place in the recorded results, from 0. */
  readonly at: number;
  readonly result: Result;
  /** Counts persons (or nobody knows what): small numbers are protected. */
  readonly isOfPersons: boolean;
}

export interface CountFigure extends FigureOf {
  readonly kind: 'count';
  readonly count: number;
  readonly base: Base | null;
  /** The source's own per cent of the same thing and base. */
  readonly printed: PrintedShare | null;
  /** A per cent of this count whose base the source does not name. */
  readonly openShare: PrintedShare | null;
}

/** A share without the count it was made from. */
export interface ShareFigure extends FigureOf {
  readonly kind: 'share';
  readonly percent: number;
  readonly base: Base | null;
}

interface StatedFigure extends FigureOf {
  readonly kind: 'stated';
}

export type ResultFigure = CountFigure | ShareFigure | StatedFigure;

/** Things whose number says nothing of single persons. What is not listed is protected. */
const impersonalUnits =
  /^(Plätze?|Durchg(ang|änge)|Läufe|Tage?|Wochen?|Monate?|Jahre?|Stunden?|Minuten?|UE|Unterrichtseinheiten|Termine?|Module?|Gruppen?|Kurse?|Standorte?|Kreise?|Landkreise?|Bezirke?|Städte|Gemeinden?|Länder|Euro|EUR|€|VZÄ|Stellen?)$/i;

/** Words by which a base counts persons. */
const personWords =
  /person|teilnehm|eintritt|zugäng|zugang|austritt|abgäng|abgang|beend|abbr|kund|leistungs(berechtigt|bezieh)|jugendlich|männer|frauen|mensch|betreut|vermittelt|absolvent|beschäftigt|arbeitslos|bewerb/i;

/** "120 Eintritte", "von 64 Eintritten": a number, then what it counts; no other number after it. */
const numberedBase =
  /^(?:(?:von|aus|der|den|allen|insgesamt) )*(?<number>\d{1,3}(?:\.\d{3})+|\d+) (?<what>\p{L}\D*)$/iu;

/** "12 Monate" is a span and "33 % der …" a share, not a number of persons. */
const noThing = /^(Tage|Woche|Monat|Jahr|Stunde|Minute|UE\b|Prozent|Euro|EUR\b)/i;

/** Words by which a figure calls itself a whole. */
const wholeWords = /gesamt|insgesamt|teilnehm|eintritt|zugäng|beend|austritt|personen|fälle/i;

const openBase = /nicht (ausdrücklich )?genannt|offen|unklar|nicht gesagt/i;

export function readResults(results: readonly Result[]): ResultFigure[] {
  const counts = results.flatMap((result, at) =>
    isCount(result) ? [{ result, at, count: result.value }] : [],
  );
  const printed = new Map<number, PrintedShare>();
  const openShares = new Map<number, PrintedShare>();
  const taken = new Set<number>();
  results.forEach((result, at) => {
    const percent = percentOfResult(result);
    if (percent === null || typeof result.value !== 'number') return;
    const same = counts.find((count) => !printed.has(count.at) && isSameThing(count.result, result));
    const named = same ? undefined : countOfOpenShare(result, counts);
    const [owner, shares] = same ? [same, printed] : [named, openShares];
    if (!owner || shares.has(owner.at)) return;
    shares.set(owner.at, { at, percent });
    taken.add(at);
  });

  return results.flatMap((result, at): ResultFigure[] => {
    if (taken.has(at)) return [];
    const figure = { at, result, isOfPersons: isOfPersons(result) };
    if (isCount(result)) {
      return [
        {
          ...figure,
          kind: 'count',
          count: result.value,
          base: baseOf(result, at, counts, result.value),
          printed: printed.get(at) ?? null,
          openShare: openShares.get(at) ?? null,
        },
      ];
    }
    const percent = percentOfResult(result);
    // A share counts persons as far as its base does; without one nobody knows.
    if (percent !== null) {
      return [
        { ...figure, isOfPersons: true, kind: 'share', percent, base: baseOf(result, at, counts, null) },
      ];
    }
    return [{ ...figure, kind: 'stated' }];
  });
}

interface RecordedCount {
  readonly at: number;
  readonly result: Result;
  readonly count: number;
}

function isCount(result: Result): result is Result & { readonly value: number } {
  return (
    typeof result.value === 'number' &&
    Number.isSafeInteger(result.value) &&
    result.value >= 0 &&
    !isPercent(result)
  );
}

function isPercent({ unit }: Result): boolean {
  return unit !== null && /^(%|Prozent)$/i.test(unit.trim());
}

/** 25 % → 25, "2/3" → 66.66…; null for what is no share from 0 to 100 %. */
function percentOfResult(result: Result): number | null {
  if (isPercent(result)) {
    const percent = typeof result.value === 'number' ? result.value : NaN;
    return percent >= 0 && percent <= 100 ? percent : null;
  }
  const fraction =
    typeof result.value === 'string' ? /^(\d{1,6})\/(\d{1,6})$/.exec(result.value.trim()) : null;
  const [top, bottom] = [Number(fraction?.[1]), Number(fraction?.[2])];
  return fraction && bottom > 0 && top <= bottom ? (100 * top) / bottom : null;
}

function isOfPersons({ unit }: Result): boolean {
  return unit === null || !impersonalUnits.test(unit.trim());
}

function isSameThing(count: Result, share: Result): boolean {
  return (
    plain(count.label) === plain(share.label) &&
    plain(count.basis ?? '') === plain(share.basis ?? '') &&
    count.asOf === share.asOf
  );
}

/** "Bezugsgröße nicht genannt; bezieht sich auf die 15 Vermittelten": the one count of 15 without a base. */
function countOfOpenShare(share: Result, counts: readonly RecordedCount[]): RecordedCount | undefined {
  const basis = share.basis ?? '';
  const numbers = [...basis.matchAll(/(?<![\d.,])\d+(?![\d.,%])/g)].map(([digits]) => Number(digits));
  if (!openBase.test(basis) || numbers.length !== 1) return undefined;
  const named = counts.filter(({ count, result }) => count === numbers[0] && result.basis === null);
  return named.length === 1 ? named[0] : undefined;
}

/** The whole that the words of a base name; null where they name none that fits. */
function baseOf(
  result: Result,
  at: number,
  counts: readonly RecordedCount[],
  count: number | null,
): Base | null {
  const words = numberedBase.exec((result.basis ?? '').replace(/\s+/g, ' ').trim())?.groups;
  const what = words?.['what'] ?? '';
  const number = Number((words?.['number'] ?? '').replaceAll('.', ''));
  if (!words || noThing.test(what) || !Number.isSafeInteger(number) || number < Math.max(count ?? 1, 1))
    return null;
  const recorded = counts.filter(
    (other) =>
      other.at !== at &&
      other.count === number &&
      (count === null || isSameUnit(other.result, result)) &&
      // An equal number alone proves nothing: twelve with debts are not "12 Teilnehmende".
      (wholeWords.test(other.result.label) || kinship(other.result.label, what) > 0),
  );
  const [best] = recorded.sort((a, b) => kinship(b.result.label, what) - kinship(a.result.label, what));
  if (best) return { count: number, at: best.at };
  if (count === null || countsSame(result, what)) return { count: number, at: null };
  return null;
}

function isSameUnit(a: Result, b: Result): boolean {
  return a.unit !== null && b.unit !== null && plain(a.unit) === plain(b.unit);
}

/** Whether the words of the base count what the figure counts: persons, or the unit by its name. */
function countsSame({ unit }: Result, what: string): boolean {
  if (unit === null) return false;
  return (personWords.test(unit) && personWords.test(what)) || plain(what).includes(plain(unit));
}

/** How many beginnings of words two texts share: "mit Führerschein" and "mit Führerschein" more than "Frauen". */
function kinship(label: string, what: string): number {
  const stems = (text: string) =>
    new Set(
      plain(text)
        .split(' ')
        .filter((word) => word.length > 3)
        .map((word) => word.slice(0, 6)),
    );
  const other = stems(what);
  return [...stems(label)].filter((stem) => other.has(stem)).length;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
