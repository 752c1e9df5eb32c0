import { asActor, asOwner, asReader, type Tx } from '#db/as-actor';
import { addProduct, enterAppropriation, listFundingSources } from '~/budget/store';
import type { ContractTerms, OptionTerms } from '~/contracts/contract';
import { enterContract, signContract } from '~/contracts/store';
import type { Actor } from '~/identity/actor';
import { emptyContent } from '~/portfolio/content';
import { providers } from '../support/actors';

/** What a contract hangs on: a measure, a linked provider and a pot of money. */
export interface Ground {
  readonly measureId: string;
  readonly productId: string;
  readonly fundingSourceId: string;
}

let made = 0;

/** A measure, and a product with the money of some years, of the actor's authority. */
export async function aGround(
  actor: Actor,
  money: Readonly<Record<number, number>> = { 2019: 750_000, 2020: 9_000_000, 2021: 9_000_000 },
): Promise<Ground> {
  made += 1;
  const number = `31.2.${String(made)}`;
  const measureId = await asOwner(async (tx) => {
    const slug = `massnahme-${made}`;
    const row = await tx
      .insertInto('measure')
      .values({
        tenant_id: actor.tenantId,
        slug,
        title: `Maßnahme ${made}`,
        kind: 'massnahme',
        search_text: slug,
        source: 'null',
        content: JSON.stringify(emptyContent(slug, `Maßnahme ${made}`)),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  });
  const product = await asActor(actor, (tx) => addProduct(tx, actor, { number, name: 'Leistungen' }));
  const [source] = await asReader(actor, (tx) => listFundingSources(tx));
  const pot = { productId: product.ok ? product.value : '', fundingSourceId: source?.id ?? '' };
  for (const [year, amountCents] of Object.entries(money)) {
    await asActor(actor, (tx) =>
      enterAppropriation(tx, actor, {
        ...pot,
        fiscalYear: Number(year),
        amountCents,
        isCeiling: false,
        purpose: null,
      }),
    );
  }
  return { measureId, ...pot };
}

export const theOption: OptionTerms = {
  starts: '2021-01-01',
  ends: '2021-12-31',
  condition: null,
  declareBy: '2020-09-30',
  priceCents: null,
  sessionDays: [],
};

/** 13 months at 7.500 €: 7.500 € in 2019, 90.000 € in 2020 and in the option's year. */
export function someTerms(ground: Ground, changes: Partial<ContractTerms> = {}): ContractTerms {
  made += 1;
  return {
    ...ground,
    number: `2019-${made}`,
    providerId: providers.first.id,
    termStart: '2019-12-01',
    termEnd: '2020-12-31',
    priceModel: 'monthlyFixed',
    priceCents: 750_000,
    priceNote: null,
    billsOccupied: false,
    sessionDays: [],
    sites: [
      { name: 'Rotenburg (Wümme)', places: 2 },
      { name: 'Zeven', places: 3 },
    ],
    options: [theOption],
    ...changes,
  };
}

export async function aDraft(actor: Actor, terms: ContractTerms): Promise<string> {
  const entered = await asActor(actor, (tx) => enterContract(tx, actor, terms));
  if (!entered.ok) throw new Error(`The contract was refused: ${JSON.stringify(entered.findings)}`);
  return entered.value;
}

export async function aSignedContract(actor: Actor, terms: ContractTerms): Promise<string> {
  const id = await aDraft(actor, terms);
  const signing = { signedOn: '2019-11-25', today: '2019-11-25' };
  const signed = await asActor(actor, (tx) => signContract(tx, actor, id, signing));
  if (!signed?.ok) throw new Error(`Signing was refused: ${JSON.stringify(signed?.findings)}`);
  return id;
}

/** A draft with one option and an id of its own, written past the doors: for tests of addresses. */
export async function aDraftWithId(
  tx: Tx,
  { tenantId, measureId, id }: { readonly tenantId: string; readonly measureId: string; readonly id: string },
): Promise<void> {
  const of = { tenant_id: tenantId };
  const product = await tx
    .insertInto('budget_product')
    .values({ ...of, number: '99.9.99', name: 'Leistungen' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const source = await tx
    .insertInto('funding_source')
    .values({ ...of, kind: 'thirdParty', name: 'Stiftung' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('contract')
    .values({
      ...of,
      id,
      number: 'Entwurf 1',
      measure_id: measureId,
      provider_id: providers.second.id,
      term_start: '2019-12-01',
      term_end: '2020-12-31',
      runs_until: '2020-12-31',
      price_model: 'total',
      price_cents: 100,
      product_id: product.id,
      funding_source_id: source.id,
    })
    .execute();
  await tx
    .insertInto('contract_site')
    .values({ ...of, contract_id: id, position: 1, name: 'Zeven' })
    .execute();
  await tx
    .insertInto('contract_option')
    .values({
      ...of,
      contract_id: id,
      no: 1,
      starts: theOption.starts,
      ends: theOption.ends,
      declare_by: theOption.declareBy,
    })
    .execute();
}
