import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { loadOf } from '~/care/rules/caseload';
import { casesOf } from '~/care/rules/team-view';
import { isRuleBookKey, type RuleBook } from '~/eligibility/rule-book';
import { ruleBook } from '~/eligibility/rule-books';
import { findRuleBook } from '~/eligibility/store';
import { type Role } from '~/identity/roles';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import { germanDecimal } from '~/values/decimal';
import type { TodayPanel } from '../row';
import { sinceText } from '../words';
import type { FreePlaces } from './free-places';
import { type Asked, isHandled, isLed } from './source';

/** More than anybody is in charge of. */
const mostCases = 2000;

/** A box beside the list: who is shown it, and what it says; null: there is nothing to say. */
export interface PanelSource {
  readonly roles: readonly Role[];
  readonly find: (tx: Tx, asked: Asked) => Promise<TodayPanel | null>;
}

/** One's own cases, as the team's page counts them. */
type OwnCases = ReturnType<typeof casesOf>;

interface CaseRow {
  readonly state: 'clearing' | 'active';
  readonly book: string;
  readonly allocatedOn: string;
  readonly under25Until: string | null;
}

/** The own load against the key of the post (rules C1, C3, C4, C6, C13). */
export const ownLoad: PanelSource = {
  roles: ['jobcenterCaseManager'],
  find: async (tx, { actor, today }) => {
    const [book, staff, { rows }] = await Promise.all([
      findRuleBook(tx, today),
      sql<{ readonly postPercent: number }>`
        select post_percent as "postPercent" from jobcenter_staff
        where tenant_id = ${actor.tenantId} and account_id = ${actor.accountId}`.execute(tx),
      // Standing in for somebody changes nobody's load.
      sql<CaseRow>`
        select allocation.state, allocation.book, allocation.allocated_on as "allocatedOn",
          client.under_25_until as "under25Until"
        from client
          join allocation on allocation.tenant_id = client.tenant_id
            and allocation.participant_key = client.participant_key and allocation.measure_id is null
        where client.tenant_id = ${actor.tenantId} and client.responsible_id = ${actor.accountId}
          and allocation.state in ('clearing', 'active')
        limit ${mostCases}`.execute(tx),
    ]);
    const cases = rows.flatMap((row) =>
      isRuleBookKey(row.book)
        ? [{ ...row, book: ruleBook(row.book), responsibleId: actor.accountId, reviews: [] }]
        : [],
    );
    const [post] = staff.rows;
    const counted = casesOf(cases, actor.accountId, post?.postPercent ?? 0, today);
    return loadPanel(counted, { hasPost: post !== undefined, book });
  },
};

/** The key is not rounded to cases: half a post has 37,5 of 75 (rule C3). */
export function loadPanel(
  cases: OwnCases,
  { hasPost, book }: { readonly hasPost: boolean; readonly book: RuleBook | null },
): TodayPanel {
  const count = cases.under25 + cases.from25;
  const post = hasPost ? `, ${germanDecimal(cases.postPercent / 100)} VZÄ` : '';
  const key = hasPost && book !== null ? Math.round(loadOf(book, cases).key * 10) / 10 : null;
  return {
    key: 'load',
    title: 'Meine Auslastung',
    meter:
      key === null
        ? null
        : { text: `${count} von ${germanDecimal(key)} Fällen${post}`, part: count, whole: key },
    figures: [
      ...(key === null ? [{ label: `Fälle${post}`, value: String(count), to: null }] : []),
      { label: 'Im Clearing (außerhalb des Schlüssels)', value: String(cases.clearing), to: null },
      { label: 'Länger als zwei Jahre', value: String(cases.extended), to: null },
    ],
    note: null,
  };
}

interface TeamLoad {
  readonly cases: number;
  readonly clearing: number;
  readonly managers: number;
  readonly postPercent: number | null;
}

/** The team's cases in internal case management; who has how many stands on the team page (rule C1). */
export const teamLoad: PanelSource = {
  roles: ['teamLead'],
  find: async (tx, asked) => {
    const { rows } = await sql<TeamLoad>`
      select
        (select count(*) from jobcenter_staff staff where staff.tenant_id = ${asked.actor.tenantId}
          and staff.function = 'jobcenterCaseManager'
          and staff.account_id = any (array(select actor_leads()))) as managers,
        (select sum(staff.post_percent) from jobcenter_staff staff where staff.tenant_id = ${asked.actor.tenantId}
          and staff.function = 'jobcenterCaseManager'
          and staff.account_id = any (array(select actor_leads()))) as "postPercent",
        count(*) filter (where allocation.state = 'active') as cases,
        count(*) filter (where allocation.state = 'clearing') as clearing
      from client
        join allocation on allocation.tenant_id = client.tenant_id
          and allocation.participant_key = client.participant_key and allocation.measure_id is null
      where ${isLed(asked)}`.execute(tx);
    return rows[0] ? teamPanel(rows[0]) : null;
  },
};

