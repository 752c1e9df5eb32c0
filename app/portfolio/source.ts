import { z } from 'zod';
import { isCalendarDay } from '~/values/calendar';

/**
 * A file of the portfolio: what a published source says about one measure.
 *
 * Keys are exact, so that nothing of a file is silently dropped. Null (or an empty
 * list) means the source is silent; it is never read as zero. Amounts are euros as
 * the source writes them, days are inclusive and may be as coarse as a year.
 */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as exact as the source is. */
const sourceDay = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'Erwartet ist ein Tag wie 2019-12-01, ein Monat wie 2019-12 oder ein Jahr wie 2019.',
  )
  .refine((value) => value.length < 10 || isCalendarDay(value), 'Diesen Tag gibt es im Kalender nicht.');

// A pattern and no refinement, so that the published JSON Schema says it too.
const text = z.string().regex(/\S/, 'Der Text ist leer. Ohne Angabe steht hier null.');
const maybeText = text.nullable();
const maybeAmount = z
  .number()
  .nonnegative('Der Betrag ist negativ.')
  .max(1_000_000_000, 'Der Betrag ist größer als eine Milliarde Euro.')
  .nullable();
const maybeCount = z
  .int()
  .nonnegative('Die Zahl ist negativ.')
  .max(100_000, 'Die Zahl ist größer als 100.000.')
  .nullable();
const maybeMonths = z
  .number()
  .nonnegative('Die Zahl der Monate ist negativ.')
  .max(1_200, 'Die Zahl ist größer als 1.200 Monate.')
  .nullable();
const maybePosts = z
  .number()
  .nonnegative('Die Zahl der Stellen ist negativ.')
  .max(10_000, 'Die Zahl ist größer als 10.000.')
  .nullable();

export const carrierTypes = ['gE', 'zkT', 'land', 'BA', 'landkreis'] as const;
export const measureKinds = ['massnahme', 'handlungsansatz'] as const;
export const implementations = [
  'vergabe',
  'inhouse',
  'projektfoerderung',
  'einzelfallfoerderung',
  'selbstvornahme',
] as const;

export const measureSource = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Erlaubt sind Kleinbuchstaben, Ziffern und einzelne Bindestriche.')
    .max(100, 'Die Kennung ist länger als 100 Zeichen.'),
  title: text.max(300, 'Der Titel ist länger als 300 Zeichen.'),
  kind: z.enum(measureKinds),
  carrier: z.strictObject({ name: maybeText, type: z.enum(carrierTypes).nullable() }),
  targetGroup: maybeText,
  targetCriteria: z.array(text),
  period: z.strictObject({
    start: sourceDay.nullable(),
    end: sourceDay.nullable(),
    openEnded: z.boolean().nullable(),
    note: maybeText,
  }),
  extensionOptions: z.array(
    z.strictObject({
      from: sourceDay.nullable(),
      to: sourceDay.nullable(),
      months: z
        .number()
        .positive('Die Zahl der Monate ist nicht größer als null.')
        .max(1_200, 'Die Zahl ist größer als 1.200 Monate.')
        .nullable(),
      condition: maybeText,
    }),
  ),
  individualDuration: z.strictObject({
    typicalMonths: maybeMonths,
    minMonths: maybeMonths,
    maxMonths: maybeMonths,
    attendanceDays: maybeCount,
    note: maybeText,
  }),
  weeklyHours: maybeText,
  contactRhythm: maybeText,
  places: z.array(z.strictObject({ site: maybeText, count: maybeCount })),
  placesTotal: maybeCount,
  staffing: z.strictObject({ ratio: maybeText, fte: maybePosts, note: maybeText }),
  budget: z.strictObject({
    totalEur: maybeAmount,
    perYearEur: maybeAmount,
    perMonthEur: maybeAmount,
    perPlacePerMonthEur: maybeAmount,
    perParticipantEur: maybeAmount,
    note: maybeText,
  }),
  fundingSources: z.array(
    z.strictObject({
      source: text,
      legalBasis: maybeText,
      /** Text, or a per cent number (25 means 25 %). */
      share: z
        .union([
          text,
          z.number().nonnegative('Der Anteil ist negativ.').max(100, 'Der Anteil ist größer als 100 %.'),
        ])
        .nullable(),
      amountEur: maybeAmount,
      note: maybeText,
    }),
  ),
  paymentModel: maybeText,
  legalBases: z.array(text),
  implementation: z.enum(implementations).nullable(),
  voluntary: z.boolean().nullable(),
  phases: z.array(z.strictObject({ name: text, duration: maybeText, content: maybeText })),
  modules: z.array(text),
  reporting: z.array(text),
  rules: z.array(text),
  results: z.array(
    z.strictObject({
      label: text,
      /** A number, or text for fractions such as "2/3". */
      value: z.union([z.number(), text]),
      unit: maybeText,
      basis: maybeText,
      asOf: sourceDay.nullable(),
    }),
  ),
  lessons: z.array(text),
});

export type MeasureSource = z.output<typeof measureSource>;
