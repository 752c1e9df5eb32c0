import { z } from 'zod';
import { euroAmount, longText, oneOf, optionalText, shortText, wholeNumber } from '~/ui/fields';
import { fundingSourceKinds } from './budget';

export const productForm = z.object({
  number: shortText('Geben Sie die Nummer des Produkts ein, zum Beispiel 31.2.02.'),
  name: shortText('Geben Sie die Bezeichnung des Produkts ein.'),
});

export const fundingSourceForm = z.object({
  kind: oneOf(fundingSourceKinds, 'Wählen Sie, wessen Geld es ist.'),
  name: shortText('Geben Sie den Namen der Geldquelle ein, zum Beispiel Kreismittel.'),
});

/** Whether the amount is the money itself or an upper limit for the whole pot. */
const amountKinds = ['exact', 'ceiling'] as const;

/** Money of one product and source in one fiscal year. */
export const appropriationForm = z
  .object({
    productId: z.uuid('Wählen Sie das Produkt.'),
    fundingSourceId: z.uuid('Wählen Sie die Geldquelle.'),
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

/** Money moved from one appropriation to another. */
export const transferForm = z
  .object({
    fromId: z.uuid('Wählen Sie den Ansatz, aus dem das Geld kommt.'),
    toId: z.uuid('Wählen Sie den Ansatz, der das Geld bekommt.'),
    amount: euroAmount('Geben Sie den Betrag ein, zum Beispiel 5.000,00 €.').refine((cents) => cents > 0, {
      error: 'Der Betrag ist 0,00 €. Geben Sie einen Betrag ab 0,01 € ein.',
    }),
    reason: longText('Begründen Sie die Umbuchung.', { max: 1000 }),
  })
  .transform(({ amount, ...entry }) => ({ ...entry, amountCents: amount }));
