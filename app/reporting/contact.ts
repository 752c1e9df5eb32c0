import type { LateReason } from '~/allocation/late-entry';

/** How a contact takes place. */
export const contactKinds = ['talk', 'phone', 'video', 'visit', 'accompanied', 'household'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** What became of a contact that was agreed. */
export const contactOutcomes = [
  'held',
  'clientExcused',
  'clientUnexcused',
  'clientAbsent',
  'movedByClient',
  'movedByProvider',
  'providerCancelled',
  'void',
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** The provider was there or tried, and the person was not. */
export const failedAttempts: readonly ContactOutcome[] = ['clientExcused', 'clientUnexcused', 'clientAbsent'];

/** What a rule needs to know of a contact that counts: corrected ones are left out. */
export interface CountedContact {
  readonly day: string;
  readonly outcome: ContactOutcome;
  readonly minutes: number | null;
}

/** A contact as its list shows it. */
export interface RecordedContact extends CountedContact {
  readonly id: string;
  readonly kind: ContactKind;
  readonly movedTo: string | null;
  readonly isBackdated: boolean;
  /** Null also where an older release marked it without a reason. */
  readonly lateReason: LateReason | 'correction' | null;
  /** The row this one stands for. */
  readonly correctsId: string | null;
  /** A later row stands for this one. */
  readonly isCorrected: boolean;
  readonly recordedAt: string;
  readonly recordedBy: string;
}
