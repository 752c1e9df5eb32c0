import { formatDay } from '~/values/calendar';
import type {
  Basket,
  Recommendation,
  ReportedStep,
  ReportHead,
  ReportMove,
  ReportState,
  StepProgress,
  TalkPoint,
} from './report';
import { overdueDays } from './rules/deadlines';
import type { ReportStep } from './rules/completeness';

export const stateNames: Readonly<Record<ReportState, string>> = {
  open: 'offen',
  submitted: 'abgegeben',
  returned: 'zurückgegeben',
  accepted: 'angenommen',
};

export const basketNames: Readonly<Record<'provider' | 'jobcenter', Readonly<Record<Basket, string>>>> = {
  provider: { offen: 'Zu schreiben', abgegeben: 'Abgegeben', angenommen: 'Angenommen' },
  jobcenter: { offen: 'Erwartet', abgegeben: 'Zu lesen', angenommen: 'Angenommen' },
};

/** "fällig am 30.09.2020", "seit 3 Tagen überfällig" */
export function dueText(report: Pick<ReportHead, 'state' | 'dueOn'>, today: string): string {
  const days = overdueDays(report, today);
  if (days === 0) return `fällig am ${formatDay(report.dueOn)}`;
  return days === 1 ? 'seit 1 Tag überfällig' : `seit ${days} Tagen überfällig`;
}

export const stepTitles: Readonly<Record<ReportStep | 'abgeben', string>> = {
  fortschritt: 'Fortschritte',
  gespraech: 'Abschlussgespräch',
  weg: 'Weiterer Weg',
  datenschutz: 'Eröffnung und Empfänger',
  stand: 'Stand der Schritte',
  empfehlung: 'Empfehlung',
  abgeben: 'Prüfen und abgeben',
};

export const talkPointNames: Readonly<Record<TalkPoint, string>> = {
  startAndNow: 'Ausgangslage und heute',
  goals: 'Ziele: was erreicht ist und was nicht',
  whatWorked: 'Was geholfen hat und was nicht, mit Grund',
  nextSteps: 'Nächste Schritte und Hilfen',
  offers: 'Welche Anschlussangebote erreichbar sind',
};

export const recommendationNames: Readonly<Record<Recommendation, string>> = {
  goOn: 'weiterführen',
  change: 'anpassen',
  end: 'beenden',
};

export const stepProgressNames: Readonly<Record<StepProgress, string>> = {
  underWay: 'auf dem Weg',
  notBegun: 'noch nicht begonnen',
  stuck: 'stockt',
};

export const stepStateNames: Readonly<Record<ReportedStep['state'], string>> = {
  open: 'offen',
  done: 'erledigt',
  notDone: 'nicht erledigt',
  dropped: 'fallen gelassen',
};

const targetNames: Readonly<Record<string, string>> = {
  integrationAssistance: 'Eingliederungshilfe',
  psychosocial: 'psychosoziale Beratung',
  addiction: 'Suchtberatung',
  debt: 'Schuldnerberatung',
  health: 'Leistungen der Krankenversicherung',
  pension: 'Leistungen der Rentenversicherung',
  family: 'Familienhilfe',
  housing: 'Wohnungshilfe',
  education: 'Bildungsangebot',
  other: 'anderes Hilfesystem',
};

export function targetName(target: string): string {
  return targetNames[target] ?? target;
}

/** "ja, dauert an", "nein", "noch offen" */
export function arrivalText({
  hasArrived,
  isOngoing,
}: {
  readonly hasArrived: boolean | null;
  readonly isOngoing: boolean | null;
}): string {
  if (hasArrived === null) return 'noch offen';
  if (!hasArrived) return 'nein';
  return isOngoing ? 'ja, dauert an' : 'ja';
}

export const deedNames: Readonly<Record<ReportMove['deed'], string>> = {
  submitted: 'abgegeben',
  returned: 'zurückgegeben',
  accepted: 'angenommen',
};
