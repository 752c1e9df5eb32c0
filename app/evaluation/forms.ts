import { z } from 'zod';
import { optionalLongText } from '~/ui/fields';

/** The words beside the figures of an evaluation; both may stay empty. */
export const evaluationForm = z.object({
  assessment: optionalLongText({ max: 4_000 }),
  proposal: optionalLongText({ max: 4_000 }),
});
