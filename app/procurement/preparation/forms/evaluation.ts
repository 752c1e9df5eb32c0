import { z } from 'zod';
import { list, oneOf, optionalEuroAmount, optionalOneOf, optionalWholeNumber } from '~/ui/fields';
import { evaluationSentence } from '../../finding-text';
import { evaluationFindings, mostTolerancePercent, onlyOfMethod } from '../../rules/evaluation';
import { mostQualityPoints } from '../../rules/criteria';
import { deciders, type PreparationPatch, priceBases, scoringMethods, tieRules } from '../parts';

/** Step "Wertung". Figures of other methods than the chosen one are not kept. */
export const evaluationForm = z
  .object({
    method: optionalOneOf(scoringMethods),
    qualityPercent: optionalWholeNumber({ min: 1, max: 99 }),
    tolerancePercent: optionalWholeNumber({ min: 1, max: mostTolerancePercent }),
    decider: optionalOneOf(deciders),
    zeroPointPercent: optionalWholeNumber({ min: 101, max: 1000 }),
    referencePoints: optionalWholeNumber({ min: 1, max: mostQualityPoints }),
    referencePrice: optionalEuroAmount(),
    tieRules: list(z.object({ rule: oneOf(tieRules, 'Wählen Sie eine Regel aus der Liste.') })),
    priceBasis: optionalOneOf(priceBases),
  })
  .transform(({ tieRules: rows, referencePrice, ...typed }, context): PreparationPatch => {
    const evaluation = onlyOfMethod({
      ...typed,
      referencePriceCents: referencePrice === 0 ? null : referencePrice,
      tieRules: rows.map(({ rule }) => rule),
    });
    for (const finding of evaluationFindings(evaluation)) {
      if (finding.code === 'missing') continue; // A draft may lack it.
      const { field, sentence } = evaluationSentence(finding);
      context.issues.push({ code: 'custom', path: field.split('.'), message: sentence, input: rows });
    }
    return { evaluation };
  });
