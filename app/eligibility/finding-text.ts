import { formatDay } from '~/values/calendar';
import { exclusionNames } from './book-words';
import type { Finding, FindingKind, FindingState, KeptFinding } from './finding';
import type { ExclusionKey } from './rule-book';
import type { ConsentFinding } from './store/consent';
import type { DecisionFinding } from './rules/decision';

export const stateNames: Readonly<Record<FindingState, string>> = {
  met: 'erfüllt',
  notMet: 'nicht erfüllt',
  open: 'offen',
};

/** What a finding that is not met asks for. */
export const kindNames: Readonly<Record<FindingKind, string>> = {
  BLOCK: 'verhindert den Zugang',
  APPROVE: 'braucht die Teamleitung',
  REASON: 'braucht eine Begründung',
  TASK: 'Aufgabe',
  WARN: 'Hinweis',
};

/** The finding as it is shown and kept with the check. */
export function keptFinding(finding: Finding): KeptFinding {
  const { rule, state, kind, source } = finding;
  return { rule, state, kind, source, sentence: sentenceOf(finding) };
}

function sentenceOf({ detail, state }: Finding): string {
  const isMet = state === 'met';
  switch (detail.code) {
    case 'needs': {
      const beside = detail.uncounted > 0 ? ` ${besideText(detail.uncounted)}` : '';
      return isMet
        ? `${detail.counted} von ${detail.wanted} Handlungsbedarfen in Leistungsfähigkeit und Rahmenbedingungen.${beside}`
        : `Erst ${detail.counted} von ${detail.wanted} Handlungsbedarfen in Leistungsfähigkeit und Rahmenbedingungen. Prüfen Sie das Profiling oder begründen Sie den Einzelfall.${beside}`;
    }
    case 'forecast':
      if (detail.months === null) return 'Die Prognose fehlt. Tragen Sie sie bei der Person ein.';
      return isMet
        ? `Eine Integration ist frühestens in ${detail.months} Monaten zu erwarten.`
        : `Die Prognose liegt mit ${detail.months} Monaten unter ${detail.wanted} Monaten.`;
    case 'marketProximity':
      if (state === 'open') return 'Die Marktnähe ist noch nicht eingeschätzt.';
      return isMet
        ? 'Die Integrationsprognose ist „nicht marktnah“.'
        : 'Die Integrationsprognose ist „marktnah“.';
    case 'progress':
      if (state === 'open')
        return 'Es ist noch nicht eingeschätzt, ob Integrationsfortschritte zu erwarten sind.';
      return isMet
        ? 'Konkrete Fortschritte sind zu erwarten.'
        : 'Konkrete Fortschritte sind nicht zu erwarten.';
    case 'readiness':
      return readinessSentence(detail.asksForTalkAndNote, detail.isUnwilling, isMet);
    case 'exclusion': {
      const ground = exclusionNames[detail.exclusion as ExclusionKey];
      return detail.isInCare
        ? `Ausschlussgrund im laufenden Fallmanagement: ${ground}. Begründen Sie den Verbleib.`
        : `Ausschlussgrund: ${ground}. Eine Aufnahme ins Fallmanagement ist nicht möglich.`;
    }
    case 'transition':
      return 'Begleitung in Rente oder SGB XII: Begründen Sie den Verbleib.';
    case 'conference':
      return isMet
        ? 'Das Fallgespräch ist mit Tag, Beteiligten und Zielen festgehalten.'
        : 'Das Fallgespräch fehlt. Tragen Sie Tag, mindestens zwei Beteiligte und die Ziele ein.';
    case 'agreement':
      return 'Keine Einigung über den Zugang: Die Teamleitung entscheidet, und das bindet.';
    case 'readmissionLocked':
      return `Wiederaufnahme frühestens ab ${formatDay(detail.earliest)}.`;
    case 'readmissionLifted':
      return `Ausnahme von der Wiederaufnahmesperre: Arbeitsaufnahme am ${formatDay(detail.jobSince)}, Leistungsbezug danach erneut.`;
    case 'exceptionByTeamLead':
      return 'Zugang nur im Einzelfall. Die Rücksprache mit der Teamleitung wird dokumentiert, sie stimmt zu oder lehnt ab.';
    case 'exceptionByReason':
      return 'Zugang nur im Einzelfall. Wählen Sie die Art des Grundes und begründen Sie ihn.';
    case 'preRegistration':
      return isMet
        ? 'Die Vormerkung in VerBIS ist bestätigt.'
        : 'Die Kriterien sind erfüllt: Bestätigen Sie die Vormerkung in VerBIS.';
    case 'recheck':
      return `Ohne Aufnahme ist der Zugang nach ${detail.months} Monaten erneut zu prüfen.`;
    case 'targetCriterion':
      return withReason(`Zielgruppe: ${detail.criterion}`, detail.reason);
    case 'necessity':
      return withReason('Für die Eingliederung in Arbeit erforderlich', detail.reason);
    case 'subordination':
      return withReason('Keine gleichwertige Leistung an anderer Stelle', detail.reason);
    case 'overlap':
      return detail.other === null
        ? 'Es läuft kein anderes ganzheitliches Angebot.'
        : `Überschneidung mit ${detail.other}: Grenzen Sie die Angebote voneinander ab.`;
  }
}

