import { useLocation } from '@remix-run/react';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Faults } from './faults';
import { FormBody, type RowFocus } from './form-body';
import type { TypedValues } from './typed-values';

export type { TypedValues } from './typed-values';

/** What an action answers to a form. */
export interface FormReply {
  readonly errors?: Faults;
  readonly typed?: TypedValues;
  /** What a rule says against it, one sentence each. */
  readonly findings?: readonly string[];
  /** "Die Angaben sind gespeichert." */
  readonly saved?: string;
}

export interface PortalFormProps<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly reply?: FormReply | undefined;
  /** First filling, flat (`typedFrom`). */
  readonly initial?: TypedValues;
  /** Text of the primary button: verb and object. */
  readonly submit: string;
  /** Further buttons and links beside the primary one. */
  readonly secondary?: ReactNode;
  /** Values people do not see, such as the version they saw. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly action?: string;
  /** Needed where two forms stand on one page: makes ids differ. */
  readonly id?: string;
  readonly children: ReactNode;
}

/**
 * The one form of the portal: error summary, focus, typed values and the way
 * without JavaScript. In the browser the same schema checks on submit, and after
 * a first fault on leaving a field; never while typing.
 */
export function PortalForm<Schema extends z.ZodType>(props: PortalFormProps<Schema>) {
  const { reply, initial, schema } = props;
  const { pathname } = useLocation();
  const origin = `${pathname} ${JSON.stringify(initial ?? {})}`;

  const [kept, setKept] = useState<Filling>({ reply, origin, schema, generation: 0 });
  let current = kept;
  if (isNews(kept, reply, origin, schema)) {
    current = { reply, origin, schema, generation: kept.generation + 1 };
    setKept(current);
  }

  const changeRowsTo = (typed: TypedValues, focus: RowFocus) =>
    setKept({ ...current, generation: current.generation + 1, changed: { typed, focus } });
  const shownReply = current.changed ? undefined : current.reply;
  const answered = shownReply?.saved === undefined ? shownReply?.typed : undefined;

  return (
    <FormBody
      // A new filling is a new form: fields are uncontrolled and keep their first value.
      key={current.generation}
      {...props}
      reply={shownReply}
      typed={current.changed?.typed ?? answered ?? initial ?? {}}
      rowFocus={current.changed?.focus}
      onRowsChanged={changeRowsTo}
    />
  );
}

/** What the fields were filled from. */
interface Filling {
  readonly reply: FormReply | undefined;
  readonly origin: string;
  readonly schema: z.ZodType;
  readonly generation: number;
  readonly changed?: { readonly typed: TypedValues; readonly focus: RowFocus };
}

/**
 * Whether the form must be filled anew. A reply that disappears is no news: a
 * jump to a part of the page (#inhalt) drops Remix' action data, and with it
 * everything typed would be gone.
 */
function isNews(kept: Filling, reply: FormReply | undefined, origin: string, schema: z.ZodType): boolean {
  if (kept.origin !== origin || kept.schema !== schema) return true;
  return reply !== undefined && reply !== kept.reply;
}
