import { z } from 'zod';
import {
  checked,
  list,
  oneOf,
  optionalLongText,
  optionalText,
  optionalWholeNumber,
  shortText,
} from '~/ui/fields';
import { criteriaSentence } from '../../finding-text';
import { criteriaFindings } from '../../rules/criteria';
import type { Criterion, PreparationPatch } from '../parts';
import { commonScale } from '../proposal';

const scaleText = optionalText({ max: 300 });

const criterionRow = z.object({
  level: oneOf(['1', '2'], 'Wählen Sie, ob es ein Kriterium oder ein Unterkriterium ist.'),
  title: shortText('Geben Sie die Bezeichnung des Kriteriums ein.'),
  weightPercent: optionalWholeNumber({ min: 1, max: 100 }),
  expectation: optionalLongText({ max: 2000 }),
  scale0: scaleText,
  scale1: scaleText,
  scale2: scaleText,
  scale3: scaleText,
  zeroExcludes: checked(),
});

/**
 * Step "Zuschlagskriterien". A weight or an expectation that is still missing is a
 * draft; weights that are all there and do not make 100, and a scale of which only a
 * part has words, cannot be right and are refused.
 */
export const criteriaForm = z
  .object({ criteria: list(criterionRow) })
  .transform(({ criteria: rows }, context): PreparationPatch => {
    const criteria = rows.map((row, index) => criterionOf(row, isDivided(rows, index)));
    for (const finding of criteriaFindings(criteria)) {
      if (isDraft(finding.code)) continue;
      const { field, sentence } = criteriaSentence(finding);
      context.issues.push({ code: 'custom', path: pathOf(field), message: sentence, input: rows });
    }
    return { criteria: { criteria } };
  });

type Row = z.output<typeof criterionRow>;

/** Empty texts of the scale mean the common ones; a divided criterion is not rated and has none. */
function criterionOf(row: Row, divided: boolean): Criterion {
  const { scale0, scale1, scale2, scale3, level, ...criterion } = row;
  const typed = [scale0, scale1, scale2, scale3] as const;
  const isEmpty = typed.every((text) => text === null);
  return {
    ...criterion,
    level: level === '2' ? 2 : 1,
    scale: divided ? [null, null, null, null] : isEmpty ? commonScale : typed,
  };
}

function isDivided(rows: readonly Row[], index: number): boolean {
  return rows[index]?.level === '1' && rows[index + 1]?.level === '2';
}

function isDraft(code: ReturnType<typeof criteriaFindings>[number]['code']): boolean {
  return code === 'noCriteria' || code === 'weightMissing' || code === 'expectationMissing';
}

function pathOf(field: string): (string | number)[] {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
