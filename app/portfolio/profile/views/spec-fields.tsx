import type { ReactNode } from 'react';
import {
  CheckboxGroupField,
  DateField,
  FieldGroup,
  FieldPair,
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
  return <>{inRows(specs, (name) => name).map(drawn)}</>;
}

interface Entry {
  readonly spec: FieldSpec;
  /** Full name, in a row with its place. */
  readonly name: string;
}

/** Short fields that follow each other stand side by side: begin and end, least and most. */
function inRows(specs: readonly FieldSpec[], nameOf: (name: string) => string): Entry[][] {
  const rows: Entry[][] = [];
  let short: Entry[] | null = null;
  for (const spec of specs) {
    const entry = { spec, name: spec.kind === 'group' ? spec.legend : nameOf(spec.name) };
    if (isShort(spec) && short) {
      short.push(entry);
      continue;
    }
    const row = [entry];
    rows.push(row);
    short = isShort(spec) ? row : null;
  }
  return rows;
}

const shortKinds: readonly FieldSpec['kind'][] = ['count', 'decimal', 'percent', 'euro', 'day', 'sourceDay'];

function isShort({ kind }: FieldSpec): boolean {
  return shortKinds.includes(kind);
}

function drawn(row: readonly Entry[]): ReactNode {
  const fields = row.map(({ spec, name }) => specField(spec, name));
  return row.length === 1 ? fields[0] : <FieldPair key={row[0]?.name}>{fields}</FieldPair>;
}

function specField(spec: FieldSpec, name: string): ReactNode {
  switch (spec.kind) {
    case 'group':
      return (
        <FieldGroup key={spec.legend} legend={spec.legend} hint={spec.hint}>
          {inRows(spec.fields, (name) => name).map(drawn)}
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
          {(row) => <>{inRows(spec.fields, row.name).map(drawn)}</>}
        </ListField>
      );
    default:
      return plainField(spec, name);
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
