/** Budget law decides how later years are covered (rule B6). */
export type BudgetRegime = 'municipal' | 'federal';

/** Key under which the regime is kept in `rule_setting`, with its period of validity. */
export const budgetRegimeKey = 'budgetAuthorityRegime';

export interface Committee {
  readonly id: string;
  readonly name: string;
  readonly task: 'advises' | 'decides';
  readonly isPublic: boolean;
}

/** Where letters and invoices reach the authority. */
export interface Address {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
}

/** The authority as its papers show it on a certain day. */
export interface Authority {
  readonly name: string;
  readonly office: string | null;
  /** Two-letter code of the federal state. */
  readonly state: string;
  readonly signatureRole: string | null;
  readonly isFictional: boolean;
  /** Null: nobody has entered which budget law applies on that day. */
  readonly regime: BudgetRegime | null;
  /** In the order in which a paper passes them. */
  readonly committees: readonly Committee[];
  readonly version: number;
}

/** A budget regime and the days on which it holds, both inclusive; `until` null: until further notice. */
export interface RegimePeriod {
  readonly regime: BudgetRegime;
  readonly from: string;
  readonly until: string | null;
  readonly source: string;
}

/** What the settings page shows: the authority today, and every regime it had or will have. */
export interface AuthoritySettings extends Authority, Address {
  /** By first day. */
  readonly regimePeriods: readonly RegimePeriod[];
}

/** What is typed on the settings page. */
export interface AuthorityChange extends Address {
  readonly name: string;
  readonly office: string | null;
  readonly state: string;
  readonly signatureRole: string | null;
  readonly regime: BudgetRegime | null;
  /** First day of a new regime; null: nothing changes. */
  readonly regimeFrom: string | null;
  /** In their order; a committee without id is new. */
  readonly committees: readonly (Omit<Committee, 'id'> & { readonly id: string | null })[];
}

/** Why the settings were not saved. */
export type AuthorityFinding =
  | RegimeFinding
  | { readonly code: 'savedMeanwhile'; readonly current: AuthoritySettings }
  | { readonly code: 'committeeInUse'; readonly committee: string; readonly measures: readonly string[] };

export type RegimeFinding =
  | { readonly code: 'regimeFromMissing' }
  | { readonly code: 'regimeUnchanged'; readonly since: string }
  | { readonly code: 'regimeFromTooEarly'; readonly earliest: string };
