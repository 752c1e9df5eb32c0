import { z } from 'zod';
import { germanDate, optionalGermanDate, optionalLongText, optionalYesNo } from '~/ui/fields';
import { termFindingText } from '../finding-text';
import type { PlanPatch } from '../plan';
import { checkTerm } from '../rules';

const optionRow = z.object({
  starts: germanDate('Geben Sie den Beginn der Verlängerung ein oder entfernen Sie sie.'),
  ends: germanDate('Geben Sie das Ende der Verlängerung ein oder entfernen Sie sie.'),
  condition: optionalLongText(),
});

/**
 * Step "Laufzeit". Every row of an option counts, also an empty one: the findings
 * name options by their number, which must be the number the form shows.
 */
export const termForm = z
  .object({
    termStart: optionalGermanDate(),
    termEnd: optionalGermanDate(),
    hasOptions: optionalYesNo(),
    options: z.array(optionRow).optional(),
  })
  .transform(({ options = [], ...dates }, context): PlanPatch => {
    const term = { ...dates, options };
    for (const finding of checkTerm(term)) {
      context.issues.push({ code: 'custom', input: term, ...termFindingText(finding) });
    }
    return term;
  });
