import { typedFrom, type TypedValues } from '~/ui/form/typed-values';
import { conflictSentences } from '~/ui/form/save-conflict';
import { dayText, yesNoText } from '~/ui/fields';
import { formatDay } from '~/values/calendar';
import type { ClientChange, ClientFinding, ClientStatus, MarketProximity, OpenClient } from './client';
import { languageName } from './languages';
import { needCatalogue, needLabel } from './needs';
import type { AgeBand } from './rules';

export const ageBandNames: Readonly<Record<AgeBand, string>> = { u25: 'unter 25', o25: 'ab 25' };

export const statusNames: Readonly<Record<ClientStatus, string>> = { active: 'aktiv', ended: 'beendet' };

export const proximityNames: Readonly<Record<MarketProximity, string>> = {
  near: 'marktnah',
  notNear: 'nicht marktnah',
};

/** The fields of the form as texts, the way the form shows and sends them. */
export function typedClient(client: OpenClient): TypedValues {
  const open = client.needs.filter(({ endedOn }) => endedOn === null).map(({ key }) => key);
  return typedDetails({ ...client, needs: open });
}

type Typed = Omit<ClientChange, 'needs' | 'positionNoteMade'> & { readonly needs: readonly string[] };

function typedDetails(client: Typed): TypedValues {
  return typedFrom({
    firstName: client.firstName,
    lastName: client.lastName,
    customerNumber: client.customerNumber,
    birthDate: dayText(client.birthDate),
    householdNumber: client.householdNumber,
    isHouseholdLead: yesNoText(client.isHouseholdLead),
    siteId: client.siteId,
    interpreterLanguage: client.interpreterLanguage,
    needs: needBoxes(client.needs),
    forecastOn: dayText(client.forecastOn),
    forecastMonths: client.forecastMonths,
    marketProximity: client.marketProximity,
    expectsProgress: yesNoText(client.expectsProgress),
    isWilling: yesNoText(client.isWilling),
    readinessClarifiedOn: dayText(client.readinessClarifiedOn),
    readinessByTalk: yesNoText(client.readinessByTalk),
    readinessNoteMade: client.readinessNoteMade ? 'on' : null,
    status: client.status,
  });
}

/** The boxes of the form that are set: by group, as the form shows them. */
function needBoxes(keys: readonly string[]) {
  const boxes: Record<string, Record<string, string>> = {};
  for (const { key, group } of needCatalogue) {
    if (keys.includes(key)) boxes[group] = { ...boxes[group], [key]: 'on' };
  }
  return boxes;
}

const fieldLabels: Readonly<Record<string, string>> = {
  firstName: 'Vorname',
  lastName: 'Nachname',
  customerNumber: 'Kundennummer',
  birthDate: 'Geburtsdatum',
  householdNumber: 'Nummer der Bedarfsgemeinschaft',
  isHouseholdLead: 'Vertritt die Bedarfsgemeinschaft',
  siteId: 'Standort',
  interpreterLanguage: 'Sprachmittlung',
  forecastOn: 'Tag der Prognose',
  forecastMonths: 'Monate bis zur Integration',
  marketProximity: 'Marktnähe',
  expectsProgress: 'Fortschritte zu erwarten',
  isWilling: 'Bereitschaft',
  readinessClarifiedOn: 'Geklärt am',
  readinessByTalk: 'Im persönlichen Gespräch geklärt',
  readinessNoteMade: 'Vermerk geschrieben',
  status: 'Stand',
};

/** What a refused save answers: sentences above the form, faults at fields, the version to save again with. */
export interface ClientRefusal {
  readonly findings: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly version: string;
}

/** After a conflict the answer carries the new version: the person has seen both values then. */
export function clientRefusal(
  findings: readonly ClientFinding[],
  change: ClientChange | null,
  version: string,
  siteName: (id: string) => string,
): ClientRefusal {
  const conflict = findings.find((finding) => finding.code === 'savedMeanwhile');
  if (conflict && change) {
    const sentences = conflictOf(conflict.current, change, siteName);
    return { findings: sentences, errors: {}, version: String(conflict.current.version) };
  }
  const errors: Record<string, string> = {};
  for (const finding of findings) {
    if (finding.code === 'savedMeanwhile') continue;
    const [field, sentence] = faultOf(finding);
    errors[field] ??= sentence;
  }
  return { findings: [], errors, version };
}

function faultOf(finding: Exclude<ClientFinding, { code: 'savedMeanwhile' }>): [field: string, string] {
  switch (finding.code) {
    case 'customerNumberTaken':
      return [
        'customerNumber',
        'Diese Kundennummer ist in Ihrer Behörde schon erfasst. Prüfen Sie die Nummer oder fragen Sie die Teamleitung, wer zuständig ist.',
      ];
    case 'householdHasLead':
      return [
        'isHouseholdLead',
        'Für diese Bedarfsgemeinschaft ist schon eine andere Person eingetragen, die sie vertritt. Wählen Sie Nein oder prüfen Sie die Nummer.',
      ];
    case 'siteUnknown':
      return ['siteId', 'Diesen Standort gibt es nicht mehr. Wählen Sie einen anderen.'];
    case 'birthDateInFuture':
      return ['birthDate', 'Das Geburtsdatum liegt in der Zukunft. Prüfen Sie Tag, Monat und Jahr.'];
    case 'tooYoung':
      return [
        'birthDate',
        `Die Person ist ${finding.years} Jahre alt. Erfasst werden Personen ab 15 Jahren; prüfen Sie das Jahr.`,
      ];
    case 'tooOld':
      return ['birthDate', `Die Person wäre ${finding.years} Jahre alt. Prüfen Sie das Jahr.`];
    case 'dayInFuture':
      return [
        finding.field,
        `Der Tag liegt in der Zukunft. Geben Sie einen Tag bis ${formatDay(finding.today)} ein.`,
      ];
    case 'dayMissing':
      return [
        finding.field,
        finding.field === 'forecastOn'
          ? 'Geben Sie den Tag ein, an dem die Prognose getroffen wurde.'
          : 'Geben Sie den Tag ein, an dem die Bereitschaft geklärt wurde.',
      ];
    case 'positionNoteMissing':
      return [
        'positionNoteMade',
        'Die Handlungsbedarfe haben sich geändert, der Vermerk zur Standortbestimmung fehlt. Schreiben Sie ihn in VerBIS und setzen Sie dann das Häkchen (Regel P3).',
      ];
  }
}

const words: Readonly<Record<string, string>> = {
  ...statusNames,
  ...proximityNames,
  on: 'ja',
};

function conflictOf(current: OpenClient, change: ClientChange, siteName: (id: string) => string): string[] {
  return conflictSentences(typedClient(current), typedDetails(change), {
    label: (name) => {
      const need = /^needs\.\w+\.(\w+)$/.exec(name)?.[1];
      return need ? `Handlungsbedarf „${needLabel(need)}“` : (fieldLabels[name] ?? name);
    },
    value: (name, text) => {
      if (name === 'siteId') return siteName(text);
      if (name === 'interpreterLanguage') return languageName(text);
      return words[text] ?? text;
    },
  });
}
