import type { UpkeepFinding } from './store';

/** The sentence at its field for each reason why a site, a team or a place in it was not saved. */
export function upkeepFaults(
  form: 'site' | 'team' | 'staff',
  findings: readonly UpkeepFinding[],
): Record<string, string> {
  return Object.fromEntries(findings.map(({ code }) => faultOf(code, form)));
}

function faultOf(
  code: UpkeepFinding['code'],
  form: 'site' | 'team' | 'staff',
): [field: string, sentence: string] {
  switch (code) {
    case 'nameTaken':
      return ['name', 'Diesen Namen gibt es schon. Geben Sie einen anderen ein.'];
    case 'siteUnknown':
      return [
        form === 'site' ? 'id' : 'siteId',
        'Diesen Standort gibt es nicht mehr. Wählen Sie einen anderen.',
      ];
    case 'teamUnknown':
      return [form === 'team' ? 'id' : 'teamId', 'Dieses Team gibt es nicht mehr. Wählen Sie ein anderes.'];
    case 'accountUnknown':
      return ['accountId', 'Dieses Konto gibt es nicht mehr. Wählen Sie ein anderes.'];
    case 'roleMissing':
      return [
        'function',
        'Das Konto hat die passende Rolle nicht. Wählen Sie eine andere Aufgabe oder geben Sie dem Konto die Rolle unter Konten.',
      ];
  }
}
