import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react';
import { describedBy, FieldFrame, type FieldProps } from './field-frame';
import { useField } from './form-context';
import { normaliseTyped, type Reads } from './normalise';

interface LineProps extends FieldProps {
  readonly autoComplete?: string;
}

interface InputProps extends LineProps {
  readonly type?: HTMLInputTypeAttribute;
  readonly width?: 'mp-w-date' | 'mp-w-num' | 'mp-w-money';
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** How the field reads what is typed; it shows the reading again ("1.12.19" → "01.12.2019"). */
  readonly reads?: Reads;
}

function LineInput({
  name,
  label,
  hint,
  optional,
  autoComplete = 'off',
  type = 'text',
  ...rest
}: InputProps) {
  const { id, typed, fault } = useField(name);
  const { width = '', inputMode, reads } = rest;
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} fault={fault}>
      <input
        className={`kern-form-input__input ${width} ${fault ? 'kern-form-input__input--error' : ''}`.trim()}
        id={id}
        name={name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        defaultValue={type === 'password' ? undefined : normaliseTyped(typed, reads)}
        data-reads={reads}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, fault, hint)}
      />
    </FieldFrame>
  );
}

/** One line of text. */
export function TextField(props: LineProps) {
  return <LineInput {...props} />;
}

export function EmailField({ autoComplete = 'email', ...props }: LineProps) {
  return <LineInput {...props} autoComplete={autoComplete} type="email" />;
}

/** Never shows again what was typed; `autoComplete` tells password managers old from new. */
export function PasswordField(
  props: FieldProps & { readonly autoComplete: 'current-password' | 'new-password' },
) {
  return <LineInput {...props} type="password" />;
}

/** A day as text: no mask and no `inputmode`, because the digit pad of iOS has no dot. */
export function DateField({ hint = 'TT.MM.JJJJ', ...props }: FieldProps) {
  return <LineInput {...props} hint={hint} width="mp-w-date" reads="day" />;
}

/** An amount in euro as text; `type=number` would misread commas. */
export function MoneyField({ hint = 'In Euro', ...props }: FieldProps) {
  return <LineInput {...props} hint={hint} width="mp-w-money" inputMode="decimal" reads="euro" />;
}

export function NumberField(props: FieldProps) {
  return <LineInput {...props} width="mp-w-num" inputMode="numeric" />;
}

/** From here on a text is a page of its own and gets the width there is. */
const wholePageRows = 20;

export function TextAreaField({
  name,
  label,
  hint,
  optional,
  rows = 4,
}: FieldProps & { readonly rows?: number }) {
  const { id, typed, fault } = useField(name);
  const width = rows >= wholePageRows ? 'mp-wide' : '';
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} fault={fault}>
      <textarea
        className={`kern-form-input__input ${width} ${fault ? 'kern-form-input__input--error' : ''}`.trim()}
        id={id}
        name={name}
        rows={rows}
        defaultValue={typed}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, fault, hint)}
      />
    </FieldFrame>
  );
}
