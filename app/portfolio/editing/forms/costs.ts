import { z } from 'zod';
import { optionalEuroAmount, optionalLongText, optionalText } from '~/ui/fields';
import type { PlanPatch } from '../plan';

/** Step "Kosten": the estimate may be missing ("noch nicht kalkuliert"); a given one needs its basis. */
export const costsForm = z
  .object({
    productId: optionalText(),
    estimateMonthly: optionalEuroAmount(),
    estimateBasis: optionalLongText(),
  })
  .transform(({ estimateMonthly, ...costs }, context): PlanPatch => {
    const refuse = (field: string, message: string) =>
      context.issues.push({ code: 'custom', path: [field], message, input: estimateMonthly });
    if (estimateMonthly === 0) {
      refuse(
        'estimateMonthly',
        'Null ist keine Schätzung. Lassen Sie das Feld leer, wenn der Preis noch nicht kalkuliert ist.',
      );
    } else if (estimateMonthly && !costs.estimateBasis) {
      refuse(
        'estimateBasis',
        'Nennen Sie die Grundlage der Schätzung, zum Beispiel eine Markterkundung mit Datum.',
      );
    }
    return { ...costs, estimateMonthlyCents: estimateMonthly };
  });
