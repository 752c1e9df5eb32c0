import { z } from 'zod';
import { germanByDefault } from './form/faults';
import { formatDay, readGermanDay } from '~/values/calendar';
import { formatEuroInput, readEuro } from '~/values/money';
import { germanDecimal } from '~/values/decimal';

/**
 * The recurring fields of our forms as zod schemas: text as typed → value.
 *
 * `message` is the sentence for "nothing typed" and names the mend ("Geben Sie
 * den Beginn ein."). Optional fields give null for "not stated", never zero or ''.
 */

// zod's compiled parsers need `eval`, which our Content-Security-Policy forbids in the browser.
if (typeof document !== 'undefined') z.config({ jitless: true });

const shortest = 200;
const longest = 10_000;

/** One line of text. */
export function shortText(message: string, { max = shortest }: { max?: number } = {}) {
  return required(message, (text) => withinLength(oneLine(text), max));
}

export function optionalText({ max = shortest }: { max?: number } = {}) {
  return optional((text) => withinLength(oneLine(text), max));
}

/** Text of several lines. */
export function longText(message: string, { max = longest }: { max?: number } = {}) {
  return required(message, (text) => withinLength(text, max));
}

export function optionalLongText({ max = longest }: { max?: number } = {}) {
  return optional((text) => withinLength(text, max));
}

/** E-mail address in lower case, as accounts are found by it. */
export function email(message: string) {
  return required(message, (text) => {
    if (text.length <= 254 && /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}$/.test(text))
      return right(text.toLowerCase());
    return wrong('Die Adresse ist nicht vollständig. Geben Sie sie in der Form name@behoerde.example ein.');
  });
}

/** Five digits, as in Germany. */
export function postcode(message: string) {
  return required(message, readPostcode);
}

export function optionalPostcode() {
  return optional(readPostcode);
}

/** Radios "Ja" and "Nein". */
export function yesNo(message: string) {
  return required(message, (text) => readYesNo(text, message));
}

export function optionalYesNo() {
  return optional((text) => readYesNo(text, 'Wählen Sie Ja oder Nein, oder lassen Sie beides frei.'));
}

/** Text for the radios of `yesNo`, for the first filling of a form. */
export function yesNoText(value: boolean | null | undefined): string | null {
  return value === null || value === undefined ? null : value ? 'ja' : 'nein';
}

/** A day as Germans type it → 'YYYY-MM-DD'. */
export function germanDate(message: string) {
  return required(message, readDay);
}

export function optionalGermanDate() {
  return optional(readDay);
}

/** Text for a date field; null stays "not stated". */
export function dayText(day: string | null | undefined): string | null {
  return day ? formatDay(day) : null;
}

/** An amount as Germans type it → cents. */
export function euroAmount(message: string) {
  return required(message, readAmount);
}

export function optionalEuroAmount() {
  return optional(readAmount);
}

