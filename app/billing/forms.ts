import { z } from 'zod';
import { germanDate, oneOf, optionalLongText, shortText } from '~/ui/fields';
import { premiumKinds } from '~/contracts/service';

/** What the provider adds to what was computed; also asked for when the draft is handed in. */
export const invoiceTermsForm = z.object({
  number: shortText('Geben Sie Ihre Rechnungsnummer ein.', { max: 60 }),
  taxNote: shortText('Geben Sie an, wie die Leistung besteuert wird.', { max: 300 }),
});

export const claimForm = z.object({
  allocationId: z.uuid('Wählen Sie die Person.'),
  kind: oneOf(premiumKinds, 'Wählen Sie, wofür die Prämie gezahlt wird.'),
  reachedOn: germanDate('Geben Sie den Tag ein, an dem das Ergebnis erreicht war.'),
  proof: shortText('Geben Sie den Nachweis an, zum Beispiel „Arbeitsvertrag liegt vor“.', { max: 300 }),
});

const decisions = ['check', 'approve', 'pay', 'reject', 'correct'] as const;

/** What the district decides about an invoice; whoever rejects says why. */
export const decisionForm = z
  .object({
    decision: oneOf(decisions, 'Wählen Sie, was mit der Rechnung geschieht.'),
    reason: optionalLongText({ max: 1000 }),
  })
  .superRefine(({ decision, reason }, context) => {
    if (decision !== 'reject' || reason !== null) return;
    context.addIssue({
      code: 'custom',
      path: ['reason'],
      message: 'Begründen Sie die Ablehnung: Der Träger liest den Grund und rechnet neu ab.',
    });
  });

/** "2020-07" in the address → '2020-07-01'; null for what is no month. */
export function readMonth(text: string | null): string | null {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : null;
}
