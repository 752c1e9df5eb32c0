import { formatEuro } from '~/values/money';
import type {
  Appropriation,
  AppropriationFinding,
  BudgetProduct,
  FundingSource,
  FundingSourceFinding,
  FundingSourceKind,
  ProductFinding,
  TransferFinding,
} from './budget';

/** A product as people know it: "31.2.02 Kommunale Eingliederungsleistungen". */
export function productLabel({ number, name }: BudgetProduct): string {
  return `${number} ${name}`;
}

/** One pot as people know it: "31.2.02, Kreismittel, 2019". */
export function potLabel(
  {
    productId,
    fundingSourceId,
    fiscalYear,
  }: Pick<Appropriation, 'productId' | 'fundingSourceId' | 'fiscalYear'>,
  products: readonly BudgetProduct[],
  sources: readonly FundingSource[],
): string {
  const product = products.find(({ id }) => id === productId);
  const source = sources.find(({ id }) => id === fundingSourceId);
  return `${product?.number ?? 'unbekanntes Produkt'}, ${source?.name ?? 'unbekannte Geldquelle'}, ${fiscalYear}`;
}

export const sourceKindNames: Readonly<Record<FundingSourceKind, string>> = {
  municipal: 'Mittel des Landkreises',
  federalIntegration: 'Eingliederungsmittel des Bundes',
  administration: 'Verwaltungsmittel des Jobcenters',
  esf: 'Europäischer Sozialfonds (ESF)',
  state: 'Mittel des Landes',
  thirdParty: 'Mittel Dritter',
};

/** "100.000,00 €" or "bis zu 100.000,00 €". */
export function amountText({
  amountCents,
  isCeiling,
}: Pick<Appropriation, 'amountCents' | 'isCeiling'>): string {
  return isCeiling ? `bis zu ${formatEuro(amountCents)}` : formatEuro(amountCents);
}

export type EntryFinding = ProductFinding | FundingSourceFinding | AppropriationFinding | TransferFinding;

/** The field a finding belongs to and the sentence that stands there. */
export function entryFault(finding: EntryFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'productNumberTaken':
      return ['number', 'Ein Produkt mit dieser Nummer gibt es schon. Geben Sie eine andere Nummer ein.'];
    case 'sourceNameTaken':
      return ['name', 'Eine Geldquelle mit diesem Namen gibt es schon. Geben Sie einen anderen Namen ein.'];
    case 'productGone':
      return ['productId', 'Das Produkt wurde inzwischen entfernt. Wählen Sie ein anderes Produkt.'];
    case 'sourceGone':
      return ['fundingSourceId', 'Die Geldquelle wurde inzwischen entfernt. Wählen Sie eine andere.'];
    case 'yearHasAppropriation':
      return [
        'fiscalYear',
        `Für ${finding.fiscalYear} gibt es in diesem Produkt und aus dieser Geldquelle schon einen Ansatz. Ändern Sie den vorhandenen oder geben Sie ein anderes Jahr ein.`,
      ];
    case 'appropriationInUse':
      return [
        'fiscalYear',
        'Auf diesen Ansatz ist schon gebucht. Produkt, Geldquelle und Jahr bleiben, wie sie sind; buchen Sie das Geld stattdessen um.',
      ];
    case 'lessThanTied':
      return [
        'amount',
        `So viel ist schon umgebucht oder gebunden, dass der Ansatz mindestens ${formatEuro(finding.leastCents)} braucht. Geben Sie mindestens diesen Betrag ein.`,
      ];
    case 'fromGone':
      return ['fromId', 'Diesen Ansatz gibt es nicht mehr. Wählen Sie einen anderen.'];
    case 'toGone':
      return ['toId', 'Diesen Ansatz gibt es nicht mehr. Wählen Sie einen anderen.'];
    case 'sameAppropriation':
      return ['toId', 'Quelle und Ziel sind derselbe Ansatz. Wählen Sie einen anderen.'];
    case 'moreThanFree':
      return [
        'amount',
        `In diesem Ansatz sind noch ${formatEuro(finding.freeCents)} frei. Geben Sie höchstens diesen Betrag ein.`,
      ];
  }
}
