import type { IntakeState } from '~/portfolio/states';

export const contractStates = ['draft', 'signed', 'ended'] as const;
export type ContractState = (typeof contractStates)[number];

/** What `priceCents` is the price of. */
export const priceModels = ['monthlyFixed', 'perPlaceMonth', 'perSession', 'total'] as const;
export type PriceModel = (typeof priceModels)[number];

/** What is agreed, as it is entered in a draft and stays once it is signed. Amounts are gross. */
export interface ContractTerms {
  readonly number: string;
  readonly measureId: string;
  readonly providerId: string;
  /** Both days count. */
  readonly termStart: string;
  readonly termEnd: string;
  readonly priceModel: PriceModel;
  readonly priceCents: number;
  readonly priceNote: string | null;
  /** A price per place and month is owed for the days on which places were taken, not for those kept. */
  readonly billsOccupied: boolean;
  readonly productId: string;
  readonly fundingSourceId: string;
  /** Days of the sessions of the term, where they are paid one by one. */
  readonly sessionDays: readonly string[];
  readonly sites: readonly ContractSite[];
  readonly options: readonly OptionTerms[];
}

export interface ContractSite {
  readonly name: string;
  /** Null: the contract keeps no places there. */
  readonly places: number | null;
}

export interface OptionTerms {
  readonly starts: string;
  readonly ends: string;
  readonly condition: string | null;
  /** Last day on which the district may declare it. */
  readonly declareBy: string;
  /** Null: the contract's own price. */
  readonly priceCents: number | null;
  readonly sessionDays: readonly string[];
}

export type OptionState = 'open' | 'exercised' | 'refused' | 'missed';

/** An option with what was decided about it. */
export interface ContractOption extends OptionTerms {
  /** From 1, in the order of time. */
  readonly no: number;
  readonly state: OptionState;
  readonly wasSuccessful: boolean | null;
  readonly successReason: string | null;
  readonly hasFunds: boolean | null;
  readonly fundsReason: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
}

interface ContractChange {
  readonly id: string;
  /** Below zero: the contract gets cheaper. */
  readonly amountCents: number;
  readonly validFrom: string;
  /** The contract's last day when it was agreed. */
  readonly validTo: string;
  readonly reason: string;
  readonly agreedAt: string;
  readonly agreedBy: string;
}

export type ContractDeed =
  | 'entered'
  | 'edited'
  | 'signed'
  | 'optionExercised'
  | 'optionRefused'
  | 'optionMissed'
  | 'changed'
  | 'taskDone'
  | 'ended'
  | 'serviceChanged';

/** One line of a contract's history. */
export interface ContractMove {
  readonly id: string;
  readonly deed: ContractDeed;
  readonly optionNo: number | null;
  readonly reason: string | null;
  readonly movedAt: string;
  readonly movedBy: string;
}

export type TaskKind = 'prepareNextTender' | 'interimEvaluation' | 'yearlyReport';

export interface ContractTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly dueOn: string;
  readonly contractId: string | null;
  readonly contractNumber: string | null;
  readonly measureTitle: string | null;
}

/** An option of a signed contract that waits for its declaration. */
export interface OpenOption {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly measureTitle: string;
  readonly optionNo: number;
  readonly declareBy: string;
}

/** One contract, whole. */
export interface Contract extends Omit<ContractTerms, 'options'> {
  readonly id: string;
  readonly state: ContractState;
  readonly version: number;
  /** Last day with the options that were exercised. */
  readonly runsUntil: string;
  readonly signedOn: string | null;
  readonly measure: { readonly slug: string; readonly title: string; readonly intake: IntakeState };
  /** The measure's version at signing; null before, and where nobody kept it then. */
  readonly measureVersionNo: number | null;
  readonly providerName: string;
  readonly options: readonly ContractOption[];
  readonly changes: readonly ContractChange[];
}
