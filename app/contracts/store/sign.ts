import type { Tx } from '#db/as-actor';
import type { Pot } from '~/budget/budget';
import { fundsLines, type MissingMoney, missingMoney } from '~/budget/funds';
import type { YearCents } from '~/budget/rules';
import { commitMoney, listBookings, lockFunds } from '~/budget/store';
import type { Actor } from '~/identity/actor';
import { findMeasure, freezeVersion, listVersions } from '~/portfolio/store';
import { ok, refuse, type Result } from '~/values/result';
import type { Contract } from '../contract';
import { optionPrice, termPrice } from '../rules/price';
import { termsFindings, type TermsFinding } from '../rules/terms';
import { insertDuties } from './duties';
import { findContract } from './find';
import { recordMove } from './moves';
import { insertOwnService } from './services';

type SignFinding = TermsFinding | MissingMoney | { readonly code: 'notDraft' };

/**
 * Signs a draft: freezes it with the measure's version, makes its numbered places and
 * ties its money, all or nothing. Undefined where there is no such contract; refused
 * where the money of a year is missing.
 *
 * Where the term has begun before `today`, the contract is entered afterwards: what the
 * measure says today need not be what was signed, so only a version that was kept counts.
 *
 * Two people may sign two contracts for the last money at once: the second waits and
 * then finds it gone.
 */
export async function signContract(
  tx: Tx,
  actor: Actor,
  id: string,
  { signedOn, today }: { readonly signedOn: string; readonly today: string },
): Promise<Result<string, SignFinding> | undefined> {
  await lockFunds(tx, actor.tenantId);
  const contract = await findContract(tx, id, { isLocking: true });
  if (!contract) return undefined;
  if (contract.state !== 'draft') return refuse({ code: 'notDraft' });
  const faults = termsFindings(contract);
  if (faults.length > 0) return refuse(...faults);
  const missing = await missingFor(tx, contract, termPrice(contract));
  if (missing.length > 0) return refuse(...missing);

  const measure = await findMeasure(tx, contract.measure.slug, { isLocking: true });
  if (!measure) return undefined;
  const versionNo =
    contract.termStart < today
      ? ((await listVersions(tx, measure.id))[0]?.no ?? null)
      : await freezeVersion(tx, actor, measure, `Vertrag ${contract.number} unterzeichnet`);
  await tx
    .updateTable('contract')
    .set({ state: 'signed', version_no: versionNo, signed_on: signedOn })
    .where('id', '=', id)
    .execute();
  await insertPlaces(tx, actor.tenantId, contract);
  await insertOwnService(tx, actor.tenantId, contract, measure);
  await insertDuties(tx, actor.tenantId, contract);
  await commitMoney(tx, actor.tenantId, [
    ...commitmentsOf(contract, termPrice(contract), null, true),
    ...contract.options.flatMap((option) =>
      commitmentsOf(contract, optionPrice(contract, option), option.no, false),
    ),
  ]);
  await recordMove(tx, actor, { contractId: id, deed: 'signed' });
  return ok(id);
}

/** The years in which the contract's product and source hold less than `needs`. The caller holds the funds' lock. */
export async function missingFor(
  tx: Tx,
  contract: Pick<Contract, 'productId' | 'fundingSourceId'>,
  needs: readonly YearCents[],
): Promise<MissingMoney[]> {
  return missingMoney(needs, contract, fundsLines(await listBookings(tx)));
}

/** Rows that tie the shares of one part of a contract. */
export function commitmentsOf(
  { id, productId, fundingSourceId }: Contract,
  shares: readonly YearCents[],
  optionNo: number | null,
  isFirm: boolean,
) {
  const pot: Omit<Pot, 'fiscalYear'> = { productId, fundingSourceId };
  return shares
    .filter(({ cents }) => cents !== 0)
    .map(({ fiscalYear, cents }) => ({
      ...pot,
      fiscalYear,
      contractId: id,
      amountCents: cents,
      optionNo,
      isFirm,
    }));
}

/** One row for each place, numbered from 1 at each site, for the whole term. */
async function insertPlaces(tx: Tx, tenantId: string, contract: Contract): Promise<void> {
  // Site by site: a statement takes some 65,000 values and no more.
  for (const [index, { places: count }] of contract.sites.entries()) {
    if (count === null) continue;
    const places = Array.from({ length: count }, (_, place) => ({
      tenant_id: tenantId,
      contract_id: contract.id,
      site_position: index + 1,
      no: place + 1,
      valid_from: contract.termStart,
      valid_to: contract.termEnd,
    }));
    await tx.insertInto('contract_place').values(places).execute();
  }
}
