import { z } from 'zod';
import { oneOf, optionalText } from '~/ui/fields';
import { findStep, intakeStates, measureStates } from './states';

/** A move of a measure; some moves need a reason. */
export const moveForm = z
  .object({
    from: oneOf(measureStates, 'Laden Sie die Seite neu.'),
    to: oneOf(measureStates, 'Wählen Sie den nächsten Stand.'),
    reason: optionalText({ max: 500 }),
  })
  .superRefine(({ from, to, reason }, context) => {
    if (reason === null && findStep(from, to)?.needs.includes('reason')) {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'Geben Sie den Grund ein, zum Beispiel „Beschluss des Kreistags vom 26.09.2019“.',
      });
    }
  });

export const intakeForm = z.object({
  intake: oneOf(intakeStates, 'Wählen Sie, ob die Maßnahme aufnimmt.'),
  intakeReason: optionalText({ max: 500 }),
});
