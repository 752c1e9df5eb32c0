/** A stage of contacts: the first one in its weeks, the others as the person gets on. */
export interface ContactStage {
  readonly stage: string;
  readonly everyWeeks: number;
  /** Null: nothing was agreed. */
  readonly minutes: number | null;
}

/** What a provider delivers of one measure, as it is frozen with the contract. */
export interface AgreedService {
  readonly unit: 'place' | 'group';
  readonly contacts: readonly ContactStage[];
  readonly sessionCount: number | null;
  readonly sessionMinutes: number | null;
  readonly groupSize: number | null;
  /** Absence is reported with its reasons (rule P7). */
  readonly reportsAbsence: boolean;
}

/** What is agreed with the provider and can be agreed anew while the contract runs. */
export interface ServiceTerms extends Pick<
  AgreedService,
  'contacts' | 'sessionCount' | 'sessionMinutes' | 'groupSize'
> {
  readonly firstStageWeeks: number | null;
  readonly hasStrategyPlan: boolean;
  readonly planReviewWeeks: number | null;
  readonly involvesHousehold: boolean;
  readonly interimReportMonths: number | null;
  /** Days after the exit by which the final report is due. */
  readonly finalReportDays: number;
  /** Days after the exit for which the provider still sees the person. */
  readonly reportingDays: number;
}

/** One measure that is delivered under a contract. */
export interface ContractService extends ServiceTerms, AgreedService {
  readonly measureId: string;
  readonly title: string;
  /** Bought only within this contract, and not its own measure. */
  readonly isComponent: boolean;
  readonly healthPercent: number | null;
  readonly healthLimitPercent: number | null;
  readonly coFunding: string | null;
  readonly neededCertificate: string | null;
}

export const premiumKinds = ['work', 'vocationalTraining', 'stability', 'other'] as const;
export type PremiumKind = (typeof premiumKinds)[number];

/** A premium as it was agreed. */
export interface AgreedPremium {
  readonly kind: PremiumKind;
  readonly label: string;
  readonly amountCents: number;
  /** Most that is paid for this kind in a calendar year; null: no cap. */
  readonly yearCapCents: number | null;
}

/** Proof that a provider may run what asks for it. */
export interface ProviderCertificate {
  readonly id: string;
  readonly name: string;
  readonly validFrom: string;
  /** Null: without an end. */
  readonly validTo: string | null;
}
