import type { MarketProximity } from '~/clients/client';
import type { NeedGroup } from '~/clients/needs';
import type { Finding, FindingDetail, FindingKind, FindingState } from '../finding';
import type { ExclusionKey, RuleBook, Sourced } from '../rule-book';
import { type Readmission, readmissionOn } from './reviews';

/** Who took part in the case conference. */
export const participants = ['caseworker', 'jobcenterCaseManager', 'client', 'teamLead'] as const;
type Participant = (typeof participants)[number];

/** What the rules of access to bFM are asked with. Nulls: nobody has said so yet. Days are 'YYYY-MM-DD'. */
export interface CaseManagementFacts {
  readonly checkedOn: string;
  /** The groups of the needs that are worked on, one for each need. */
  readonly needs: readonly { readonly key: string; readonly group: NeedGroup }[];
  readonly forecastMonths: number | null;
  readonly marketProximity: MarketProximity | null;
  readonly expectsProgress: boolean | null;
  readonly isWilling: boolean | null;
  readonly readinessClarifiedOn: string | null;
  readonly readinessByTalk: boolean | null;
  readonly readinessNoteMade: boolean;
  readonly exclusions: readonly ExclusionKey[];
  readonly isInCare: boolean;
  readonly conferenceOn: string | null;
  readonly participants: readonly Participant[];
  readonly goals: string | null;
  /** Caseworker and case manager agree; null: not asked, because the conference has not been held. */
  readonly isAgreed: boolean | null;
  readonly readmission: Readmission;
  readonly isPreRegistered: boolean;
}

/**
 * Everything that the book says about access to internal case management, met or not.
 *
 * Every eligible person is checked alone, also within one household (A15).
 *
 * Source: rules A1–A16, D9, D10; each finding names the book's own.
 */
export function checkCaseManagement(book: RuleBook, facts: CaseManagementFacts): Finding[] {
  const criteria = [...criterionFindings(book, facts), ...readmissionFindings(book, facts)];
  return [
    ...criteria,
    ...exclusionFindings(book, facts),
    conferenceFinding(book, facts),
    ...agreementFindings(book, facts),
    ...exceptionFindings(book, criteria),
    ...taskFindings(book, facts, criteria),
  ];
}

function criterionFindings({ access }: RuleBook, facts: CaseManagementFacts): Finding[] {
  const counted = facts.needs.filter(({ group }) => access.countedGroups.value.includes(group)).length;
  const uncounted = facts.needs.length - counted;
  const wanted = access.minNeeds.value;
  const within = access.noIntegrationWithinMonths.value;
  const months = facts.forecastMonths;
  return [
    about('A1', access.minNeeds, 'REASON', metIf(counted >= wanted), {
      code: 'needs',
      counted,
      wanted,
      uncounted,
    }),
    about(
      'A3',
      access.noIntegrationWithinMonths,
      'REASON',
      months === null ? 'open' : metIf(months >= within),
      {
        code: 'forecast',
        months,
        wanted: within,
      },
    ),
    ...(access.requiresNotMarketNear.value
      ? [
          about('A4', access.requiresNotMarketNear, 'REASON', proximityState(facts.marketProximity), {
            code: 'marketProximity',
          }),
        ]
      : []),
    ...(access.requiresExpectedProgress.value ? [progressFinding(access, facts)] : []),
    readinessFinding(access, facts),
  ];
}

/** Without a judgement there is no decision; a negative one is a criterion that is not met. */
function progressFinding(
  { requiresExpectedProgress }: RuleBook['access'],
  facts: CaseManagementFacts,
): Finding {
  const detail = { code: 'progress' } as const;
  return facts.expectsProgress === null
    ? about('A5', requiresExpectedProgress, 'BLOCK', 'open', detail)
    : about('A5', requiresExpectedProgress, 'REASON', metIf(facts.expectsProgress), detail);
}

function proximityState(proximity: MarketProximity | null): FindingState {
  return proximity === null ? 'open' : metIf(proximity === 'notNear');
}

/** Where a talk is asked for it comes before the conference, with a note of its own. */
function readinessFinding(access: RuleBook['access'], facts: CaseManagementFacts): Finding {
  const asksForTalkAndNote = access.readiness.value === 'talkAndNote';
  const detail = { code: 'readiness', asksForTalkAndNote, isUnwilling: facts.isWilling === false } as const;
  if (!asksForTalkAndNote) {
    const state = facts.isWilling === null ? 'open' : metIf(facts.isWilling);
    return about('A6', access.readiness, 'REASON', state, detail);
  }
  const { readinessClarifiedOn: clarifiedOn, conferenceOn } = facts;
  const isInTime = clarifiedOn !== null && (conferenceOn === null || clarifiedOn <= conferenceOn);
  const isClarified = isInTime && facts.readinessByTalk === true && facts.readinessNoteMade;
  const state = facts.isWilling === false ? 'notMet' : metIf(isClarified && facts.isWilling === true, 'open');
  return about('A6', access.readiness, 'BLOCK', state, detail);
}

