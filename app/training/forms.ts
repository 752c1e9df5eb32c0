import { z } from 'zod';
import { lateReasons } from '~/allocation/late-entry';
import {
  germanDate,
  longText,
  oneOf,
  optionalOneOf,
  optionalText,
  shortText,
  wholeNumber,
} from '~/ui/fields';
import { readGermanDay } from '~/values/calendar';
import { rhythms } from './rules/sessions';

/** 'HH:MM' as people type it: 9:00, 09.00, 9 Uhr. */
function clockTime(message: string) {
  return shortText(message, { max: 20 }).transform((typed, context): string => {
    const parts = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?Uhr)?$/i.exec(typed);
    const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? '0')];
    if (parts && hour < 24 && minute < 60) {
      return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    }
    context.issues.push({
      code: 'custom',
      message:
        'Die Uhrzeit ist nicht lesbar. Geben Sie sie als HH:MM von 00:00 bis 23:59 ein, zum Beispiel 09:00.',
      input: typed,
    });
    return z.NEVER;
  });
}

/** Days of the sessions, one a line, in the order of time. */
function sessionDays() {
  return longText('Geben Sie die Tage der Termine ein, einen je Zeile.').transform(
    (typed, context): string[] => {
      const days: string[] = [];
      for (const line of typed.split('\n').map((text) => text.trim())) {
        if (line === '') continue;
        // "Mi 13.05.2020", as the page proposes it.
        const reading = readGermanDay(line.replace(/^(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?,? +/i, ''));
        if (reading.ok) days.push(reading.day);
        else {
          const message = `Zeile „${line.slice(0, 40)}“: ${reading.message}`;
          context.issues.push({ code: 'custom', message, input: typed });
          return z.NEVER;
        }
      }
      return days.sort();
    },
  );
}

/** What a proposal of days starts from; read from the address. */
export const proposalForm = z.object({
  angebot: z.string().regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/),
  ab: germanDate('Geben Sie den ersten Tag ein.'),
  abstand: oneOf(rhythms, 'Wählen Sie den Abstand der Termine.'),
});

export const groupForm = z.object({
  name: shortText('Geben Sie einen Namen für die Gruppe ein, zum Beispiel „Frühjahr, Hauptstelle“.', {
    max: 80,
  }),
  site: wholeNumber('Wählen Sie den Standort.', { min: 1, max: 1000 }),
  trainer: shortText('Geben Sie den Namen der Trainerin oder des Trainers ein.', { max: 120 }),
  days: sessionDays(),
  beginsAt: clockTime('Geben Sie die Uhrzeit des Beginns ein.'),
  lastDay: germanDate('Geben Sie den letzten Tag der Gruppe ein.'),
  seats: wholeNumber('Geben Sie die Zahl der Plätze ein.', { min: 1, max: 1000 }),
});

export const moveForm = z.object({
  day: germanDate('Geben Sie den neuen Tag ein.'),
  beginsAt: clockTime('Geben Sie die Uhrzeit des Beginns ein.'),
  trainer: optionalText({ max: 120 }),
});

export const catchUpForm = z.object({
  no: wholeNumber('Wählen Sie den Termin, der nachgeholt wird.', { min: 1, max: 500 }),
  day: germanDate('Geben Sie den Tag des Nachholtermins ein.'),
  beginsAt: clockTime('Geben Sie die Uhrzeit des Beginns ein.'),
});

/** Letters by allocation, as they stand in the grid; what they mean is a rule, so that each row is judged alone. */
export const attendanceForm = z.object({
  sheet: z.enum(['grid', 'phone']).catch('grid'),
  fill: z.string().optional(),
  cells: z.record(z.string(), z.string().max(20).catch('?')).catch({}),
  lateReason: optionalOneOf(lateReasons),
});

export const groupDeedForm = z.object({
  deed: z.enum(['end', 'cancel', 'held', 'cancelSession']),
  session: z.string().optional(),
});
