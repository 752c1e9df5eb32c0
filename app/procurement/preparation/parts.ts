import { z } from 'zod';

/**
 * What a district enters under "Vergabe vorbereiten": everything the tender papers need
 * and the measure's plan does not say. Term, options, sites, phases, legal bases, rooms
 * and onward support systems are the plan's and never stand here.
 *
 * Null and empty lists mean "not entered yet", never zero. The schemas read what the
 * database keeps as JSON; lots and criteria are rows of their own, because bids and
 * ratings will refer to them.
 */

const text = z.string();
const maybeText = text.nullable();
const maybeNumber = z.int().nullable();
const maybeDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();

export const lotUnits = ['placeMonth', 'flatMonth', 'participant', 'session'] as const;
export type LotUnit = (typeof lotUnits)[number];

export interface Lot {
  readonly title: string;
  /** Name of a site of the plan; null: the lot covers all sites. */
  readonly site: string | null;
  /** Places (`placeMonth`, `flatMonth`), else participants or sessions of the base term. */
  readonly quantity: number | null;
  readonly unit: LotUnit;
  /** Participants or sessions of one extension; places stay as they are. */
  readonly optionQuantity: number | null;
  /** Only where the price is fixed and quality alone decides: cents per unit, net. */
  readonly fixedPriceCents: number | null;
}

export interface Criterion {
  /** 2: belongs to the nearest criterion of level 1 above it. */
  readonly level: 1 | 2;
  readonly title: string;
  /** Whole per cent of all quality points; null for a criterion that is divided, and before it is entered. */
  readonly weightPercent: number | null;
  readonly expectation: string | null;
  /** What earns 0, 1, 2 and 3 points. */
  readonly scale: readonly [string | null, string | null, string | null, string | null];
  /** A rating of 0 excludes the bid. */
  readonly zeroExcludes: boolean;
}

const lotsPart = z.object({ lotLimit: maybeNumber, quantityNote: maybeText });

export const requirementKinds = ['minimum', 'scored'] as const;

const servicePart = z.object({
  goals: z.array(z.object({ text, indicator: maybeText })),
  /** `minimum` (A): must be met; `scored` (B): is rated. */
  requirements: z.array(z.object({ kind: z.enum(requirementKinds), text })),
  accessText: maybeText,
  workingText: maybeText,
  cooperationText: maybeText,
  qualityText: maybeText,
});

const staffPart = z.object({
  staffing: z.array(z.object({ role: text, posts: maybeText, ratio: maybeText, qualification: maybeText })),
  staffNote: maybeText,
  replacementText: maybeText,
  reports: z.array(z.object({ what: text, due: maybeText })),
});

export const scoringMethods = [
  'richtwertSimple',
  'richtwertExtended',
  'proportional',
  'linear',
  'median',
  'reference',
  'fixedPrice',
] as const;
export type ScoringMethod = (typeof scoringMethods)[number];

export const deciders = ['quality', 'price'] as const;
export const tieRules = ['lowerPrice', 'higherQuality', 'topCriterion', 'drawLots'] as const;
export type TieRule = (typeof tieRules)[number];
export const priceBases = ['grossWithOptions', 'grossBase'] as const;

const evaluationPart = z.object({
  method: z.enum(scoringMethods).nullable(),
  /** Share of quality; the price has the rest to 100. */
  qualityPercent: maybeNumber,
  tolerancePercent: maybeNumber,
  decider: z.enum(deciders).nullable(),
  /** Price at which the price points reach zero, in per cent of the lowest price. */
  zeroPointPercent: maybeNumber,
  referencePoints: maybeNumber,
  referencePriceCents: maybeNumber,
  /** In the order in which they are asked. */
  tieRules: z.array(z.enum(tieRules)),
  priceBasis: z.enum(priceBases).nullable(),
});

export const vatKinds = ['exempt', 'rate'] as const;
export const optionPrices = ['own', 'same', 'indexed'] as const;
export const paymentModels = [
  'monthlyFixed',
  'perPlace',
  'perParticipant',
  'perSession',
  'premiums',
  'flatGrant',
  'refund',
] as const;

const pricePart = z.object({
  vat: z.enum(vatKinds).nullable(),
  vatRatePercent: maybeNumber,
  vatExemptReason: maybeText,
  optionPrice: z.enum(optionPrices).nullable(),
  optionIndexText: maybeText,
  /** `assumedCount` counts for the comparison of bids only. */
  premiums: z.array(
    z.object({ reason: text, amountCents: z.int(), assumedCount: z.int(), proof: maybeText }),
  ),
  paymentModel: z.enum(paymentModels).nullable(),
  paymentText: maybeText,
  minimumTakeUpPercent: maybeNumber,
  extraDemandText: maybeText,
});

export const proofTimes = ['withBid', 'onRequest', 'beforeStart'] as const;

const suitabilityPart = z.object({
  proofs: z.array(z.object({ text, due: z.enum(proofTimes) })),
  referenceCount: maybeNumber,
  referenceYears: maybeNumber,
  insuranceText: maybeText,
  /** Declaration on collective wages by state law; minimum pay for training services. Null: not decided. */
  asksWageDeclaration: z.boolean().nullable(),
  asksMinimumPay: z.boolean().nullable(),
});

const datesPart = z.object({
  questionsUntil: maybeDay,
  submissionUntil: maybeDay,
  /** 'HH:MM' */
  submissionTime: maybeText,
  openingOn: maybeDay,
  awardOn: maybeDay,
  bidValidUntil: maybeDay,
  /** Last day to declare an extension, by its first day; an extension that is not named follows the rule. */
  declareBy: z.record(z.string(), z.string()),
});

export const processorRoles = ['processor', 'thirdParty'] as const;

const contractPart = z.object({
  /** An office, never a person. */
  contactOffice: maybeText,
  contactAddress: maybeText,
  submissionChannel: maybeText,
  processorRole: z.enum(processorRoles).nullable(),
  dataCategories: maybeText,
  purposeText: maybeText,
  measuresText: maybeText,
  deletionText: maybeText,
  noticeMonths: maybeNumber,
});

/** What of each step is kept as JSON; a step that nobody saved yet is absent. */
export const storedParts = z.object({
  lots: lotsPart.optional(),
  service: servicePart.optional(),
  staff: staffPart.optional(),
  criteria: z.object({}).optional(),
  evaluation: evaluationPart.optional(),
  price: pricePart.optional(),
  suitability: suitabilityPart.optional(),
  dates: datesPart.optional(),
  contract: contractPart.optional(),
});
export type StoredParts = z.output<typeof storedParts>;

/** The preparation as the papers read it: what was saved, and for the rest what is proposed. */
export interface PreparationParts {
  readonly lots: z.output<typeof lotsPart> & { readonly lots: readonly Lot[] };
  readonly service: z.output<typeof servicePart>;
  readonly staff: z.output<typeof staffPart>;
  readonly criteria: { readonly criteria: readonly Criterion[] };
  readonly evaluation: z.output<typeof evaluationPart>;
  readonly price: z.output<typeof pricePart>;
  readonly suitability: z.output<typeof suitabilityPart>;
  readonly dates: z.output<typeof datesPart>;
  readonly contract: z.output<typeof contractPart>;
}

export type PartName = keyof PreparationParts;

/** One step as it is saved. */
export type PreparationPatch = Partial<PreparationParts>;

/** The preparation of one measure. `version` is 0 as long as nothing was saved. */
export interface TenderPreparation {
  readonly measureId: string;
  readonly version: number;
  readonly parts: PreparationParts;
  /** Parts that somebody looked at and saved; the others are proposals. */
  readonly saved: readonly PartName[];
}
