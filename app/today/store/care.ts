import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { ruleBook } from '~/eligibility/rule-books';
import { isRuleBookKey } from '~/eligibility/rule-book';
import { type Review, reviewsOf } from '~/eligibility/rules/reviews';
import { clientHandlers } from '~/identity/roles';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { TodayRow } from '../row';
import {
  type Asked,
  clientColumns,
  aboutClient,
  isHandled,
  isLed,
  type KnownClient,
  type TodaySource,
} from './source';

/** More than any case-load key; a team has several of them. */
const mostCases = 2000;

/** Somebody in internal case management, or just out of it. */
interface CareCase extends KnownClient {
  readonly id: string;
  readonly responsibleId: string;
  readonly responsibleName: string;
  readonly state: 'clearing' | 'active' | 'closed' | 'droppedOut';
  readonly book: string | null;
  readonly allocatedOn: string;
  readonly clearingUntil: string | null;
  readonly exitedOn: string | null;
  /** Months whose review is recorded. */
  readonly reviewed: readonly number[];
}

/** Reviews, clearing and what an exit leaves to do, of one's own cases (rules C8, D1–D8, E1). */
export const ownCare: TodaySource = {
  roles: clientHandlers,
  list: async (tx, asked) => (await findCases(tx, isHandled(asked))).flatMap((row) => careRows(row, asked)),
};

/** Reviews that are overdue in the team, as counts by who is in charge. */
export const teamCare: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => overdueInTeam(await findCases(tx, isLed(asked)), asked.today),
};

async function findCases(tx: Tx, whose: RawBuilder<boolean>): Promise<CareCase[]> {
  const { rows } = await sql<CareCase>`
    select allocation.id, ${clientColumns}, client.responsible_id as "responsibleId",
      coalesce(staff.display_name, 'ohne Team') as "responsibleName", allocation.state, allocation.book,
      allocation.allocated_on as "allocatedOn", allocation.clearing_until as "clearingUntil",
      allocation.exited_on as "exitedOn",
      array(select review.month from care_review review
        where review.tenant_id = allocation.tenant_id and review.allocation_id = allocation.id) as reviewed
    from client
      join allocation on allocation.tenant_id = client.tenant_id
        and allocation.participant_key = client.participant_key and allocation.measure_id is null
      left join jobcenter_staff staff on staff.tenant_id = client.tenant_id
        and staff.account_id = client.responsible_id
    where ${whose} and (allocation.state in ('clearing', 'active')
      or allocation.state in ('closed', 'droppedOut') and not allocation.effect_recorded)
    order by allocation.allocated_on, allocation.id
    limit ${mostCases}`.execute(tx);
  return rows;
}

function careRows(row: CareCase, { today, horizon }: Pick<Asked, 'today' | 'horizon'>): TodayRow[] {
  if (row.state === 'clearing') {
    if (row.clearingUntil === null || row.clearingUntil > horizon) return [];
    return [
      {
        key: `clearing ${row.id}`,
        ...aboutClient(row),
        what: 'Clearing endet: Übernahme oder Ablehnung',
        detail: null,
        verb: 'Entscheiden',
        to: paths.allocation(row.id),
        when: { kind: 'by', day: row.clearingUntil },
      },
    ];
  }
  if (row.state !== 'active') {
    return [
      {
        key: `effect ${row.id}`,
        ...aboutClient(row),
        what: 'Datensatz der Wirkungsanalyse eintragen',
        detail: 'einmal je Abgang, ohne Bezug zur Person',
        verb: 'Eintragen',
        to: paths.allocationStep(row.id, 'wirkung'),
        when: { kind: 'awaited', since: row.exitedOn ?? row.allocatedOn },
      },
    ];
  }
  return reviewsDue(row, horizon).map((review) => reviewRow(row, review, today));
}

/** Reviews that are near or overdue and not recorded; the warning until the review that it warns of. */
function reviewsDue(row: CareCase, horizon: string): Review[] {
  if (!isRuleBookKey(row.book)) return [];
  const book = ruleBook(row.book);
  // Care without an end is reviewed on: far enough for whoever is in it longest.
  const all = reviewsOf(book, row.allocatedOn, 240).filter(({ dueOn }) => dueOn <= horizon);
  const regular = book.review.regularMonths.value;
  return all.filter(({ month, deeds }) => {
    if (!deeds.includes('caseManagerIsWarned')) return !row.reviewed.includes(month);
    return !all.some((review) => review.month >= regular);
  });
}

function reviewRow(row: CareCase, { month, dueOn, deeds }: Review, today: string): TodayRow {
  const base = { ...aboutClient(row), detail: `in Betreuung seit ${formatDay(row.allocatedOn)}` };
  if (deeds.includes('caseManagerIsWarned')) {
    return {
      ...base,
      key: `warning ${row.id}`,
      what: 'Bald sind zwei Jahre erreicht',
      verb: 'Ansehen',
      to: paths.allocation(row.id),
      when: dueOn <= today ? { kind: 'open', since: dueOn } : { kind: 'by', day: dueOn },
    };
  }
  if (deeds.includes('careEnds')) {
    return {
      ...base,
      key: `end ${row.id}`,
      what: `Höchstdauer von ${month} Monaten: Abgang vorbereiten`,
      verb: 'Abgang vorbereiten',
      to: paths.allocation(row.id),
      when: { kind: 'by', day: dueOn },
    };
  }
  return {
    ...base,
    key: `review ${row.id} ${month}`,
    what: `Überprüfung nach ${month} Monaten dokumentieren`,
    detail: [leadText(deeds), base.detail].filter(Boolean).join(' · '),
    verb: 'Dokumentieren',
    to: paths.careReview(row.id, month),
    when: { kind: 'by', day: dueOn },
  };
}

function leadText(deeds: Review['deeds']): string | null {
  if (deeds.includes('teamLeadIsInformed')) return 'Teamleitung erhält Kenntnis';
  if (deeds.includes('teamLeadConsents')) return 'Teamleitung muss zustimmen';
  if (deeds.includes('teamLeadWritesNote')) return 'Teamleitung schreibt den Vermerk';
  return deeds.includes('teamLeadTakesPart') ? 'mit Teamleitung' : null;
}

function overdueInTeam(cases: readonly CareCase[], today: string): TodayRow[] {
  const late = cases
    .filter(({ state }) => state === 'active')
    .flatMap((row) =>
      reviewsDue(row, today)
        .filter(({ deeds, dueOn }) => dueOn < today && !deeds.includes('caseManagerIsWarned'))
        .map(({ dueOn }) => ({ ...row, dueOn })),
    );
  const staff = new Map(late.map(({ responsibleId, responsibleName }) => [responsibleId, responsibleName]));
  return [...staff].map(([id, name]) => {
    const days = late.filter((row) => row.responsibleId === id).map(({ dueOn }) => dueOn);
    return {
      key: `team reviews ${id}`,
      about: name,
      what:
        days.length === 1 ? '1 Überprüfung ist überfällig' : `${days.length} Überprüfungen sind überfällig`,
      detail: days.length === 1 ? null : 'die älteste seit diesem Tag',
      verb: 'Team ansehen',
      to: paths.team(),
      when: { kind: 'by', day: days.sort()[0] ?? today },
    };
  });
}
