import { sql } from 'kysely';
import { wishCheckDue } from '~/allocation/rules/waiting';
import type { TeamCheckKind } from '~/care/store/team';
import { findRuleBook } from '~/eligibility/store';
import { paths } from '~/ui/paths';
import { formatMonth } from '~/values/calendar';
import { mostOfAKind, type TodayRow } from '../row';
import { lastDayOfMonth } from '../rules';
import { isLed, type TodaySource } from './source';

interface AskedConsent {
  readonly checkId: string;
  readonly clientId: string;
  readonly customerNumber: string;
  readonly askedBy: string;
  readonly since: string;
}

/** Access that waits for the lead's consent; one's own questions are another lead's (rules A8, A16). */
export const consentsAsked: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => {
    const { rows } = await sql<AskedConsent>`
      select consent.check_id as "checkId", client.id as "clientId", client.customer_number as "customerNumber",
        consent.asked_by_name as "askedBy", (consent.asked_at at time zone 'Europe/Berlin')::date as since
      from client
        join access_consent consent on consent.tenant_id = client.tenant_id and consent.client_id = client.id
      where ${isLed(asked)} and consent.decided_at is null and consent.asked_by <> ${asked.actor.accountId}
      order by consent.asked_at
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(consentRow);
  },
};

function consentRow({ checkId, clientId, customerNumber, askedBy, since }: AskedConsent): TodayRow {
  return {
    key: `consent ${checkId}`,
    about: `Kundennummer ${customerNumber}`,
    what: 'Über den Zugang im Einzelfall entscheiden',
    detail: `gefragt von ${askedBy}`,
    verb: 'Entscheiden',
    to: paths.client(clientId),
    when: { kind: 'awaited', since },
  };
}

type LeadDeed = 'teamLeadIsInformed' | 'teamLeadConsents' | 'teamLeadWritesNote' | 'teamLeadTakesPart';

interface LeadReview {
  readonly allocationId: string;
  readonly month: number;
  readonly deed: LeadDeed;
  readonly customerNumber: string;
  readonly recordedBy: string;
  readonly since: string;
}

/** Reviews of case management that ask something of the lead (rules D3–D5, D7). */
export const reviewsForLead: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => {
    const { rows } = await sql<LeadReview>`
      select review.allocation_id as "allocationId", review.month, review.lead_deed as deed,
        client.customer_number as "customerNumber", review.recorded_by_name as "recordedBy",
        review.recorded_on as since
      from client
        join allocation on allocation.tenant_id = client.tenant_id
          and allocation.participant_key = client.participant_key and allocation.measure_id is null
        join care_review review on review.tenant_id = allocation.tenant_id and review.allocation_id = allocation.id
      where ${isLed(asked)} and review.lead_deed is not null and review.lead_at is null
        and review.recorded_by <> ${asked.actor.accountId}
      order by review.recorded_on, review.allocation_id
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(leadReviewRow);
  },
};

const leadDeeds: Readonly<Record<LeadDeed, { readonly what: string; readonly verb: string }>> = {
  teamLeadIsInformed: { what: 'Fortführung zur Kenntnis nehmen', verb: 'Zur Kenntnis nehmen' },
  teamLeadConsents: { what: 'Über die Fortführung entscheiden', verb: 'Entscheiden' },
  teamLeadWritesNote: { what: 'Vermerk zur Fortführung schreiben', verb: 'Vermerk schreiben' },
  teamLeadTakesPart: { what: 'An der Überprüfung teilnehmen', verb: 'Festhalten' },
};

function leadReviewRow({
  allocationId,
  month,
  deed,
  customerNumber,
  recordedBy,
  since,
}: LeadReview): TodayRow {
  return {
    key: `lead ${allocationId} ${month}`,
    about: `Kundennummer ${customerNumber}`,
    ...leadDeeds[deed],
    detail: `Überprüfung nach ${month} Monaten, festgehalten von ${recordedBy}`,
    to: paths.careReview(allocationId, month),
    when: { kind: 'awaited', since },
  };
}

interface AskedDispute {
  readonly id: string;
  readonly clientId: string;
  readonly customerNumber: string;
  readonly askedBy: string;
  readonly since: string;
}

