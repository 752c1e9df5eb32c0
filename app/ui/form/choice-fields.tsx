import type { ReactNode } from 'react';
import { describedBy, FaultText, FieldFrame, HintText, OptionalMark, type FieldProps } from './field-frame';
import { useField, useFormState } from './form-context';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** For 8 to 15 choices; fewer are radios. The empty entry keeps "not stated" possible. */
export function SelectField({ name, label, hint, optional, choices }: ChoiceProps) {
  const { id, typed, fault } = useField(name);
  return (
    <FieldFrame id={id} label={label} hint={hint} optional={optional} fault={fault}>
      <div className="kern-form-input__select-wrapper">
        <select
          className={
            fault ? 'kern-form-input__select kern-form-input__select--error' : 'kern-form-input__select'
          }
          id={id}
          name={name}
          defaultValue={typed}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(id, fault, hint)}
        >
          <option value="">{optional ? 'keine Angabe' : 'Auswählen'}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}

/** Up to seven choices, one of them. */
export function RadioField({ name, label, hint, optional, choices }: ChoiceProps) {
  const { id, typed, fault } = useField(name);
  return (
    <ChoiceGroup id={id} label={label} hint={hint} optional={optional} fault={fault}>
      {choices.map((choice, index) => (
        <Check
          key={choice.value}
          kind="radio"
          // The first radio carries the field's id: links of the error summary lead to an input.
          id={index === 0 ? id : `${id}-${choice.value}`}
          name={name}
          value={choice.value}
          label={choice.label}
          hint={choice.hint}
          isSet={typed === choice.value}
          isFaulty={fault !== undefined}
        />
      ))}
    </ChoiceGroup>
  );
}

const yesOrNo: readonly Choice[] = [
  { value: 'ja', label: 'Ja' },
  { value: 'nein', label: 'Nein' },
];

export function YesNoField(props: FieldProps) {
  return <RadioField {...props} choices={yesOrNo} />;
}

/** One statement that is set or not (`checked()` in the schema). */
export function CheckboxField({ name, label, hint }: Omit<FieldProps, 'optional'>) {
  const { id, typed, fault } = useField(name);
  return (
    <div className={fault ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <HintText id={id} hint={hint} />
      <Check
        kind="checkbox"
        id={id}
        name={name}
        value="on"
        label={label}
        isSet={typed === 'on'}
        isFaulty={fault !== undefined}
        description={describedBy(id, fault, hint)}
      />
      <FaultText id={id} fault={fault} />
    </div>
  );
}

/** Any number of choices (`someOf` in the schema); each box is named `name.value`. */
export function CheckboxGroupField({ name, label, hint, optional, choices }: ChoiceProps) {
  const { id, fault } = useField(name);
  const { typed } = useFormState();
  return (
    <ChoiceGroup id={id} label={label} hint={hint} optional={optional} fault={fault}>
      {choices.map((choice, index) => (
        <Check
          key={choice.value}
          kind="checkbox"
          id={index === 0 ? id : `${id}-${choice.value}`}
          name={`${name}.${choice.value}`}
          value="on"
          label={choice.label}
          hint={choice.hint}
          isSet={typed[`${name}.${choice.value}`] === 'on'}
          isFaulty={fault !== undefined}
        />
      ))}
    </ChoiceGroup>
  );
}

interface GroupProps extends Omit<FieldProps, 'name'> {
  readonly id: string;
  readonly fault: string | undefined;
  readonly children: ReactNode;
}

function ChoiceGroup({ id, label, hint, optional, fault, children }: GroupProps) {
  return (
    <fieldset
      className={fault ? 'kern-fieldset kern-fieldset--error mp-choice' : 'kern-fieldset mp-choice'}
      aria-describedby={describedBy(id, fault, hint)}
    >
      <legend className="kern-label">
        {label}
        {optional && <OptionalMark />}
      </legend>
      <HintText id={id} hint={hint} />
      <div className="kern-fieldset__body">{children}</div>
      <FaultText id={id} fault={fault} />
    </fieldset>
  );
}

interface CheckProps {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isSet: boolean;
  readonly isFaulty: boolean;
  readonly description?: string | undefined;
}

function Check({ kind, id, name, value, label, hint, isSet, isFaulty, description }: CheckProps) {
  const look = kind === 'radio' ? 'kern-form-check__radio' : 'kern-form-check__checkbox';
  return (
    <div className="kern-form-check">
      <input
        className={isFaulty ? `${look} ${look}--error` : look}
        type={kind}
        id={id}
        name={name}
        value={value}
        defaultChecked={isSet}
        aria-describedby={hint ? `${id}-wahl` : description}
      />
      <label className="kern-label" htmlFor={id}>
        {label}
        {hint && (
          <span className="mp-choice__hint" id={`${id}-wahl`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
}
