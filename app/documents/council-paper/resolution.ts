import type { FundingPlan, FundingRow } from '~/budget/funding-plan';
import { describeTerm, formatDay, formatPeriod } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import type { Missing } from '#templates/engine/document';
import { missing } from '#templates/engine/document';
import { type CouncilPaperFacts, fundingPlanOf } from './rules';

/**
 * The sentences to be adopted, each generated from the fields: service and term,
 * every option with its condition, the money of the product.
 *
 * Source: documents.md § 1, 8; rules B2 to B6.
 */
export function resolutionSentences(facts: CouncilPaperFacts): (string | Missing)[] {
  return [
    serviceSentence(facts),
    ...optionSentences(facts),
    moneySentence(facts),
    ...laterYearsSentence(facts),
  ];
}

function serviceSentence({ plan, measure }: CouncilPaperFacts): string | Missing {
  if (!plan.termStart || !plan.termEnd || plan.termEnd < plan.termStart) return missing('Laufzeit');
  const basis = plan.legalBases.map(({ cited }) => cited).join(', ');
  const legal = basis === '' ? '' : ` nach ${basis}`;
  return (
    `Die Leistung „${measure.title}“ wird zum ${formatDay(plan.termStart)} als Maßnahme${legal} ` +
    `für die Dauer von ${inDative(describeTerm(plan.termStart, plan.termEnd))} (${formatPeriod(plan.termStart, plan.termEnd)}) ausgeschrieben.`
  );
}

function optionSentences({ plan }: CouncilPaperFacts): (string | Missing)[] {
  if (plan.hasOptions === null) return [missing('Verlängerungsoption')];
  if (!plan.hasOptions) return [];
  return plan.options.map(({ starts, ends, condition }) => {
    if (ends < starts) return missing('Verlängerungsoption');
    const need = condition ? ` Voraussetzung: ${condition.replace(/\.$/, '')}.` : '';
    return `Die Maßnahme kann um ${describeTerm(starts, ends)} (${formatPeriod(starts, ends)}) verlängert werden.${need}`;
  });
}

function moneySentence(facts: CouncilPaperFacts): string | Missing {
  const { product } = facts;
  const funding = fundingPlanOf(facts);
  if (!product) return missing('Produkt im Haushalt');
  if (!funding) return missing('Finanzierung nach Haushaltsjahren');
  const pot = `im Produkt ${product.number} „${product.name}“`;
  const base = funding.rows.filter(({ part }) => part === 'base');
  const options = funding.rows.filter(({ part }) => part === 'option');
  const reserve =
    options.length > 0 ? ` Bei Ausübung der Verlängerung kommen hinzu: ${listOf(options)}.` : '';
  return `Die Mittel für die Maßnahme werden ${pot} bereitgestellt: ${listOf(base)}${totals(funding)}.${reserve}`;
}

function laterYearsSentence(facts: CouncilPaperFacts): (string | Missing)[] {
  const funding = fundingPlanOf(facts);
  const asked = funding?.rows.filter(({ isAskedFor }) => isAskedFor) ?? [];
  if (!funding?.laterYears || asked.length === 0) return [];
  const years = asked
    .map(
      ({ fiscalYear, part }) => `${String(fiscalYear)}${part === 'option' ? ' (nur bei Verlängerung)' : ''}`,
    )
    .join(', ');
  return [
    {
      councilProvision: `Die noch nicht veranschlagten Mittel werden in die Haushalte der folgenden Jahre eingestellt: ${years}.`,
      commitmentAuthority: `Für die noch nicht veranschlagten Mittel wird eine Verpflichtungsermächtigung ausgebracht: ${years}.`,
    }[funding.laterYears.instrument],
  ];
}

function listOf(rows: readonly FundingRow[]): string {
  return rows
    .map(({ fiscalYear, neededCents }) =>
      neededCents === null
        ? `${String(fiscalYear)} in noch nicht kalkulierter Höhe`
        : `${formatEuro(neededCents)} im Jahr ${String(fiscalYear)}`,
    )
    .join(', ');
}

function totals({ sums, rows }: FundingPlan): string {
  const years = new Set(rows.filter(({ part }) => part === 'base').map(({ fiscalYear }) => fiscalYear));
  return sums.baseCents === null || years.size < 2 ? '' : `, zusammen ${formatEuro(sums.baseCents)}`;
}

/** "13 Monate" → "13 Monaten", as it stands after "von". */
function inDative(duration: string): string {
  return duration
    .replace(/\bMonate\b/g, 'Monaten')
    .replace(/\bTage\b/g, 'Tagen')
    .replace(/\b1 Monat\b/g, 'einem Monat')
    .replace(/\b1 Tag\b/g, 'einem Tag');
}
