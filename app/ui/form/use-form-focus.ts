import { useEffect, useRef, type RefObject } from 'react';
import { faultTitle, mendedTitle } from '../page-title';

/** Row that takes the focus after rows changed; null: the button that adds rows. */
export interface RowFocus {
  readonly list: string;
  readonly row: number | null;
}

interface Options {
  readonly formRef: RefObject<HTMLFormElement>;
  readonly noticeRef: RefObject<HTMLDivElement>;
  readonly hasFaults: boolean;
  /** Grows with each submit the browser refused. */
  readonly refusals: number;
  readonly rowFocus: RowFocus | undefined;
  readonly idOf: (name: string) => string;
}

/** Moves the focus to the answer of a form and says in the browser's title that there are faults. */
export function useFormFocus({ formRef, noticeRef, hasFaults, refusals, rowFocus, idOf }: Options): void {
  // Without a list of dependencies: the summary may be drawn one step after the refusal is counted.
  const answered = useRef(-1);
  useEffect(() => {
    if (answered.current === refusals) return;
    noticeRef.current?.focus();
    if (noticeRef.current || refusals === 0) answered.current = refusals;
  });

  // Only once, when the form is drawn with its changed rows.
  const firstRowFocus = useRef(rowFocus ? { ...rowFocus, buttonId: idOf(rowFocus.list) } : null);
  useEffect(() => {
    const focus = firstRowFocus.current;
    if (!focus) return;
    const input =
      focus.row === null
        ? null
        : formRef.current?.querySelector<HTMLElement>(
            `[name^="${focus.list}.${focus.row}."]:not([type="hidden"])`,
          );
    (input ?? document.getElementById(focus.buttonId))?.focus();
  }, [formRef]);

  // After every drawing: a jump to a part of the page writes the title anew and keeps the faults.
  useEffect(() => {
    if (!hasFaults) return;
    document.title = faultTitle(document.title);
    return () => {
      document.title = mendedTitle(document.title);
    };
  });
}
