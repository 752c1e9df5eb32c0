import type { NeedGroup, NeedKey } from './needs';

export type ClientStatus = 'active' | 'ended';
export type MarketProximity = 'near' | 'notNear';

/** What is typed about a person. Nulls are "keine Angabe"; days are 'YYYY-MM-DD'. */
export interface ClientDetails {
  readonly customerNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly householdNumber: string;
  readonly isHouseholdLead: boolean;
  readonly siteId: string;
  readonly interpreterLanguage: string | null;
  readonly needs: readonly NeedKey[];
  readonly forecastOn: string | null;
  /** Months until integration is to be expected. */
  readonly forecastMonths: number | null;
  readonly marketProximity: MarketProximity | null;
  readonly expectsProgress: boolean | null;
  readonly isWilling: boolean | null;
  readonly readinessClarifiedOn: string | null;
  readonly readinessByTalk: boolean | null;
  /** The counselling note stands in the official system; here only that it does. */
  readonly readinessNoteMade: boolean;
}

export interface ClientChange extends ClientDetails {
  readonly status: ClientStatus;
  /** The position note that a change of needs asks for was written (rule P3). */
  readonly positionNoteMade: boolean;
}

/** A need as it was recorded; `endedOn` null: it is worked on. */
export interface RecordedNeed {
  readonly key: string;
  readonly group: NeedGroup;
  readonly notedOn: string;
  readonly endedOn: string | null;
}

/** What everyone in the chain of responsibility knows of a client: no more than that there is one. */
export interface ClientHead {
  readonly id: string;
  readonly customerNumber: string;
  readonly status: ClientStatus;
  readonly siteId: string;
  readonly siteName: string;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly version: number;
}

/** The client as those in charge see it. */
export interface OpenClient extends ClientHead, Omit<ClientDetails, 'needs' | 'customerNumber' | 'siteId'> {
  /** Those worked on first, then those that ended. */
  readonly needs: readonly RecordedNeed[];
}

export type ClientFinding =
  | { readonly code: 'customerNumberTaken' }
  | { readonly code: 'householdHasLead' }
  | { readonly code: 'siteUnknown' }
  | { readonly code: 'birthDateInFuture' }
  | { readonly code: 'tooYoung'; readonly years: number }
  | { readonly code: 'tooOld'; readonly years: number }
  | {
      readonly code: 'dayInFuture';
      readonly field: 'forecastOn' | 'readinessClarifiedOn';
      readonly today: string;
    }
  | { readonly code: 'dayMissing'; readonly field: 'forecastOn' | 'readinessClarifiedOn' }
  | { readonly code: 'positionNoteMissing' }
  | { readonly code: 'savedMeanwhile'; readonly current: OpenClient };
