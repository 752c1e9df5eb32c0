import { sql } from 'kysely';
import { asOwner, type Tx } from '#db/as-actor';
import type { Tables } from '#db/tables';
import { thirdProviderName } from './authorities';
import { addBillingDetails } from './cases/billing-details';
import { addCare } from './cases/care';
import { addContacts } from './cases/contacts';
import { addGroups } from './cases/groups';
import { addInvoices } from './cases/invoices';
import { keepNewestPapers } from './cases/papers';
import type { Participation } from './cases/participation';
import { fillPlaces } from './cases/places';
import { addParticipation } from './cases/record';
import { addFinalReport, addInterimReports, finalReports } from './cases/reports';
import { addReferrals, addStrategy } from './cases/strategy';
import { addFormerWaiting, addWaitlist } from './cases/waitlist';
import {
  type Author,
  type CaseContract,
  listCaseContracts,
  listPeople,
  listStaff,
  type World,
} from './cases/world';
import type { ExampleCourse, RunningContract } from './plan';
import { historicalCourse, runningContracts } from './plan';
import { drawsFrom } from './random';
import { Rows } from './rows';
import { enterRunningContracts } from './running-contracts';

/** Any number that nobody else locks: two starts at once must not fill the places twice. */
const casesLock = 7_310_205;
const seed = 20_191_201;

/** What hangs on other rows comes after them. */
const order: readonly (keyof Tables)[] = [
  'access_check',
  'training_group',
  'training_session',
  'contract_place',
  'allocation',
  'report',
  'provider_billing',
  'invoice',
];

/**
 * Once, into an example that has its people and no allocation yet: the contracts around
 * `today`, and two years of what happened under them. An example of an older release
 * stays as it is.
 *
 * Returns whether it was loaded now.
 */
export async function loadExampleCases(today: string): Promise<boolean> {
  if (!(await asOwner(isWaitingForCases))) return false;
  await enterRunningContracts(today);
  const tenants = await asOwner(async (tx) => {
    await sql`select pg_advisory_xact_lock(${casesLock})`.execute(tx);
    if (!(await isWaitingForCases(tx))) return null;
    const found = await listTenants(tx);
    for (const tenantId of found) await insertCases(tx, tenantId, today);
    return found;
  });
  if (!tenants) return false;
  for (const tenantId of tenants) await keepNewestPapers(tenantId, today);
  return true;
}

async function isWaitingForCases(tx: Tx): Promise<boolean> {
  const provider = await tx
    .selectFrom('provider')
    .innerJoin('authority_provider', 'authority_provider.provider_id', 'provider.id')
    .innerJoin('authority', 'authority.id', 'authority_provider.tenant_id')
    .where('provider.name', '=', thirdProviderName)
    .where('authority.is_fictional', '=', true)
    .select('provider.id')
    .executeTakeFirst();
  const allocation = await tx.selectFrom('allocation').select('id').limit(1).executeTakeFirst();
  return provider !== undefined && allocation === undefined;
}

async function listTenants(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('authority')
    .where('is_fictional', '=', true)
    .orderBy('name', 'desc')
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}

interface Filled {
  readonly contract: CaseContract;
  readonly course: ExampleCourse;
  readonly premium: RunningContract['premium'];
  readonly participations: readonly Participation[];
}

async function insertCases(tx: Tx, tenantId: string, today: string): Promise<void> {
  const staff = await listStaff(tx, tenantId);
  const world: World = {
    tenantId,
    today,
    draws: drawsFrom(seed),
    rows: new Rows(),
    people: await listPeople(tx, tenantId, staff),
    staff,
    officers: await findOfficers(tx, tenantId),
  };
  const plans = plansFor(today);
  const contracts = await listCaseContracts(tx, tenantId, [...plans.keys()]);
  const filled = contracts.flatMap((contract): Filled[] => {
    const plan = plans.get(contract.number);
    return plan ? [{ contract, ...plan, participations: fillPlaces(world, contract, plan.course) }] : [];
  });
  for (const one of filled) tell(world, one);
  tellGroups(world, contracts);
  addQueues(world, filled);
  addCare(world);
  await addBillingDetails(tx, world, contracts);
  const recipient = await findRecipient(tx, tenantId);
  for (const one of filled) addInvoices(world, { ...one, recipient });
  await world.rows.write(tx, order);
  await addTotals(tx, tenantId);
}

