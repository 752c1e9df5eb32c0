import type { ProfileSection } from '../field-spec';
import { inSourceWords } from './hints';

/** When the measure runs, and what one participation is. */
export const periodSection = {
  slug: 'zeitraum',
  title: 'Laufzeit und Durchgänge',
  fields: [
    {
      kind: 'group',
      legend: 'Laufzeit der Maßnahme',
      hint: 'Beide Tage zählen mit. Ein Monat (05/2013) oder ein Jahr (2013) genügt, wenn mehr nicht bekannt ist.',
      fields: [
        { kind: 'sourceDay', name: 'period.start', label: 'Beginn' },
        { kind: 'sourceDay', name: 'period.end', label: 'Ende' },
        { kind: 'yesNo', name: 'period.openEnded', label: 'Ist das Ende offen?' },
        { kind: 'longText', name: 'period.note', label: 'Anmerkung zur Laufzeit' },
      ],
    },
    {
      kind: 'rows',
      name: 'extensionOptions',
      label: 'Verlängerungen',
      row: 'Verlängerung',
      fields: [
        { kind: 'sourceDay', name: 'from', label: 'Beginn' },
        { kind: 'sourceDay', name: 'to', label: 'Ende' },
        { kind: 'decimal', name: 'months', label: 'Monate' },
        { kind: 'longText', name: 'condition', label: 'Bedingung' },
      ],
    },
    {
      kind: 'rows',
      name: 'portal.runs',
      label: 'Durchgänge',
      row: 'Durchgang',
      fields: [
        { kind: 'text', name: 'name', label: 'Name', needed: 'Geben Sie den Namen des Durchgangs ein.' },
        { kind: 'day', name: 'from', label: 'Beginn', needed: 'Geben Sie den Beginn des Durchgangs ein.' },
        { kind: 'day', name: 'to', label: 'Ende', needed: 'Geben Sie das Ende des Durchgangs ein.' },
        { kind: 'count', name: 'places', label: 'Plätze' },
      ],
    },
  ],
} as const satisfies ProfileSection;

export const participationSection = {
  slug: 'teilnahme',
  title: 'Dauer und Rhythmus der Teilnahme',
  fields: [
    {
      kind: 'group',
      legend: 'Dauer einer Teilnahme',
      fields: [
        { kind: 'decimal', name: 'individualDuration.typicalMonths', label: 'In der Regel, in Monaten' },
        { kind: 'decimal', name: 'individualDuration.minMonths', label: 'Mindestens, in Monaten' },
        { kind: 'decimal', name: 'individualDuration.maxMonths', label: 'Höchstens, in Monaten' },
        { kind: 'count', name: 'individualDuration.attendanceDays', label: 'Anwesenheitstage' },
        {
          kind: 'yesNo',
          name: 'portal.attendance.areMissedDaysAppended',
          label: 'Werden versäumte Tage angehängt?',
        },
        { kind: 'longText', name: 'individualDuration.note', label: 'Anmerkung zur Dauer' },
      ],
    },
    { kind: 'text', name: 'weeklyHours', label: 'Wochenstunden', max: 1000, hint: inSourceWords },
    {
      kind: 'group',
      legend: 'Wochenstunden in Zahlen',
      fields: [
        { kind: 'decimal', name: 'portal.weekly.min', label: 'Mindestens' },
        { kind: 'decimal', name: 'portal.weekly.max', label: 'Höchstens' },
        {
          kind: 'choice',
          name: 'portal.weekly.unit',
          label: 'Einheit',
          choices: { hours: 'Stunden', teachingUnits: 'Unterrichtseinheiten (45 Minuten)' },
        },
      ],
    },
    { kind: 'text', name: 'contactRhythm', label: 'Kontaktrhythmus', max: 1000, hint: inSourceWords },
    {
      kind: 'rows',
      name: 'portal.contacts',
      label: 'Kontakte in Zahlen',
      row: 'Abschnitt',
      fields: [
        {
          kind: 'text',
          name: 'stage',
          label: 'Wann',
          hint: 'Zum Beispiel „anfangs“ oder „danach“.',
          needed: 'Geben Sie ein, wann dieser Abstand gilt.',
        },
        { kind: 'decimal', name: 'everyWeeks', label: 'Alle … Wochen' },
        { kind: 'count', name: 'minutes', label: 'Minuten' },
      ],
    },
    {
      kind: 'group',
      legend: 'Gruppentermine',
      hint: 'Für Trainings in Terminen, zum Beispiel 6 Termine à 4 Stunden für 12 Personen.',
      fields: [
        { kind: 'count', name: 'portal.sessions.count', label: 'Zahl der Termine' },
        { kind: 'decimal', name: 'portal.sessions.hours', label: 'Stunden je Termin' },
        { kind: 'count', name: 'portal.sessions.groupSize', label: 'Personen je Gruppe' },
      ],
    },
  ],
} as const satisfies ProfileSection;
