import { z } from 'zod';
import { plainDate } from '~/values/calendar';
import {
  optionalGermanDate,
  optionalLongText,
  optionalOneOf,
  optionalText,
  optionalWholeNumber,
} from '~/ui/fields';
import { dateSentence, declareBySentence } from '../../finding-text';
import type { FormPlan } from '../forms';
import { dateFindings } from '../../rules/dates';
import { declareByFindings, declaredOptions, lastDayToDeclare } from '../../rules/options';
import { type PreparationPatch, processorRoles } from '../parts';

/** Step "Termine und Verlängerung". The days must follow each other; what is empty is a draft. */
export function datesForm(plan: FormPlan) {
  return z
    .object({
      questionsUntil: optionalGermanDate(),
      submissionUntil: optionalGermanDate(),
      submissionTime: optionalText({ max: 20 }),
      openingOn: optionalGermanDate(),
      awardOn: optionalGermanDate(),
      bidValidUntil: optionalGermanDate(),
      declareBy: z.record(z.string(), optionalGermanDate()).optional(),
    })
    .transform(({ declareBy: typed = {}, ...days }, context): PreparationPatch => {
      const refuse = (field: string, message: string) =>
        context.issues.push({ code: 'custom', path: field.split('.'), message, input: days });
      const submissionTime = readTime(days.submissionTime);
      if (submissionTime === undefined) {
        refuse('submissionTime', 'Die Uhrzeit ist nicht lesbar. Geben Sie sie wie 12:00 ein.');
      }
      const dates = { ...days, submissionTime: submissionTime ?? null };
      for (const finding of dateFindings(dates, plan.termStart)) {
        const { field, sentence } = dateSentence(finding);
        refuse(field, sentence);
      }
      const declareBy = otherDays(plan, typed);
      for (const finding of declareByFindings(declaredOptions(plan, declareBy), plan.termStart)) {
        const { field, sentence } = declareBySentence(finding);
        refuse(field, sentence);
      }
      return { dates: { ...dates, declareBy } };
    });
}

/** Only days that differ from the rule are kept: the others move with the term. */
function otherDays(plan: FormPlan, typed: Readonly<Record<string, string | null>>): Record<string, string> {
  const days = declaredOptions(plan, {}).flatMap(({ starts, termEnds }) => {
    const day = typed[starts];
    return day && day !== lastDayToDeclare(plainDate(termEnds)).toString() ? [[starts, day] as const] : [];
  });
  return Object.fromEntries(days);
}

/** "12", "12.30", "12:30 Uhr" → '12:30'; null for nothing typed, undefined for what is no time. */
function readTime(text: string | null): string | null | undefined {
  if (text === null) return null;
  const parts = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?: ?Uhr)?$/.exec(text)?.groups;
  const hour = Number(parts?.['hour'] ?? NaN);
  const minute = Number(parts?.['minute'] ?? '0');
  if (!(hour <= 23 && minute <= 59)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Step "Kontakt und Datenschutz". The contact is an office: persons change, and papers stay. */
export const contractForm = z
  .object({
    contactOffice: optionalText(),
    contactAddress: optionalText({ max: 300 }),
    submissionChannel: optionalText({ max: 500 }),
    processorRole: optionalOneOf(processorRoles),
    dataCategories: optionalLongText({ max: 2000 }),
    purposeText: optionalLongText({ max: 2000 }),
    measuresText: optionalLongText({ max: 2000 }),
    deletionText: optionalLongText({ max: 2000 }),
    noticeMonths: optionalWholeNumber({ min: 1, max: 24 }),
  })
  .transform((contract, context): PreparationPatch => {
    if (contract.contactOffice && /\b(?:Herr|Frau)\b/.test(contract.contactOffice)) {
      context.issues.push({
        code: 'custom',
        path: ['contactOffice'],
        message: 'Nennen Sie eine Stelle und keine Person, zum Beispiel „Vergabestelle“.',
        input: contract,
      });
    }
    return { contract };
  });
