/** One fault of a template, for the person who edits it. */
export interface TemplateFault {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  /** What stands in the template, e.g. `$massnahme.nam`; empty if the fault has no name. */
  readonly placeholder: string;
  /** One German sentence: the fault and, where known, the mend. */
  readonly message: string;
}

/** Thrown when a faulty template is used. Its message names the first fault. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(readonly faults: readonly TemplateFault[]) {
    super(faults.map(describeFault).join('\n'));
  }
}

/** "beschlussvorlage.md, Zeile 12: … " */
function describeFault(fault: TemplateFault): string {
  return `${fault.file}, Zeile ${fault.line}: ${fault.message}`;
}
