import { budgetFindingText } from '~/budget/finding-text';
import type { TermFinding } from './rules';

/** The field a finding belongs to and the sentence that stands there. */
export function termFindingText(finding: TermFinding): { path: (string | number)[]; message: string } {
  switch (finding.code) {
    case 'optionsDenied':
      return {
        path: ['hasOptions'],
        message: 'Es ist eine Verlängerung eingetragen. Wählen Sie „Ja“ oder entfernen Sie die Verlängerung.',
      };
    case 'termEndMissing':
      return {
        path: ['termEnd'],
        message: 'Geben Sie das Ende der Laufzeit ein. Die Verlängerung schließt daran an.',
      };
    case 'termEndsBeforeStart':
      return { path: ['termEnd'], message: budgetFindingText(finding) };
    case 'optionEndsBeforeStart':
      return { path: ['options', finding.optionNo - 1, 'ends'], message: budgetFindingText(finding) };
    case 'optionOverlaps':
    case 'optionDoesNotJoin':
      return { path: ['options', finding.optionNo - 1, 'starts'], message: budgetFindingText(finding) };
  }
}
