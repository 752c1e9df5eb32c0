import type { NeedGroup } from '~/clients/needs';

/** A value of a rule book, with where it stands. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: string;
}

export type ExclusionKey = 'vocationalRehab' | 'moveToSgb12' | 'pensionApplied';

interface ExceptionGround {
  readonly key: string;
  readonly label: string;
}

/** What an exception costs: the team lead's consent, or a reason of the listed kind. */
type ExceptionNeeds = 'teamLeadConsent' | 'reason';

/**
 * The rules of one jobcenter for internal case management (bFM), as typed values.
 * Null means: this book knows no such rule. Months and days are whole.
 */
export interface RuleBook {
  readonly key: RuleBookKey;
  readonly name: string;
  /** First and last day on which it may be chosen; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly access: {
    /** How many needs of the counted groups are asked for, summed over these groups (A1). */
    readonly minNeeds: Sourced<number>;
    readonly countedGroups: Sourced<readonly NeedGroup[]>;
    /** Integration is not to be expected within so many months (A3). */
    readonly noIntegrationWithinMonths: Sourced<number>;
    /** The forecast class must be "nicht marktnah" (A4). */
    readonly requiresNotMarketNear: Sourced<boolean>;
    /** Care must promise concrete progress (A5). */
    readonly requiresExpectedProgress: Sourced<boolean>;
    /** Readiness: a precondition, or clarified in a personal talk and noted before the conference (A6). */
    readonly readiness: Sourced<'precondition' | 'talkAndNote'>;
    readonly exceptionNeeds: Sourced<ExceptionNeeds>;
    readonly exceptionGrounds: Sourced<readonly ExceptionGround[]>;
    /** Who is not taken in (A10); empty: nobody by rule. */
    readonly exclusions: Sourced<readonly ExclusionKey[]>;
    /** Who meets A1 and A3 and is not taken in is checked again after so many months (A12). */
    readonly recheckMonths: Sourced<number> | null;
    /** The caseworker marks the person and registers them in advance (A13). */
    readonly asksForPreRegistration: Sourced<boolean>;
  };
  readonly profiling: {
    /** A change of needs asks for a position note (P3). */
    readonly positionNoteOnChange: Sourced<boolean>;
  };
  readonly caseload: {
    /** Cases of one full-time case manager: under 25 and from 25 on. */
    readonly keyUnder25: Sourced<number>;
    readonly keyFrom25: Sourced<number>;
    /** The team lead checks caseload and waiting list each month (C2, C12). */
    readonly isCheckedMonthly: Sourced<boolean>;
  };
  readonly clearing: { readonly maxMonths: Sourced<number> | null };
  readonly takeover: {
    /** Days after the registration within which takeover should follow (C9). */
    readonly maxDays: Sourced<number> | null;
    /** Who has waited longest comes first; anyone else needs a reason (C10). */
    readonly isOldestFirst: Sourced<boolean>;
  };
  readonly review: {
    readonly everyMonths: Sourced<number>;
    /** From this month on the team lead is informed of each decision (D3). */
    readonly teamLeadInformedFromMonth: Sourced<number> | null;
    /** Regular length; going on beyond needs the team lead (D4, D7). */
    readonly regularMonths: Sourced<number>;
    readonly beyondRegular: Sourced<'consent' | 'teamLeadNote'>;
    /** The team lead takes part in every review after the regular length (D5). */
    readonly teamLeadTakesPartAfterRegular: Sourced<boolean>;
    /** Care ends here without exception (D6). */
    readonly hardStopMonths: Sourced<number> | null;
  };
  /** After an exit so many months must pass (D9); a job in between lifts the lock (D10). */
  readonly readmissionLockMonths: Sourced<number> | null;
  /** Care beyond the regular length, as a share of the key (C13). */
  readonly maxExtendedShare: Sourced<number> | null;
  readonly exit: {
    /** No exit without a personal talk with the caseworker who goes on (X1). */
    readonly needsTalk: Sourced<boolean>;
    /** No exit before profiling was reworked (X4). */
    readonly needsProfiling: Sourced<boolean>;
  };
  /** The caseworker invites so many days after an exit (X5). */
  readonly followUpInvitationDays: Sourced<number> | null;
}

export const ruleBookKeys = ['jc-hannover-2018', 'jc-cottbus-2021'] as const;
export type RuleBookKey = (typeof ruleBookKeys)[number];

export function isRuleBookKey(text: unknown): text is RuleBookKey {
  return ruleBookKeys.some((key) => key === text);
}

/** Key under which the choice is kept in `rule_setting`, with its period of validity. */
export const ruleBookSetting = 'accessRuleBook';

/** Which book holds from when; `until` null: until further notice. Both days inclusive. */
export interface BookPeriod {
  readonly book: RuleBookKey;
  readonly from: string;
  readonly until: string | null;
}
