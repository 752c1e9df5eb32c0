import { zodResolver } from '@hookform/resolvers/zod';
import { useSubmit } from '@remix-run/react';
import { useEffect, useRef, useState, type FocusEvent, type FormEvent, type RefObject } from 'react';
import { useForm, type FieldErrors, type Resolver } from 'react-hook-form';
import type { z } from 'zod';
import { useShellData } from '../shell-data';
import { germanByDefault, wholeForm, type Faults } from './faults';
import { changeRows, countRows, readRowDeed, rowButton, type RowDeed } from './list-rows';
import { normaliseInputs } from './normalise';
import { typedEntries } from './read-form';
import { stillHolding } from './server-faults';
import { nestedFrom, type TypedValues } from './typed-values';
import type { RowFocus } from './use-form-focus';
import { usePointerHold } from './use-pointer-hold';

interface Options {
  readonly schema: z.ZodType;
  readonly formRef: RefObject<HTMLFormElement>;
  /** Faults the server found; they stay until their field is changed. */
  readonly serverFaults: Readonly<Faults>;
  readonly isSending: boolean;
  readonly onRowsChanged: (typed: TypedValues, focus: RowFocus) => void;
}

type NestedValues = ReturnType<typeof nestedFrom>;

/**
 * What a form does in the browser beyond what it does without script: checks
 * by the same schema before sending, again on leaving a field once there was a
 * fault, changes rows in place, and never sends twice at once.
 *
 * react-hook-form keeps the state of the checks; the values stay in the inputs
 * and are read as the server reads them, so that both judge alike and nothing
 * typed before the script arrived is overwritten.
 */
export function useBrowserChecks({ schema, formRef, serverFaults, isSending, onRowsChanged }: Options) {
  const submit = useSubmit();
  const today = useShellData()?.today;
  const afterClick = usePointerHold();
  const sent = useRef<TypedValues>({});
  const [hasChecked, setHasChecked] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const checks = useForm<NestedValues>({ resolver: resolverOf(schema, formRef), shouldFocusError: false });
  const clientFaults = flatFaults(checks.formState.errors);

  useEffect(() => {
    sent.current = typedIn(formRef.current);
  }, [formRef]);

  const faults = hasChecked
    ? { ...stillHolding(serverFaults, sent.current, typedIn(formRef.current)), ...clientFaults }
    : serverFaults;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const submitter = submitterOf(event);
    const deed = submitter?.name === rowButton ? readRowDeed(submitter.value) : null;
    if (deed) {
      event.preventDefault();
      const typed = changeRows(typedIn(form), deed);
      onRowsChanged(typed, focusAfter(deed, typed));
      return;
    }
    if (isSending) {
      event.preventDefault();
      return;
    }
    if (submitter?.formNoValidate) return;
    event.preventDefault();
    normaliseInputs(form, today);
    void checks.handleSubmit(
      () => submit(submitter ?? form),
      () => {
        setHasChecked(true);
        setRefusals((count) => count + 1);
      },
    )();
  };

  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLInputElement) normaliseInputs(event.target, today);
    // A fault that vanishes moves the page: the button being clicked would slip from under the pointer.
    const goesToButton = event.relatedTarget instanceof HTMLButtonElement;
    if (Object.keys(faults).length === 0 || goesToButton || !isField(event.target)) return;
    afterClick(() => void checks.trigger().then(() => setHasChecked(true)));
  };

  return { faults, refusals, onSubmit, onBlur };
}

function resolverOf(schema: z.ZodType, formRef: RefObject<HTMLFormElement>): Resolver<NestedValues> {
  const check = zodResolver(schema as z.ZodType<NestedValues, NestedValues>, germanByDefault);
  return (_values, context, options) => check(nestedFrom(typedIn(formRef.current)), context, options);
}

function typedIn(form: HTMLFormElement | null): TypedValues {
  return form ? typedEntries(new FormData(form)) : {};
}

/** Leaving the summary or one of its links is no reason to check: nothing was typed there. */
function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

function submitterOf(event: FormEvent<HTMLFormElement>): HTMLButtonElement | null {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return submitter instanceof HTMLButtonElement ? submitter : null;
}

/** react-hook-form nests its errors like the values; we name faults flat. */
function flatFaults(errors: FieldErrors, prefix = ''): Faults {
  const faults: Faults = {};
  for (const [key, error] of Object.entries(errors)) {
    const name = prefix ? `${prefix}.${key}` : key;
    if (!error) continue;
    if (typeof error.message === 'string') faults[name || wholeForm] = error.message;
    else Object.assign(faults, flatFaults(error as FieldErrors, name));
  }
  return faults;
}

/** Where the focus goes after a row button: a new row's first field, the moved row, else the button that adds. */
function focusAfter(deed: RowDeed, typed: Readonly<TypedValues>): RowFocus {
  if (deed.verb === 'add') return { list: deed.list, row: countRows(typed, deed.list) - 1 };
  if (deed.verb === 'remove') return { list: deed.list, row: null };
  return { list: deed.list, row: Math.max(0, deed.index + (deed.verb === 'up' ? -1 : 1)) };
}
