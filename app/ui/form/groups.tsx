import type { ReactNode } from 'react';

/** Fields of one topic under a heading. */
export function FieldGroup({
  legend,
  hint,
  children,
}: {
  readonly legend: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="kern-fieldset mp-sec">
      <legend className="kern-heading-small">{legend}</legend>
      {hint && <div className="kern-hint">{hint}</div>}
      <div className="kern-fieldset__body">{children}</div>
    </fieldset>
  );
}

/** Short fields side by side (begin and end); they wrap on narrow screens. */
export function FieldPair({ children }: { readonly children: ReactNode }) {
  return <div className="mp-pair">{children}</div>;
}
