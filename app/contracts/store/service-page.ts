import type { Tx } from '#db/as-actor';
import { listTitles } from '~/portfolio/store';
import { listCertificates } from './certificates';
import { findContract } from './find';
import { listPremiums } from './premiums';
import { listServices } from './services';

/** Everything a contract's service page and its tasks show; undefined where there is no such contract. */
export async function findServicePage(tx: Tx, contractId: string) {
  const contract = await findContract(tx, contractId);
  if (!contract) return undefined;
  const [services, premiums, certificates, measures] = await Promise.all([
    listServices(tx, contractId),
    listPremiums(tx, contractId),
    listCertificates(tx, contract.providerId),
    listTitles(tx),
  ]);
  const { id, number, state, providerName, measure } = contract;
  return {
    contract: { id, number, state, providerName, measure },
    services,
    premiums,
    certificates,
    /** Measures that can be bought within it. */
    choices: measures.filter(({ slug }) => slug !== measure.slug),
  };
}
