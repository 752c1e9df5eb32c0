import { sql } from 'kysely';
import { asActor, asOwner, type Tx } from '#db/as-actor';
import type { FundingSourceKind } from '~/budget/budget';
import {
  addFundingSource,
  addProduct,
  enterAppropriation,
  listFundingSources,
  listProducts,
} from '~/budget/store';
import type { ContractTerms } from '~/contracts/contract';
import { endContract, enterContract, finishTask, listOpenTasks, signContract } from '~/contracts/store';
import type { Actor } from '~/identity/actor';
import { roles } from '~/identity/roles';
import type { Result } from '~/values/result';
import { firstProviderName, secondProviderName } from './authorities';

export interface ExampleContract {
  readonly slug: string;
  readonly provider: string;
  readonly product: { readonly number: string; readonly name: string };
  readonly source: { readonly kind: FundingSourceKind; readonly name: string };
  /** Money by year, so that the contract and its options find what they need. */
  readonly appropriations: readonly (readonly [fiscalYear: number, amountCents: number])[];
  readonly signedOn: string;
  readonly terms: Omit<ContractTerms, 'measureId' | 'providerId' | 'productId' | 'fundingSourceId'>;
}

/**
 * Two contracts of the example authority. Product numbers, providers and appropriations
 * are invented; what the measures' sources do not say is marked in the note on the price.
 *
 * The money of Case-Manager lies in a product of its own: the council paper asks for it
 * in 31.2.02, where 2020 and 2021 stay unknown as in its source.
 *
 * Source: rules.md § 10 (term and option of Case-Manager); the measure's own file
 * (BG-Coaching: 15 places, 89.775 € over 12 months from 02.05.2013).
 */
const exampleContracts: readonly ExampleContract[] = [
  {
    slug: 'bg-coaching',
    provider: secondProviderName,
    product: { number: '31.2.05', name: 'Eingliederungsleistungen zur Arbeit (Beispiel)' },
    source: { kind: 'federalIntegration', name: 'Eingliederungsmittel des Bundes (Beispiel)' },
    appropriations: [
      [2013, 6_000_000],
      [2014, 3_100_000],
    ],
    signedOn: '2013-04-22',
    terms: {
      number: 'Beispiel 2013-007',
      termStart: '2013-05-02',
      termEnd: '2014-05-01',
      priceModel: 'total',
      priceCents: 8_977_500,
      priceNote: 'einschließlich Vermittlungshonorar und Fahrkosten; ein Standort als Beispielwert',
      billsOccupied: false,
      sessionDays: [],
      sites: [{ name: 'Musterstadt', places: 15 }],
      options: [],
    },
  },
  {
    slug: 'case-manager',
    provider: firstProviderName,
    product: { number: '31.2.06', name: 'Psychosoziale Betreuung, laufende Verträge (Beispiel)' },
    source: { kind: 'municipal', name: 'Kreismittel' },
    appropriations: [
      [2019, 800_000],
      [2020, 9_500_000],
      [2021, 9_500_000],
    ],
    signedOn: '2019-11-25',
    terms: {
      number: 'Beispiel 2019-031',
      termStart: '2019-12-01',
      termEnd: '2020-12-31',
      priceModel: 'monthlyFixed',
      priceCents: 750_000,
      priceNote: 'Preis und Plätze sind Beispielwerte: Die Quelle nennt keine.',
      billsOccupied: false,
      sessionDays: [],
      sites: [
        { name: 'Rotenburg (Wümme)', places: 20 },
        { name: 'Zeven', places: 15 },
        { name: 'Bremervörde', places: 15 },
      ],
      options: [
        {
          starts: '2021-01-01',
          ends: '2021-12-31',
          condition: 'erfolgreiche Durchführung und ausreichend verfügbare Mittel',
          declareBy: '2020-09-30',
          priceCents: null,
          sessionDays: [],
        },
      ],
    },
  },
];

/** Any number that nobody else locks: two starts at once must not enter a contract twice. */
const contractsLock = 7_310_203;

/**
 * Enters and signs the contracts of the example that were signed by `today`, each once,
 * through the doors that people use. Does nothing where there is no example.
 */
