import type { ProfileSection } from '../field-spec';
import { inSourceWords } from './hints';
import { costKindNames, fundingKindNames, paymentModelNames, qualifierNames } from '../words';

/** What it costs, who pays, and how it is paid. */
export const moneySection = {
  slug: 'geld',
  title: 'Kosten und Finanzierung',
  fields: [
    {
      kind: 'group',
      legend: 'Beträge laut Quelle',
      hint: 'Nur, was genannt ist. Ein „ca.“ oder „bis zu“ steht in der Anmerkung und unten in Zahlen.',
      fields: [
        { kind: 'euro', name: 'budget.totalEur', label: 'Insgesamt' },
        { kind: 'euro', name: 'budget.perYearEur', label: 'Je Jahr' },
        { kind: 'euro', name: 'budget.perMonthEur', label: 'Je Monat' },
        { kind: 'euro', name: 'budget.perPlacePerMonthEur', label: 'Je Platz und Monat' },
        { kind: 'euro', name: 'budget.perParticipantEur', label: 'Je Teilnahme' },
        { kind: 'longText', name: 'budget.note', label: 'Anmerkung zu den Beträgen' },
      ],
    },
    {
      kind: 'rows',
      name: 'portal.costs',
      label: 'Beträge mit ihrer Genauigkeit',
      row: 'Betrag',
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: 'Worauf sich der Betrag bezieht',
          choices: costKindNames,
          needed: 'Wählen Sie, worauf sich der Betrag bezieht.',
        },
        { kind: 'euro', name: 'amountEur', label: 'Betrag' },
        {
          kind: 'choice',
          name: 'qualifier',
          label: 'Genauigkeit',
          choices: qualifierNames,
          needed: 'Wählen Sie die Genauigkeit.',
        },
        { kind: 'text', name: 'note', label: 'Anmerkung' },
      ],
    },
    {
      kind: 'rows',
      name: 'fundingSources',
      label: 'Geldgeber laut Quelle',
      row: 'Geldgeber',
      fields: [
        { kind: 'text', name: 'source', label: 'Name', max: 300, needed: 'Geben Sie den Geldgeber ein.' },
        { kind: 'text', name: 'legalBasis', label: 'Rechtsgrundlage' },
        { kind: 'numberOrText', name: 'share', label: 'Anteil (Prozent oder Worte)' },
        { kind: 'euro', name: 'amountEur', label: 'Betrag' },
        { kind: 'longText', name: 'note', label: 'Anmerkung' },
      ],
    },
    {
      kind: 'rows',
      name: 'portal.funding',
      label: 'Finanzierung in Zahlen',
      row: 'Anteil',
      fields: [
        { kind: 'text', name: 'source', label: 'Geldgeber', needed: 'Geben Sie den Geldgeber ein.' },
        {
          kind: 'choice',
          name: 'kind',
          label: 'Art der Mittel',
          choices: fundingKindNames,
          needed: 'Wählen Sie die Art der Mittel.',
        },
        { kind: 'percent', name: 'sharePercent', label: 'Anteil in Prozent' },
        { kind: 'euro', name: 'amountEur', label: 'Betrag' },
      ],
    },
    { kind: 'longText', name: 'paymentModel', label: 'Vergütung', hint: inSourceWords },
    { kind: 'choice', name: 'portal.payment.model', label: 'Vergütungsmodell', choices: paymentModelNames },
    {
      kind: 'rows',
      name: 'portal.payment.premiums',
      label: 'Prämien',
      row: 'Prämie',
      fields: [
        {
          kind: 'text',
          name: 'reason',
          label: 'Wofür',
          needed: 'Geben Sie ein, wofür die Prämie gezahlt wird.',
        },
        { kind: 'percent', name: 'sharePercent', label: 'Anteil in Prozent' },
      ],
    },
    {
      kind: 'rows',
      name: 'portal.payment.grants',
      label: 'Stufen einer Pauschale',
      row: 'Stufe',
      fields: [
        {
          kind: 'text',
          name: 'condition',
          label: 'Bedingung',
          needed: 'Geben Sie die Bedingung der Stufe ein.',
        },
        { kind: 'euro', name: 'amountEur', label: 'Betrag' },
      ],
    },
  ],
} as const satisfies ProfileSection;
