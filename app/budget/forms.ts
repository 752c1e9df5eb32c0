import { z } from 'zod';
import { euroAmount, oneOf, optionalText, shortText, wholeNumber } from '~/ui/fields';

export const productForm = z.object({
  number: shortText('Geben Sie die Nummer des Produkts ein, zum Beispiel 31.2.02.'),
  name: shortText('Geben Sie die Bezeichnung des Produkts ein.'),
});

/** Whether the amount is the money itself or an upper limit for the whole pot. */
const amountKinds = ['exact', 'ceiling'] as const;

/** Money of one product in one fiscal year. */
export const appropriationForm = z
  .object({
    productId: z.uuid('Wählen Sie das Produkt.'),
    fiscalYear: wholeNumber('Geben Sie das Haushaltsjahr mit vier Ziffern ein, zum Beispiel 2019.', {
      min: 2000,
      max: 2100,
    }),
    amount: euroAmount('Geben Sie den Betrag ein, zum Beispiel 100.000,00 €.'),
    amountKind: oneOf(amountKinds, 'Wählen Sie, ob der Betrag ein fester Ansatz oder eine Obergrenze ist.'),
    purpose: optionalText(),
  })
  .transform(({ amount, amountKind, ...entry }) => ({
    ...entry,
    amountCents: amount,
    isCeiling: amountKind === 'ceiling',
  }));
