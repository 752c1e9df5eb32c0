import { z } from 'zod';
import {
  checked,
  euroAmount,
  germanDate,
  list,
  longText,
  oneOf,
  optionalEuroAmount,
  optionalGermanDate,
  optionalLongText,
  optionalText,
  optionalWholeNumber,
  shortText,
  wholeNumber,
  yesNo,
} from '~/ui/fields';
import { readGermanDay } from '~/values/calendar';
import { priceModels } from './contract';

const positive = { error: 'Der Betrag ist 0,00 €. Geben Sie einen Betrag ab 0,01 € ein.' };

/** Days, one a line, in the order of time. */
function dayLines() {
  return z
    .string()
    .optional()
    .transform((typed, context): string[] => {
      const days: string[] = [];
      for (const line of (typed ?? '').split('\n').map((text) => text.trim())) {
        if (line === '') continue;
        const reading = readGermanDay(line);
        if (reading.ok) days.push(reading.day);
        else {
          context.issues.push({
            code: 'custom',
            message: `Zeile „${line.slice(0, 40)}“: ${reading.message}`,
            input: typed,
          });
          return z.NEVER;
        }
      }
      return days.sort();
    });
}

const site = z.object({
  name: shortText('Geben Sie den Namen des Standorts ein.'),
  places: optionalWholeNumber({ min: 1, max: 1000 }),
});

const option = z.object({
  starts: germanDate('Geben Sie den Beginn der Option ein.'),
  ends: germanDate('Geben Sie das Ende der Option ein.'),
  condition: optionalText({ max: 1000 }),
  declareBy: optionalGermanDate(),
  price: optionalEuroAmount().refine((cents) => cents !== 0, positive),
  sessionDays: dayLines(),
});

/** A contract as it is entered by hand; `basedOn` is the draft's version that the editor saw. */
export const contractForm = z.object({
  number: shortText('Geben Sie die Vertragsnummer ein.', { max: 60 }),
  measureId: z.uuid('Wählen Sie die Maßnahme.'),
  providerId: z.uuid('Wählen Sie den Träger.'),
  termStart: germanDate('Geben Sie den ersten Tag des Vertrags ein.'),
  termEnd: germanDate('Geben Sie den letzten Tag des Vertrags ein.'),
  priceModel: oneOf(priceModels, 'Wählen Sie, wofür der Preis gilt.'),
  price: euroAmount('Geben Sie den Preis ein, zum Beispiel 7.500,00 €.').refine(
    (cents) => cents > 0,
    positive,
  ),
  priceNote: optionalText({ max: 500 }),
  billsOccupied: checked(),
  productId: z.uuid('Wählen Sie das Produkt, aus dem bezahlt wird.'),
  fundingSourceId: z.uuid('Wählen Sie die Geldquelle.'),
  sessionDays: dayLines(),
  sites: list(site, { atLeast: 1, message: 'Fügen Sie mindestens einen Standort hinzu.' }),
  options: list(option),
  basedOn: wholeNumber('Öffnen Sie den Vertrag noch einmal.', { min: 0, max: 1_000_000 }),
});
export type TypedContract = z.output<typeof contractForm>;

export const signForm = z.object({
  signedOn: germanDate('Geben Sie den Tag der letzten Unterschrift ein.'),
});

const optionDecisions = ['exercise', 'refuse'] as const;

/** Both findings of rule B5, and what follows from them. */
export const decisionForm = z.object({
  wasSuccessful: yesNo('Wählen Sie, ob die Durchführung erfolgreich war.'),
  successReason: longText('Begründen Sie, ob die Durchführung erfolgreich war.', { max: 2000 }),
  hasFunds: yesNo('Wählen Sie, ob die Haushaltsmittel ausreichen.'),
  fundsReason: longText('Begründen Sie, ob die Haushaltsmittel ausreichen.', { max: 2000 }),
  decision: oneOf(optionDecisions, 'Wählen Sie, ob die Option ausgeübt wird.'),
});

const changeKinds = ['more', 'less'] as const;

export const changeForm = z
  .object({
    kind: oneOf(changeKinds, 'Wählen Sie, ob der Vertrag teurer oder günstiger wird.'),
    amount: euroAmount('Geben Sie den Betrag ein, zum Beispiel 5.000,00 €.').refine(
      (cents) => cents > 0,
      positive,
    ),
    validFrom: germanDate('Geben Sie den Tag ein, ab dem die Änderung gilt.'),
    reason: longText('Begründen Sie die Änderung.', { max: 2000 }),
  })
  .transform(({ kind, amount, ...change }) => ({
    ...change,
    amountCents: kind === 'less' ? -amount : amount,
  }));

export const endForm = z.object({ reason: optionalLongText({ max: 2000 }) });

/** What came of a task: it stands in the contract's history. */
export const finishForm = z.object({
  note: longText('Halten Sie fest, was erledigt wurde und wo es zu finden ist.', { max: 2000 }),
});
