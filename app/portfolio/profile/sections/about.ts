import type { ProfileSection } from '../field-spec';
import { everyLine } from './hints';
import { approachNames } from '../words';
import { implementationNames, carrierTypeNames, kindNames } from '../../words';

/** Who the measure is for, and on what it rests. */
export const aboutSection = {
  slug: 'profil',
  title: 'Profil und Zielgruppe',
  fields: [
    {
      kind: 'text',
      name: 'title',
      label: 'Name der Maßnahme',
      needed: 'Geben Sie den Namen der Maßnahme ein.',
    },
    { kind: 'choice', name: 'kind', label: 'Art', choices: kindNames, needed: 'Wählen Sie die Art.' },
    {
      kind: 'group',
      legend: 'Ursprünglicher Träger',
      fields: [
        { kind: 'text', name: 'carrier.name', label: 'Name' },
        { kind: 'choice', name: 'carrier.type', label: 'Form', choices: carrierTypeNames },
      ],
    },
    { kind: 'longText', name: 'targetGroup', label: 'Zielgruppe' },
    { kind: 'lines', name: 'targetCriteria', label: 'Kriterien der Zielgruppe', hint: everyLine },
    {
      kind: 'several',
      name: 'portal.approaches',
      label: 'Ansätze',
      choices: approachNames,
    },
  ],
} as const satisfies ProfileSection;

export const legalSection = {
  slug: 'recht',
  title: 'Rechtsgrundlage und Umsetzung',
  fields: [
    {
      kind: 'lines',
      name: 'legalBases',
      label: 'Rechtsgrundlagen',
      hint: 'Je Zeile eine Norm, zum Beispiel „§ 16a Nr. 3 SGB II“.',
    },
    { kind: 'choice', name: 'implementation', label: 'Umsetzung', choices: implementationNames },
    { kind: 'yesNo', name: 'voluntary', label: 'Ist die Teilnahme freiwillig?' },
    {
      kind: 'lines',
      name: 'portal.onlyWithin',
      label: 'Nur innerhalb von Maßnahmen nach',
      hint: 'Je Zeile eine Norm, zum Beispiel „§ 45 SGB III“. Leer, wenn die Maßnahme für sich steht.',
    },
    {
      kind: 'text',
      name: 'portal.neededCertificate',
      label: 'Nötige Zertifizierung des Trägers',
      hint: 'Zum Beispiel „Zertifizierung für AktivA“. Leer, wenn keine nötig ist.',
    },
    {
      kind: 'group',
      legend: 'Gesundheitliche Inhalte',
      hint: 'In Maßnahmen nach § 45 SGB III höchstens 20 %, sonst zahlt ein Dritter mit.',
      fields: [
        { kind: 'percent', name: 'portal.healthPercent', label: 'Anteil in Prozent' },
        {
          kind: 'percent',
          name: 'portal.maxHealthPercent',
          label: 'Höchstens ohne Mitfinanzierung, in Prozent',
        },
        { kind: 'yesNo', name: 'portal.isCofunded', label: 'Zahlt ein Dritter mit?' },
      ],
    },
  ],
} as const satisfies ProfileSection;
