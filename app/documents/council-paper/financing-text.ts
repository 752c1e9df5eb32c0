import { describeLength } from '~/values/calendar';
import { conditionTexts, splittingRuleText } from '~/budget/finding-text';
import type { FundingPlan, FundingRow } from '~/budget/funding-plan';
import { formatEuro } from '~/values/money';
import type { Missing } from '#templates/engine/document';
import { missing } from '#templates/engine/document';
import { type CouncilPaperFacts, fundingPlanOf } from './rules';

/** Section "Finanzierung" of the paper: introduction, table by fiscal year, what follows from it. */
export interface FinancingData {
  readonly einleitung: string | Missing;
  readonly jahre: readonly FinancingLine[];
  readonly absaetze: readonly (string | Missing)[];
}

interface FinancingLine {
  readonly jahr: string;
  readonly monate: string;
  readonly bedarf: string;
  readonly verfuegbar: string;
  readonly bereitzustellen: string;
  readonly bedingung: string;
}

/** The one gap a final paper may have (documents.md § 1; rules.md § 10). */
const notCalculated = 'noch nicht kalkuliert';
/** In the narrow columns of the table the line breaks where it reads best. */
const notCalculatedInCell = 'noch nicht\nkalkuliert';

/**
 * Turns the funding plan into the paper's words. Gross amounts; every figure is
 * the plan's own, nothing is added up here.
 *
 * Source: rules B3 to B6; documents.md § 1, 6.
 */
export function financingData(facts: CouncilPaperFacts): FinancingData {
  const funding = fundingPlanOf(facts);
  if (!facts.product) return { einleitung: missing('Produkt im Haushalt'), jahre: [], absaetze: [] };
  if (!funding) {
    return {
      einleitung: introduction(facts),
      jahre: [],
      absaetze: [missing('Laufzeit für die Finanzierung')],
    };
  }
  return {
    einleitung: introduction(facts),
    jahre: [...funding.rows.map((row) => line(row, facts)), ...sumLines(funding)],
    absaetze: [
      ...priceParagraphs(facts, funding),
      ...toProvideParagraphs(facts, funding),
      ...voluntary(facts),
    ],
  };
}

function introduction({ product, appropriations }: CouncilPaperFacts): string {
  const name = `Produkt ${product?.number ?? ''} „${product?.name ?? ''}“`;
  const years = appropriations.map(({ fiscalYear, amountCents, isCeiling }) =>
    isCeiling
      ? `${String(fiscalYear)} bis zu ${formatEuro(amountCents)}`
      : `${String(fiscalYear)}: ${formatEuro(amountCents)}`,
  );
  const money =
    years.length > 0
      ? ` Dort stehen zur Verfügung: ${years.join('; ')}.${ceilingNote(appropriations)}`
      : ' Dort sind noch keine Mittel veranschlagt.';
  return `Die Maßnahme wird aus dem ${name} des Haushalts finanziert.${money}`;
}

function ceilingNote(appropriations: CouncilPaperFacts['appropriations']): string {
  return appropriations.some(({ isCeiling }) => isCeiling)
    ? ' „Bis zu“ ist die Obergrenze für alle Vorhaben des Produkts in diesem Jahr und nicht der Preis dieser Maßnahme.'
    : '';
}

function line(row: FundingRow, facts: CouncilPaperFacts): FinancingLine {
  return {
    jahr:
      row.part === 'base' ? String(row.fiscalYear) : `${String(row.fiscalYear)} ${optionName(row, facts)}`,
    monate: monthsText(row),
    bedarf: row.neededCents === null ? notCalculatedInCell : formatEuro(row.neededCents),
    verfuegbar: availableText(row),
    bereitzustellen: toProvideText(row),
    bedingung: conditionTexts[row.condition],
  };
}

function optionName(row: FundingRow, { plan }: CouncilPaperFacts): string {
  return plan.options.length > 1 ? `(Option ${String(row.optionNo)})` : '(Option)';
}

function monthsText({ months, days }: FundingRow): string {
  return days === 0 ? String(months) : describeLength(months, days);
}

function availableText({ availableCents, isCeiling }: FundingRow): string {
  if (availableCents === null) return 'noch keine';
  return isCeiling ? `bis zu ${formatEuro(availableCents)}` : formatEuro(availableCents);
}

