import { formatEuro } from '~/values/money';
import type { Appropriation, AppropriationFinding, BudgetProduct, ProductFinding } from './budget';

/** A product as people know it: "31.2.02 Kommunale Eingliederungsleistungen". */
export function productLabel({ number, name }: BudgetProduct): string {
  return `${number} ${name}`;
}

/** "100.000,00 €" or "bis zu 100.000,00 €". */
export function amountText({ amountCents, isCeiling }: Appropriation): string {
  return isCeiling ? `bis zu ${formatEuro(amountCents)}` : formatEuro(amountCents);
}

/** The field a finding belongs to and the sentence that stands there. */
export function entryFault(
  finding: ProductFinding | AppropriationFinding,
): [field: string, sentence: string] {
  switch (finding.code) {
    case 'productNumberTaken':
      return ['number', 'Ein Produkt mit dieser Nummer gibt es schon. Geben Sie eine andere Nummer ein.'];
    case 'productGone':
      return ['productId', 'Das Produkt wurde inzwischen entfernt. Wählen Sie ein anderes Produkt.'];
    case 'yearHasAppropriation':
      return [
        'fiscalYear',
        `Für ${finding.fiscalYear} gibt es in diesem Produkt schon einen Ansatz. Ändern Sie den vorhandenen oder geben Sie ein anderes Jahr ein.`,
      ];
  }
}
