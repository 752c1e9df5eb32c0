import type { ProfileSection } from '../field-spec';
import { everyLine } from './hints';
import { reportRhythmNames } from '../words';

/** What is reported, which rules hold and what came of it. */
export const rulesSection = {
  slug: 'regeln',
  title: 'Berichte, Regeln, Erfahrungen',
  fields: [
    { kind: 'lines', name: 'reporting', label: 'Berichte', hint: everyLine },
    {
      kind: 'rows',
      name: 'portal.reports',
      label: 'Berichtspflichten mit Rhythmus',
      row: 'Bericht',
      fields: [
        { kind: 'text', name: 'what', label: 'Bericht', needed: 'Geben Sie den Bericht ein.' },
        {
          kind: 'choice',
          name: 'rhythm',
          label: 'Rhythmus',
          choices: reportRhythmNames,
          needed: 'Wählen Sie den Rhythmus.',
        },
        { kind: 'text', name: 'to', label: 'Empfänger' },
      ],
    },
    { kind: 'lines', name: 'rules', label: 'Regeln', hint: everyLine },
    { kind: 'lines', name: 'lessons', label: 'Erfahrungen', hint: everyLine },
  ],
} as const satisfies ProfileSection;

export const resultsSection = {
  slug: 'ergebnisse',
  title: 'Ergebnisse',
  fields: [
    {
      kind: 'rows',
      name: 'results',
      label: 'Ergebnisse',
      row: 'Ergebnis',
      sortable: true,
      fields: [
        {
          kind: 'text',
          name: 'label',
          label: 'Was gezählt wurde',
          max: 500,
          needed: 'Geben Sie ein, was gezählt wurde.',
        },
        {
          kind: 'numberOrText',
          name: 'value',
          label: 'Wert',
          hint: 'Eine Zahl, oder ein Bruch wie 2/3.',
          needed: 'Geben Sie den Wert ein.',
        },
        { kind: 'text', name: 'unit', label: 'Einheit' },
        { kind: 'text', name: 'basis', label: 'Grundlage', max: 500 },
        { kind: 'sourceDay', name: 'asOf', label: 'Stand' },
      ],
    },
  ],
} as const satisfies ProfileSection;
