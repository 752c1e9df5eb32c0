/** Id of the input with this name; other pages link to it (`/…/bearbeiten/kosten#estimateMonthly`). */
export function fieldId(name: string): string {
  return name.replaceAll('.', '-');
}

/** Two forms on one page need different ids: the second gets a prefix. */
export function inputId(formId: string | undefined, name: string): string {
  return formId ? `${formId}-${fieldId(name)}` : fieldId(name);
}
