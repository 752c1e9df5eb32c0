import type { RuleBook, Sourced } from '../rule-book';

const instruction = 'Geschäftsanweisung 01/2021, Jobcenter Cottbus';

function stated<const Value>(value: Value): Sourced<Value> {
  return { value, source: instruction };
}

/**
 * Asks for a forecast far from the market, a personal talk with a note, and knows
 * exclusions; exceptions need a reason, and nothing ends care by its length.
 *
 * Its case-load keys are recommended, its limits "should": none of them stops anything.
 *
 * Source: rules.md § 0, column `jc-cottbus-2021`, and the rules named at each value.
 */
export const cottbus2021: RuleBook = {
  key: 'jc-cottbus-2021',
  name: 'Cottbus 2021',
  validFrom: '2021-01-01',
  validTo: null,
  source: instruction,
  access: {
    minNeeds: stated(3),
    countedGroups: stated(['capability', 'circumstances']),
    noIntegrationWithinMonths: stated(12),
    requiresNotMarketNear: stated(true),
    requiresExpectedProgress: stated(true),
    readiness: stated('talkAndNote'),
    exceptionNeeds: stated('reason'),
    exceptionGrounds: stated([
      { key: 'intensity', label: 'Hemmnisse brauchen diese Intensität der Betreuung' },
      { key: 'household', label: 'Bedarfsgemeinschaft oder einzelne Mitglieder' },
      { key: 'project', label: 'besonderes Projekt' },
    ]),
    exclusions: stated(['vocationalRehab', 'moveToSgb12', 'pensionApplied']),
    recheckMonths: null,
    asksForPreRegistration: stated(true),
  },
  profiling: { positionNoteOnChange: stated(true) },
  caseload: { keyUnder25: stated(55), keyFrom25: stated(75), isCheckedMonthly: stated(true) },
  clearing: { maxMonths: null },
  takeover: { maxDays: stated(14), isOldestFirst: stated(true) },
  review: {
    everyMonths: stated(6),
    teamLeadInformedFromMonth: null,
    regularMonths: stated(24),
    beyondRegular: stated('teamLeadNote'),
    teamLeadTakesPartAfterRegular: stated(false),
    hardStopMonths: null,
  },
  readmissionLockMonths: null,
  maxExtendedShare: stated(0.2),
  exit: { needsTalk: stated(false), needsProfiling: stated(true) },
  followUpInvitationDays: stated(14),
};