export async function loadExampleContracts(today: string): Promise<void> {
  const officer = await findExampleOfficer('verwaltung@demo.example');
  if (!officer) return;
  await asActor(officer, async (tx) => {
    await sql`select pg_advisory_xact_lock(${contractsLock})`.execute(tx);
    for (const example of exampleContracts) {
      if (example.signedOn <= today) await loadContract(tx, officer, example, today);
    }
  });
}

/** The demo account of a fictional authority's administration, as an actor. */
export async function findExampleOfficer(email: string): Promise<Actor | undefined> {
  return asOwner(async (tx) => {
    const row = await tx
      .selectFrom('account')
      .innerJoin('authority', 'authority.id', 'account.tenant_id')
      .select(['account.id', 'account.display_name', 'account.tenant_id', 'authority.name'])
      .where('account.email', '=', email)
      .where('authority.is_fictional', '=', true)
      .executeTakeFirst();
    return (
      row && {
        accountId: row.id,
        sessionId: row.id,
        displayName: row.display_name,
        tenantId: row.tenant_id,
        authorityName: row.name,
        providerId: null,
        providerName: null,
        roles: roles.filter((role) => role === 'districtOfficer'),
        requestId: 'example',
      }
    );
  });
}

/** Enters and signs one contract; undefined where it is known already or something of it is missing. */
export async function loadContract(
  tx: Tx,
  actor: Actor,
  { slug, provider, terms, signedOn, ...money }: ExampleContract,
  today: string,
): Promise<string | undefined> {
  const known = await tx.selectFrom('contract').select('id').where('number', '=', terms.number).execute();
  const measure = await tx.selectFrom('measure').select('id').where('slug', '=', slug).executeTakeFirst();
  const partner = await tx
    .selectFrom('provider')
    .select('id')
    .where('name', '=', provider)
    .executeTakeFirst();
  // Whoever works on with the example may have changed it: then it is no longer ours to complete.
  if (known.length > 0 || !measure || !partner) return undefined;
  const pot = await enterMoney(tx, actor, money);
  if (!pot) return undefined;
  const entered = await enterContract(tx, actor, {
    ...terms,
    ...pot,
    measureId: measure.id,
    providerId: partner.id,
  });
  if (!entered.ok) return undefined;
  // Entered after it began, whatever the day: then no version of the measure is kept for it, and
  // the council paper goes on to speak of the working copy.
  await signContract(tx, actor, entered.value, { signedOn, today: terms.termEnd });
  if (terms.options.length > 0) return entered.value;
  await endContract(tx, actor, entered.value, null, today);
  if (terms.termEnd >= today) return entered.value;
  // It is over: what had to be evaluated of it was.
  for (const task of await listOpenTasks(tx, entered.value)) {
    await finishTask(
      tx,
      actor,
      { contractId: entered.value, taskId: task.id },
      'liegt in der Akte (Beispiel)',
    );
  }
  return entered.value;
}

async function enterMoney(
  tx: Tx,
  actor: Actor,
  { product, source, appropriations }: Pick<ExampleContract, 'product' | 'source' | 'appropriations'>,
): Promise<{ productId: string; fundingSourceId: string } | undefined> {
  const products = await listProducts(tx);
  const productId =
    products.find(({ number }) => number === product.number)?.id ??
    valueOf(await addProduct(tx, actor, product));
  const sources = await listFundingSources(tx);
  const fundingSourceId =
    sources.find(({ name }) => name === source.name)?.id ??
    valueOf(await addFundingSource(tx, actor, source));
  if (productId === undefined || fundingSourceId === undefined) return undefined;
  for (const [fiscalYear, amountCents] of appropriations) {
    // Refused where somebody entered the year already; then that counts.
    await enterAppropriation(tx, actor, {
      productId,
      fundingSourceId,
      fiscalYear,
      amountCents,
      isCeiling: false,
      purpose: 'Beispielwert',
    });
  }
  return { productId, fundingSourceId };
}

function valueOf(result: Result<string, unknown>): string | undefined {
  return result.ok ? result.value : undefined;
}
