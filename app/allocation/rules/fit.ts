import { opensAccess, type KeptCheck } from '~/eligibility/check';
import type { LegalBasisSetting } from '~/eligibility/legal-basis-settings';
import type { IntakeState } from '~/portfolio/states';

/** Places of one site or seats of one group, as far as a person can take one. */
interface OfferedPlaces {
  readonly kind: 'site' | 'group';
  readonly site: string;
  readonly groupName: string | null;
  readonly free: number;
  readonly firstFreeOn: string | null;
}

/** What is known of a person and a measure that is delivered under a running contract. */
export interface FitFacts {
  readonly intake: IntakeState;
  readonly setting: Pick<
    LegalBasisSetting,
    'isSubordinateHelp' | 'isHolistic' | 'allowsConsequenceNotice'
  > | null;
  /** The newest check of the person for this measure. */
  readonly check: Pick<KeptCheck, 'decision' | 'consent' | 'checkedOn' | 'findings'> | null;
  readonly places: readonly OfferedPlaces[];
  /** How many others wait for this measure. */
  readonly waitingCount: number;
  /** Since when the person itself waits; null: it does not. */
  readonly ownWaitingSince: string | null;
  /** The person already is in this measure until that day; null: it is not. */
  readonly ownUntil: string | null;
  /** Other holistic offers the person takes part in. */
  readonly overlaps: readonly string[];
}

export type Fit = 'fits' | 'toClear' | 'excluded';

/** One reason, with the rule it comes from where there is one. */
export interface FitReason {
  readonly weight: 'for' | 'clear' | 'against';
  readonly rule: string | null;
  readonly detail: FitDetail;
}

export type FitDetail =
  | { readonly code: 'accessGranted'; readonly checkedOn: string; readonly isException: boolean }
  | { readonly code: 'accessRefused'; readonly checkedOn: string }
  | { readonly code: 'consentOpen'; readonly checkedOn: string }
  | { readonly code: 'consentDenied'; readonly checkedOn: string }
  | { readonly code: 'notChecked' }
  | { readonly code: 'checkFinding'; readonly sentence: string }
  | { readonly code: 'subordination' }
  | { readonly code: 'voluntary' }
  | { readonly code: 'intakeClosed' }
  | { readonly code: 'intakePaused' }
  | { readonly code: 'waitingOnly' }
  | { readonly code: 'placesFree'; readonly free: number }
  | { readonly code: 'nextFree'; readonly day: string }
  | { readonly code: 'noPlace' }
  | { readonly code: 'othersWait'; readonly count: number }
  | { readonly code: 'waits'; readonly since: string }
  | { readonly code: 'alreadyThere'; readonly until: string }
  | { readonly code: 'overlap'; readonly other: string };

/**
 * How a measure fits a person: everything that speaks for it, is to be cleared, or speaks
 * against it. Nothing is hidden: what is against it says why.
 *
 * A check that was refused speaks against it and does not end it for ever: a new check is
 * possible (workflows c2). Source: rules A18–A20, A22, C10, C14; order by fit is our proposal.
 */
export function fitOf(facts: FitFacts): { readonly fit: Fit; readonly reasons: readonly FitReason[] } {
  const reasons = [...accessReasons(facts), ...lawReasons(facts), ...placeReasons(facts)];
  const has = (weight: FitReason['weight']) => reasons.some((reason) => reason.weight === weight);
  return { fit: has('against') ? 'excluded' : has('clear') ? 'toClear' : 'fits', reasons };
}

function accessReasons({ check, setting, ownUntil }: FitFacts): FitReason[] {
  if (ownUntil !== null) return [against('12.10', { code: 'alreadyThere', until: ownUntil })];
  if (check === null) {
    return [
      clear('A18', { code: 'notChecked' }),
      ...(setting?.isSubordinateHelp ? [clear('A20', { code: 'subordination' })] : []),
    ];
  }
  const { checkedOn, decision, consent } = check;
  if (decision === 'refused') return [against('A18', { code: 'accessRefused', checkedOn })];
  if (!opensAccess(check)) {
    return consent?.isGranted === false
      ? [against('A16', { code: 'consentDenied', checkedOn })]
      : [clear('A16', { code: 'consentOpen', checkedOn })];
  }
  // Granted all the same: what was not met is shown and was reasoned for.
  const unmet = check.findings.filter(({ state, kind }) => state !== 'met' && kind !== 'WARN');
  return [
    {
      weight: 'for',
      rule: 'A18',
      detail: { code: 'accessGranted', checkedOn, isException: decision === 'exception' },
    },
    ...unmet.map(({ rule, sentence }) => clear(rule, { code: 'checkFinding', sentence })),
  ];
}

function lawReasons({ setting, overlaps }: FitFacts): FitReason[] {
  return [
    ...(setting && !setting.allowsConsequenceNotice
      ? [{ weight: 'for' as const, rule: 'A19', detail: { code: 'voluntary' as const } }]
      : []),
    ...overlaps.map((other) => clear('A22', { code: 'overlap', other })),
  ];
}

function placeReasons({ intake, places, waitingCount, ownWaitingSince }: FitFacts): FitReason[] {
  if (intake === 'closed') return [against(null, { code: 'intakeClosed' })];
  if (intake === 'paused') return [against(null, { code: 'intakePaused' })];
  const free = places.reduce((sum, place) => sum + place.free, 0);
  const next = places.flatMap(({ firstFreeOn }) => firstFreeOn ?? []).sort()[0];
  const room: FitReason =
    intake === 'waitingOnly'
      ? clear(null, { code: 'waitingOnly' })
      : free > 0
        ? { weight: 'for', rule: 'C14', detail: { code: 'placesFree', free } }
        : clear('C14', next === undefined ? { code: 'noPlace' } : { code: 'nextFree', day: next });
  return [
    room,
    ...(ownWaitingSince === null ? [] : [clear('C10', { code: 'waits', since: ownWaitingSince })]),
    ...(waitingCount > 0 && ownWaitingSince === null
      ? [clear('C10', { code: 'othersWait', count: waitingCount })]
      : []),
  ];
}

function clear(rule: string | null, detail: FitDetail): FitReason {
  return { weight: 'clear', rule, detail };
}

function against(rule: string | null, detail: FitDetail): FitReason {
  return { weight: 'against', rule, detail };
}