/** Questions about an exit from case management; one's own are another lead's (rule X1). */
export const disputesAsked: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => {
    const { rows } = await sql<AskedDispute>`
      select dispute.id, client.id as "clientId", client.customer_number as "customerNumber",
        dispute.asked_by_name as "askedBy", (dispute.asked_at at time zone 'Europe/Berlin')::date as since
      from client
        join allocation on allocation.tenant_id = client.tenant_id
          and allocation.participant_key = client.participant_key and allocation.measure_id is null
        join care_dispute dispute on dispute.tenant_id = allocation.tenant_id
          and dispute.allocation_id = allocation.id
      where ${isLed(asked)} and allocation.state = 'active' and dispute.decided_at is null
        and dispute.asked_by <> ${asked.actor.accountId}
      order by dispute.asked_at
      limit ${mostOfAKind}`.execute(tx);
    return rows.map(disputeRow);
  },
};

function disputeRow({ id, clientId, customerNumber, askedBy, since }: AskedDispute): TodayRow {
  return {
    key: `dispute ${id}`,
    about: `Kundennummer ${customerNumber}`,
    what: 'Über einen strittigen Abgang entscheiden',
    detail: `gefragt von ${askedBy}`,
    verb: 'Entscheiden',
    to: paths.care(clientId, 'entscheidung'),
    when: { kind: 'awaited', since },
  };
}

interface Unlooked {
  readonly since: string;
  readonly count: number;
}

/** Who waits in the team and was not looked at for a month (rule C12); those in charge do it. */
export const uncheckedInTeam: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => {
    // By day, so that the rule decides about a few days and not about everybody who waits.
    const { rows } = await sql<Unlooked>`
      select coalesce(entry.checked_on, entry.waiting_since) as since, count(*) as count
      from client
        join waitlist_entry entry on entry.tenant_id = client.tenant_id
          and entry.participant_key = client.participant_key and entry.state = 'waiting'
      where ${isLed(asked)}
      group by 1
      order by 1`.execute(tx);
    return uncheckedRows(rows, asked.today);
  },
};

function uncheckedRows(days: readonly Unlooked[], today: string): TodayRow[] {
  const late = days
    .map(({ since, count }) => ({ count, dueOn: wishCheckDue({ checkedOn: null, waitingSince: since }) }))
    .filter(({ dueOn }) => dueOn < today);
  const [oldest] = late;
  if (!oldest) return [];
  const count = late.reduce((sum, day) => sum + day.count, 0);
  return [
    {
      key: 'waitlist',
      about: count === 1 ? '1 Person auf der Warteliste' : `${count} Personen auf der Warteliste`,
      what: 'Seit über einem Monat nicht gefragt, ob der Wunsch noch besteht',
      detail: 'Das prüft, wer für die Person zuständig ist.',
      verb: 'Warteliste ansehen',
      to: paths.waitlist(),
      when: { kind: 'by', day: oldest.dueOn },
    },
  ];
}

/** Caseload and waiting list are checked each month where the rule book says so (rules C2, C12). */
export const monthlyChecks: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, { actor, today }) => {
    const month = `${today.slice(0, 7)}-01`;
    const [book, { rows }] = await Promise.all([
      findRuleBook(tx, today),
      sql<{ readonly kind: TeamCheckKind | null }>`
        select team_check.kind
        from jobcenter_staff staff
          left join team_check on team_check.tenant_id = staff.tenant_id and team_check.team_id = staff.team_id
            and team_check.month = ${month}::date
        where staff.tenant_id = ${actor.tenantId} and staff.account_id = ${actor.accountId}
          and staff.function = 'teamLead' and staff.team_id is not null`.execute(tx),
    ]);
    if (!book?.caseload.isCheckedMonthly.value || rows.length === 0) return [];
    return (['caseload', 'waiting'] as const)
      .filter((kind) => rows.every((row) => row.kind !== kind))
      .map((kind) => checkRow(kind, month));
  },
};

function checkRow(kind: TeamCheckKind, month: string): TodayRow {
  return {
    key: `check ${kind}`,
    about: `Team, ${formatMonth(month)}`,
    what: kind === 'caseload' ? 'Fallzahl des Monats prüfen' : 'Warteliste des Monats prüfen',
    detail: null,
    verb: 'Prüfung festhalten',
    to: paths.team(),
    when: { kind: 'by', day: lastDayOfMonth(month) },
  };
}