function toProvideText({ toProvideCents }: FundingRow): string {
  if (toProvideCents === 'unknown' || toProvideCents === null) return notCalculatedInCell;
  return formatEuro(toProvideCents);
}

function sumLines({ sums, rows }: FundingPlan): FinancingLine[] {
  if (sums.baseCents === null || sums.totalCents === null || sums.optionCents === null) return [];
  const sum = (jahr: string, cents: number): FinancingLine => ({
    jahr,
    monate: '',
    bedarf: formatEuro(cents),
    verfuegbar: '',
    bereitzustellen: '',
    bedingung: '',
  });
  const hasOption = rows.some(({ part }) => part === 'option');
  return hasOption
    ? [sum('Summe Laufzeit', sums.baseCents), sum('Summe mit Option', sums.totalCents)]
    : [sum('Summe', sums.baseCents)];
}

function priceParagraphs({ plan }: CouncilPaperFacts, { sums, rows }: FundingPlan): string[] {
  if (plan.estimateMonthlyCents === null || sums.baseCents === null || sums.totalCents === null) {
    return [
      `Der Preis der Maßnahme ist ${notCalculated}; er ergibt sich aus der Ausschreibung. Die Tabelle nennt deshalb nur, in welchen Jahren Mittel gebraucht werden.`,
    ];
  }
  const hasOption = rows.some(({ part }) => part === 'option');
  const basis = plan.estimateBasis
    ? ` Grundlage der Schätzung: ${plan.estimateBasis.replace(/\.$/, '')}.`
    : '';
  const total = hasOption ? `, einschließlich der Verlängerung ${formatEuro(sums.totalCents)}` : '';
  return [
    `Geschätzt werden ${formatEuro(plan.estimateMonthlyCents)} brutto im Monat, für die Laufzeit ${formatEuro(sums.baseCents)}${total}.${basis}`,
    splittingRuleText,
  ];
}

/** What must be provided in which later year, and by which instrument of budget law (rules B4, B6). */
function toProvideParagraphs(facts: CouncilPaperFacts, funding: FundingPlan): (string | Missing)[] {
  const asked = funding.rows.filter(({ isAskedFor }) => isAskedFor);
  if (asked.length === 0) return [];
  // Either every year has its amount or, without a price, none has.
  const isKnown = asked.every(({ toProvideCents }) => typeof toProvideCents === 'number');
  const need = (row: FundingRow) => {
    const reserve = row.part === 'option' ? ' (nur bei Verlängerung)' : '';
    return typeof row.toProvideCents === 'number'
      ? `${formatEuro(row.toProvideCents)} für ${String(row.fiscalYear)}${reserve}`
      : `${String(row.fiscalYear)}${reserve}`;
  };
  return [
    `Noch bereitzustellen sind ${isKnown ? '' : 'die Mittel für '}${enumerated(asked.map(need))}. Der Beginn der Maßnahme setzt voraus, dass diese Mittel zur Verfügung gestellt werden.`,
    instrumentParagraph(facts, funding),
  ];
}

/** "a, b und c" */
function enumerated(texts: readonly string[]): string {
  return [texts.slice(0, -1).join(', '), texts.at(-1)].filter(Boolean).join(' und ');
}

function instrumentParagraph(
  { authority }: CouncilPaperFacts,
  { laterYears }: FundingPlan,
): string | Missing {
  if (!authority.regime || !laterYears) return missing('Haushaltsrecht');
  return instrumentTexts[laterYears.instrument](laterYears.source);
}

const instrumentTexts = {
  councilProvision: (source: string) =>
    `Für spätere Jahre beschließt das zuständige Gremium die Bereitstellung im jeweiligen Haushalt. Eine Verpflichtungsermächtigung ist für diese Ausgabeart nicht vorgesehen (${source}).`,
  commitmentAuthority: (source: string) =>
    `Für spätere Jahre ist eine Verpflichtungsermächtigung im Haushalt auszubringen (${source}).`,
} as const;

function voluntary({ plan }: CouncilPaperFacts): string[] {
  return plan.isVoluntaryService
    ? [
        'Es handelt sich um eine freiwillige Leistung; sie steht unter dem Vorbehalt verfügbarer Haushaltsmittel.',
      ]
    : [];
}
