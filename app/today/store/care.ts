import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { type CareCourse, courseOf, type ReviewRecord } from '~/care/rules/course';
import { type Deviation, deviationsOf, type TeamCase } from '~/care/rules/team-view';
import { endGroundTexts } from '~/care/words';
import { isRuleBookKey } from '~/eligibility/rule-book';
import { ruleBook } from '~/eligibility/rule-books';
import type { Review } from '~/eligibility/rules/reviews';
import { clientHandlers } from '~/identity/roles';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { TodayRow } from '../row';
import { type Asked, aboutClient, clientColumns, isHandled, isLed, type TodaySource } from './source';

/** More than any case-load key; a team has several of them. */
const mostCases = 2000;

/** A review as it is on record, and when. */
interface Recorded extends ReviewRecord {
  readonly recordedOn: string;
}

interface CareRow {
  readonly careId: string;
  readonly clientId: string;
  readonly customerNumber: string;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly state: 'clearing' | 'active' | 'closed' | 'droppedOut' | 'declined';
  readonly book: string | null;
  readonly allocatedOn: string;
  readonly clearingUntil: string | null;
  readonly exitedOn: string | null;
  readonly settledOn: string | null;
  readonly isEffectMissing: boolean;
  /** Last day of the invitation that an exit asks for and nobody has sent; null: none. */
  readonly inviteBy: string | null;
  /** A refusal that nobody has talked over. */
  readonly isTalkMissing: boolean;
  readonly reviews: readonly Recorded[];
}

/** Somebody in internal case management, as the team's page knows a case too. */
interface OpenCase extends TeamCase {
  readonly reviews: readonly Recorded[];
}

/** Reviews, clearing and what an end leaves to do, of one's own cases (rules A17, C8, D1–D8, E1, X5). */
export const ownCare: TodaySource = {
  roles: clientHandlers,
  list: async (tx, asked) => {
    const rows = await findCases(tx, isHandled(asked), { hasEnded: true });
    return [...openCases(rows).flatMap((one) => caseRows(one, asked)), ...rows.flatMap(rowsAfterEnd)];
  },
};

/** What is overdue in the team, as counts by who is in charge. */
export const teamCare: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => {
    const rows = await findCases(tx, isLed(asked), { hasEnded: false });
    return overdueInTeam(openCases(rows), asked.today);
  },
};

async function findCases(
  tx: Tx,
  whose: RawBuilder<boolean>,
  { hasEnded }: { readonly hasEnded: boolean },
): Promise<CareRow[]> {
  const { rows } = await sql<CareRow>`
    select allocation.id as "careId", ${clientColumns}, client.responsible_id as "responsibleId",
      coalesce(staff.display_name, 'ohne Team') as "responsibleName", allocation.state, allocation.book,
      allocation.allocated_on as "allocatedOn", allocation.clearing_until as "clearingUntil",
      allocation.exited_on as "exitedOn", allocation.settled_on as "settledOn",
      allocation.state in ('closed', 'droppedOut') and not allocation.effect_recorded as "isEffectMissing",
      case when ending.is_last and ending.invited_on is null then ending.invite_by end as "inviteBy",
      allocation.state = 'declined' and coalesce(ending.is_last and ending.talk_on is null, false) as "isTalkMissing",
      (select coalesce(json_agg(json_build_object('month', review.month, 'decision', review.decision,
          'leadDeed', review.lead_deed, 'isAnswered', review.lead_at is not null,
          'isGranted', review.lead_is_granted, 'recordedOn', review.recorded_on)), '[]')
        from care_review review
        where review.tenant_id = allocation.tenant_id and review.allocation_id = allocation.id) as reviews
    from client
      join allocation on allocation.tenant_id = client.tenant_id
        and allocation.participant_key = client.participant_key and allocation.measure_id is null
      left join lateral (select care_end.*, not exists (select from allocation later
            where later.tenant_id = allocation.tenant_id and later.participant_key = allocation.participant_key
              and later.measure_id is null
              and (later.allocated_on, later.created_at) > (allocation.allocated_on, allocation.created_at)) as is_last
          from care_end where ${hasEnded} and care_end.tenant_id = allocation.tenant_id
            and care_end.allocation_id = allocation.id) ending on true
      left join jobcenter_staff staff on staff.tenant_id = client.tenant_id
        and staff.account_id = client.responsible_id
    where ${whose} and (allocation.state in ('clearing', 'active')
      or ${hasEnded} and (allocation.state in ('closed', 'droppedOut') and not allocation.effect_recorded
        or ending.is_last and (ending.invite_by is not null and ending.invited_on is null
          or allocation.state = 'declined' and ending.talk_on is null)))
    order by allocation.allocated_on, allocation.id
    limit ${mostCases}`.execute(tx);
  return rows;
}

