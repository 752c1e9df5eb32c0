import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

/** What the source does not say; never shown as zero. */
export function NotStated() {
  return <span className="mp-quiet mp-nowrap">keine Angabe</span>;
}

/** True for what is shown as "keine Angabe". */
function isUnstated(value: ReactNode): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export interface Fact {
  readonly label: string;
  /** null, undefined and '' are shown as "keine Angabe"; zero is a value. */
  readonly value: ReactNode;
}

/** Facts about one thing, label beside value; below 40rem one under the other. */
export function Facts({
  facts,
  tight = false,
}: {
  readonly facts: readonly Fact[];
  readonly tight?: boolean;
}) {
  return (
    <dl className={tight ? 'mp-facts mp-facts--tight' : 'mp-facts'}>
      {facts.map(({ label, value }) => (
        <FactRow key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{isUnstated(value) ? <NotStated /> : value}</dd>
    </>
  );
}

type Kind = 'info' | 'success' | 'warning' | 'danger';

/** Only for what deviates; the normal state is plain text. */
export function Badge({ kind, children }: { readonly kind: Kind; readonly children: ReactNode }) {
  return (
    <span className={`kern-badge kern-badge--small kern-badge--${kind}`}>
      <span className={`kern-icon kern-icon--${kind}`} aria-hidden="true" />
      <span className="kern-label">{children}</span>
    </span>
  );
}

interface AlertProps {
  readonly kind: Kind;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Says what is the matter with the page; forms bring their own for faults and for "gespeichert". */
export function Alert({ kind, title, children }: AlertProps) {
  return (
    <div className={`kern-alert kern-alert--${kind}`}>
      <div className="kern-alert__header">
        <span className={`kern-icon kern-icon--${kind}`} aria-hidden="true" />
        <span className="kern-title">{title}</span>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  );
}

/** A filter that is set; the link removes it. */
export function Chip({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Link className="mp-chip" to={to}>
      <span className="kern-sr-only">Filter entfernen: </span>
      {label} <span aria-hidden="true">✕</span>
    </Link>
  );
}

export { DataTable } from './data-table';
export type { Column } from './data-table';
export { Pagination } from './pagination';
