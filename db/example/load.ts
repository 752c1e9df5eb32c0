import { asOwner, type Tx } from '#db/as-actor';
import { today } from '~/clock';
import { importMeasure } from '~/portfolio/import-measure';
import type { MeasureSource } from '~/portfolio/source';
import {
  insertBudget,
  insertBudgetRegime,
  insertCommittees,
  insertOrganisations,
  ownAuthorityName,
} from './authorities';
import { insertCaseManagerPlan } from './case-manager-plan';
import { insertCaseManagerTender } from './case-manager-tender';
import { insertChecks } from './checks';
import { insertClients } from './clients';
import { insertJobcenter, insertRuleBook, otherJobcenter, ownJobcenter } from './jobcenter';
import { withPortalPart } from './portal-parts';
import { readPortfolio } from './read-portfolio';

/** The council paper is of 2019; all other measures are of the collection of 2013. */
const sourceYearOf = (slug: string): number => (slug === 'case-manager' ? 2019 : 2013);

/** The second authority has these too, so that two tenants share slugs and still never see each other's. */
const alsoInOtherAuthority = new Set(['aktiva', 'case-manager', 'jobschmiede']);

/** Any number that nobody else locks: two starts at once must not both find an empty database. */
const exampleLock = 7_310_201;

/**
 * Loads the example once: into a database without any authority, in one transaction.
 *
 * The files are checked at every start, loaded or not, so that a broken one is told.
 * Returns whether it was loaded now.
 *
 * @param directory holds the portfolio files
 */
export async function loadExample(directory: string, onProgress?: (step: string) => void): Promise<boolean> {
  const sources = await readPortfolio(directory);
  return asOwner(async (tx) => {
    await lockExample(tx);
    const known = await tx.selectFrom('authority').select('id').limit(1).executeTakeFirst();
    if (known) return false;
    onProgress?.(`Lade die Beispieldaten (${sources.length} Maßnahmen)`);
    await insertExample(tx, sources);
    return true;
  });
}

async function insertExample(tx: Tx, sources: readonly MeasureSource[]): Promise<void> {
  const { ownTenant, otherTenant } = await insertOrganisations(tx);
  const committees = await insertCommittees(tx, ownTenant);
  await insertCommittees(tx, otherTenant);
  await insertBudgetRegime(tx, ownTenant);
  await insertBudgetRegime(tx, otherTenant);
  const productId = await insertBudget(tx, ownTenant);

  await insertPeople(tx, ownTenant);
  const neighbour = await insertJobcenter(tx, otherTenant, otherJobcenter);
  await insertRuleBook(tx, otherTenant, 'jc-cottbus-2021');
  const numbers = { customers: '901A', households: '90100' };
  await insertClients(tx, otherTenant, neighbour, { today: today(), numbers });

  const ids = new Map<string, string>();
  for (const source of sources) {
    const sourceYear = sourceYearOf(source.slug);
    const content = withPortalPart(source);
    ids.set(source.slug, await importMeasure(tx, { tenantId: ownTenant, sourceYear }, content));
    if (alsoInOtherAuthority.has(source.slug)) {
      await importMeasure(tx, { tenantId: otherTenant, sourceYear }, content);
    }
  }

  const caseManager = ids.get('case-manager');
  if (caseManager) {
    await insertCaseManagerPlan(tx, { tenantId: ownTenant, measureId: caseManager, productId, committees });
    const source = sources.find(({ slug }) => slug === 'case-manager');
    if (source) await insertCaseManagerTender(tx, { tenantId: ownTenant, measureId: caseManager }, source);
  }
  // Begun and empty: what its source lacks is what people complete through the forms.
  const bgCoaching = ids.get('bg-coaching');
  if (bgCoaching) {
    await tx.insertInto('measure_plan').values({ tenant_id: ownTenant, measure_id: bgCoaching }).execute();
  }
}

async function insertPeople(tx: Tx, tenantId: string): Promise<void> {
  const jobcenter = await insertJobcenter(tx, tenantId, ownJobcenter);
  await insertRuleBook(tx, tenantId, 'jc-hannover-2018');
  const numbers = { customers: '900M', households: '90000' };
  const clients = await insertClients(tx, tenantId, jobcenter, { today: today(), numbers });
  await insertChecks(tx, { tenantId, name: ownAuthorityName }, clients, today());
}

async function lockExample(tx: Tx): Promise<void> {
  await tx
    .selectNoFrom((eb) => eb.fn<unknown>('pg_advisory_xact_lock', [eb.lit(exampleLock)]).as('lock'))
    .execute();
}
