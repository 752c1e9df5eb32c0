import { z } from 'zod';
import {
  checked,
  germanDate,
  oneOf,
  optionalGermanDate,
  optionalOneOf,
  optionalText,
  optionalWholeNumber,
  optionalYesNo,
  shortText,
  someOf,
  yesNo,
} from '~/ui/fields';
import type { ClientChange, ClientDetails } from './client';
import { handoverReasons } from './handover-reasons';
import { languageCodes } from './languages';
import { needCatalogue, type NeedGroup, type NeedKey } from './needs';

/** One line of text that must have a form; `read` answers null where it has not. */
function formed(message: string, wrong: string, read: (text: string) => string | null) {
  return shortText(message).transform((text, context): string => {
    const value = read(text);
    if (value !== null) return value;
    context.issues.push({ code: 'custom', message: wrong, input: text });
    return z.NEVER;
  });
}

/** "123A456789": three digits, a letter, six digits; blanks are dropped. */
export function readCustomerNumber(text: string): string | null {
  const compact = text.replace(/\s/g, '').toUpperCase();
  return /^\d{3}[A-Z]\d{6}$/.test(compact) ? compact : null;
}

/** "12345BG0001234"; "12345//0001234" is the same in an older way of writing. */
export function readHouseholdNumber(text: string): string | null {
  const compact = text.replace(/\s/g, '').toUpperCase().replace('//', 'BG');
  return /^\d{5}BG\d{7}$/.test(compact) ? compact : null;
}

const inGroup = (group: NeedGroup) =>
  someOf(needCatalogue.filter((need) => need.group === group).map(({ key }): NeedKey => key));

/** One group of boxes for each key group. */
const needsOf = z
  .object({
    qualification: inGroup('qualification'),
    capability: inGroup('capability'),
    motivation: inGroup('motivation'),
    circumstances: inGroup('circumstances'),
  })
  .optional()
  .transform((groups): NeedKey[] => Object.values(groups ?? {}).flat());

const details = {
  firstName: shortText('Geben Sie den Vornamen ein.'),
  lastName: shortText('Geben Sie den Nachnamen ein.'),
  customerNumber: formed(
    'Geben Sie die Kundennummer ein.',
    'Die Kundennummer hat nicht die richtige Form. Geben Sie drei Ziffern, einen Buchstaben und sechs Ziffern ein, zum Beispiel 123A456789.',
    readCustomerNumber,
  ),
  birthDate: germanDate('Geben Sie das Geburtsdatum ein.'),
  householdNumber: formed(
    'Geben Sie die Nummer der Bedarfsgemeinschaft ein.',
    'Die Nummer hat nicht die richtige Form. Geben Sie fünf Ziffern, „BG“ und sieben Ziffern ein, zum Beispiel 12345BG0001234.',
    readHouseholdNumber,
  ),
  isHouseholdLead: yesNo('Wählen Sie, ob die Person die Bedarfsgemeinschaft vertritt.'),
  siteId: shortText('Wählen Sie den Standort.'),
  interpreterLanguage: optionalOneOf(languageCodes),
  needs: needsOf,
  forecastOn: optionalGermanDate(),
  forecastMonths: optionalWholeNumber({ max: 120 }),
  marketProximity: optionalOneOf(['near', 'notNear']),
  expectsProgress: optionalYesNo(),
  isWilling: optionalYesNo(),
  readinessClarifiedOn: optionalGermanDate(),
  readinessByTalk: optionalYesNo(),
  readinessNoteMade: checked(),
};

export const newClientForm: z.ZodType<ClientDetails> = z.object(details);

export const clientChangeForm: z.ZodType<ClientChange> = z.object({
  ...details,
  status: oneOf(['active', 'ended'], 'Wählen Sie den Stand.'),
  positionNoteMade: checked(),
});

/** Posted and not put into the address: a name must be in no log and no history of a browser. */
export const clientSearchForm = z.object({
  search: shortText('Geben Sie eine Kundennummer oder einen Namen ein.', { max: 100 }),
});

export const handoverForm = z.object({
  toId: shortText('Wählen Sie, wer zuständig wird.'),
  reason: oneOf(handoverReasons, 'Wählen Sie den Grund.'),
});

export const openingForm = z.object({
  purpose: shortText('Geben Sie den Anlass ein.').refine(
    (text) => text.length >= 10,
    'Der Anlass ist zu kurz. Nennen Sie, was Sie in Ihrer Fachaufsicht prüfen.',
  ),
});

export const substitutionForm = z.object({
  absentId: shortText('Wählen Sie, wer vertreten wird.'),
  substituteId: shortText('Wählen Sie, wer vertritt.'),
  starts: germanDate('Geben Sie den ersten Tag der Vertretung ein.'),
  ends: germanDate('Geben Sie den letzten Tag der Vertretung ein.'),
});

export const siteForm = z.object({
  id: optionalText(),
  name: shortText('Geben Sie den Namen des Standorts ein.'),
});

export const teamForm = z.object({
  id: optionalText(),
  name: shortText('Geben Sie den Namen des Teams ein.'),
  siteId: shortText('Wählen Sie den Standort.'),
});

export const staffForm = z.object({
  accountId: shortText('Wählen Sie die Person.'),
  teamId: shortText('Wählen Sie das Team.'),
  function: oneOf(['caseworker', 'jobcenterCaseManager', 'teamLead'], 'Wählen Sie die Aufgabe im Team.'),
  postPercent: optionalWholeNumber({ min: 1, max: 100 }),
});
