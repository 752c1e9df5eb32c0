import { formatDay } from '~/values/calendar';
import type { BookFinding } from './rules/book-choice';

/** The sentence at its field for each reason why a book was not chosen. */
export function bookFaults(findings: readonly BookFinding[]): Record<string, string> {
  return Object.fromEntries(findings.map(faultOf));
}

function faultOf(finding: BookFinding): [field: string, sentence: string] {
  switch (finding.code) {
    case 'bookUnchanged':
      return [
        'book',
        `Dieses Regelwerk gilt schon seit dem ${formatDay(finding.since)}. Wählen Sie das andere.`,
      ];
    case 'bookFromTooEarly':
      return [
        'from',
        `Ab dem ${formatDay(finding.earliest)} ist schon ein Regelwerk gewählt. Geben Sie einen Tag ab ${formatDay(finding.earliest)} ein.`,
      ];
    case 'bookNotYetValid':
      return [
        'from',
        `Dieses Regelwerk gilt erst ab dem ${formatDay(finding.validFrom)}. Geben Sie einen Tag ab ${formatDay(finding.validFrom)} ein.`,
      ];
  }
}
