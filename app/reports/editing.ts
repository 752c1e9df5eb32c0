import { gapText, warningText } from './finding-text';
import type { ReportAnswers, ReportKind, StepValues } from './report';
import { reportGaps, type ReportStep, stepsOf } from './rules/completeness';
import { wordWarnings } from './rules/wording';

/** The step an address asks for; the first one where it asks for none of this kind of report. */
export function readStep(kind: ReportKind, wanted: string | null): ReportStep | 'abgeben' {
  if (wanted === 'abgeben') return wanted;
  const steps = stepsOf[kind];
  return steps.find((step) => step === wanted) ?? steps[0] ?? 'abgeben';
}

/** What is still missing, in sentences, with the step where it is mended. */
export function gapsOf(...asked: Parameters<typeof reportGaps>) {
  return reportGaps(...asked).map((gap) => ({
    step: 'step' in gap ? gap.step : null,
    text: gapText(gap),
  }));
}

/** The texts of each step, where words must be looked at (rule P5). */
const textsOf: Readonly<Record<ReportStep, readonly (keyof ReportAnswers)[]>> = {
  fortschritt: [],
  gespraech: ['startAndNow', 'goals', 'whatWorked', 'nextSteps', 'offers', 'noTalkReason'],
  weg: ['furtherWay', 'help'],
  datenschutz: ['notShownReason', 'comment'],
  stand: ['standing'],
  empfehlung: ['recommendationReason'],
};

export function warningsOf(kind: ReportKind, answers: ReportAnswers) {
  return stepsOf[kind].flatMap((step) => {
    const texts = textsOf[step].map((name) => answers[name]).filter((text) => typeof text === 'string');
    const warnings = wordWarnings(texts.join('\n'));
    return warnings.length === 0 ? [] : [{ step, text: warningText(warnings) }];
  });
}

/** What a step's form says, as it is saved: progress belongs to the needs, everything else to the report. */
export function valuesOf(typed: StepValues['answers'] | Pick<StepValues, 'needs'>): StepValues {
  return typed && 'needs' in typed
    ? { needs: typed.needs ?? {} }
    : { answers: (typed ?? {}) as StepValues['answers'] };
}
