import { type Missing, missing } from '#templates/engine/document';
import { formatDay } from '~/values/calendar';

/** A text of a paper, or the mark for what nobody has entered yet. */
export type Entry = string | Missing;

export function entered(value: string | null, label: string): Entry {
  return value === null || value.trim() === '' ? missing(label) : value;
}

export function enteredDay(day: string | null, label: string): Entry {
  return day === null ? missing(label) : formatDay(day);
}

/** One entry for each paragraph that was typed; a line break starts a new one. */
export function paragraphs(text: string | null, label: string): Entry[] {
  const found = (text ?? '').split(/\n\s*/).filter((line) => line.trim() !== '');
  return found.length > 0 ? found : [missing(label)];
}
