import { formatDay, readGermanDay } from '~/values/calendar';
import { formatEuroInput, readEuro } from '~/values/money';

/** Fields whose text has a form of its own. */
export type Reads = 'day' | 'euro';

/**
 * Shows a reading again the way we write it, so that people see what was
 * understood; what cannot be read stays as typed. "heute" counts where `today` is known.
 */
export function normaliseTyped(typed: string, reads: Reads | undefined, today?: string): string {
  if (reads === 'day' && typed.trim() !== '') {
    const reading = readGermanDay(typed, today);
    return reading.ok ? formatDay(reading.day) : typed;
  }
  if (reads === 'euro' && typed.trim() !== '') {
    const reading = readEuro(typed);
    return reading.ok ? formatEuroInput(reading.cents) : typed;
  }
  return typed;
}

/** In the browser: writes the normalised text into one field, or into all of a form. */
export function normaliseInputs(within: HTMLElement, today: string | undefined): void {
  const inputs =
    within instanceof HTMLInputElement
      ? [within]
      : within.querySelectorAll<HTMLInputElement>('input[data-reads]');
  for (const input of inputs) {
    const reads = input.dataset.reads;
    if (reads === 'day' || reads === 'euro') input.value = normaliseTyped(input.value, reads, today);
  }
}