/** Text for a money field; null stays "not stated", zero is "0,00". */
export function euroText(cents: number | null | undefined): string | null {
  return cents === null || cents === undefined ? null : formatEuroInput(cents);
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export function wholeNumber(message: string, bounds: Bounds = {}) {
  return required(message, (text) => readWholeNumber(text, bounds));
}

export function optionalWholeNumber(bounds: Bounds = {}) {
  return optional((text) => readWholeNumber(text, bounds));
}

/** A number with a comma, as Germans type it: "19,5". */
export function optionalDecimal(bounds: Bounds = {}) {
  return optional((text) => readDecimal(text, bounds));
}

/** Text for a decimal field; null stays "not stated". */
export function decimalText(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : germanDecimal(value);
}

/** A list of short texts, one a line; empty lines are dropped. */
export function lines({ max = 1000 }: { max?: number } = {}) {
  return z
    .string(germanByDefault)
    .optional()
    .transform((typed, context): string[] => {
      const texts = (typed ?? '')
        .split('\n')
        .map(oneLine)
        .map((text) => text.trim());
      const tooLong = texts.find((text) => text.length > max);
      if (tooLong === undefined) return texts.filter((text) => text !== '');
      const message = `Die Zeile „${tooLong.slice(0, 40)}…“ hat ${tooLong.length} Zeichen. Kürzen Sie sie auf höchstens ${max} Zeichen.`;
      context.issues.push({ code: 'custom', message, input: typed });
      return z.NEVER;
    });
}

/** One of a fixed set (radios, select). */
export function oneOf<const Value extends string>(values: readonly Value[], message: string) {
  return required(message, (text) => readOneOf(text, values, message));
}

export function optionalOneOf<const Value extends string>(values: readonly Value[]) {
  return optional((text) => readOneOf(text, values, 'Wählen Sie eine Möglichkeit aus der Liste.'));
}

/** A single checkbox → whether it is set. */
export function checked() {
  return z
    .string()
    .optional()
    .transform((text) => text === 'on');
}

/** A group of checkboxes, each named `group.value` → the values set, in the order of `values`. */
export function someOf<const Value extends string>(values: readonly Value[], message?: string) {
  return z
    .record(z.string(), z.unknown())
    .optional()
    .transform((group, context): Value[] => {
      const chosen = values.filter((value) => group?.[value] === 'on');
      if (chosen.length === 0 && message) {
        context.issues.push({ code: 'custom', message, input: group });
        return z.NEVER;
      }
      return chosen;
    });
}

/**
 * Rows of a list. Rows in which nothing is typed are dropped; a fault keeps the
 * place of the row as the form shows it.
 */
export function list<Row extends z.ZodType>(
  row: Row,
  { atLeast = 0, message = 'Fügen Sie eine Zeile hinzu.' }: { atLeast?: number; message?: string } = {},
) {
  return z
    .array(z.unknown())
    .optional()
    .transform((rows, context): z.output<Row>[] => {
      const values: z.output<Row>[] = [];
      let faulty = false;
      for (const [index, typed] of (rows ?? []).entries()) {
        if (isEmpty(typed)) continue;
        const result = row.safeParse(typed, germanByDefault);
        if (result.success) values.push(result.data);
        else {
          faulty = true;
          for (const issue of result.error.issues) {
            context.issues.push({
              code: 'custom',
              message: issue.message,
              path: [index, ...issue.path],
              input: typed,
            });
          }
        }
      }
      if (!faulty && values.length < atLeast) {
        context.issues.push({ code: 'custom', message, input: rows });
        faulty = true;
      }
      return faulty ? z.NEVER : values;
    });
}

type Reading<Value> = { readonly value: Value } | { readonly fault: string };

const right = <Value>(value: Value): Reading<Value> => ({ value });
const wrong = (fault: string): { readonly fault: string } => ({ fault });

function required<Value>(message: string, read: (text: string) => Reading<Value>) {
  return z
    .string({ error: message })
    .optional()
    .transform((typed, context): Value => {
      const text = (typed ?? '').trim();
      const reading = text === '' ? wrong(message) : read(text);
      if ('value' in reading) return reading.value;
      context.issues.push({ code: 'custom', message: reading.fault, input: typed });
      return z.NEVER;
    });
}

function optional<Value>(read: (text: string) => Reading<Value>) {
  return z
    .string(germanByDefault)
    .optional()
    .transform((typed, context): Value | null => {
      const text = (typed ?? '').trim();
      if (text === '') return null;
      const reading = read(text);
      if ('value' in reading) return reading.value;
      context.issues.push({ code: 'custom', message: reading.fault, input: typed });
      return z.NEVER;
    });
}

function isEmpty(typed: unknown): boolean {
  if (typeof typed === 'string') return typed.trim() === '';
  if (typeof typed !== 'object' || typed === null) return true;
  return Object.values(typed).every(isEmpty);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function withinLength(text: string, max: number): Reading<string> {
  if (text.length <= max) return right(text);
  return wrong(`Der Text hat ${text.length} Zeichen. Kürzen Sie ihn auf höchstens ${max} Zeichen.`);
}

function readPostcode(text: string): Reading<string> {
  if (/^\d{5}$/.test(text)) return right(text);
  return wrong('Eine Postleitzahl hat fünf Ziffern, zum Beispiel 27356.');
}

function readYesNo(text: string, message: string): Reading<boolean> {
  if (text === 'ja' || text === 'nein') return right(text === 'ja');
  return wrong(message);
}

function readDay(text: string): Reading<string> {
  const reading = readGermanDay(text);
  return reading.ok ? right(reading.day) : wrong(reading.message);
}

function readAmount(text: string): Reading<number> {
  const reading = readEuro(text);
  return reading.ok ? right(reading.cents) : wrong(reading.message);
}

function readWholeNumber(text: string, { min = 0, max = 999_999_999 }: Bounds): Reading<number> {
  const digits = /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
  if (!/^[-−]?\d{1,15}$/.test(digits))
    return wrong('Die Zahl ist nicht lesbar. Geben Sie eine ganze Zahl ein, zum Beispiel 10.');
  const value = Number(digits.replace('−', '-'));
  if (value < min) return wrong(`Die Zahl ist zu klein. Geben Sie mindestens ${min} ein.`);
  if (value > max) return wrong(`Die Zahl ist zu groß. Geben Sie höchstens ${max} ein.`);
  return right(value);
}

function readDecimal(text: string, { min = 0, max = 999_999_999 }: Bounds): Reading<number> {
  if (!/^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6})?$/.test(text))
    return wrong('Die Zahl ist nicht lesbar. Geben Sie sie mit Komma ein, zum Beispiel 19,5.');
  const value = Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-'));
  if (value < min) return wrong(`Die Zahl ist zu klein. Geben Sie mindestens ${min} ein.`);
  if (value > max) return wrong(`Die Zahl ist zu groß. Geben Sie höchstens ${max} ein.`);
  return right(value);
}

function readOneOf<Value extends string>(
  text: string,
  values: readonly Value[],
  message: string,
): Reading<Value> {
  const value = values.find((candidate) => candidate === text);
  return value === undefined ? wrong(message) : right(value);
}
