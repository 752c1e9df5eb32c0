import type { z } from 'zod';
import { faultsOf, germanByDefault, wholeForm, type Faults } from './faults';
import { changeRows, readRowDeed, rowButton } from './list-rows';
import { readBody } from './read-body';
import { isFieldName, nestedFrom, type TypedValues } from './typed-values';

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: TypedValues }
  | {
      readonly ok: false;
      readonly errors: Faults;
      readonly typed: TypedValues;
      /** A row button was pressed: nothing is wrong, `typed` has the changed rows. */
      readonly rowsChanged: boolean;
    };

/**
 * Reads a posted form by its schema. Never throws for what was sent: a body too
 * large, of a wrong kind or with hostile names becomes a sentence for the person.
 *
 * Passwords are left out of `typed`, so that no answer carries one back.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> {
  const body = await readBody(request);
  if (!body.ok) return { ok: false, errors: { [wholeForm]: body.message }, typed: {}, rowsChanged: false };
  return readEntries(body.entries, schema);
}

/** The same for entries that are already there (`FormData` in the browser). */
export async function readEntries<Schema extends z.ZodType>(
  entries: Iterable<readonly [string, unknown]>,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> {
  const all = typedEntries(entries);
  const typed = withoutPasswords(all);

  const deed = readRowDeed(all[rowButton] ?? '');
  if (deed) return { ok: false, errors: {}, typed: changeRows(fieldsOf(typed), deed), rowsChanged: true };

  const result = await schema.safeParseAsync(nestedFrom(all), germanByDefault);
  if (result.success) return { ok: true, value: result.data, typed: fieldsOf(typed) };
  return { ok: false, errors: faultsOf(result.error), typed: fieldsOf(typed), rowsChanged: false };
}

/** Texts by name; the last of equal names counts, files do not, control characters are taken out. */
export function typedEntries(entries: Iterable<readonly [string, unknown]>): TypedValues {
  const typed: TypedValues = {};
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue;
    if (name === rowButton || isFieldName(name) || /^[\w.-]+\.\d{1,3}\._row$/.test(name)) {
      typed[name] = cleanText(value);
    }
  }
  return typed;
}

/** NUL would fail in the database, lone surrogates in its encoding; other control characters have no print. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC');
}

function fieldsOf(typed: Readonly<TypedValues>): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== rowButton));
}

function withoutPasswords(typed: Readonly<TypedValues>): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
}