function teamPanel({ cases, clearing, managers, postPercent }: TeamLoad): TodayPanel {
  return {
    key: 'team',
    title: 'Team',
    meter: null,
    figures: [
      { label: 'Fälle im Fallmanagement', value: String(cases), to: paths.team() },
      { label: 'Im Clearing', value: String(clearing), to: null },
      {
        label: 'Fallmanagerinnen und Fallmanager',
        value: `${managers} (${germanDecimal((postPercent ?? 0) / 100)} VZÄ)`,
        to: null,
      },
    ],
    note: null,
  };
}

/** So many lines one reads at a glance. */
const mostSites = 8;

/** Where somebody could begin today, measure by measure and site by site. */
export const placesFree: PanelSource = {
  roles: ['districtOfficer', 'caseworker', 'jobcenterCaseManager', 'teamLead', 'controller'],
  find: async (_, asked) => placesPanel((await asked.freePlaces()).slice(0, mostSites)),
};

function placesPanel(places: readonly FreePlaces[]): TodayPanel | null {
  if (places.length === 0) return null;
  return {
    key: 'places',
    title: 'Freie Plätze',
    meter: null,
    figures: places.map(({ slug, title, site, free }) => ({
      label: `${title}, ${site}`,
      value: String(free),
      to: paths.measure(slug),
    })),
    note: null,
  };
}

interface Waiters {
  readonly count: number;
  readonly longest: string | null;
}

/** Who waits, of one's own clients or of the team's. */
export const waiters: PanelSource = {
  roles: ['caseworker', 'jobcenterCaseManager', 'teamLead'],
  find: async (tx, asked) => {
    const whose = asked.actor.roles.includes('teamLead') ? isLed(asked) : isHandled(asked);
    const { rows } = await sql<Waiters>`
      select count(*) as count, min(entry.waiting_since) as longest
      from client
        join waitlist_entry entry on entry.tenant_id = client.tenant_id
          and entry.participant_key = client.participant_key and entry.state = 'waiting'
      where ${whose}`.execute(tx);
    return rows[0] ? waitersPanel(rows[0], asked.today) : null;
  },
};

function waitersPanel({ count, longest }: Waiters, today: string): TodayPanel | null {
  if (longest === null) return null;
  return {
    key: 'waiting',
    title: 'Warteliste',
    meter: null,
    figures: [{ label: 'Wartende Personen', value: String(count), to: paths.waitlist() }],
    note: `Am längsten wartet jemand ${sinceText(longest, today)}.`,
  };
}

interface OwnPlaces {
  readonly contractNumber: string;
  readonly title: string | null;
  readonly places: number;
  readonly taken: number;
  readonly runsUntil: string;
}

/** A provider's running contracts: how many of the places are taken today. */
export const placesOfProvider: PanelSource = {
  roles: ['provider'],
  find: async (tx, { actor, today }) => {
    const { rows } = await sql<OwnPlaces>`
      select contract.number as "contractNumber", service.title, contract.runs_until as "runsUntil",
        (select count(*) from contract_place place where place.tenant_id = contract.tenant_id
          and place.contract_id = contract.id and place.group_id is null
          and ${today}::date between place.valid_from and place.valid_to) as places,
        (select count(*) from allocation
          join contract_place place on place.tenant_id = allocation.tenant_id and place.id = allocation.place_id
          where allocation.tenant_id = contract.tenant_id and allocation.contract_id = contract.id
            and place.group_id is null and allocation.state not in ('notStarted', 'declined')
            and ${today}::date between allocation.starts and coalesce(allocation.exited_on, allocation.ends)) as taken
      from contract
        left join contract_measure service on service.tenant_id = contract.tenant_id
          and service.contract_id = contract.id and not service.is_component
      where contract.tenant_id = ${actor.tenantId} and contract.state = 'signed'
        and ${today}::date between contract.term_start and contract.runs_until
      order by contract.number
      limit ${mostSites}`.execute(tx);
    return providerPanel(rows);
  },
};

function providerPanel(contracts: readonly OwnPlaces[]): TodayPanel | null {
  if (contracts.length === 0) return null;
  const [only] = contracts;
  return {
    key: 'own places',
    title: 'Belegte Plätze',
    meter: null,
    figures: contracts.map(({ contractNumber, title, places, taken }) => ({
      label: title ?? `Vertrag ${contractNumber}`,
      value: `${taken} von ${places}`,
      to: null,
    })),
    note: contracts.length === 1 && only ? `Der Vertrag läuft bis ${formatDay(only.runsUntil)}.` : null,
  };
}
