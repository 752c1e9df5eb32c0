import { z } from 'zod';
import {
  list,
  optionalEuroAmount,
  optionalLongText,
  optionalText,
  optionalWholeNumber,
  oneOf,
  shortText,
} from '~/ui/fields';
import { lotUnits, type PreparationPatch, requirementKinds } from '../parts';
import { allSites } from '../typed-step';

/** Step "Lose und Mengen". Like all steps a draft: what is empty is stored as "not entered". */
export const lotsForm = z
  .object({
    lots: list(
      z
        .object({
          title: shortText('Geben Sie die Bezeichnung des Loses ein.'),
          site: shortText('Wählen Sie den Standort.'),
          quantity: optionalWholeNumber({ min: 1, max: 100_000 }),
          unit: oneOf(lotUnits, 'Wählen Sie die Einheit.'),
          optionQuantity: optionalWholeNumber({ min: 1, max: 100_000 }),
          fixedPrice: optionalEuroAmount(),
        })
        .transform(({ site, fixedPrice, ...lot }, context) => {
          if (fixedPrice === 0) {
            context.issues.push({
              code: 'custom',
              path: ['fixedPrice'],
              message: 'Null ist kein Preis. Geben Sie einen Betrag ein oder leeren Sie das Feld.',
              input: fixedPrice,
            });
          }
          return { ...lot, site: site === allSites ? null : site, fixedPriceCents: fixedPrice };
        }),
    ),
    lotLimit: optionalWholeNumber({ min: 1, max: 200 }),
    quantityNote: optionalText({ max: 500 }),
  })
  .transform((lots): PreparationPatch => ({ lots }));

/** Step "Ziele und Anforderungen". */
export const serviceForm = z
  .object({
    goals: list(
      z.object({
        text: shortText('Geben Sie das Ziel ein.', { max: 500 }),
        indicator: optionalText({ max: 300 }),
      }),
    ),
    requirements: list(
      z.object({
        kind: oneOf(requirementKinds, 'Wählen Sie, ob es eine Mindestanforderung ist oder bewertet wird.'),
        text: shortText('Geben Sie die Anforderung ein.', { max: 1000 }),
      }),
    ),
    accessText: optionalLongText(),
    workingText: optionalLongText(),
    cooperationText: optionalLongText(),
    qualityText: optionalLongText(),
  })
  .transform((service): PreparationPatch => ({ service }));

/** Step "Personal und Berichte". */
export const staffForm = z
  .object({
    staffing: list(
      z.object({
        role: shortText('Geben Sie die Aufgabe ein.'),
        posts: optionalText(),
        ratio: optionalText(),
        qualification: optionalText({ max: 500 }),
      }),
    ),
    staffNote: optionalText({ max: 500 }),
    replacementText: optionalLongText(),
    reports: list(
      z.object({
        what: shortText('Geben Sie ein, worüber berichtet wird.', { max: 500 }),
        due: optionalText(),
      }),
    ),
  })
  .transform((staff): PreparationPatch => ({ staff }));