function besideText(uncounted: number): string {
  return uncounted === 1
    ? 'Ein weiterer aus Qualifikation oder Motivation zählt nicht.'
    : `${uncounted} weitere aus Qualifikation oder Motivation zählen nicht.`;
}

function readinessSentence(asksForTalkAndNote: boolean, isUnwilling: boolean, isMet: boolean): string {
  if (isUnwilling) return 'Die Person ist nicht zur Mitarbeit bereit.';
  if (!asksForTalkAndNote) {
    return isMet ? 'Die Person ist zur Mitarbeit bereit.' : 'Die Bereitschaft ist noch nicht geklärt.';
  }
  return isMet
    ? 'Die Bereitschaft ist im persönlichen Gespräch geklärt und vermerkt.'
    : 'Die Bereitschaft ist noch nicht vor dem Fallgespräch im persönlichen Gespräch geklärt und vermerkt.';
}

function withReason(text: string, reason: string | null): string {
  return reason ? `${text}. ${reason}` : text;
}

function rulesText(rules: readonly string[]): string {
  return `${rules.length === 1 ? 'Regel' : 'Regeln'} ${rules.join(', ')}`;
}

/** Why a decision was not taken: at its field, or (null) above the form. */
export function decisionFault(finding: DecisionFinding): readonly [field: string | null, sentence: string] {
  switch (finding.code) {
    case 'blocked':
      return [
        null,
        `Zugang ist so nicht möglich (${rulesText(finding.rules)}). Klären Sie diese Punkte, oder halten Sie fest, dass kein Zugang besteht.`,
      ];
    case 'criteriaUnmet':
      return [
        'decision',
        `Nicht alle Kriterien sind erfüllt (${rulesText(finding.rules)}). Wählen Sie den Zugang im Einzelfall oder keinen Zugang.`,
      ];
    case 'nothingUnmet':
      return [
        'decision',
        'Alle Kriterien sind erfüllt. Ein Einzelfall ist nicht nötig; wählen Sie den Zugang.',
      ];
    case 'reasonMissing':
      return ['reason', 'Geben Sie die Gründe der Entscheidung ein.'];
    case 'groundMissing':
      return ['ground', 'Wählen Sie die Art des Grundes.'];
  }
}

/** Why the team lead's answer was not taken. */
export function consentSentence({ code }: ConsentFinding): string {
  switch (code) {
    case 'alreadyDecided':
      return 'Darüber ist schon entschieden. Laden Sie die Seite neu.';
    case 'ownQuestion':
      return 'Über die eigene Prüfung entscheidet eine andere Teamleitung.';
  }
}
