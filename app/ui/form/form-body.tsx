import { Form, useNavigation } from '@remix-run/react';
import { useRef, type ReactNode } from 'react';
import type { z } from 'zod';
import { ErrorSummary, FindingsNotice, SavedNotice } from './error-summary';
import { inputId } from './field-id';
import { FormContext } from './form-context';
import { labelsIn } from './labels';
import type { FormReply } from './portal-form';
import type { TypedValues } from './typed-values';
import { useBrowserChecks } from './use-browser-checks';
import { useFormFocus, type RowFocus } from './use-form-focus';

export type { RowFocus } from './use-form-focus';

interface Props {
  readonly schema: z.ZodType;
  readonly reply: FormReply | undefined;
  readonly typed: TypedValues;
  readonly rowFocus: RowFocus | undefined;
  readonly onRowsChanged: (typed: TypedValues, focus: RowFocus) => void;
  readonly submit: string;
  readonly secondary?: ReactNode;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly action?: string;
  readonly id?: string;
  readonly children: ReactNode;
}

/** One filling of a form, from its first value to the next answer. */
export function FormBody(props: Props) {
  const { schema, reply, typed, id, children } = props;
  const isSending = useNavigation().state === 'submitting';
  const formRef = useRef<HTMLFormElement>(null);
  const noticeRef = useRef<HTMLDivElement>(null);

  const idOf = (name: string) => inputId(id, name);
  const checks = useBrowserChecks({
    schema,
    formRef,
    serverFaults: reply?.errors ?? {},
    isSending,
    onRowsChanged: props.onRowsChanged,
  });
  const { faults } = checks;
  const hasFaults = Object.keys(faults).length > 0;
  useFormFocus({ formRef, noticeRef, hasFaults, refusals: checks.refusals, rowFocus: props.rowFocus, idOf });

  return (
    <Form
      className="mp-form"
      method="post"
      action={props.action}
      id={id}
      noValidate
      ref={formRef}
      onSubmit={checks.onSubmit}
      onBlur={checks.onBlur}
    >
      {/* Enter in a field presses the first button of a form: that must not be "Entfernen" of a row. */}
      <button className="kern-sr-only" tabIndex={-1} aria-hidden="true">
        {props.submit}
      </button>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hasFaults && (
        <ErrorSummary faults={faults} labels={labelsIn(children, typed)} idOf={idOf} summaryRef={noticeRef} />
      )}
      {!hasFaults && reply?.findings && reply.findings.length > 0 && (
        <FindingsNotice findings={reply.findings} noticeRef={noticeRef} />
      )}
      {!hasFaults && reply?.saved && <SavedNotice message={reply.saved} noticeRef={noticeRef} />}
      <FormContext.Provider value={{ typed, faults, idOf }}>{children}</FormContext.Provider>
      <div className="mp-savebar">
        <button className="kern-btn kern-btn--primary">
          <span className="kern-label">{props.submit}</span>
        </button>
        {props.secondary}
        <span className="mp-small mp-quiet" role="status">
          {isSending ? 'Wird gesendet …' : ''}
        </span>
      </div>
    </Form>
  );
}
