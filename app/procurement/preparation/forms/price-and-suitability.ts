import { z } from 'zod';
import {
  euroAmount,
  list,
  oneOf,
  optionalLongText,
  optionalOneOf,
  optionalText,
  optionalWholeNumber,
  optionalYesNo,
  shortText,
  wholeNumber,
} from '~/ui/fields';
import { optionPrices, paymentModels, type PreparationPatch, proofTimes, vatKinds } from '../parts';

/** Step "Preis und Vergütung". A rate and an exemption at once cannot both be meant. */
export const priceForm = z
  .object({
    vat: optionalOneOf(vatKinds),
    vatRatePercent: optionalWholeNumber({ min: 1, max: 50 }),
    vatExemptReason: optionalText({ max: 300 }),
    optionPrice: optionalOneOf(optionPrices),
    optionIndexText: optionalLongText({ max: 1000 }),
    premiums: list(
      z.object({
        reason: shortText('Geben Sie den Anlass der Prämie ein.', { max: 300 }),
        amount: euroAmount('Geben Sie den Betrag der Prämie ein.'),
        assumedCount: wholeNumber('Geben Sie die angenommene Zahl ein.', { min: 0, max: 100_000 }),
        proof: optionalText({ max: 300 }),
      }),
    ),
    paymentModel: optionalOneOf(paymentModels),
    paymentText: optionalLongText(),
    minimumTakeUpPercent: optionalWholeNumber({ min: 1, max: 100 }),
    extraDemandText: optionalLongText({ max: 1000 }),
  })
  .transform(({ premiums, ...price }): PreparationPatch => ({
    price: {
      ...price,
      vatRatePercent: price.vat === 'rate' ? price.vatRatePercent : null,
      vatExemptReason: price.vat === 'exempt' ? price.vatExemptReason : null,
      optionIndexText: price.optionPrice === 'indexed' ? price.optionIndexText : null,
      premiums: premiums.map(({ amount, ...premium }) => ({ ...premium, amountCents: amount })),
    },
  }));

/** Step "Eignung und Nachweise". Whether a certificate is asked for follows from the legal basis. */
export const suitabilityForm = z
  .object({
    proofs: list(
      z.object({
        text: shortText('Geben Sie den Nachweis ein.', { max: 300 }),
        due: oneOf(proofTimes, 'Wählen Sie, wann der Nachweis vorzulegen ist.'),
      }),
    ),
    referenceCount: optionalWholeNumber({ min: 1, max: 20 }),
    referenceYears: optionalWholeNumber({ min: 1, max: 10 }),
    insuranceText: optionalText({ max: 500 }),
    asksWageDeclaration: optionalYesNo(),
    asksMinimumPay: optionalYesNo(),
  })
  .transform((suitability): PreparationPatch => ({ suitability }));
