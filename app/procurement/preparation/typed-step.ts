import type { TenderPlan } from '../facts';
import { declaredOptions } from '../rules/options';
import { dayText, euroText, yesNoText } from '~/ui/fields';
import { type Prefill, type TypedValues, typedFrom } from '~/ui/form/typed-values';
import type { PreparationParts } from './parts';
import type { StepSlug } from './steps';

type PlannedTerm = Pick<TenderPlan, 'termEnd' | 'hasOptions' | 'options'>;

/** The fields of one step as texts, the way the form shows and sends them. */
export function typedStep(step: StepSlug, parts: PreparationParts, plan: PlannedTerm): TypedValues {
  return typedFrom(prefill[step](parts, plan));
}

type Filling = Readonly<Record<string, Prefill>>;

const prefill: Readonly<Record<StepSlug, (parts: PreparationParts, plan: PlannedTerm) => Filling>> = {
  lose: ({ lots: { lots, lotLimit, quantityNote } }) => ({
    lots: lots.map(({ fixedPriceCents, site, ...lot }) => ({
      ...lot,
      site: site ?? allSites,
      fixedPrice: euroText(fixedPriceCents),
    })),
    lotLimit,
    quantityNote,
  }),
  leistung: ({ service }) => ({ ...service }),
  personal: ({ staff }) => ({ ...staff }),
  kriterien: ({ criteria: { criteria } }) => ({
    criteria: criteria.map(({ level, scale, zeroExcludes, ...criterion }) => ({
      ...criterion,
      level,
      scale0: scale[0],
      scale1: scale[1],
      scale2: scale[2],
      scale3: scale[3],
      zeroExcludes: zeroExcludes ? 'on' : null,
    })),
  }),
  wertung: ({ evaluation: { tieRules, referencePriceCents, ...evaluation } }) => ({
    ...evaluation,
    referencePrice: euroText(referencePriceCents),
    tieRules: tieRules.map((rule) => ({ rule })),
  }),
  preis: ({ price: { premiums, ...price } }) => ({
    ...price,
    premiums: premiums.map(({ amountCents, ...premium }) => ({ ...premium, amount: euroText(amountCents) })),
  }),
  eignung: ({ suitability: { asksWageDeclaration, asksMinimumPay, ...suitability } }) => ({
    ...suitability,
    asksWageDeclaration: yesNoText(asksWageDeclaration),
    asksMinimumPay: yesNoText(asksMinimumPay),
  }),
  termine: ({ dates }, plan) => ({
    questionsUntil: dayText(dates.questionsUntil),
    submissionUntil: dayText(dates.submissionUntil),
    submissionTime: dates.submissionTime,
    openingOn: dayText(dates.openingOn),
    awardOn: dayText(dates.awardOn),
    bidValidUntil: dayText(dates.bidValidUntil),
    declareBy: Object.fromEntries(
      declaredOptions(plan, dates.declareBy).map(({ starts, declareBy }) => [starts, dayText(declareBy)]),
    ),
  }),
  vertrag: ({ contract }) => ({ ...contract }),
};

/** What the choice of a site says where a lot covers all of them. */
export const allSites = '*';
