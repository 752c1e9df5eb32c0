import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#db/as-actor';
import type { NeedGroup } from '~/clients/needs';
import type { OpenClient, RecordedNeed } from '~/clients/client';
import type { MeasureContent } from '~/portfolio/content';
import type { PriceModel } from '~/contracts/contract';
import type { ContactStage } from '~/contracts/service';
import type { Draws } from '../random';
import type { Rows } from '../rows';
import { profileColumns } from '~/clients/store';

/** Somebody with an account, as the author of what is told. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

export interface Staff extends Author {
  readonly function: 'caseworker' | 'jobcenterCaseManager' | 'teamLead';
  readonly teamId: string;
  readonly siteName: string;
}

/** A client with who is in charge, and when it takes part in what. */
export interface Person {
  readonly key: string;
  readonly client: OpenClient;
  readonly handler: Staff;
  /** Needs that are worked on. */
  readonly needs: readonly { readonly key: string; readonly group: NeedGroup }[];
  /** Days of measures with places that the person was or is in; both days count. */
  readonly stays: {
    readonly from: string;
    readonly until: string;
    /** Before that day is over nothing new begins. */
    readonly restsUntil: string;
    readonly measureId: string;
  }[];
}

export interface Place {
  readonly id: string;
  readonly no: number;
  readonly validTo: string;
}

export interface CaseContract {
  readonly id: string;
  readonly number: string;
  readonly measureId: string;
  readonly title: string;
  readonly slug: string;
  readonly content: MeasureContent;
  readonly providerId: string;
  readonly providerStaff: Author;
  readonly termStart: string;
  readonly runsUntil: string;
  readonly priceModel: PriceModel;
  readonly priceCents: number;
  readonly billsOccupied: boolean;
  readonly productId: string;
  readonly fundingSourceId: string;
  readonly sites: readonly {
    readonly position: number;
    readonly name: string;
    readonly places: readonly Place[];
  }[];
  /** What is delivered: its own measure first, then what is bought only within it. */
  readonly services: readonly Service[];
}

export interface Service {
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly content: MeasureContent;
  readonly isComponent: boolean;
  readonly contacts: readonly ContactStage[];
  readonly firstStageWeeks: number;
  readonly reportsAbsence: boolean;
  readonly involvesHousehold: boolean;
  readonly hasStrategyPlan: boolean;
  readonly planReviewWeeks: number | null;
  readonly interimReportMonths: number | null;
  readonly finalReportDays: number;
  readonly reportingDays: number;
}

/** One authority with everything that its cases are made of. */
export interface World {
  readonly tenantId: string;
  readonly today: string;
  readonly draws: Draws;
  readonly rows: Rows;
  readonly people: readonly Person[];
  readonly staff: readonly Staff[];
  /** Two of the administration: whoever checks an invoice does not release it. */
  readonly officers: readonly [Author, Author];
}

/** The lead of the team of somebody. */
export function leadOf(world: World, { teamId }: Staff): Staff {
  const lead = world.staff.find((member) => member.function === 'teamLead' && member.teamId === teamId);
  if (!lead) throw new Error('The example has a team without a lead.');
  return lead;
}

export async function listStaff(tx: Tx, tenantId: string): Promise<Staff[]> {
  return await tx
    .selectFrom('jobcenter_staff as staff')
    .innerJoin('jobcenter_team as team', 'team.id', 'staff.team_id')
    .innerJoin('jobcenter_site as site', 'site.id', 'team.site_id')
    .where('staff.tenant_id', '=', tenantId)
    .orderBy('staff.display_name')
    .select([
      'staff.account_id as id',
      'staff.display_name as name',
      'staff.function',
      'team.id as teamId',
      'site.name as siteName',
    ])
    .execute();
}

