import { formatMonth } from '~/values/calendar';
import { sql } from 'kysely';
import { paths } from '~/ui/paths';
import { mostOfAKind, type TodayRow } from '../row';
import { waitlistCheckDue } from '../rules';
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

interface Unchecked {
  readonly count: number;
  /** Null: nobody waits unchecked. */
  readonly oldest: string | null;
}

/** The waiting list of the team is gone through each month (rule C12). */
export const waitlistOfMonth: TodaySource = {
  roles: ['teamLead'],
  list: async (tx, asked) => {
    const { rows } = await sql<Unchecked>`
      select count(*) as count, min(coalesce(entry.checked_on, entry.waiting_since)) as oldest
      from client
        join waitlist_entry entry on entry.tenant_id = client.tenant_id
          and entry.participant_key = client.participant_key and entry.state = 'waiting'
      where ${isLed(asked)}
        and coalesce(entry.checked_on, entry.waiting_since) < date_trunc('month', ${asked.today}::timestamp)`.execute(
      tx,
    );
    return rows.flatMap((row) => waitlistRows(row, asked.today));
  },
};

function waitlistRows({ count, oldest }: Unchecked, today: string): TodayRow[] {
  if (oldest === null) return [];
  return [
    {
      key: 'waitlist',
      about: count === 1 ? '1 Person' : `${count} Personen`,
      what: `Warteliste ${formatMonth(`${today.slice(0, 8)}01`)} prüfen`,
      detail: 'in diesem Monat noch nicht angesehen',
      verb: 'Warteliste öffnen',
      to: paths.waitlist(),
      when: { kind: 'by', day: waitlistCheckDue(oldest) },
    },
  ];
}
