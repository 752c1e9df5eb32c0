import type { Tx } from '#db/as-actor';
import { productLabel } from '~/budget/entry-text';
import { fundsLines, missingMoney } from '~/budget/funds';
import { listBookings, listFundingSources, listProducts } from '~/budget/store';
import { contractFault, missingMoneyText } from '../finding-text';
import { awardedValue, optionPrice, sumOf, termPrice } from '../rules/price';
import { termsFindings } from '../rules/terms';
import { findContract, listContractMoves, listOpenTasks, listPlaces } from './find';

/** Everything a contract's page and its tasks show; undefined where there is no such contract. */
export async function findContractPage(tx: Tx, id: string) {
  const contract = await findContract(tx, id);
  if (!contract) return undefined;
  const [products, sources, bookings, places, tasks, moves] = await Promise.all([
    listProducts(tx),
    listFundingSources(tx),
    listBookings(tx),
    listPlaces(tx, id),
    listOpenTasks(tx, id),
    listContractMoves(tx, id),
  ]);
  const product = products.find((known) => known.id === contract.productId);
  const lines = fundsLines(bookings);
  const missingText = (shares: ReturnType<typeof termPrice>) =>
    missingMoney(shares, contract, lines).map((finding) =>
      missingMoneyText(finding, { number: product?.number ?? '' }),
    );
  const term = termPrice(contract);
  const missing = contract.state === 'draft' ? missingText(term) : [];
  return {
    contract,
    productName: product ? productLabel(product) : '',
    sourceName: sources.find((known) => known.id === contract.fundingSourceId)?.name ?? '',
    price: { term, options: contract.options.map((option) => optionPrice(contract, option)) },
    awardedCents: awardedValue(contract),
    /** For each option: what it costs, and what the budget lacks for it. */
    optionMoney: contract.options.map((option) => {
      const shares = optionPrice(contract, option);
      return { totalCents: sumOf(shares), missing: missingText(shares) };
    }),
    places,
    obstacles:
      contract.state === 'draft'
        ? [...termsFindings(contract).map((finding) => contractFault(finding)[1]), ...missing]
        : [],
    lacksMoney: missing.length > 0,
    tasks,
    moves,
  };
}
