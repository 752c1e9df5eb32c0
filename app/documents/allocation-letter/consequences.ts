/** Words with which a text threatens with a cut of benefits or explains it; also across a no-break space. */
const threats =
  /Rechtsfolge|Leistungsminderung|Pflichtverletzung|Sanktion|§\s*31[ab]?(?!\d)|Bürgergeld\w*[^.]*\bgemindert/iu;

/**
 * Whether a text carries a notice of legal consequences. A letter under § 16a must not, whoever
 * wrote it: the template, or somebody who typed a reason.
 *
 * Source: rule A19 (BLOCK); which words count is our reading.
 */
export function mentionsConsequences(text: string): boolean {
  return threats.test(text);
}
