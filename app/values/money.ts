/**
 * Money is an integer number of cents, from the form to the database and the paper.
 * Nothing here rounds silently: what cannot be read exactly is refused with a sentence.
 */

export type EuroReading =
  { readonly ok: true; readonly cents: number } | { readonly ok: false; readonly message: string };

const noBreakSpace = '\u00a0';
const minusSign = '\u2212';

/** Whole euros with the dots of thousands (or spaces), then at most two digits or a dash after the comma. */
const readable =
  /^(?<euros>\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,(?<cents>\d{0,2}|[-–]{1,2}))?$/;

/** A dot that may be meant as a comma: "100.00", "7.5", "0.500". */
const doubtfulDot = /^(?<euros>\d+)\.(?<rest>\d{1,3})$/;

/** Largest amount a field takes; keeps every sum far inside the exact integers. */
const mostEuros = 9_999_999_999;

/**
 * Reads an amount as people in Germany type it, zero or more.
 *
 * A dot counts only as a separator of thousands. "100.00" is refused and asked
 * back, because guessing wrong would change a budget by the factor hundred.
 */
export function readEuro(text: string): EuroReading {
  const typed = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?(?:€|EUR|Euro)$/i, '');
  if (typed === '') return { ok: false, message: 'Geben Sie einen Betrag ein, zum Beispiel 7.500,00 €.' };
  if (/^[-−–] ?\d/.test(typed)) {
    return { ok: false, message: 'Der Betrag ist negativ. Geben Sie einen Betrag ab 0,00 € ein.' };
  }

  const parts = readable.exec(typed)?.groups;
  if (!parts) return { ok: false, message: doubtfulAmount(typed) };

  const euros = Number((parts['euros'] ?? '').replace(/[. ]/g, ''));
  if (euros > mostEuros) {
    return {
      ok: false,
      message: `Der Betrag ist zu groß. Geben Sie höchstens ${formatEuro(mostEuros * 100)} ein.`,
    };
  }
  const cents = (parts['cents'] ?? '').replace(/[-–]/g, '').padEnd(2, '0');
  return { ok: true, cents: euros * 100 + Number(cents) };
}

/** The sentence for an amount that could not be read: what is wrong and how to mend it. */
function doubtfulAmount(typed: string): string {
  if (/,\d{3,}$/.test(typed)) {
    return 'Nach dem Komma stehen mehr als zwei Ziffern. Geben Sie den Betrag in Euro und Cent ein, zum Beispiel 7.500,00 €.';
  }
  const dot = doubtfulDot.exec(typed)?.groups;
  if (dot) {
    const euros = dot['euros'] ?? '';
    const rest = dot['rest'] ?? '';
    const asComma = Number(euros) * 100 + Number(rest.slice(0, 2).padEnd(2, '0'));
    const asThousands = Number(euros + rest) * 100;
    if (asThousands <= mostEuros * 100) {
      return `Der Punkt trennt Tausender, das Komma die Cent. Meinen Sie ${formatEuro(asComma)} oder ${formatEuro(asThousands)}?`;
    }
  }
  return 'Der Betrag ist nicht lesbar. Geben Sie ihn in Ziffern ein, zum Beispiel 7.500,00 €.';
}

/** Euros as a file gives them, with at most two places after the comma → cents. */
export function centsOf(euros: number): number {
  return Math.round(euros * 100);
}

/** "7.500,00 €" with a no-break space before the sign; below zero with the true minus "−". */
export function formatEuro(cents: number): string {
  return `${formatEuroInput(cents)}${noBreakSpace}€`;
}

/** "7.500,00", as an input shows it again. */
export function formatEuroInput(cents: number): string {
  assertCents(cents);
  const size = Math.abs(cents);
  const euros = String(Math.floor(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, '.');
  const rest = String(size % 100).padStart(2, '0');
  return `${cents < 0 ? minusSign : ''}${euros},${rest}`;
}

/**
 * Splits `totalCents` (zero or more) in proportion to `weights`, to the cent.
 *
 * Weights must be whole numbers, so that nothing is lost in fractions; weights
 * that are all zero are refused by throwing. The parts sum to the whole.
 */
export function splitByWeights(totalCents: number, weights: readonly number[]): number[] {
  assertCents(totalCents);
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  return wholeCents(
    weights.map((weight) => BigInt(totalCents) * BigInt(weight)),
    sum,
  );
}

/**
 * Rounds exact amounts (`numerators` ÷ `denominator` cents) to whole cents that
 * sum to the rounded sum: each part gets its floor, the cents left over go to
 * the largest remainders, on equal remainders to the earlier part. Rounding each
 * part alone would make a table differ from its own total by a cent.
 *
 * Source: rules.md § 12.6 (our proposal).
 */
export function wholeCents(numerators: readonly bigint[], denominator: bigint): number[] {
  if (denominator <= 0n) throw new RangeError('Nothing to split by: the weights sum to zero.');
  if (numerators.some((numerator) => numerator < 0n)) throw new RangeError('A negative amount is not split.');

  const sum = numerators.reduce((all, numerator) => all + numerator, 0n);
  return centsSummingTo(Number((2n * sum + denominator) / (2n * denominator)), numerators, denominator);
}

/**
 * Rounds exact amounts as `wholeCents` does, but to a sum that was rounded before: the
 * months of a year then sum to what the year was promised. `totalCents` must not be
 * further from the exact sum than rounding can take it.
 */
export function centsSummingTo(
  totalCents: number,
  numerators: readonly bigint[],
  denominator: bigint,
): number[] {
  const floors = numerators.map((numerator) => numerator / denominator);
  const leftOver = BigInt(totalCents) - floors.reduce((all, floor) => all + floor, 0n);
  if (leftOver < 0n || leftOver > numerators.length) {
    throw new RangeError(`No rounding makes these amounts sum to ${totalCents}.`);
  }
  const remainders = numerators.map((numerator, index) => ({ index, size: numerator % denominator }));
  // Sorting is stable: equal remainders stay in their order.
  const first = remainders.sort((a, b) => (a.size === b.size ? 0 : a.size > b.size ? -1 : 1));
  const raised = new Set(first.slice(0, Number(leftOver)).map((remainder) => remainder.index));
  return floors.map((floor, index) => Number(floor) + (raised.has(index) ? 1 : 0));
}

function assertCents(cents: number): void {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`Not an amount in whole cents: ${cents}`);
}
