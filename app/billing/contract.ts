import type { PriceModel } from '~/contracts/contract';
import type { AgreedPremium } from '~/contracts/service';

/** What of a signed contract decides about its invoices; both sides may read all of it. */
export interface BilledContract {
  readonly id: string;
  readonly number: string;
  readonly measureTitle: string;
  readonly providerId: string;
  readonly providerName: string;
  /** Both days count. */
  readonly termStart: string;
  readonly termEnd: string;
  /** Last day with the options that were exercised. */
  readonly runsUntil: string;
  readonly priceModel: PriceModel;
  readonly priceCents: number;
  readonly billsOccupied: boolean;
  readonly sites: readonly { readonly name: string; readonly places: number | null }[];
  /** Those that were exercised. */
  readonly options: readonly {
    readonly no: number;
    readonly starts: string;
    readonly ends: string;
    /** Null: the contract's own price. */
    readonly priceCents: number | null;
  }[];
  readonly changes: readonly {
    readonly id: string;
    readonly amountCents: number;
    readonly validFrom: string;
    readonly validTo: string;
  }[];
  readonly premiums: readonly AgreedPremium[];
}

/** What was delivered under a contract and decides about its price; empty where the price does not ask. */
export interface Delivered {
  /** Days on which a place was taken by one person, both inclusive; nobody who did not start. */
  readonly stays: readonly { readonly starts: string; readonly ends: string }[];
  /** Days of the sessions that were held, one entry for each. */
  readonly sessionDays: readonly string[];
}
