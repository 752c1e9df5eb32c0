import { sql } from 'kysely';
import { paths } from '~/ui/paths';
import { formatDay } from '~/values/calendar';
import type { TodayRow } from '../row';
import { confirmationDue, firstContactDue, nextContactDue, planDue } from '../rules';
import { type Asked, joinTold, type TodaySource } from './source';

/** More than a provider has at a time in one authority. */
const mostParticipants = 2000;

interface Participant {
  readonly id: string;
  /** "Apfelkern, Alma" */
  readonly name: string;
  readonly title: string;
  readonly allocatedOn: string;
  readonly starts: string;
  readonly confirmedOn: string | null;
  readonly firstContactOn: string | null;
  readonly lastHeldOn: string | null;
  readonly unit: 'place' | 'group';
  readonly stages: readonly { readonly everyWeeks: number }[];
  readonly firstStageWeeks: number | null;
  readonly hasPlan: boolean;
  readonly planWeeks: number | null;
  readonly nextOn: string | null;
  readonly lastReviewOn: string | null;
  readonly plannedOn: string | null;
}

/** What a provider owes the people who are with it now: an answer, contacts, the plan. */
export const participantsDue: TodaySource = {
  roles: ['provider'],
  list: async (tx, asked) => {
    const { rows } = await sql<Participant>`
      select allocation.id, told.last_name || ', ' || told.first_name as name, service.title,
        allocation.allocated_on as "allocatedOn", allocation.starts, allocation.confirmed_on as "confirmedOn",
        allocation.first_contact_on as "firstContactOn", held.day as "lastHeldOn", service.unit,
        service.contacts as stages, service.first_stage_weeks as "firstStageWeeks",
        service.has_strategy_plan as "hasPlan", service.plan_review_weeks as "planWeeks",
        review.next_on as "nextOn", review.day as "lastReviewOn", plan.day as "plannedOn"
      from allocation
        ${joinTold}
        join contract_measure service on service.tenant_id = allocation.tenant_id
          and service.contract_id = allocation.contract_id and service.measure_id = allocation.measure_id
        left join lateral (select max(contact.day) as day from contact
          where contact.tenant_id = allocation.tenant_id and contact.allocation_id = allocation.id
            and contact.outcome = 'held' and not exists (select from contact correction
              where correction.tenant_id = contact.tenant_id
                and correction.allocation_id = contact.allocation_id
                and correction.corrects_id = contact.id)) held on true
        left join lateral (select strategy_review.day, strategy_review.next_on from strategy_review
          where service.has_strategy_plan and strategy_review.tenant_id = allocation.tenant_id
            and strategy_review.allocation_id = allocation.id
          order by strategy_review.day desc limit 1) review on true
        left join lateral (select min(step.agreed_on) as day from strategy_step step
          where service.has_strategy_plan and step.tenant_id = allocation.tenant_id
            and step.allocation_id = allocation.id) plan on true
      where allocation.tenant_id = ${asked.actor.tenantId} and allocation.provider_id = ${asked.actor.providerId}
        and allocation.state = 'active'
      order by allocation.starts, allocation.id
      limit ${mostParticipants}`.execute(tx);
    return rows.flatMap((row) => participantRows(row, asked));
  },
};

/** At most one row on contacts and one on the plan: the next thing, not all that hang on it. */
function participantRows(row: Participant, { today, horizon }: Pick<Asked, 'today' | 'horizon'>): TodayRow[] {
  const base = { about: row.name, detail: row.title };
  const rows: TodayRow[] = [];
  if (row.confirmedOn === null) {
    rows.push({
      ...base,
      key: `confirm ${row.id}`,
      what: 'Zuweisung bestätigen',
      detail: `${row.title}, ab ${formatDay(row.starts)}`,
      verb: 'Bestätigen',
      to: paths.participantStep(row.id, 'antritt'),
      when: { kind: 'by', day: confirmationDue(row.allocatedOn) },
    });
  } else if (row.unit === 'place') {
    const contact = contactRow(row, today);
    if (contact) rows.push({ ...base, ...contact });
  }
  if (row.confirmedOn !== null && row.hasPlan && row.planWeeks !== null) {
    const day = planDue({ ...row, everyWeeks: row.planWeeks });
    if (day <= horizon) {
      const isThere = row.plannedOn !== null || row.lastReviewOn !== null;
      rows.push({
        ...base,
        key: `plan ${row.id}`,
        what: isThere ? 'Strategieplan prüfen' : 'Strategieplan vereinbaren',
        verb: isThere ? 'Plan prüfen' : 'Plan anlegen',
        to: paths.participantStep(row.id, 'plan'),
        when: { kind: 'by', day },
      });
    }
  }
  return rows;
}

/** Contacts stand here from their day on: with a weekly rhythm everybody would be on the list always. */
function contactRow(
  row: Participant,
  today: string,
): Pick<TodayRow, 'key' | 'what' | 'verb' | 'to' | 'when'> | null {
  if (row.firstContactOn === null) {
    if (row.starts > today) return null;
    return {
      key: `first contact ${row.id}`,
      what: 'Erstkontakt führen',
      verb: 'Kontakt eintragen',
      to: paths.participantStep(row.id, 'kontakte'),
      when: { kind: 'by', day: firstContactDue(row.starts, row.stages) },
    };
  }
  const day = nextContactDue(row);
  if (day === null || day > today) return null;
  return {
    key: `contact ${row.id}`,
    what: `Kontakt ist fällig, der letzte war am ${formatDay(row.lastHeldOn ?? row.firstContactOn)}`,
    verb: 'Kontakt eintragen',
    to: paths.participantStep(row.id, 'kontakte'),
    when: { kind: 'by', day },
  };
}
