import type { MeasureContent } from '../content';
import { type StructuredMeasure, structured } from '../structured';
import { formatSourceNumber, rhythmText } from '../words';
import { profileWords } from './field-words';
import { profileSections } from './sections';
import { typedProfile } from './typed';
import { spanUnitNames } from './words';

export interface StructuredFact {
  readonly label: string;
  readonly value: string;
}

/** What was entered in `portal`, in the words of the form; nothing of it is hidden. */
export function enteredFacts(content: MeasureContent): StructuredFact[] {
  return profileSections.flatMap(({ slug }) => {
    const words = profileWords(slug);
    return Object.entries(typedProfile(slug, content))
      .filter(([name, text]) => name.startsWith('portal.') && text !== '')
      .map(([name, text]) => ({ label: words.label(name), value: words.value(name, text) }));
  });
}

/** What could be read from the source's words and was not entered. */
export function readFacts(content: MeasureContent): StructuredFact[] {
  const { portal = {} } = content;
  const found: StructuredMeasure = structured(content);
  return [
    ...(portal.staff
      ? []
      : found.staff.map(({ role, clientsPerPost }) =>
          fact('Betreuungsschlüssel', `1:${number(clientsPerPost)} (${role})`),
        )),
    ...(portal.phaseSpans
      ? []
      : found.phaseSpans.map(({ phase, span }) => fact(`Dauer „${phase}“`, spanText(span)))),
    ...(portal.contacts
      ? []
      : found.contacts.map(({ stage, everyWeeks, minutes }) =>
          fact(
            `Kontakt ${stage}`,
            `${rhythmText(everyWeeks)}${minutes ? `, ${number(minutes)} Minuten` : ''}`,
          ),
        )),
    ...(found.sessions && !portal.sessions
      ? [fact('Termine', `${number(found.sessions.count)} zu je ${number(found.sessions.hours)} Stunden`)]
      : []),
    ...(found.weekly && !portal.weekly ? [fact('Je Woche', weeklyText(found.weekly))] : []),
    ...(portal.payment?.premiums
      ? []
      : found.premiums.map(({ reason, sharePercent }) =>
          fact('Prämie', `${number(sharePercent)} % für ${reason}`),
        )),
    ...(portal.onlyWithin
      ? []
      : found.onlyWithin.map((norm) => fact('Nur innerhalb von Maßnahmen nach', norm))),
  ];
}

function fact(label: string, value: string): StructuredFact {
  return { label, value };
}

function number(value: number | null | undefined): string {
  return value === null || value === undefined ? '?' : formatSourceNumber(value);
}

function spanText({ min, max, unit }: StructuredMeasure['phaseSpans'][number]['span']): string {
  const range = min === max || !max ? number(min) : `${number(min)}–${number(max)}`;
  return `${range} ${spanUnitNames[unit]}`;
}

function weeklyText({ min, max, unit }: NonNullable<StructuredMeasure['weekly']>): string {
  const units = unit === 'hours' ? 'Stunden' : 'Unterrichtseinheiten (45 Minuten)';
  return max === null ? `mindestens ${number(min)} ${units}` : `${number(max)} ${units}`;
}
