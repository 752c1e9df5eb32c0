import type { BudgetRegime } from '~/authority/authority';

/** What the money of a contract is spent on, as far as budget law tells it apart. */
type ExpenditureKind = 'service' | 'investment';

/**
 * How a paper secures the money of later fiscal years: by a provision the council
 * decides for each year, or by a commitment authority (Verpflichtungsermächtigung).
 */
type LaterYearInstrument = 'councilProvision' | 'commitmentAuthority';

/** One line of configuration; both days of its validity are inclusive. */
export interface RegimeRule {
  readonly regime: BudgetRegime;
  readonly expenditure: ExpenditureKind;
  readonly instrument: LaterYearInstrument;
  /** Two-letter codes of the states whose law `source` names; null: every state without a line of its own. */
  readonly states: readonly string[] | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** As a paper may cite it. */
  readonly source: string;
}

/**
 * Municipal budget statutes know the commitment authority as permission for later
 * investment payments only, so a service contract needs money from the council for
 * each year; federal and state budgets need the authority for either.
 *
 * `validFrom` is the first day this table vouches for, not the day on which the
 * provision came into force; a day before it finds nothing (rules.md § 12.7).
 *
 * Source: rule B6; procurement.md § 6 (the conclusion for services is our proposal).
 */
const regimeRules: readonly RegimeRule[] = [
  ...municipal(['NI'], '§ 112 Abs. 2 NKomVG'),
  ...municipal(['NW'], '§ 85 GO NRW'),
  ...municipal(['BB'], '§ 73 BbgKVerf'),
  ...municipal(null, 'Gemeindehaushaltsrecht des Landes'),
  ...(['service', 'investment'] as const).map((expenditure) => ({
    regime: 'federal' as const,
    expenditure,
    instrument: 'commitmentAuthority' as const,
    states: null,
    validFrom: '2012-01-01',
    validTo: null,
    source: '§ 38 BHO/LHO',
  })),
];

function municipal(states: readonly string[] | null, source: string): RegimeRule[] {
  const common = { regime: 'municipal', states, validFrom: '2012-01-01', validTo: null, source } as const;
  return [
    { ...common, expenditure: 'service', instrument: 'councilProvision' },
    { ...common, expenditure: 'investment', instrument: 'commitmentAuthority' },
  ];
}

/** Whose budget law is asked for, and when. */
export interface RegimeQuestion {
  readonly regime: BudgetRegime;
  readonly expenditure: ExpenditureKind;
  readonly onDate: string;
  /** Two-letter code of the state, for the provision to cite. */
  readonly state: string | null;
}

/**
 * The instrument for later years on that day with its source, or null where
 * `rules` has no line for it: then somebody must say so, the portal never guesses.
 *
 * Source: rule B6; rules.md § 12.7.
 */
export function laterYearInstrument(
  question: RegimeQuestion,
  rules: readonly RegimeRule[] = regimeRules,
): Pick<RegimeRule, 'instrument' | 'source'> | null {
  const valid = rules.filter(
    (rule) =>
      rule.regime === question.regime &&
      rule.expenditure === question.expenditure &&
      // Days as YYYY-MM-DD sort like the calendar.
      rule.validFrom <= question.onDate &&
      (rule.validTo === null || question.onDate <= rule.validTo),
  );
  const ofState = valid.find((rule) => question.state !== null && rule.states?.includes(question.state));
  const found = ofState ?? valid.find((rule) => rule.states === null);
  return found ? { instrument: found.instrument, source: found.source } : null;
}
