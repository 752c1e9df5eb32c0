import type { SubstitutionFinding } from './store';

/** The sentence at its field for each reason why a substitution was not registered. */
export function substitutionFaults(findings: readonly SubstitutionFinding[]): Record<string, string> {
  return Object.fromEntries(findings.map(faultOf));
}

function faultOf(finding: SubstitutionFinding): [field: string, sentence: string] {
  switch (finding) {
    case 'endsBeforeStart':
      return ['ends', 'Der letzte Tag liegt vor dem ersten. Geben Sie einen späteren Tag ein.'];
    case 'isPast':
      return ['ends', 'Der Zeitraum ist schon vorbei. Geben Sie einen Tag ab heute ein.'];
    case 'absentNotAllowed':
      return [
        'absentId',
        'Für diese Person können Sie keine Vertretung eintragen. Das kann sie selbst oder ihre Teamleitung.',
      ];
    case 'substituteUnknown':
      return ['substituteId', 'Diese Person betreut keine Kundinnen und Kunden. Wählen Sie eine andere.'];
    case 'samePerson':
      return ['substituteId', 'Niemand vertritt sich selbst. Wählen Sie eine andere Person.'];
  }
}
