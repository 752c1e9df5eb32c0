import type { Recommendation, ReportAnswers, ReportedNeed, ReportedStep, ReportKind } from '../report';
import { talkPoints, type TalkPoint } from '../report';

/** The steps of the form, by their word in the address. */
export type ReportStep = 'fortschritt' | 'gespraech' | 'weg' | 'datenschutz' | 'stand' | 'empfehlung';

export const stepsOf: Readonly<Record<ReportKind, readonly ReportStep[]>> = {
  final: ['fortschritt', 'gespraech', 'weg', 'datenschutz'],
  interim: ['stand', 'empfehlung'],
};

/** What still stands between a draft and its submission, and in which step it is mended. */
export type ReportGap =
  | { readonly code: 'notExited' }
  | {
      readonly code: 'progressMissing' | 'ownViewMissing';
      readonly step: ReportStep;
      readonly needKey: string;
    }
  | { readonly code: 'removedNotBetter'; readonly step: ReportStep; readonly needKey: string }
  | {
      readonly code:
        | 'talkUnsaid'
        | 'talkDayMissing'
        | 'noTalkReasonMissing'
        | 'furtherWayMissing'
        | 'availabilityMissing'
        | 'shownUnsaid'
        | 'shownDayMissing'
        | 'notShownReasonMissing'
        | 'copyUnsaid'
        | 'standingMissing'
        | 'recommendationMissing'
        | 'recommendationReasonMissing';
      readonly step: ReportStep;
    }
  | {
      readonly code: 'talkPointMissing';
      readonly step: ReportStep;
      readonly point: TalkPoint;
      readonly open: number;
    }
  | { readonly code: 'stepProgressMissing'; readonly step: ReportStep; readonly name: string }
  | DayGap;

type DayGap =
  | {
      readonly code: 'talkDayOutside' | 'shownDayOutside';
      readonly step: ReportStep;
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: 'aftercareBeforeExit'; readonly step: ReportStep; readonly exitedOn: string };

interface About {
  readonly kind: ReportKind;
  readonly starts: string;
  readonly exitedOn: string | null;
  readonly needs: readonly ReportedNeed[];
  readonly steps: readonly ReportedStep[];
}

/**
 * Everything a report still lacks; empty: it can be submitted.
 *
 * A final report needs the exit, progress for each need, the closing talk with its five
 * points or the reason why there was none, the decision on the further way, and that the
 * person was shown it or why not. An interim one needs how it stands, each open step and a
 * recommendation.
 *
 * Source: rules X7, X8, P6, E5; documents.md §§ 9, 14; workflows.md b8.
 */
export function reportGaps(answers: ReportAnswers, about: About, today: string): ReportGap[] {
  return about.kind === 'final' ? finalGaps(answers, about, today) : interimGaps(answers, about);
}

function finalGaps(answers: ReportAnswers, { starts, exitedOn, needs }: About, today: string): ReportGap[] {
  const gaps: ReportGap[] = exitedOn === null ? [{ code: 'notExited' }] : [];
  for (const { key, progress, ownView, isRemoved } of needs) {
    const at = { step: 'fortschritt', needKey: key } as const;
    if (progress === null) gaps.push({ code: 'progressMissing', ...at });
    else if (isRemoved && progress !== 'better') gaps.push({ code: 'removedNotBetter', ...at });
    // Without a talk nobody could ask how the person sees it.
    if (ownView === null && answers.talkWasHeld !== false) gaps.push({ code: 'ownViewMissing', ...at });
  }
  gaps.push(...talkGaps(answers, starts, today));
  if (answers.furtherWay === null) gaps.push({ code: 'furtherWayMissing', step: 'weg' });
  if (answers.help !== null && answers.helpIsAvailable === null) {
    gaps.push({ code: 'availabilityMissing', step: 'weg' });
  }
  if (exitedOn !== null && answers.aftercareUntil !== null && answers.aftercareUntil < exitedOn) {
    gaps.push({ code: 'aftercareBeforeExit', step: 'weg', exitedOn });
  }
  gaps.push(...shownGaps(answers, starts, today));
  return gaps;
}

function talkGaps(answers: ReportAnswers, starts: string, today: string): ReportGap[] {
  const step = 'gespraech';
  if (answers.talkWasHeld === null) return [{ code: 'talkUnsaid', step }];
  if (!answers.talkWasHeld) {
    return answers.noTalkReason === null ? [{ code: 'noTalkReasonMissing', step }] : [];
  }
  const { talkOn } = answers;
  const day: ReportGap[] =
    talkOn === null
      ? [{ code: 'talkDayMissing', step }]
      : talkOn < starts || talkOn > today
        ? [{ code: 'talkDayOutside', step, from: starts, to: today }]
        : [];
  const open = talkPoints.filter((point) => answers[point] === null);
  return [
    ...day,
    ...open.map((point) => ({
      code: 'talkPointMissing' as const,
      step: 'gespraech' as const,
      point,
      open: open.length,
    })),
  ];
}

function shownGaps(answers: ReportAnswers, starts: string, today: string): ReportGap[] {
  const step = 'datenschutz';
  const { wasShown, shownOn, notShownReason } = answers;
  const gaps: ReportGap[] = [];
  if (wasShown === null) gaps.push({ code: 'shownUnsaid', step });
  else if (!wasShown) {
    if (notShownReason === null) gaps.push({ code: 'notShownReasonMissing', step });
  } else if (shownOn === null) gaps.push({ code: 'shownDayMissing', step });
  else if (shownOn < starts || shownOn > today) {
    gaps.push({ code: 'shownDayOutside', step, from: starts, to: today });
  }
  if (answers.copyForPerson === null) gaps.push({ code: 'copyUnsaid', step });
  return gaps;
}

function interimGaps(answers: ReportAnswers, { steps }: About): ReportGap[] {
  const gaps: ReportGap[] = [];
  if (answers.standing === null) gaps.push({ code: 'standingMissing', step: 'stand' });
  for (const { id, state, step } of steps) {
    if (state === 'open' && !answers.stepProgress[id]) {
      gaps.push({ code: 'stepProgressMissing', step: 'stand', name: step });
    }
  }
  if (answers.recommendation === null) gaps.push({ code: 'recommendationMissing', step: 'empfehlung' });
  else if (needsReason(answers.recommendation) && answers.recommendationReason === null) {
    gaps.push({ code: 'recommendationReasonMissing', step: 'empfehlung' });
  }
  return gaps;
}

/** Going on as before explains itself; a change or an end does not. */
function needsReason(recommendation: Recommendation): boolean {
  return recommendation !== 'goOn';
}
