import type { RuleBook } from '~/eligibility/rule-book';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { countsByAge, freeInTeam, loadOf } from './rules/caseload';
import { waitOf } from './rules/start';
import { casesOf, type Deviation, deviationsOf, leadTasksOf } from './rules/team-view';
import type { Team } from './store';
import type { CheckRow, LoadRow, TaskRow, TeamPageProps } from './views/team-page';
import { leadTaskNames } from './words';

/** The lead's page in finished rows: no birthday and no name travels with it. */
export function teamRows(
  team: Team,
  book: RuleBook | null,
  { today, month, leadId }: { readonly today: string; readonly month: string; readonly leadId: string },
): Omit<TeamPageProps, 'saved'> {
  const byAge = book !== null && countsByAge(book);
  const posts = team.managers.map((manager) => ({
    manager,
    cases: casesOf(team.cases, manager.accountId, manager.postPercent, today),
  }));
  const allCases = posts.map(({ cases }) => cases);
  return {
    teamName: team.name,
    bookName: book?.name ?? null,
    month,
    countsByAge: byAge,
    loads: book
      ? posts.map(({ manager, cases }): LoadRow => ({ ...manager, ...cases, ...loadOf(book, cases) }))
      : [],
    free: book ? freeInTeam(book, allCases) : { freeUnder25: 0, freeFrom25: 0 },
    tasks: waitingForLead(team, leadId),
    deviations: deviationsOf(team.cases, byAge, today).map((deviation) => deviationRow(deviation, today)),
    waits: team.waits.map((wait) => ({
      ...wait,
      ...(book ? waitOf(book, wait.since, today) : { days: 0, isLate: false }),
    })),
    mostWaitDays: book?.takeover.maxDays?.value ?? null,
    checks: book?.caseload.isCheckedMonthly.value ? checkRows(team) : [],
  };
}

function waitingForLead(team: Team, leadId: string): TaskRow[] {
  const own = <Row extends { readonly askedById: string }>(rows: readonly Row[]) =>
    rows.filter(({ askedById }) => askedById !== leadId);
  return [
    ...own(team.consents).map(({ clientId, customerNumber, responsibleName, askedAt }): TaskRow => ({
      key: `access ${clientId} ${askedAt}`,
      what: 'Über den Zugang entscheiden',
      customerNumber,
      responsibleName,
      when: `gefragt am ${formatDay(askedAt.slice(0, 10))}`,
      isLate: false,
      to: paths.client(clientId),
      verb: 'Entscheiden',
    })),
    ...own(team.disputes).map(({ clientId, customerNumber, responsibleName, askedAt }): TaskRow => ({
      key: `exit ${clientId} ${askedAt}`,
      what: 'Über einen strittigen Abgang entscheiden',
      customerNumber,
      responsibleName,
      when: `gefragt am ${formatDay(askedAt.slice(0, 10))}`,
      isLate: false,
      to: paths.care(clientId, 'entscheidung'),
      verb: 'Entscheiden',
    })),
    ...leadTasksOf(team.cases).map(({ case: one, month, deed }): TaskRow => ({
      key: `review ${one.careId} ${month}`,
      what: `${leadTaskNames[deed]} (${month} Monate)`,
      customerNumber: one.customerNumber,
      responsibleName: one.responsibleName,
      when: 'festgehalten',
      isLate: false,
      to: paths.careReview(one.careId, month),
      verb: deed === 'teamLeadIsInformed' ? 'Lesen' : 'Entscheiden',
    })),
  ];
}

function deviationRow({ kind, case: one, dueOn, month }: Deviation, today: string): TaskRow {
  const isReview = kind === 'reviewOverdue' || kind === 'reviewDue';
  return {
    key: `${kind} ${one.careId}`,
    what: deviationText(kind, month),
    customerNumber: one.customerNumber,
    responsibleName: one.responsibleName,
    when: `${kind === 'turns25' ? 'am' : 'bis'} ${formatDay(dueOn)}`,
    isLate: dueOn < today,
    to: isReview && month !== null ? paths.careReview(one.careId, month) : paths.care(one.clientId),
    verb: 'Ansehen',
  };
}

function deviationText(kind: Deviation['kind'], month: number | null): string {
  switch (kind) {
    case 'reviewOverdue':
    case 'reviewDue':
      return `Überprüfung nach ${month ?? 0} Monaten`;
    case 'clearingEnds':
      return 'Clearing: Übernahme oder Ablehnung (Regel C8)';
    case 'hardStop':
      return 'Höchstdauer: Abgang vorbereiten (Regel D6)';
    case 'turns25':
      return 'Wird 25: Zuständigkeit prüfen (Regel C7)';
  }
}

function checkRows({ checked }: Team): CheckRow[] {
  return (['caseload', 'waiting'] as const).map((kind) => ({
    kind,
    label: kind === 'caseload' ? 'Fallzahl (Regel C2)' : 'Warteliste (Regel C12)',
    done: checked.find((one) => one.kind === kind) ?? null,
  }));
}