function readmissionFindings(book: RuleBook, facts: CaseManagementFacts): Finding[] {
  const lock = book.readmissionLockMonths;
  if (!lock) return [];
  const state = readmissionOn(book, facts.readmission, facts.checkedOn);
  switch (state.kind) {
    case 'free':
      return [];
    case 'lifted':
      return [about('D10', lock, 'WARN', 'met', { code: 'readmissionLifted', jobSince: state.jobSince })];
    case 'locked':
      return [about('D9', lock, 'REASON', 'notMet', { code: 'readmissionLocked', earliest: state.earliest })];
  }
}

/**
 * An exclusion bars entry. Who is in care already stays with a reason; a person on
 * the way to a pension or to SGB XII may be accompanied, so A10 throws nobody out (A11).
 */
function exclusionFindings({ access }: RuleBook, facts: CaseManagementFacts): Finding[] {
  return facts.exclusions
    .filter((exclusion) => access.exclusions.value.includes(exclusion))
    .map((exclusion) => {
      const { isInCare } = facts;
      if (isInCare && exclusion !== 'vocationalRehab') {
        return about('A11', access.exclusions, 'REASON', 'notMet', { code: 'transition' });
      }
      const kind: FindingKind = isInCare ? 'REASON' : 'BLOCK';
      return about('A10', access.exclusions, kind, 'notMet', { code: 'exclusion', exclusion, isInCare });
    });
}

/** Access never happens by a code: there was a talk, with these people, for these goals. */
function conferenceFinding(book: RuleBook, facts: CaseManagementFacts): Finding {
  const isHeld =
    facts.conferenceOn !== null && facts.participants.length >= 2 && (facts.goals?.trim() ?? '') !== '';
  return {
    rule: 'A14',
    state: metIf(isHeld, 'open'),
    kind: 'BLOCK',
    source: book.source,
    detail: { code: 'conference' },
  };
}

/** The team lead decides where the two do not agree. */
function agreementFindings(book: RuleBook, facts: CaseManagementFacts): Finding[] {
  if (facts.isAgreed !== false) return [];
  return [
    {
      rule: 'A16',
      state: 'open',
      kind: 'APPROVE',
      source: book.source,
      detail: { code: 'agreement' },
    },
  ];
}

/** What access in the single case costs, where a criterion is not met. */
function exceptionFindings({ access }: RuleBook, criteria: readonly Finding[]): Finding[] {
  if (!criteria.some(isUnmetCriterion)) return [];
  return access.exceptionNeeds.value === 'teamLeadConsent'
    ? [about('A8', access.exceptionNeeds, 'APPROVE', 'open', { code: 'exceptionByTeamLead' })]
    : [about('A9', access.exceptionNeeds, 'REASON', 'open', { code: 'exceptionByReason' })];
}

function taskFindings(book: RuleBook, facts: CaseManagementFacts, criteria: readonly Finding[]): Finding[] {
  const { asksForPreRegistration, recheckMonths } = book.access;
  const tasks: Finding[] = [];
  // "Criterion a" are needs and forecast; our reading of A13.
  const meetsNeedsAndForecast = isMet(criteria, 'A1') && isMet(criteria, 'A3') && !isUnmet(criteria, 'A4');
  if (asksForPreRegistration.value && meetsNeedsAndForecast) {
    const state = metIf(facts.isPreRegistered, 'open');
    tasks.push(about('A13', asksForPreRegistration, 'TASK', state, { code: 'preRegistration' }));
  }
  if (recheckMonths && !facts.isInCare && isMet(criteria, 'A1') && isMet(criteria, 'A3')) {
    const detail = { code: 'recheck', months: recheckMonths.value } as const;
    tasks.push(about('A12', recheckMonths, 'TASK', 'open', detail));
  }
  return tasks;
}

/** A criterion that stands against access and that an exception can overcome. */
export function isUnmetCriterion({ kind, state, rule }: Finding): boolean {
  return kind === 'REASON' && state !== 'met' && rule !== 'A9';
}

function isMet(findings: readonly Finding[], rule: string): boolean {
  return findings.some((finding) => finding.rule === rule && finding.state === 'met');
}

function isUnmet(findings: readonly Finding[], rule: string): boolean {
  return findings.some((finding) => finding.rule === rule && finding.state !== 'met');
}

function metIf(isMet: boolean, otherwise: FindingState = 'notMet'): FindingState {
  return isMet ? 'met' : otherwise;
}

function about(
  rule: string,
  value: Sourced<unknown>,
  kind: FindingKind,
  state: FindingState,
  detail: FindingDetail,
): Finding {
  return { rule, state, kind, source: value.source, detail };
}
