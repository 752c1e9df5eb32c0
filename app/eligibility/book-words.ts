import { needGroupNames } from '~/clients/needs';
import type { ExclusionKey, RuleBook, Sourced } from './rule-book';
import type { ReviewDeed } from './rules/reviews';

export const exclusionNames: Readonly<Record<ExclusionKey, string>> = {
  vocationalRehab: 'laufende berufliche Rehabilitation',
  moveToSgb12: 'geplanter Wechsel in das SGB XII',
  pensionApplied: 'Rente beantragt',
};

export const deedTexts: Readonly<Record<ReviewDeed, string>> = {
  caseManagerRecords: 'Fallmanagement begründet die Fortführung und ihre Aussichten',
  teamLeadIsInformed: 'Teamleitung erhält die Entscheidung zur Kenntnis',
  teamLeadConsents: 'Fortführung nur mit Zustimmung der Teamleitung',
  teamLeadWritesNote: 'Rücksprache, Teamleitung schreibt einen Vermerk',
  teamLeadTakesPart: 'Teamleitung nimmt an der Überprüfung teil',
  caseManagerIsWarned: 'Hinweis: In drei Monaten sind zwei Jahre erreicht',
  careEnds: 'Höchstdauer erreicht, Abgang',
};

/** One line of the comparison: what the rule is about, and what each book says in words. */
export interface BookLine {
  readonly rule: string;
  readonly label: string;
  /** Null: the book knows no such rule. */
  readonly text: (book: RuleBook) => string | null;
}

function line<Value>(
  rule: string,
  label: string,
  pick: (book: RuleBook) => Sourced<Value> | null,
  words: (value: Value) => string,
): BookLine {
  return {
    rule,
    label,
    text: (book) => {
      const setting = pick(book);
      return setting ? words(setting.value) : null;
    },
  };
}

const months = (value: number) => `${value} Monate`;
const yesOrNo = (value: boolean) => (value ? 'ja' : 'nein');

/** Everything in which the books can differ, in the order of the rules. */
export const bookLines: readonly BookLine[] = [
  line('A1', 'Handlungsbedarfe mindestens', ({ access }) => access.minNeeds, String),
  line(
    'A1',
    'Es zählen die Schlüsselgruppen',
    ({ access }) => access.countedGroups,
    (groups) => groups.map((group) => needGroupNames[group]).join(', '),
  ),
  line('A3', 'Keine Integration binnen', ({ access }) => access.noIntegrationWithinMonths, months),
  line('A4', 'Prognose „nicht marktnah“ nötig', ({ access }) => access.requiresNotMarketNear, yesOrNo),
  line(
    'A5',
    'Fortschritte müssen zu erwarten sein',
    ({ access }) => access.requiresExpectedProgress,
    yesOrNo,
  ),
  line(
    'A6',
    'Bereitschaft',
    ({ access }) => access.readiness,
    (value) =>
      value === 'precondition'
        ? 'Voraussetzung'
        : 'im persönlichen Gespräch vor der Fallbesprechung geklärt, mit Vermerk',
  ),
  line(
    'A8, A9',
    'Einzelfall verlangt',
    ({ access }) => access.exceptionNeeds,
    (value) => (value === 'reason' ? 'Begründung' : 'Zustimmung der Teamleitung'),
  ),
  line(
    'A8, A9',
    'Gründe des Einzelfalls',
    ({ access }) => access.exceptionGrounds,
    (grounds) => grounds.map(({ label }) => label).join('; '),
  ),
  line(
    'A10',
    'Keine Aufnahme bei',
    ({ access }) => access.exclusions,
    (keys) => (keys.length > 0 ? keys.map((key) => exclusionNames[key]).join('; ') : 'nichts benannt'),
  ),
  line('A12', 'Erneute Prüfung ohne Aufnahme nach', ({ access }) => access.recheckMonths, months),
  line('A13', 'Vormerkung in VerBIS', ({ access }) => access.asksForPreRegistration, yesOrNo),
  line('C1, C2', 'Fälle je Vollzeitstelle, unter 25', ({ caseload }) => caseload.keyUnder25, String),
  line('C1, C2', 'Fälle je Vollzeitstelle, ab 25', ({ caseload }) => caseload.keyFrom25, String),
  line(
    'C2, C12',
    'Teamleitung prüft Fallzahl und Warteliste monatlich',
    ({ caseload }) => caseload.isCheckedMonthly,
    yesOrNo,
  ),
  line('C8', 'Clearing höchstens', ({ clearing }) => clearing.maxMonths, months),
  line(
    'C9',
    'Übernahme nach Vormerkung binnen',
    ({ takeover }) => takeover.maxDays,
    (days) => `${days} Tagen`,
  ),
  line('C10', 'Wer am längsten wartet, zuerst', ({ takeover }) => takeover.isOldestFirst, yesOrNo),
  line(
    'C13',
    'Betreuung über zwei Jahre höchstens',
    ({ maxExtendedShare }) => maxExtendedShare,
    (share) => `${Math.round(share * 100)} % des Schlüssels`,
  ),
  line('D1, D2', 'Überprüfung alle', ({ review }) => review.everyMonths, months),
  line('D3', 'Teamleitung zur Kenntnis ab Monat', ({ review }) => review.teamLeadInformedFromMonth, String),
  line(
    'D4, D7',
    'Über 24 Monate hinaus',
    ({ review }) => review.beyondRegular,
    (value) => (value === 'consent' ? 'Zustimmung der Teamleitung' : 'Vermerk der Teamleitung'),
  ),
  line('D6', 'Höchstdauer', ({ review }) => review.hardStopMonths, months),
  line('D9', 'Wiederaufnahme frühestens nach', ({ readmissionLockMonths }) => readmissionLockMonths, months),
  line('P3', 'Vermerk bei geänderten Bedarfen', ({ profiling }) => profiling.positionNoteOnChange, yesOrNo),
  line('X1', 'Abgang nur nach persönlichem Gespräch', ({ exit }) => exit.needsTalk, yesOrNo),
  line('X4', 'Abgang nur mit aktualisiertem Profiling', ({ exit }) => exit.needsProfiling, yesOrNo),
  line(
    'X5',
    'Einladung nach Abgang binnen',
    ({ followUpInvitationDays }) => followUpInvitationDays,
    (days) => `${days} Tagen`,
  ),
];
