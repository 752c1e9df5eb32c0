import { z } from 'zod';
import {
  list,
  optionalGermanDate,
  optionalLongText,
  optionalOneOf,
  optionalText,
  optionalWholeNumber,
  optionalYesNo,
  shortText,
} from '~/ui/fields';
import type { PlanPatch } from '../plan';

/**
 * Step "Vorlage". Like all steps a draft: what is empty is stored as "not stated",
 * only what cannot be right is refused.
 */
export const paperForm = z
  .object({
    paperNo: optionalText(),
    paperDate: optionalGermanDate(),
    fileRef: optionalText(),
    department: optionalText(),
    subject: optionalText({ max: 300 }),
    // One date per committee, by the committee's id.
    meetings: z.record(z.string(), optionalGermanDate()).optional(),
  })
  .transform(({ meetings = {}, ...paper }): PlanPatch => ({
    ...paper,
    meetings: Object.entries(meetings).flatMap(([committeeId, meetingDate]) =>
      meetingDate ? [{ committeeId, meetingDate }] : [],
    ),
  }));

const demandKinds = ['known', 'unknown'] as const;

/** Step "Bedarf": the demand is a number or a reason why there is none (rule B13). */
export const needForm = z
  .object({
    legalBases: list(
      z.object({ cited: shortText('Geben Sie die Norm ein, zum Beispiel „§ 16a Nr. 3 SGB II“.') }),
    ),
    needText: optionalLongText(),
    demandKind: optionalOneOf(demandKinds),
    demandCount: optionalWholeNumber({ min: 1 }),
    demandUnknownReason: optionalLongText(),
    targetGroup: optionalLongText(),
    serviceSubject: optionalLongText(),
    serviceText: optionalLongText(),
    stepsText: optionalLongText(),
    isVoluntaryService: optionalYesNo(),
  })
  .transform(({ demandKind, ...need }, context): PlanPatch => {
    for (const [name, message] of demandFaults({ demandKind, ...need })) {
      context.issues.push({ code: 'custom', path: [name], message, input: demandKind });
    }
    return need;
  });

interface TypedDemand {
  readonly demandKind: (typeof demandKinds)[number] | null;
  readonly demandCount: number | null;
  readonly demandUnknownReason: string | null;
}

/** The choice itself is not stored: without its number or reason it would be lost. */
function demandFaults(demand: TypedDemand): [field: keyof TypedDemand, message: string][] {
  const hasCount = demand.demandCount !== null;
  const hasReason = demand.demandUnknownReason !== null;
  if (demand.demandKind === null) {
    if (!hasCount || !hasReason) return [];
    return [
      ['demandKind', 'Eingetragen sind Zahl und Begründung. Wählen Sie eines und leeren Sie das andere.'],
    ];
  }
  if (demand.demandKind === 'known') {
    if (hasReason) {
      return [
        ['demandUnknownReason', 'Die Zahl ist bekannt. Leeren Sie die Begründung oder wählen Sie „Nein“.'],
      ];
    }
    return hasCount ? [] : [['demandCount', 'Geben Sie die Zahl der Personen ein.']];
  }
  if (hasCount) {
    return [['demandCount', 'Die Zahl ist nicht bekannt. Leeren Sie das Feld oder wählen Sie „Ja“.']];
  }
  return hasReason ? [] : [['demandUnknownReason', 'Begründen Sie, warum die Zahl nicht bekannt ist.']];
}
