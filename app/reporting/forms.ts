import { z } from 'zod';
import { lateReasons } from '~/allocation/late-entry';
import { needCatalogue, type NeedKey } from '~/clients/needs';
import {
  checked,
  germanDate,
  oneOf,
  optionalGermanDate,
  optionalOneOf,
  optionalText,
  optionalYesNo,
  shortText,
  yesNo,
} from '~/ui/fields';
import { contactKinds, contactOutcomes } from './contact';
import { referralTargets, settledStates, stepDoers } from './participant';
import { clientReasons, providerReasons } from './rules/start';

export const confirmForm = z.object({
  firstDay: germanDate('Geben Sie den Tag des ersten Termins ein.'),
});

export const notStartedForm = z.object({
  reason: oneOf([...clientReasons, ...providerReasons], 'Wählen Sie, woran es lag.'),
});

const longestMinutes = 720;
const minutesUnreadable =
  'Die Dauer ist nicht lesbar. Geben Sie die Minuten als ganze Zahl ein, zum Beispiel 45.';

/** "45", "45 Minuten", "1:30", "1,5 Stunden" → minutes; nobody talks for 25 hours. */
function minutes() {
  return optionalText({ max: 40 }).transform((typed, context): number | null => {
    if (typed === null) return null;
    const fault = (message: string) => {
      context.issues.push({ code: 'custom', message, input: typed });
      return z.NEVER;
    };
    const value = readMinutes(typed);
    if (value === null) return fault(minutesUnreadable);
    if (value < 1) return fault('Die Dauer ist zu kurz. Geben Sie mindestens 1 Minute ein.');
    if (value > longestMinutes) {
      return fault(`Die Dauer ist länger als 12 Stunden. Geben Sie höchstens ${longestMinutes} Minuten ein.`);
    }
    return value;
  });
}

export function readMinutes(typed: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)(?: ?(?:h|Std\.?|Stunden))?$/i.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const hours = /^(\d{1,4}(?:,\d{1,2})?) ?(?:h|Std\.?|Stunden?)$/i.exec(typed);
  if (hours) return Math.round(Number((hours[1] ?? '').replace(',', '.')) * 60);
  const plain = /^(\d{1,6})(?: ?(?:min\.?|Minuten?))?$/i.exec(typed);
  return plain ? Number(plain[1]) : null;
}

/** What does not belong to the outcome is left aside, so that changing one's mind needs no clearing of fields. */
export const contactForm = z
  .object({
    day: germanDate('Geben Sie den Tag des Kontakts ein.'),
    kind: oneOf(contactKinds, 'Wählen Sie die Art des Kontakts.'),
    outcome: oneOf(contactOutcomes, 'Wählen Sie, was daraus wurde.'),
    minutes: minutes(),
    movedTo: optionalGermanDate(),
    lateReason: optionalOneOf(lateReasons),
  })
  .transform((contact) => ({
    ...contact,
    minutes: contact.outcome === 'held' ? contact.minutes : null,
    movedTo: ['movedByClient', 'movedByProvider'].includes(contact.outcome) ? contact.movedTo : null,
  }));

export const stepForm = z.object({
  needKey: optionalText({ max: 60 }),
  goal: shortText('Geben Sie das Ziel ein.', { max: 300 }),
  step: shortText('Geben Sie den nächsten Schritt ein.', { max: 300 }),
  doer: oneOf(stepDoers, 'Wählen Sie, wer den Schritt geht.'),
  agreedOn: germanDate('Geben Sie den Tag ein, an dem der Schritt vereinbart wurde.'),
  dueOn: germanDate('Geben Sie ein, bis wann der Schritt getan sein soll.'),
});

export const settleStepForm = z.object({
  state: oneOf(settledStates, 'Wählen Sie, was aus dem Schritt wurde.'),
  reason: optionalText({ max: 300 }),
});

export const reviewForm = z.object({
  day: germanDate('Geben Sie den Tag der Prüfung ein.'),
  isKept: yesNo('Wählen Sie, ob der Plan eingehalten wurde.'),
  changes: optionalText({ max: 500 }),
  nextOn: optionalGermanDate(),
});

export const referralForm = z.object({
  target: oneOf(referralTargets, 'Wählen Sie, wohin die Person vermittelt wurde.'),
  day: germanDate('Geben Sie den Tag der Vermittlung ein.'),
  wasAccompanied: yesNo('Wählen Sie, ob die Person begleitet wurde.'),
  hasArrived: optionalYesNo(),
  isOngoing: optionalYesNo(),
});

export const referralOutcomeForm = z.object({
  hasArrived: yesNo('Wählen Sie, ob die Person dort angekommen ist.'),
  isOngoing: optionalYesNo(),
});

const howFar = ['better', 'same', 'worse'] as const;

/** For each need: how far it is, whether it is gone, and how the person sees it. */
export const progressForm = z.object({
  needs: z
    .record(
      z.string(),
      z.object({
        progress: optionalOneOf(howFar),
        isRemoved: checked(),
        ownView: optionalOneOf(howFar),
      }),
    )
    .optional()
    .transform((needs) => Object.entries(needs ?? {}).map(([key, need]) => ({ key, ...need }))),
});

export const newNeedForm = z.object({
  needKey: oneOf(
    needCatalogue.map(({ key }): NeedKey => key),
    'Wählen Sie den Bedarf, der dazugekommen ist.',
  ),
});