function openCases(rows: readonly CareRow[]): OpenCase[] {
  return rows.flatMap(({ state, book, ...row }) =>
    (state === 'clearing' || state === 'active') && isRuleBookKey(book)
      ? // Nobody's age is asked for here: birthdays stand on the team's page.
        [{ ...row, state, book: ruleBook(book), under25Until: null }]
      : [],
  );
}

/** What is left once care has ended or was refused; the same steps as the person's page offers then. */
function rowsAfterEnd(row: CareRow): TodayRow[] {
  const { careId, clientId, exitedOn, settledOn, allocatedOn, inviteBy } = row;
  const base = aboutClient(row);
  const since = exitedOn ?? settledOn ?? allocatedOn;
  const rows: TodayRow[] = [];
  if (row.isEffectMissing) {
    rows.push({
      key: `effect ${careId}`,
      ...base,
      what: 'Datensatz der Wirkungsanalyse eintragen',
      detail: 'einmal je Abgang, ohne Bezug zur Person',
      verb: 'Datensatz eintragen',
      to: paths.allocationStep(careId, 'wirkung'),
      when: { kind: 'awaited', since },
    });
  }
  if (inviteBy !== null) {
    rows.push({
      key: `invite ${careId}`,
      ...base,
      what: 'Nach dem Abgang zum Gespräch einladen',
      detail: `Abgang aus dem Fallmanagement am ${formatDay(since)}`,
      verb: 'Einladung eintragen',
      to: paths.care(clientId, 'einladung'),
      when: { kind: 'by', day: inviteBy },
    });
  }
  if (row.isTalkMissing) {
    rows.push({
      key: `talk ${careId}`,
      ...base,
      what: 'Über die Ablehnung sprechen',
      detail: `im Fallmanagement abgelehnt am ${formatDay(since)}`,
      verb: 'Gespräch eintragen',
      to: paths.care(clientId, 'gespraech'),
      when: { kind: 'awaited', since },
    });
  }
  return rows;
}

/** What one case asks for now, as its own page and the team's page say it. */
function caseRows(one: OpenCase, { today, actor }: Pick<Asked, 'today' | 'actor'>): TodayRow[] {
  // Clearing, reviews and exit are the case manager's (rules A16, X1); others read where it stands.
  const decides = actor.roles.includes('jobcenterCaseManager');
  const course = courseOf(one.book, one.allocatedOn, one.reviews, today);
  const deviations = deviationsOf([one], false, today);
  const rows = deviations.map((deviation) => deviationRow(one, deviation, { course, decides }));
  if (one.state !== 'active') return rows;
  const { mustEnd, regularLengthNear } = course;
  if (mustEnd === 'decided' || mustEnd === 'denied') {
    const since = one.reviews.map(({ recordedOn }) => recordedOn).sort();
    return [
      ...rows,
      {
        ...aboutClient(one),
        key: `decided ${one.careId}`,
        what: endGroundTexts[mustEnd],
        detail: null,
        ...exitDoor(one, decides),
        when: { kind: 'awaited', since: since.at(-1) ?? one.allocatedOn },
      },
    ];
  }
  if (regularLengthNear === null || deviations.some(({ dueOn }) => dueOn === regularLengthNear)) return rows;
  return [
    ...rows,
    {
      ...aboutClient(one),
      key: `warning ${one.careId}`,
      what: 'Zwei Jahre im Fallmanagement werden erreicht',
      detail: caredSince(one),
      verb: 'Stand ansehen',
      to: paths.care(one.clientId),
      when: { kind: 'on', day: regularLengthNear },
    },
  ];
}

