import type { ProfileSection } from '../field-spec';
import { everyLine, inSourceWords } from './hints';
import { spanUnitNames } from '../words';

/** Places, staff and what happens in which order. */
export const placesSection = {
  slug: 'plaetze',
  title: 'Plätze und Personal',
  fields: [
    {
      kind: 'rows',
      name: 'places',
      label: 'Plätze nach Standort',
      row: 'Standort',
      fields: [
        { kind: 'text', name: 'site', label: 'Ort' },
        { kind: 'count', name: 'count', label: 'Plätze' },
      ],
    },
    {
      kind: 'count',
      name: 'placesTotal',
      label: 'Plätze insgesamt',
      hint: 'Leer, wenn die Zahl nicht bekannt ist. Leer ist nicht null.',
    },
    { kind: 'text', name: 'staffing.ratio', label: 'Betreuungsschlüssel', max: 500, hint: inSourceWords },
    { kind: 'decimal', name: 'staffing.fte', label: 'Vollzeitstellen' },
    { kind: 'longText', name: 'staffing.note', label: 'Anmerkung zum Personal' },
    {
      kind: 'rows',
      name: 'portal.staff',
      label: 'Personal in Zahlen',
      row: 'Aufgabe',
      fields: [
        { kind: 'text', name: 'role', label: 'Aufgabe', needed: 'Geben Sie die Aufgabe ein.' },
        { kind: 'decimal', name: 'clientsPerPost', label: 'Personen je Vollzeitstelle' },
        { kind: 'decimal', name: 'posts', label: 'Vollzeitstellen' },
      ],
    },
  ],
} as const satisfies ProfileSection;

export const courseSection = {
  slug: 'ablauf',
  title: 'Phasen und Inhalte',
  fields: [
    {
      kind: 'rows',
      name: 'phases',
      label: 'Phasen',
      row: 'Phase',
      sortable: true,
      fields: [
        { kind: 'text', name: 'name', label: 'Name', needed: 'Geben Sie den Namen der Phase ein.' },
        { kind: 'text', name: 'duration', label: 'Dauer', max: 500 },
        { kind: 'longText', name: 'content', label: 'Inhalt' },
      ],
    },
    {
      kind: 'rows',
      name: 'portal.phaseSpans',
      label: 'Dauer der Phasen in Zahlen',
      row: 'Phase',
      fields: [
        {
          kind: 'text',
          name: 'phase',
          label: 'Name der Phase',
          needed: 'Geben Sie den Namen der Phase ein.',
        },
        { kind: 'count', name: 'span.min', label: 'Mindestens' },
        { kind: 'count', name: 'span.max', label: 'Höchstens' },
        {
          kind: 'choice',
          name: 'span.unit',
          label: 'Einheit',
          choices: spanUnitNames,
          needed: 'Wählen Sie die Einheit.',
        },
      ],
    },
    {
      kind: 'rows',
      name: 'portal.reviews',
      label: 'Prüfpunkte einer Teilnahme',
      row: 'Prüfpunkt',
      fields: [
        {
          kind: 'text',
          name: 'what',
          label: 'Was geprüft wird',
          needed: 'Geben Sie ein, was geprüft wird.',
        },
        { kind: 'count', name: 'after', label: 'Spätestens nach' },
        {
          kind: 'choice',
          name: 'unit',
          label: 'Einheit',
          choices: spanUnitNames,
          needed: 'Wählen Sie die Einheit.',
        },
      ],
    },
    { kind: 'lines', name: 'modules', label: 'Inhalte und Module', hint: everyLine },
  ],
} as const satisfies ProfileSection;
