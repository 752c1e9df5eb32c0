import { z } from 'zod';
import {
  germanDate,
  longText,
  oneOf,
  optionalGermanDate,
  optionalLongText,
  optionalOneOf,
  optionalText,
  optionalYesNo,
  someOf,
  yesNo,
} from '~/ui/fields';
import { type ExclusionKey, ruleBookKeys } from './rule-book';
import { participants } from './rules/case-management';
import { decisions } from './rules/decision';

export const ruleBookForm = z.object({
  book: oneOf(ruleBookKeys, 'Wählen Sie das Regelwerk.'),
  from: germanDate('Geben Sie den Tag ein, ab dem es gilt.'),
});

const exclusionKeys: readonly ExclusionKey[] = ['vocationalRehab', 'moveToSgb12', 'pensionApplied'];
/** Long enough for a reason, too short for a file. */
const shortReason = { max: 500 };

const wish = {
  /** "check" shows what the rules say and decides nothing. */
  intent: optionalOneOf(['check']),
  decision: optionalOneOf(decisions),
  ground: optionalText(),
  reason: optionalLongText(shortReason),
};

export const caseManagementForm = z.object({
  ...wish,
  isInCare: yesNo('Wählen Sie, ob die Person schon im Fallmanagement ist.'),
  exclusions: someOf(exclusionKeys),
  lastExitOn: optionalGermanDate(),
  jobSince: optionalGermanDate(),
  isBenefitRenewed: optionalYesNo(),
  conferenceOn: optionalGermanDate(),
  participants: someOf(participants),
  goals: optionalLongText(shortReason),
  isAgreed: optionalYesNo(),
  isPreRegistered: optionalYesNo(),
});

const confirmation = z.object({
  state: optionalOneOf(['met', 'notMet', 'open']),
  reason: optionalText({ max: 300 }),
});

export const measureCheckForm = z.object({
  ...wish,
  /** Version of the profile that the criteria came from. */
  contentVersion: optionalText(),
  criteria: z.array(confirmation).optional(),
  necessity: confirmation.optional(),
  subordination: confirmation.optional(),
  overlapsWith: optionalText(),
});

export const consentForm = z.object({
  isGranted: yesNo('Wählen Sie, ob Sie zustimmen.'),
  consentReason: longText('Geben Sie die Gründe Ihrer Entscheidung ein.', shortReason),
});

export type CaseManagementTyped = z.output<typeof caseManagementForm>;
export type MeasureTyped = z.output<typeof measureCheckForm>;
