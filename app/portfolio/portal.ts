import { z } from 'zod';
import { isCalendarDay } from '~/values/calendar';

/**
 * What the portal adds to the keys of a portfolio file, in its object `portal`: the
 * structure behind the source's words, which stay as they are. Every key is optional;
 * null means "keine Angabe". Amounts are euros, as everywhere in a portfolio file.
 */

const word = z
  .string('Erwartet ist ein Text.')
  .max(300, 'Der Text ist länger als 300 Zeichen.')
  .refine((value) => value.trim() !== '', 'Der Text ist leer. Ohne Angabe steht hier null.');
const note = word.nullable().optional();
const euros = z
  .number('Erwartet ist ein Betrag in Euro.')
  .nonnegative('Der Betrag ist negativ.')
  .max(1_000_000_000, 'Der Betrag ist größer als eine Milliarde Euro.')
  .nullable();
const count = z
  .int('Erwartet ist eine ganze Zahl.')
  .positive('Die Zahl ist nicht größer als null.')
  .max(100_000);
const maybeCount = count.nullable().optional();
const positive = z
  .number()
  .positive('Die Zahl ist nicht größer als null.')
  .max(10_000, 'Die Zahl ist größer als 10.000.');
const percent = z.number().min(0, 'Der Anteil ist negativ.').max(100, 'Der Anteil ist größer als 100 %.');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Erwartet ist ein Tag wie 2019-12-01.')
  .refine(isCalendarDay, 'Diesen Tag gibt es im Kalender nicht.');

const weekHours = z
  .number('Geben Sie die Zahl ein.')
  .positive('Die Zahl ist nicht größer als null.')
  .max(168, 'Eine Woche hat 168 Stunden.')
  .nullable();

export const spanUnits = ['days', 'weeks', 'months'] as const;
export const costKinds = ['total', 'year', 'month', 'placeMonth', 'participant', 'session', 'other'] as const;
export const qualifiers = ['exact', 'circa', 'upTo', 'lessThan', 'from'] as const;
export const fundingKinds = [
  'integrationBudget',
  'administrationBudget',
  'municipal',
  'esf',
  'state',
  'erdf',
  'federal',
  'thirdParty',
] as const;
export const paymentModels = [
  'monthlyFixed',
  'perPlace',
  'perParticipant',
  'perSession',
  'premiums',
  'flatGrant',
  'refund',
] as const;
export const reportRhythms = ['perCase', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'once'] as const;
/** The nine approaches by which good practice is described (workflows.md a2). */
export const approaches = [
  'trainedStaff',
  'counselling',
  'tailoredOffers',
  'health',
  'practicalTrial',
  'aftercare',
  'employers',
  'municipalServices',
  'networks',
] as const;

const span = z.strictObject({
  min: maybeCount,
  max: maybeCount,
  unit: z.enum(spanUnits),
});

export const portalPart = z.strictObject({
  /** Runs with a beginning and an end of their own, each with its places. */
  runs: z.array(z.strictObject({ name: word, from: day, to: day, places: maybeCount })).optional(),
  /** A training of single sessions for a group. */
  sessions: z
    .strictObject({
      count,
      hours: z
        .number('Geben Sie die Stunden je Termin ein.')
        .positive('Die Zahl ist nicht größer als null.')
        .max(24, 'Ein Tag hat 24 Stunden.'),
      groupSize: maybeCount,
      note,
    })
    .nullable()
    .optional(),
  /** What becomes of missed days where a participation is a quota of days (`individualDuration.attendanceDays`). */
  attendance: z
    .strictObject({ areMissedDaysAppended: z.boolean().nullable().optional(), note })
    .nullable()
    .optional(),
  /** Clock hours, or teaching units (UE, 45 minutes): the two do not mix. */
  weekly: z
    .strictObject({
      min: weekHours,
      max: weekHours,
      unit: z.enum(['hours', 'teachingUnits'], 'Wählen Sie die Einheit.'),
      note,
    })
    .nullable()
    .optional(),
  contacts: z
    .array(
      z.strictObject({
        stage: word,
        everyWeeks: z
          .number('Geben Sie die Zahl der Wochen ein.')
          .positive('Die Zahl ist nicht größer als null.')
          .max(104, 'Die Zahl ist größer als 104 Wochen.'),
        minutes: maybeCount,
      }),
    )
    .optional(),
  /** Length of a phase of the same name, in numbers. */
  phaseSpans: z.array(z.strictObject({ phase: word, span })).optional(),
  /** What has to be looked at when, counted from a participation's beginning. */
  reviews: z.array(z.strictObject({ what: word, after: count, unit: z.enum(spanUnits) })).optional(),
  staff: z
    .array(
      z.strictObject({
        role: word,
        clientsPerPost: positive.nullable().optional(),
        posts: positive.nullable().optional(),
      }),
    )
    .optional(),
  costs: z
    .array(z.strictObject({ kind: z.enum(costKinds), amountEur: euros, qualifier: z.enum(qualifiers), note }))
    .optional(),
  funding: z
    .array(
      z.strictObject({
        source: word,
        kind: z.enum(fundingKinds),
        sharePercent: percent.nullable().optional(),
        amountEur: euros.optional(),
      }),
    )
    .optional(),
  payment: z
    .strictObject({
      model: z.enum(paymentModels, 'Wählen Sie das Vergütungsmodell.'),
      premiums: z.array(z.strictObject({ reason: word, sharePercent: percent })).optional(),
      grants: z.array(z.strictObject({ condition: word, amountEur: euros })).optional(),
    })
    .nullable()
    .optional(),
  reports: z
    .array(z.strictObject({ what: word, rhythm: z.enum(reportRhythms), to: word.nullable().optional() }))
    .optional(),
  /** Share of health content, and whether a third party pays for it with us (§ 45 SGB III). */
  healthPercent: percent.nullable().optional(),
  isCofunded: z.boolean().nullable().optional(),
  /** Norms inside whose measures alone this one may be bought, e.g. "§ 45 SGB III". */
  onlyWithin: z.array(word).optional(),
  /** Certificate without which nobody may run it, e.g. "Zertifizierung für AktivA". */
  neededCertificate: note,
  /** Most of the whole that health content may be without money of a third party. */
  maxHealthPercent: percent.nullable().optional(),
  approaches: z.array(z.enum(approaches)).optional(),
});

export type PortalPart = z.output<typeof portalPart>;
export type Span = z.output<typeof span>;