/** Invoices name the authority as it was when they were handed in. */
async function findRecipient(tx: Tx, tenantId: string) {
  return await tx
    .selectFrom('authority')
    .where('id', '=', tenantId)
    .select(['name', 'office', 'street', 'postcode', 'town'])
    .executeTakeFirstOrThrow();
}

/** What is told of which contract, by its number. */
function plansFor(today: string) {
  const historical = historicalCourse(today);
  const plans = new Map<string, { course: ExampleCourse; premium: RunningContract['premium'] }>();
  if (historical.hasPeople) plans.set(historical.number, { course: historical.course, premium: null });
  // Those that began earlier first: people go from one to the next.
  const running = runningContracts(today).sort((one, other) =>
    one.contract.terms.termStart < other.contract.terms.termStart ? -1 : 1,
  );
  for (const { contract, course, premium } of running) plans.set(contract.terms.number, { course, premium });
  return plans;
}

/** The people of one contract with all that was done with them. */
function tell(world: World, { participations, course }: Filled): void {
  const firstContacts = new Map(participations.map((one) => [one.id, addContacts(world, one)]));
  const delivered = participations.filter(({ id }) => firstContacts.get(id) != null);
  const reports = finalReports(world, delivered, course.openReports);
  for (const one of participations) {
    const report = reports.get(one.id) ?? null;
    addParticipation(world, one, { firstContactOn: firstContacts.get(one.id) ?? null, report });
    addStrategy(world, one);
    addReferrals(world, one);
    addInterimReports(world, one);
    if (report) addFinalReport(world, one, report);
  }
}

/** The groups of a training, whose reports are due after the last session. */
function tellGroups(world: World, contracts: readonly CaseContract[]): void {
  const seats = addGroups(world, contracts);
  const delivered = seats.filter(({ firstDay }) => firstDay !== null);
  const reports = finalReports(
    world,
    delivered.map(({ participation }) => participation),
    2,
  );
  for (const { participation, firstDay } of seats) {
    const report = reports.get(participation.id) ?? null;
    addParticipation(world, participation, { firstContactOn: firstDay, report });
    if (report) addFinalReport(world, participation, report);
  }
}

/** People wait where all places are taken, and some for a place of another running contract. */
function addQueues(world: World, filled: readonly Filled[]): void {
  const running = filled.filter(({ contract }) => contract.runsUntil >= world.today);
  addWaitlist(
    world,
    running.flatMap(({ contract, course }) => {
      const full = course.fullSites.flatMap((position) =>
        contract.sites.filter((site) => site.position === position).map(({ name }) => name),
      );
      return full.map((site) => ({ contract, site, waiting: 6 }));
    }),
  );
  for (const { participations } of running.filter(({ course }) => course.fullSites.length > 0)) {
    const taken = participations.map(({ person, service, siteName, allocatedOn }) => ({
      key: person.key,
      measureId: service.measureId,
      siteName,
      allocatedOn,
    }));
    addFormerWaiting(world, taken);
  }
}

/** Two of the authority's administration; the second is a colleague where there is no sign-in for one. */
async function findOfficers(tx: Tx, tenantId: string): Promise<readonly [Author, Author]> {
  const found = await tx
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .where('account.tenant_id', '=', tenantId)
    .where('account_role.role', '=', 'districtOfficer')
    .orderBy('account.email', 'desc')
    .select(['account.id', 'account.display_name as name'])
    .execute();
  const [first, second] = found;
  if (!first) throw new Error('The example has an authority without administration.');
  return [first, second ?? (await addColleague(tx, tenantId))];
}

async function addColleague(tx: Tx, tenantId: string): Promise<Author> {
  const colleague = await tx
    .insertInto('account')
    .values({
      tenant_id: tenantId,
      email: 'kollege.verwaltung@anderer-kreis.example',
      display_name: 'Wim Thoms',
    })
    .returning(['id', 'display_name as name'])
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('account_role')
    .values({ tenant_id: tenantId, account_id: colleague.id, role: 'districtOfficer' })
    .execute();
  return colleague;
}

/** The totals of each month, as they would have grown with the records. */
async function addTotals(tx: Tx, tenantId: string): Promise<void> {
  await sql`insert into effect_month (tenant_id, month, exits, integrations, medical_services, health_needs,
      needs_removed, improved)
    select tenant_id, month, count(*), count(*) filter (where is_integrated),
      count(*) filter (where had_medical_service), count(*) filter (where had_health_need),
      sum(needs_removed), count(*) filter (where progress = 'better')
    from effect_record where tenant_id = ${tenantId} group by tenant_id, month`.execute(tx);
}
