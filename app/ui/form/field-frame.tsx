import type { ReactNode } from 'react';

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Only optional fields are marked; all others are needed. */
  readonly optional?: boolean;
}

interface FrameProps extends Omit<FieldProps, 'name'> {
  readonly id: string;
  readonly fault: string | undefined;
  readonly children: ReactNode;
}

/** Label, hint, control and fault of a field with one control. */
export function FieldFrame({ id, label, hint, optional, fault, children }: FrameProps) {
  return (
    <div className={fault ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <label className="kern-label" htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <HintText id={id} hint={hint} />
      {children}
      <FaultText id={id} fault={fault} />
    </div>
  );
}

export function OptionalMark() {
  return (
    <>
      {' '}
      <span className="kern-label__optional">– Optional</span>
    </>
  );
}

export function FaultText({ id, fault }: { readonly id: string; readonly fault: string | undefined }) {
  if (!fault) return null;
  return (
    <p className="kern-error" id={faultId(id)}>
      <span className="kern-icon kern-icon--danger" aria-hidden="true" />
      <span className="kern-body">{fault}</span>
    </p>
  );
}

const hintId = (id: string): string => `${id}-hinweis`;
const faultId = (id: string): string => `${id}-fehler`;

/** The attributes by which a control names its fault and its hint. */
export function describedBy(id: string, fault: string | undefined, hint: unknown): string | undefined {
  return [fault && faultId(id), hint ? hintId(id) : undefined].filter(Boolean).join(' ') || undefined;
}

export function HintText({ id, hint }: { readonly id: string; readonly hint: ReactNode }) {
  if (!hint) return null;
  return (
    <div className="kern-hint" id={hintId(id)}>
      {hint}
    </div>
  );
}
