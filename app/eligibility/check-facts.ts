import type { OpenClient } from '~/clients/client';
import type { MeasureContent } from '~/portfolio/content';
import type { CaseManagementTyped, MeasureTyped } from './forms';
import type { LegalBasisSetting } from './legal-basis-settings';
import type { CaseManagementFacts } from './rules/case-management';
import { asksForOverlap, type Confirmation, type MeasureFacts } from './rules/measure';

/** What the portal itself knows of earlier case management. */
export interface KnownCare {
  /** Last day of the last care; null: none ended. */
  readonly lastExitOn: string | null;
  readonly isInCare: boolean;
}

const nothingKnown: KnownCare = { lastExitOn: null, isInCare: false };

/**
 * What is known of the client, and what was typed for this check, as the rules ask for it.
 * An exit on record counts also where its field was emptied: of two days the later one.
 */
export function caseManagementFacts(
  client: OpenClient,
  typed: CaseManagementTyped | null,
  checkedOn: string,
  known: KnownCare = nothingKnown,
): CaseManagementFacts {
  return {
    checkedOn,
    needs: client.needs.filter(({ endedOn }) => endedOn === null).map(({ key, group }) => ({ key, group })),
    forecastMonths: client.forecastMonths,
    marketProximity: client.marketProximity,
    expectsProgress: client.expectsProgress,
    isWilling: client.isWilling,
    readinessClarifiedOn: client.readinessClarifiedOn,
    readinessByTalk: client.readinessByTalk,
    readinessNoteMade: client.readinessNoteMade,
    exclusions: typed?.exclusions ?? [],
    isInCare: typed?.isInCare ?? known.isInCare,
    conferenceOn: typed?.conferenceOn ?? null,
    participants: typed?.participants ?? [],
    goals: typed?.goals ?? null,
    isAgreed: typed?.isAgreed ?? null,
    readmission: {
      lastExitOn: laterDay(typed?.lastExitOn ?? null, known.lastExitOn),
      jobSince: typed?.jobSince ?? null,
      isBenefitRenewed: typed?.isBenefitRenewed ?? false,
    },
    isPreRegistered: typed?.isPreRegistered ?? false,
  };
}

/** Days as YYYY-MM-DD sort like the calendar. */
function laterDay(one: string | null, other: string | null): string | null {
  return (one ?? '') > (other ?? '') ? one : other;
}

/** The criteria of the measure's target group; where it lists none, its target group as a whole is one. */
export function criteriaOf(content: MeasureContent): readonly string[] {
  if (content.targetCriteria.length > 0) return content.targetCriteria;
  return [content.targetGroup ?? 'Die Person gehört zur Zielgruppe der Maßnahme'];
}

/** What was confirmed of each criterion; where nothing was chosen it is open. */
export function measureFacts(
  content: MeasureContent,
  setting: LegalBasisSetting | null,
  typed: MeasureTyped | null,
  checkedOn: string,
): MeasureFacts {
  const confirmed = (confirmation: MeasureTyped['necessity']): Confirmation => ({
    state: confirmation?.state ?? 'open',
    reason: confirmation?.reason ?? null,
  });
  const isHelp = setting?.isSubordinateHelp ?? false;
  return {
    checkedOn,
    criteria: criteriaOf(content).map((criterion, index) => ({
      criterion,
      ...confirmed(typed?.criteria?.[index]),
    })),
    necessity: isHelp ? confirmed(typed?.necessity) : null,
    subordination: isHelp ? confirmed(typed?.subordination) : null,
    overlapsWith: asksForOverlap(setting) ? (typed?.overlapsWith ?? null) : null,
  };
}

/** Faults of the form that need more than one field: a criterion that is not met says why. */
export function missingReasons(typed: MeasureTyped): Record<string, string> {
  const faults: Record<string, string> = {};
  const look = (name: string, confirmation: MeasureTyped['necessity']) => {
    if (confirmation?.state === 'notMet' && confirmation.reason === null) {
      faults[`${name}.reason`] = 'Geben Sie ein, warum das Kriterium nicht erfüllt ist.';
    }
  };
  typed.criteria?.forEach((confirmation, index) => look(`criteria.${index}`, confirmation));
  look('necessity', typed.necessity);
  look('subordination', typed.subordination);
  return faults;
}

/** Days that cannot be: a talk or an exit of tomorrow, a job from before the exit. */
export function dayFaults(typed: CaseManagementTyped, today: string): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const name of ['conferenceOn', 'lastExitOn', 'jobSince'] as const) {
    // Days as YYYY-MM-DD sort like the calendar.
    if ((typed[name] ?? '') > today) {
      faults[name] = 'Der Tag liegt in der Zukunft. Geben Sie einen Tag bis heute ein.';
    }
  }
  const { lastExitOn, jobSince } = typed;
  if (jobSince !== null && lastExitOn === null) {
    faults['lastExitOn'] = 'Geben Sie den Tag des letzten Abgangs ein, auf den die Arbeit folgte.';
  } else if (jobSince !== null && lastExitOn !== null && jobSince <= lastExitOn) {
    faults['jobSince'] ??=
      'Die Arbeit begann vor dem Abgang. Geben Sie einen späteren Tag ein oder leeren Sie das Feld.';
  }
  return faults;
}
