import type { ReactNode } from 'react';
import {
  CheckboxGroupField,
  DateField,
  FieldGroup,
  ListField,
  MoneyField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  YesNoField,
} from '~/ui/form/fields';
import type { FieldSpec, PlainFieldSpec } from '../field-spec';

/** More choices than this are a list to pull down. */
const mostRadios = 4;

/**
 * The inputs of a step. Functions and no components: the error summary reads the
 * labels from the elements before they are drawn.
 */
export function specFields(specs: readonly FieldSpec[]): ReactNode {
  return <>{specs.map(specField)}</>;
}

function specField(spec: FieldSpec): ReactNode {
  switch (spec.kind) {
    case 'group':
      return (
        <FieldGroup key={spec.legend} legend={spec.legend} hint={spec.hint}>
          {spec.fields.map((field) => plainField(field, field.name))}
        </FieldGroup>
      );
    case 'rows':
      return (
        <ListField
          key={spec.name}
          name={spec.name}
          label={spec.label}
          hint={spec.hint}
          rowLabel={spec.row}
          sortable={spec.sortable}
        >
          {(row) => <>{spec.fields.map((field) => plainField(field, row.name(field.name)))}</>}
        </ListField>
      );
    default:
      return plainField(spec, spec.name);
  }
}

function plainField(spec: PlainFieldSpec, name: string): ReactNode {
  const { label, hint } = spec;
  const frame = { name, label, hint };
  switch (spec.kind) {
    case 'text':
    case 'numberOrText':
      return <TextField key={name} {...frame} />;
    case 'longText':
      return <TextAreaField key={name} {...frame} rows={3} />;
    case 'lines':
      return <TextAreaField key={name} {...frame} rows={5} />;
    case 'count':
    case 'decimal':
    case 'percent':
      return <NumberField key={name} {...frame} />;
    case 'euro':
      return <MoneyField key={name} {...frame} />;
    case 'sourceDay':
      return <TextField key={name} {...frame} hint={hint ?? 'TT.MM.JJJJ, MM/JJJJ oder JJJJ'} />;
    case 'day':
      return <DateField key={name} {...frame} />;
    case 'yesNo':
      return <YesNoField key={name} {...frame} />;
    case 'several':
      return <CheckboxGroupField key={name} {...frame} choices={choicesOf(spec.choices)} />;
    case 'choice': {
      const choices = choicesOf(spec.choices);
      if (choices.length > mostRadios || spec.needed === undefined)
        return <SelectField key={name} {...frame} optional={spec.needed === undefined} choices={choices} />;
      return <RadioField key={name} {...frame} choices={choices} />;
    }
  }
}

function choicesOf(choices: Readonly<Record<string, string>>) {
  return Object.entries(choices).map(([value, label]) => ({ value, label }));
}
