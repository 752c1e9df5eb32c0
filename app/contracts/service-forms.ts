import { z } from 'zod';
import {
  checked,
  euroAmount,
  germanDate,
  list,
  oneOf,
  optionalDecimal,
  optionalEuroAmount,
  optionalGermanDate,
  optionalText,
  optionalWholeNumber,
  shortText,
  wholeNumber,
} from '~/ui/fields';
import { premiumKinds } from './service';

const everyWeeks = 'Geben Sie den Abstand in Wochen ein, zum Beispiel 2 oder 0,5.';

const contactStage = z.object({
  stage: shortText('Geben Sie den Abschnitt ein, zum Beispiel „anfangs“.', { max: 100 }),
  everyWeeks: optionalDecimal({ max: 104 })
    .refine((weeks) => weeks !== null && weeks > 0, { error: everyWeeks })
    .transform((weeks) => weeks ?? 0),
  minutes: optionalWholeNumber({ min: 1, max: 720 }),
});

/** What is agreed about one measure of a contract. */
export const serviceForm = z.object({
  contacts: list(contactStage),
  firstStageWeeks: optionalWholeNumber({ min: 1, max: 104 }),
  hasStrategyPlan: checked(),
  planReviewWeeks: optionalWholeNumber({ min: 1, max: 104 }),
  involvesHousehold: checked(),
  sessionCount: optionalWholeNumber({ min: 1, max: 500 }),
  sessionMinutes: optionalWholeNumber({ min: 1, max: 1440 }),
  groupSize: optionalWholeNumber({ min: 1, max: 1000 }),
  interimReportMonths: optionalWholeNumber({ min: 1, max: 24 }),
  finalReportDays: wholeNumber('Geben Sie die Tage bis zum Abschlussbericht ein, zum Beispiel 14.', {
    min: 1,
    max: 365,
  }),
  reportingDays: wholeNumber('Geben Sie die Tage der Berichtszeit ein, zum Beispiel 30.', {
    min: 0,
    max: 365,
  }),
});

export const componentForm = z.object({
  slug: shortText('Wählen Sie die Maßnahme.'),
  healthPercent: optionalWholeNumber({ min: 0, max: 100 }),
  coFunding: optionalText({ max: 200 }),
});

const positive = { error: 'Der Betrag ist 0,00 €. Geben Sie einen Betrag ab 0,01 € ein.' };

const premium = z.object({
  kind: oneOf(premiumKinds, 'Wählen Sie den Anlass.'),
  label: shortText('Geben Sie ein, wofür die Prämie gezahlt wird.'),
  amount: euroAmount('Geben Sie den Betrag ein, zum Beispiel 500,00 €.').refine(
    (cents) => cents > 0,
    positive,
  ),
  yearCap: optionalEuroAmount().refine((cents) => cents !== 0, positive),
});

export const premiumsForm = z.object({ premiums: list(premium) });

export const certificateForm = z.object({
  name: shortText('Geben Sie die Zertifizierung ein, zum Beispiel „Zertifizierung für AktivA“.'),
  validFrom: germanDate('Geben Sie den ersten Tag ein, an dem sie gilt.'),
  validTo: optionalGermanDate(),
});
