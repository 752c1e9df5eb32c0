import type { ReactNode } from 'react';
import { FaultText, HintText } from './field-frame';
import { useField, useFormState } from './form-context';
import { countRows, rowButton } from './list-rows';

/** One row, as the function that draws it gets it. */
export interface ListRow {
  readonly index: number;
  /** Full name of a field of this row: `name('title')` is 'phases.2.title'. */
  readonly name: (key: string) => string;
}

export interface ListFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What one row is, in the singular: "Phase". Stands in headings and buttons. */
  readonly rowLabel: string;
  /** Text of the button that adds a row: "Phase hinzufügen". */
  readonly addLabel?: string;
  /** Rows can be moved up and down. */
  readonly sortable?: boolean;
  /** Empty rows shown while nothing is typed. */
  readonly atLeast?: number;
  readonly children: (row: ListRow) => ReactNode;
}

export function listRow(list: string, index: number): ListRow {
  return { index, name: (key) => `${list}.${index}.${key}` };
}

/** How many rows stand in the form. */
export function shownRows(typed: Readonly<Record<string, string>>, list: string, atLeast: number): number {
  return Math.max(countRows(typed, list), atLeast);
}

/**
 * Rows of the same fields. Its buttons submit the form: without script the
 * server changes the rows, with script the browser does, by the same function.
 */
export function ListField(props: ListFieldProps) {
  const {
    name,
    label,
    hint,
    rowLabel,
    addLabel = `${rowLabel} hinzufügen`,
    sortable = false,
    atLeast = 0,
  } = props;
  const { id, fault } = useField(name);
  const { typed } = useFormState();
  const rows = shownRows(typed, name, atLeast);
  return (
    <fieldset className={fault ? 'kern-fieldset kern-fieldset--error mp-list' : 'kern-fieldset mp-list'}>
      <legend className="kern-heading-small">{label}</legend>
      <HintText id={id} hint={hint} />
      <div className="kern-fieldset__body">
        {Array.from({ length: rows }, (_, index) => (
          <fieldset key={index} className="kern-fieldset mp-list__row">
            <legend className="kern-label">{`${rowLabel} ${index + 1}`}</legend>
            <div className="kern-fieldset__body">
              {/* Keeps a row in which only boxes could be set. */}
              <input type="hidden" name={`${name}.${index}.${rowButton}`} value="" />
              {props.children(listRow(name, index))}
              <p className="mp-row">
                <RowButton
                  deed={`remove:${name}.${index}`}
                  text="Entfernen"
                  object={`${rowLabel} ${index + 1}`}
                />
                {sortable && index > 0 && (
                  <RowButton
                    deed={`up:${name}.${index}`}
                    text="Nach oben"
                    object={`${rowLabel} ${index + 1}`}
                  />
                )}
                {sortable && index < rows - 1 && (
                  <RowButton
                    deed={`down:${name}.${index}`}
                    text="Nach unten"
                    object={`${rowLabel} ${index + 1}`}
                  />
                )}
              </p>
            </div>
          </fieldset>
        ))}
        <p>
          <button
            className="kern-btn kern-btn--secondary"
            id={id}
            name={rowButton}
            value={`add:${name}`}
            formNoValidate
          >
            <span className="kern-label">{addLabel}</span>
          </button>
        </p>
      </div>
      <FaultText id={id} fault={fault} />
    </fieldset>
  );
}

interface RowButtonProps {
  readonly deed: string;
  readonly text: string;
  readonly object: string;
}

function RowButton({ deed, text, object }: RowButtonProps) {
  return (
    <button className="kern-btn kern-btn--tertiary" name={rowButton} value={deed} formNoValidate>
      <span className="kern-label">
        {text}
        <span className="kern-sr-only">: {object}</span>
      </span>
    </button>
  );
}
