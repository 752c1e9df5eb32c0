import { z } from 'zod';
import { needCatalogue, type NeedKey } from '~/clients/needs';
import {
  checked,
  germanDate,
  lines,
  longText,
  oneOf,
  optionalGermanDate,
  optionalLongText,
  optionalOneOf,
  optionalText,
  shortText,
  someOf,
} from '~/ui/fields';
import { settlers } from './allocation';
import { measureReasons } from './rules/settle';

const needKeys: readonly NeedKey[] = needCatalogue.map(({ key }) => key);
/** Long enough for a reason, too short for a file. */
const shortReason = { max: 500 };

/** As many lines as fit the window of an envelope, or a box in the letter. */
function fewLines(most: number) {
  return lines({ max: 80 }).refine((texts) => texts.length <= most, {
    error: `Es sind mehr als ${most} Zeilen. Kürzen Sie auf ${most} Zeilen.`,
  });
}

export const allocationForm = z.object({
  /** "wait": no allocation, the waiting list instead. */
  intent: optionalOneOf(['wait']),
  spot: shortText('Wählen Sie den Standort oder die Gruppe.'),
  starts: germanDate('Geben Sie den ersten Tag ein.'),
  ends: optionalGermanDate(),
  backdateReason: optionalLongText(shortReason),
  reason: longText('Geben Sie ein, warum Sie diese Maßnahme gewählt haben.', { max: 1000 }),
  overlapReason: optionalLongText(shortReason),
  earlierReason: optionalLongText(shortReason),
  purpose: longText('Geben Sie ein, worum es in der Maßnahme gehen soll.', shortReason),
  goals: optionalLongText(shortReason),
  needs: someOf(needKeys),
  contact: optionalText(),
  sharesLanguage: checked(),
  accessibility: optionalText({ max: 300 }),
  sharesHousehold: checked(),
  addressLines: fewLines(6),
  venueLines: fewLines(8),
  firstAppointment: optionalText(),
  /** The moment at which the page was shown: whoever took the place since was faster. */
  shownAt: optionalText(),
});
export type TypedAllocation = z.output<typeof allocationForm>;

export const settleForm = z.object({
  outcome: oneOf(['notStarted', 'declined'], 'Wählen Sie, was geschehen ist.'),
  by: oneOf(settlers, 'Wählen Sie, von wem es ausging.'),
  reason: oneOf(measureReasons, 'Wählen Sie den Grund.'),
  on: germanDate('Geben Sie den Tag ein.'),
});
export type TypedSettlement = z.output<typeof settleForm>;

export const extendForm = z.object({
  ends: germanDate('Geben Sie den neuen letzten Tag ein.'),
  reason: longText('Begründen Sie die Verlängerung.', shortReason),
});

export const waitForm = z.object({
  site: optionalText(),
  since: germanDate('Geben Sie den Tag ein, ab dem die Person wartet.'),
});
export type TypedWaiting = z.output<typeof waitForm>;

/** A press of the button says it all. */
export const checkedForm = z.object({ form: z.literal('checked') });

export const withdrawForm = z.object({
  form: z.literal('withdraw'),
  endReason: longText('Geben Sie ein, warum die Person nicht mehr wartet.', shortReason),
});
