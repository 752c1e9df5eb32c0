import type { ClipboardEvent, FormEvent, KeyboardEvent } from 'react';
import { FaultText } from '~/ui/form/field-frame';
import { useField } from '~/ui/form/form-context';

interface CellProps {
  readonly name: string;
  readonly label: string;
}

/** One letter in the grid. */
export function LetterCell({ name, label }: CellProps) {
  const { id, typed, fault } = useField(name);
  return (
    <td data-v={typed.toUpperCase()}>
      <input
        id={id}
        name={name}
        defaultValue={typed}
        maxLength={1}
        autoComplete="off"
        autoCapitalize="characters"
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fehler` : undefined}
      />
    </td>
  );
}

/** What is wrong with a letter, beside it: inside the cell it would push the columns apart. */
export function CellFault({ name }: Pick<CellProps, 'name'>) {
  const { id, fault } = useField(name);
  return <FaultText id={id} fault={fault} />;
}

interface ChoiceProps extends CellProps {
  readonly choices: readonly { readonly letter: string; readonly label: string }[];
}

/** The same for a thumb: large choices side by side. */
export function PhoneChoice({ name, label, choices }: ChoiceProps) {
  const { id, typed, fault } = useField(name);
  return (
    <fieldset className="mp-day" aria-describedby={fault ? `${id}-fehler` : undefined}>
      <legend>{label}</legend>
      <div className="mp-seg">
        {choices.map((choice, index) => (
          <label key={choice.letter}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.letter}`}
              name={name}
              value={choice.letter}
              defaultChecked={typed.toUpperCase() === choice.letter}
            />
            <span>{shortWords[choice.label] ?? choice.label}</span>
          </label>
        ))}
      </div>
      <FaultText id={id} fault={fault} />
    </fieldset>
  );
}

/** What fits into a quarter of 320 px. */
const shortWords: Readonly<Record<string, string>> = {
  anwesend: 'da',
  entschuldigt: 'entsch.',
  unentschuldigt: 'fehlt',
};

/** Arrows and Enter move, a pasted column fills downwards; Tab stays what it is. */
export const gridKeys = {
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    const next = step && inputBeside(event.target, event.currentTarget, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  },
  onPaste: (event: ClipboardEvent<HTMLTableElement>) => {
    const letters = event.clipboardData.getData('text').split(/\r?\n/);
    if (letters.length < 2) return;
    event.preventDefault();
    let input = event.target instanceof HTMLInputElement ? event.target : null;
    for (const letter of letters) {
      if (!input) return;
      if (letter.trim() !== '') input.value = letter.trim().slice(0, 1).toUpperCase();
      colour(input);
      input = inputBeside(input, event.currentTarget, 1);
    }
  },
  onInput: (event: FormEvent<HTMLTableElement>) => {
    if (event.target instanceof HTMLInputElement) colour(event.target);
  },
};

/** Absences stand out as soon as they are typed. */
function colour(input: HTMLInputElement): void {
  const cell = input.closest('td');
  if (cell) cell.dataset.v = input.value.toUpperCase();
}

function inputBeside(from: EventTarget, table: HTMLTableElement, step: number): HTMLInputElement | null {
  const inputs = [...table.querySelectorAll('input')];
  return from instanceof HTMLInputElement ? (inputs[inputs.indexOf(from) + step] ?? null) : null;
}