/** All people of the authority, in the order of their numbers. */
export async function listPeople(tx: Tx, tenantId: string, staff: readonly Staff[]): Promise<Person[]> {
  const rows = await tx
    .selectFrom('client')
    .innerJoin('client_profile as profile', 'profile.client_id', 'client.id')
    .innerJoin('jobcenter_site as site', 'site.id', 'client.site_id')
    .where('client.tenant_id', '=', tenantId)
    .orderBy('client.customer_number')
    .select((eb) => [
      'client.participant_key as key',
      'client.id',
      'client.customer_number as customerNumber',
      'client.status',
      'client.version',
      'client.site_id as siteId',
      'site.name as siteName',
      'client.responsible_id as responsibleId',
      ...profileColumns,
      jsonArrayFrom(
        eb
          .selectFrom('client_need as need')
          .whereRef('need.client_id', '=', 'client.id')
          .orderBy('need.need_key')
          .select([
            'need.need_key as key',
            'need.need_group as group',
            sql<string>`need.noted_on::text`.as('notedOn'),
            sql<string | null>`need.ended_on::text`.as('endedOn'),
          ]),
      )
        .$castTo<RecordedNeed[]>()
        .as('needs'),
    ])
    .execute();
  return rows.map(({ key, ...row }) => {
    const handler = staff.find(({ id }) => id === row.responsibleId);
    if (!handler) throw new Error('An example client is with nobody.');
    const open = row.needs.filter(({ endedOn }) => endedOn === null);
    return {
      key,
      client: { ...row, responsibleName: handler.name },
      handler,
      needs: open.map(({ key: needKey, group }) => ({ key: needKey, group })),
      stays: [],
    };
  });
}

/** The signed contracts with these numbers, in their order. */
export async function listCaseContracts(
  tx: Tx,
  tenantId: string,
  numbers: readonly string[],
): Promise<CaseContract[]> {
  if (numbers.length === 0) return [];
  const contracts = await tx
    .selectFrom('contract')
    .innerJoin('measure', 'measure.id', 'contract.measure_id')
    .where('contract.tenant_id', '=', tenantId)
    .where('contract.number', 'in', numbers)
    .where('contract.state', '<>', 'draft')
    .select([
      'contract.id',
      'contract.number',
      'contract.measure_id as measureId',
      'contract.provider_id as providerId',
      'contract.term_start as termStart',
      'contract.runs_until as runsUntil',
      'contract.price_model as priceModel',
      'contract.price_cents as priceCents',
      'contract.bills_occupied as billsOccupied',
      'contract.product_id as productId',
      'contract.funding_source_id as fundingSourceId',
      'measure.title',
      'measure.slug',
      'measure.content',
    ])
    .execute();
  const found: CaseContract[] = [];
  for (const number of numbers) {
    const contract = contracts.find((one) => one.number === number);
    if (!contract) continue;
    found.push({
      ...contract,
      content: contract.content as MeasureContent,
      providerStaff: await providerStaffOf(tx, tenantId, contract.providerId),
      sites: await listPlaces(tx, contract.id),
      services: await listServices(tx, contract.id),
    });
  }
  return found;
}

async function providerStaffOf(tx: Tx, tenantId: string, providerId: string): Promise<Author> {
  return await tx
    .selectFrom('account')
    .where('tenant_id', '=', tenantId)
    .where('provider_id', '=', providerId)
    .select(['id', 'display_name as name'])
    .executeTakeFirstOrThrow();
}

async function listPlaces(tx: Tx, contractId: string): Promise<CaseContract['sites']> {
  const sites = await tx
    .selectFrom('contract_site')
    .where('contract_id', '=', contractId)
    .orderBy('position')
    .select(['position', 'name'])
    .execute();
  const places = await tx
    .selectFrom('contract_place')
    .where('contract_id', '=', contractId)
    .orderBy('no')
    .select(['id', 'no', 'site_position as position', 'valid_to as validTo'])
    .execute();
  return sites.map((site) => ({
    ...site,
    places: places.filter(({ position }) => position === site.position),
  }));
}

async function listServices(tx: Tx, contractId: string): Promise<Service[]> {
  const rows = await tx
    .selectFrom('contract_measure as service')
    .innerJoin('measure', 'measure.id', 'service.measure_id')
    .where('service.contract_id', '=', contractId)
    .orderBy('service.is_component')
    .select([
      'service.measure_id as measureId',
      'measure.slug',
      'measure.content',
      'service.title',
      'service.is_component as isComponent',
      'service.contacts',
      'service.first_stage_weeks as firstStageWeeks',
      'service.reports_absence as reportsAbsence',
      'service.involves_household as involvesHousehold',
      'service.has_strategy_plan as hasStrategyPlan',
      'service.plan_review_weeks as planReviewWeeks',
      'service.interim_report_months as interimReportMonths',
      'service.final_report_days as finalReportDays',
      'service.reporting_days as reportingDays',
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    content: row.content as MeasureContent,
    contacts: row.contacts as readonly ContactStage[],
    firstStageWeeks: row.firstStageWeeks ?? 8,
  }));
}
