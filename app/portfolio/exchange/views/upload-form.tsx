import { Form } from '@remix-run/react';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ErrorSummary } from '~/ui/form/error-summary';
import { describedBy, FieldFrame } from '~/ui/form/field-frame';
import { useFormFocus } from '~/ui/form/use-form-focus';
import type { SourceProblem } from '../../read-source';
import { filesField, formLimits, sizeText } from '../limits';
import { firstOf } from '../preview-shown';
import { ProblemTable } from './problem-table';

interface Props {
  readonly label: string;
  readonly submit: string;
  /** Only where it is the one thing to do on the page. */
  readonly isPrimary: boolean;
  /** Why the upload before was not taken in; an empty list: nothing was chosen. */
  readonly refused: readonly SourceProblem[] | undefined;
  readonly secondary?: ReactNode;
}

/**
 * Sends files the way the browser does by itself, with script or without: an answer from
 * the server's own limits is then a page, too.
 */
export function UploadForm({ label, submit, isPrimary, refused, secondary }: Props) {
  const formRef = useRef<HTMLFormElement>(null);
  const noticeRef = useRef<HTMLDivElement>(null);
  // Checked before anything is sent: whoever waits for 50 MB wants to know at once.
  const [tooLarge, setTooLarge] = useState<{ readonly text: string; readonly count: number } | null>(null);
  const fault = tooLarge?.text ?? (refused && faultText(refused));
  const checkSize = (event: FormEvent<HTMLFormElement>) => {
    const size = filesIn(event.currentTarget).reduce((sum, file) => sum + file.size, 0);
    if (size <= formLimits.uploadBytes) return;
    event.preventDefault();
    setTooLarge({ text: tooLargeText(size), count: (tooLarge?.count ?? 0) + 1 });
  };
  useFormFocus({
    formRef,
    noticeRef,
    hasFaults: fault !== undefined,
    refusals: tooLarge?.count ?? 0,
    rowFocus: undefined,
    idOf: (name) => name,
  });
  const hint = `Eine oder mehrere JSON-Dateien oder ein ZIP-Archiv, zusammen bis ${sizeText(formLimits.uploadBytes)} und ${formLimits.files} Maßnahmen.`;
  return (
    <Form
      className="mp-form"
      method="post"
      encType="multipart/form-data"
      reloadDocument
      ref={formRef}
      onSubmit={checkSize}
    >
      {fault && (
        <ErrorSummary
          faults={{ [filesField]: fault }}
          labels={{ [filesField]: label }}
          idOf={(name) => name}
          summaryRef={noticeRef}
        />
      )}
      <FieldFrame id={filesField} label={label} hint={hint} fault={fault}>
        <input
          className={
            fault ? 'kern-form-input__input kern-form-input__input--error' : 'kern-form-input__input'
          }
          id={filesField}
          name={filesField}
          type="file"
          multiple
          accept=".json,.zip,application/json,application/zip"
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(filesField, fault, hint)}
        />
      </FieldFrame>
      <div className="kern-btn-wrapper">
        <button className={`kern-btn ${isPrimary ? 'kern-btn--primary' : 'kern-btn--secondary'}`}>
          <span className="kern-label">{submit}</span>
        </button>
        {secondary}
      </div>
      {!tooLarge && refused && refused.length > 1 && (
        <ProblemTable caption="Nicht gelesene Dateien" problems={firstOf(refused)} />
      )}
    </Form>
  );
}

function filesIn(form: HTMLFormElement): File[] {
  return new FormData(form).getAll(filesField).filter((entry) => typeof entry !== 'string');
}

function tooLargeText(size: number): string {
  return `Die Dateien haben zusammen ${sizeText(size)}. Erlaubt sind ${sizeText(formLimits.uploadBytes)}. Wählen Sie weniger Dateien oder packen Sie sie in ein ZIP-Archiv.`;
}

function faultText(refused: readonly SourceProblem[]): string {
  const [first, ...others] = refused;
  if (!first) return 'Wählen Sie mindestens eine Datei aus.';
  if (others.length === 0) return `${first.file}: ${first.message}`;
  return `${refused.length} Dateien können nicht gelesen werden. Die Tabelle sagt, warum.`;
}
