import { createContext, useContext } from 'react';
import type { Faults } from './faults';
import { fieldId } from './field-id';
import type { TypedValues } from './typed-values';

interface FormState {
  readonly typed: Readonly<TypedValues>;
  readonly faults: Readonly<Faults>;
  /** Id of the input with this name; the error summary links to it. */
  readonly idOf: (name: string) => string;
}

/** Outside a `PortalForm` (filters with method GET) fields are empty and without faults. */
export const FormContext = createContext<FormState>({ typed: {}, faults: {}, idOf: fieldId });

/** What a field needs to draw itself. */
export function useField(name: string) {
  const form = useContext(FormContext);
  return { id: form.idOf(name), typed: form.typed[name] ?? '', fault: form.faults[name] };
}

export function useFormState(): FormState {
  return useContext(FormContext);
}
