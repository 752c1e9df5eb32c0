import type { BudgetRegime } from '~/authority/authority';
import { formatDay } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { FundingCondition, FundingFinding } from './funding-plan';
import type { OptionFinding } from './rules';

/** The German sentence for a finding: what is wrong and how to mend it. */
export function budgetFindingText(finding: OptionFinding | FundingFinding): string {
  switch (finding.code) {
    case 'termEndsBeforeStart':
      return `Das Ende der Laufzeit liegt vor dem Beginn. Geben Sie einen Tag ab ${formatDay(finding.term.start)} ein.`;
    case 'optionEndsBeforeStart':
      return `Das Ende der Option ${finding.optionNo} liegt vor ihrem Beginn. Geben Sie einen Tag ab ${formatDay(finding.option.start)} ein.`;
    case 'optionOverlaps':
      return `Option ${finding.optionNo} beginnt am ${formatDay(finding.starts)} und überschneidet sich mit der Zeit davor. Sie muss am ${formatDay(finding.expectedStart)} beginnen (Regel B2).`;
    case 'optionDoesNotJoin':
      return `Option ${finding.optionNo} schließt nicht an: Sie beginnt am ${formatDay(finding.starts)}, der Anschluss ist der ${formatDay(finding.expectedStart)} (Regel B2).`;
    case 'yearWithoutMoney':
      return `${missingMoney(finding.fiscalYear, finding.missingCents)} ${howToFund[finding.reason]} (Regel B4)`;
    case 'regimeWithoutRule':
      return `Für den ${formatDay(finding.onDate)} ist nicht hinterlegt, wie spätere Jahre im Haushaltsrecht „${regimeNames[finding.regime]}“ abgesichert werden. Prüfen Sie das Datum der Vorlage (Regel B6).`;
  }
}

function missingMoney(fiscalYear: number, missingCents: number | null): string {
  return missingCents === null
    ? `Für ${fiscalYear} fehlen Mittel in noch nicht kalkulierter Höhe.`
    : `Für ${fiscalYear} fehlen ${formatEuro(missingCents)}.`;
}

const howToFund = {
  noProduct: 'Wählen Sie das Produkt, in dem die Vorlage die Mittel beantragt.',
  yearClosed:
    'Das Haushaltsjahr liegt vor dem Datum der Vorlage. Tragen Sie den Haushaltsansatz ein oder ändern Sie die Laufzeit.',
} as const;

export const regimeNames: Readonly<Record<BudgetRegime, string>> = {
  municipal: 'Gemeindehaushaltsrecht',
  federal: 'Bundes- oder Landeshaushaltsordnung',
};

/** The column "Bedingung" of the funding table. */
export const conditionTexts: Readonly<Record<FundingCondition, string>> = {
  withinAppropriation: 'im Rahmen des Haushaltsansatzes',
  toBeProvided: 'Bereitstellung der Mittel',
  ifExercised: 'nur bei Ausübung der Option',
  ifExercisedAndProvided: 'nur bei Ausübung der Option und Bereitstellung der Mittel',
};

/** The rule of calculation, printed beside the funding table (rules.md § 12.6). */
export const splittingRuleText =
  'Volle Kalendermonate zählen ganz, angebrochene nach ihren Tagen im Verhältnis zu den Tagen des Monats; Restcent gehen an das Jahr mit dem größten Rest.';
