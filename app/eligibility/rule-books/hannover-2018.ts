import type { RuleBook, Sourced } from '../rule-book';

const guideline = 'Leitfaden Fallmanagement, Jobcenter Region Hannover 2018';

function stated<const Value>(value: Value): Sourced<Value> {
  return { value, source: guideline };
}

/**
 * Exceptions go to the team lead, care is reviewed every half year and ends after three years.
 *
 * `validFrom` is the first day this preset vouches for; the guideline names a year only.
 *
 * Source: rules.md § 0, column `jc-hannover-2018`, and the rules named at each value.
 */
export const hannover2018: RuleBook = {
  key: 'jc-hannover-2018',
  name: 'Hannover 2018',
  validFrom: '2018-01-01',
  validTo: null,
  source: guideline,
  access: {
    minNeeds: stated(3),
    countedGroups: stated(['capability', 'circumstances']),
    noIntegrationWithinMonths: stated(12),
    requiresNotMarketNear: stated(false),
    requiresExpectedProgress: stated(true),
    readiness: stated('precondition'),
    exceptionNeeds: stated('teamLeadConsent'),
    exceptionGrounds: stated([
      { key: 'severeObstacle', label: 'schwerwiegendes, vorrangiges Hemmnis' },
      { key: 'acuteProblem', label: 'akute Problemlage trotz Marktnähe' },
      { key: 'behaviour', label: 'gravierende Auffälligkeiten im Verhalten' },
      { key: 'other', label: 'anderer Grund des Einzelfalls' },
    ]),
    exclusions: stated([]),
    recheckMonths: stated(6),
    asksForPreRegistration: stated(false),
  },
  profiling: { positionNoteOnChange: stated(false) },
  caseload: { keyUnder25: stated(75), keyFrom25: stated(75), isCheckedMonthly: stated(false) },
  clearing: { maxMonths: stated(2) },
  takeover: { maxDays: null, isOldestFirst: stated(false) },
  review: {
    everyMonths: stated(6),
    teamLeadInformedFromMonth: stated(12),
    regularMonths: stated(24),
    beyondRegular: stated('consent'),
    teamLeadTakesPartAfterRegular: stated(true),
    hardStopMonths: stated(36),
  },
  readmissionLockMonths: stated(6),
  maxExtendedShare: null,
  exit: { needsTalk: stated(true), needsProfiling: stated(false) },
  followUpInvitationDays: null,
};
