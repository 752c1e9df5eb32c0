import type { Tx } from '#db/as-actor';
import { sql } from 'kysely';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { ContractTerms } from '../contract';
import { termsFindings, type TermsFinding } from '../rules/terms';
import { findContract } from './find';
import { recordMove } from './moves';

type EntryFinding =
  | TermsFinding
  | { readonly code: 'numberTaken' | 'measureGone' | 'providerGone' | 'productGone' | 'sourceGone' }
  | { readonly code: 'notDraft' | 'changedMeanwhile' };

/** Enters a contract as a draft, which ties nothing yet. Returns its id. */
export async function enterContract(
  tx: Tx,
  actor: Actor,
  terms: ContractTerms,
): Promise<Result<string, EntryFinding>> {
  const findings = [...termsFindings(terms), ...(await missingParts(tx, terms))];
  if (findings.length > 0) return refuse(...findings);
  await lockNumbers(tx, actor.tenantId);
  if (await isTaken(tx, terms.number, null)) return refuse({ code: 'numberTaken' });
  const { id } = await tx
    .insertInto('contract')
    .values({ tenant_id: actor.tenantId, ...columnsOf(terms) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertParts(tx, actor.tenantId, id, terms);
  await recordMove(tx, actor, { contractId: id, deed: 'entered' });
  return ok(id);
}

/**
 * Replaces the terms of a draft; undefined where there is no such contract. Refused
 * once it is signed, or where somebody else saved it since `basedOn`.
 */
export async function editContract(
  tx: Tx,
  actor: Actor,
  id: string,
  basedOn: number,
  terms: ContractTerms,
): Promise<Result<string, EntryFinding> | undefined> {
  await lockNumbers(tx, actor.tenantId);
  const before = await findContract(tx, id, { isLocking: true });
  if (!before) return undefined;
  if (before.state !== 'draft') return refuse({ code: 'notDraft' });
  if (before.version !== basedOn) return refuse({ code: 'changedMeanwhile' });
  const findings = [...termsFindings(terms), ...(await missingParts(tx, terms))];
  if (findings.length > 0) return refuse(...findings);
  if (await isTaken(tx, terms.number, id)) return refuse({ code: 'numberTaken' });
  await tx
    .updateTable('contract')
    .set({ ...columnsOf(terms), version: basedOn + 1 })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('contract_site').where('contract_id', '=', id).execute();
  await tx.deleteFrom('contract_option').where('contract_id', '=', id).execute();
  await insertParts(tx, actor.tenantId, id, terms);
  await recordMove(tx, actor, { contractId: id, deed: 'edited' });
  return ok(id);
}

/** Until the transaction ends no one else of the authority takes a number. */
async function lockNumbers(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('contract' || ${tenantId}::text, 0))`.execute(tx);
}

async function isTaken(tx: Tx, number: string, byOtherThan: string | null): Promise<boolean> {
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('number', '=', number)
    .$if(byOtherThan !== null, (query) => query.where('id', '<>', byOtherThan ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

/** Asked first: a failed foreign key would end the transaction, and what was typed with it. */
async function missingParts(tx: Tx, terms: ContractTerms): Promise<EntryFinding[]> {
  const [measure, provider, product, source] = await Promise.all([
    tx.selectFrom('measure').select('id').where('id', '=', terms.measureId).executeTakeFirst(),
    tx
      .selectFrom('authority_provider')
      .select('provider_id')
      .where('provider_id', '=', terms.providerId)
      .executeTakeFirst(),
    tx.selectFrom('budget_product').select('id').where('id', '=', terms.productId).executeTakeFirst(),
    tx.selectFrom('funding_source').select('id').where('id', '=', terms.fundingSourceId).executeTakeFirst(),
  ]);
  return [
    ...(measure ? [] : [{ code: 'measureGone' as const }]),
    ...(provider ? [] : [{ code: 'providerGone' as const }]),
    ...(product ? [] : [{ code: 'productGone' as const }]),
    ...(source ? [] : [{ code: 'sourceGone' as const }]),
  ];
}

function columnsOf(terms: ContractTerms) {
  return {
    number: terms.number,
    measure_id: terms.measureId,
    provider_id: terms.providerId,
    term_start: terms.termStart,
    term_end: terms.termEnd,
    runs_until: terms.termEnd,
    price_model: terms.priceModel,
    price_cents: terms.priceCents,
    price_note: terms.priceNote,
    bills_occupied: terms.billsOccupied,
    product_id: terms.productId,
    funding_source_id: terms.fundingSourceId,
    session_days: [...terms.sessionDays],
  };
}

async function insertParts(
  tx: Tx,
  tenantId: string,
  contractId: string,
  terms: ContractTerms,
): Promise<void> {
  const key = { tenant_id: tenantId, contract_id: contractId };
  await tx
    .insertInto('contract_site')
    .values(terms.sites.map(({ name, places }, index) => ({ ...key, position: index + 1, name, places })))
    .execute();
  if (terms.options.length === 0) return;
  await tx
    .insertInto('contract_option')
    .values(
      terms.options.map((option, index) => ({
        ...key,
        no: index + 1,
        starts: option.starts,
        ends: option.ends,
        condition: option.condition,
        declare_by: option.declareBy,
        price_cents: option.priceCents,
        session_days: [...option.sessionDays],
      })),
    )
    .execute();
}