function caredSince({ allocatedOn }: OpenCase): string {
  return `im Fallmanagement seit ${formatDay(allocatedOn)}`;
}

function exitDoor({ clientId }: OpenCase, decides: boolean): Pick<TodayRow, 'verb' | 'to'> {
  return decides
    ? { verb: 'Abgang eintragen', to: paths.care(clientId, 'abgang') }
    : { verb: 'Stand ansehen', to: paths.care(clientId) };
}

function deviationRow(
  one: OpenCase,
  { kind, dueOn, month }: Deviation,
  { course, decides }: { readonly course: CareCourse; readonly decides: boolean },
): TodayRow {
  const base = {
    ...aboutClient(one),
    detail: caredSince(one),
    when: { kind: 'by' as const, day: dueOn },
  };
  if (kind === 'clearingEnds') {
    return {
      ...base,
      key: `clearing ${one.careId}`,
      what: 'Clearing endet: übernehmen oder ablehnen',
      detail: `im Clearing seit ${formatDay(one.allocatedOn)}`,
      verb: decides ? 'Entscheiden' : 'Stand ansehen',
      to: paths.care(one.clientId),
    };
  }
  if (kind === 'hardStop') {
    return {
      ...base,
      key: `end ${one.careId}`,
      what: `Höchstdauer von ${month ?? 0} Monaten: Abgang vorbereiten`,
      ...exitDoor(one, decides),
    };
  }
  const deeds = course.steps.find((step) => step.month === month)?.deeds ?? [];
  return {
    ...base,
    key: `review ${one.careId} ${month ?? 0}`,
    what: `Überprüfung nach ${month ?? 0} Monaten dokumentieren`,
    detail: [leadText(deeds), base.detail].filter(Boolean).join(' · '),
    verb: decides ? 'Dokumentieren' : 'Überprüfung ansehen',
    to: paths.careReview(one.careId, month ?? 0),
  };
}

function leadText(deeds: Review['deeds']): string | null {
  if (deeds.includes('teamLeadIsInformed')) return 'Teamleitung erhält Kenntnis';
  if (deeds.includes('teamLeadConsents')) return 'Teamleitung muss zustimmen';
  if (deeds.includes('teamLeadWritesNote')) return 'Teamleitung schreibt den Vermerk';
  return deeds.includes('teamLeadTakesPart') ? 'mit Teamleitung' : null;
}

/** What the lead counts, each by the case manager it lies with. */
const overdueKinds = [
  { kind: 'reviewOverdue', one: 'Überprüfung ist', several: 'Überprüfungen sind' },
  { kind: 'clearingEnds', one: 'Clearing ist', several: 'Clearings sind' },
  { kind: 'hardStop', one: 'Höchstdauer ist', several: 'Höchstdauern sind' },
] as const;

function overdueInTeam(cases: readonly OpenCase[], today: string): TodayRow[] {
  const late = deviationsOf(cases, false, today).filter(({ dueOn }) => dueOn < today);
  const staff = new Map(cases.map(({ responsibleId, responsibleName }) => [responsibleId, responsibleName]));
  return overdueKinds.flatMap(({ kind, one, several }) =>
    [...staff].flatMap(([id, name]): TodayRow[] => {
      const days = late
        .filter((row) => row.kind === kind && row.case.responsibleId === id)
        .map(({ dueOn }) => dueOn);
      const [oldest] = days.sort();
      if (oldest === undefined) return [];
      return [
        {
          key: `team ${kind} ${id}`,
          about: name,
          what: `${days.length} ${days.length === 1 ? one : several} überfällig`,
          detail: days.length === 1 ? null : 'der älteste Fall seit diesem Tag',
          verb: 'Team ansehen',
          to: paths.team(),
          when: { kind: 'by', day: oldest },
        },
      ];
    }),
  );
}
