/** Words that claim a cause where figures only describe. */
const causal =
  /\b(bewirk\p{L}*|verursach\p{L}*|ursächlich\p{L}*|kausal\p{L}*|wirksam\p{L}*|wirkung\p{L}*|dank|aufgrund der maßnahme|durch die maßnahme|wegen der maßnahme|infolge der maßnahme|führte? (dazu|zu)|beweis\p{L}*)(?![\p{L}\p{N}])/giu;

/**
 * The words of a text that claim what figures of one group without a comparison cannot
 * show. A hint, no stop: a text may quote them.
 *
 * Source: rule E10; the list of words is our proposal.
 */
export function causalWords(text: string): string[] {
  return [...new Set([...text.matchAll(causal)].map(([found]) => found.toLowerCase()))];
}
