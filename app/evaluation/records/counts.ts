import type { ExitReason, Settler } from '~/allocation/allocation';
import type { NeedGroup } from '~/clients/needs';

/** A stretch of days, both inclusive, whose records are counted together. */
export interface Period {
  /** '2025', or both days: '2019-12-01_2020-05-31'. */
  readonly key: string;
  readonly from: string;
  readonly until: string;
}

/** What is counted at one site of a measure; days are days of one place or of one person. */
export interface SiteCounts {
  readonly site: string;
  /** Numbered places that were there on at least one day. */
  readonly places: number;
  readonly offeredDays: number;
  readonly takenDays: number;
  /** Began before the period and had not left before it. */
  readonly carriedIn: number;
  readonly entries: number;
  readonly exits: number;
  /** Had begun and not left by the evening of the last day. */
  readonly atEnd: number;
  /** Days of waiting of all entries together. */
  readonly waitedDays: number;
  /** Days of all who left, from the first to the last one. */
  readonly stayedDays: number;
}

/** Of those who left: who had a need of the group, and what became of it. Groups overlap. */
export interface NeedCounts {
  readonly group: NeedGroup;
  readonly withNeed: number;
  readonly improved: number;
  readonly removed: number;
  /** Nobody said what became of it. */
  readonly unjudged: number;
}

export const referralTargets = [
  'integrationAssistance',
  'psychosocial',
  'addiction',
  'debt',
  'health',
  'pension',
  'family',
  'housing',
  'education',
  'other',
] as const;
export type ReferralTarget = (typeof referralTargets)[number];

/** Persons who were led to a help; one person counts once for each target. */
export interface ReferralCounts {
  readonly target: ReferralTarget;
  readonly referred: number;
  readonly arrived: number;
  /** Nobody knows yet. */
  readonly open: number;
}

export const settledStates = ['notStarted', 'declined'] as const;
export type SettledState = (typeof settledStates)[number];

export interface SettledCounts {
  readonly state: SettledState;
  readonly by: Settler;
  readonly count: number;
}

/** Reports that were due in the period. */
export interface ReportCounts {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  readonly missing: number;
}

/** Single contacts that were agreed; a corrected one counts as it was corrected. */
export interface ContactCounts {
  readonly agreed: number;
  readonly held: number;
  readonly missedByClient: number;
  readonly cancelledByProvider: number;
  readonly moved: number;
}

/** Everything that is counted of one measure in one period. */
export interface PeriodCounts {
  readonly period: Period;
  readonly sites: readonly SiteCounts[];
  readonly exitReasons: Readonly<Partial<Record<ExitReason, number>>>;
  readonly needs: readonly NeedCounts[];
  readonly referrals: readonly ReferralCounts[];
  readonly settled: readonly SettledCounts[];
  readonly reports: ReportCounts;
  readonly contacts: ContactCounts;
  readonly premiums: { readonly count: number; readonly cents: number };
}

/** Money of the measure's own contracts in one fiscal year, cents. */
export interface YearMoney {
  readonly fiscalYear: number;
  /** Tied by signed contracts; options that were not exercised are not in it. */
  readonly committedCents: number;
  readonly paidCents: number;
}

/** The counts of one site added up; what a measure has without sites is all zero. */
export function totalOf(sites: readonly SiteCounts[]): Omit<SiteCounts, 'site'> {
  const sum = (name: Exclude<keyof SiteCounts, 'site'>) => sites.reduce((all, site) => all + site[name], 0);
  return {
    places: sum('places'),
    offeredDays: sum('offeredDays'),
    takenDays: sum('takenDays'),
    carriedIn: sum('carriedIn'),
    entries: sum('entries'),
    exits: sum('exits'),
    atEnd: sum('atEnd'),
    waitedDays: sum('waitedDays'),
    stayedDays: sum('stayedDays'),
  };
}
