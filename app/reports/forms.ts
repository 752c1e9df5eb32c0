import { z } from 'zod';
import {
  checked,
  dayText,
  optionalGermanDate,
  optionalLongText,
  optionalOneOf,
  oneOf,
  optionalYesNo,
  wholeNumber,
  yesNoText,
} from '~/ui/fields';
import { type TypedValues, typedFrom } from '~/ui/form/typed-values';
import { recommendations, type ReportAnswers, type ReportedNeed, stepProgresses } from './report';
import type { ReportStep } from './rules/completeness';

/** Short texts on purpose: a report is no case file (rule P1). */
const note = () => optionalLongText({ max: 600 });

const progresses = ['better', 'same', 'worse'] as const;

const version = {
  basedOn: wholeNumber('Öffnen Sie den Bericht noch einmal.', { min: 1, max: 1_000_000 }),
};

/** Each step alone can be saved unfinished; what a report needs as a whole is a rule. */
export const stepForms = {
  fortschritt: z.object({
    ...version,
    needs: z
      .record(
        z.string(),
        z.object({
          progress: optionalOneOf(progresses),
          ownView: optionalOneOf(progresses),
          isRemoved: checked(),
        }),
      )
      .optional(),
  }),
  gespraech: z.object({
    ...version,
    talkWasHeld: optionalYesNo(),
    talkOn: optionalGermanDate(),
    noTalkReason: note(),
    startAndNow: note(),
    goals: note(),
    whatWorked: note(),
    nextSteps: note(),
    offers: note(),
  }),
  weg: z.object({
    ...version,
    furtherWay: note(),
    help: note(),
    helpIsAvailable: optionalYesNo(),
    aftercareUntil: optionalGermanDate(),
  }),
  datenschutz: z.object({
    ...version,
    wasShown: optionalYesNo(),
    shownOn: optionalGermanDate(),
    notShownReason: note(),
    comment: note(),
    copyForPerson: optionalYesNo(),
  }),
  stand: z.object({
    ...version,
    standing: note(),
    stepProgress: z
      .record(z.string(), optionalOneOf(stepProgresses))
      .optional()
      .transform((all) =>
        Object.fromEntries(
          Object.entries(all ?? {}).flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])),
        ),
      ),
  }),
  empfehlung: z.object({
    ...version,
    recommendation: optionalOneOf(recommendations),
    recommendationReason: note(),
  }),
} as const satisfies Record<ReportStep, z.ZodType>;

export const submitForm = z.object(version);

const decisions = ['accept', 'return'] as const;

/** A report is accepted, or goes back with what is to be mended. */
export const decisionForm = z
  .object({
    decision: oneOf(decisions, 'Wählen Sie, ob Sie den Bericht annehmen oder zurückgeben.'),
    remarks: optionalLongText({ max: 2000 }),
    newDueOn: optionalGermanDate(),
  })
  .transform(({ decision, remarks, newDueOn }, context) => {
    if (decision === 'accept') return { decision };
    if (remarks !== null) return { decision, remarks, newDueOn };
    const message = 'Geben Sie ein, was der Träger ergänzen oder ändern soll.';
    context.issues.push({ code: 'custom', message, path: ['remarks'], input: remarks });
    return z.NEVER;
  });

/** The fields of a step, as they were saved. */
export function typedStep(
  step: ReportStep,
  answers: ReportAnswers,
  needs: readonly ReportedNeed[],
): TypedValues {
  if (step === 'fortschritt') {
    return typedFrom({
      needs: Object.fromEntries(
        needs.map(({ key, progress, ownView, isRemoved }) => [
          key,
          { progress, ownView, isRemoved: isRemoved ? 'on' : null },
        ]),
      ),
    });
  }
  const { talkWasHeld, talkOn, helpIsAvailable, aftercareUntil, wasShown, shownOn, copyForPerson, ...texts } =
    answers;
  const all = {
    ...texts,
    talkWasHeld: yesNoText(talkWasHeld),
    talkOn: dayText(talkOn),
    helpIsAvailable: yesNoText(helpIsAvailable),
    aftercareUntil: dayText(aftercareUntil),
    wasShown: yesNoText(wasShown),
    shownOn: dayText(shownOn),
    copyForPerson: yesNoText(copyForPerson),
  };
  const names: readonly string[] = Object.keys(stepForms[step].shape);
  return typedFrom(Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))));
}
