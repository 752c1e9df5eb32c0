import { useLocation } from '@remix-run/react';
import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import type { Faults } from './faults';
import { wholeForm } from './faults';

interface Props {
  readonly faults: Readonly<Faults>;
  readonly labels: Readonly<Record<string, string>>;
  readonly idOf: (name: string) => string;
  readonly summaryRef: Ref<HTMLDivElement>;
}

/** Every fault of a form with a link to its input; takes the focus after a refused submit. */
export function ErrorSummary({ faults, labels, idOf, summaryRef }: Props) {
  const entries = Object.entries(faults).sort(byPlace(Object.keys(labels)));
  return (
    <Notice kind="danger" title={faultCount(entries.length)} noticeRef={summaryRef}>
      <ul className="kern-list kern-list--bullet">
        {entries.map(([name, sentence]) => (
          <li key={name}>
            {name === wholeForm ? (
              sentence
            ) : (
              <a className="mp-a" href={`#${idOf(name)}`}>
                {withLabel(labels[name], sentence)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Findings of a rule: what stands against the deed, although every field is readable. */
export function FindingsNotice({
  findings,
  noticeRef,
}: {
  readonly findings: readonly string[];
  readonly noticeRef: Ref<HTMLDivElement>;
}) {
  return (
    <Notice kind="danger" title="Das wurde nicht gespeichert" noticeRef={noticeRef}>
      <ul className="kern-list kern-list--bullet">
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function SavedNotice({
  message,
  noticeRef,
}: {
  readonly message: string;
  readonly noticeRef: Ref<HTMLDivElement>;
}) {
  return <Notice kind="success" title={message} noticeRef={noticeRef} />;
}

/** The same where a page says it outside a form; takes the focus whenever one comes to this address. */
export function SavedMessage({
  message,
  children,
}: {
  readonly message: string;
  readonly children?: ReactNode;
}) {
  const noticeRef = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  useEffect(() => noticeRef.current?.focus(), [key, message]);
  return (
    <Notice kind="success" title={message} noticeRef={noticeRef}>
      {children}
    </Notice>
  );
}

interface NoticeProps {
  readonly kind: 'danger' | 'success';
  readonly title: string;
  readonly noticeRef: Ref<HTMLDivElement>;
  readonly children?: ReactNode;
}

/** No `role=alert`: it takes the focus, and being read twice helps nobody. */
function Notice({ kind, title, noticeRef, children }: NoticeProps) {
  const titleId = `${kind}-titel`;
  return (
    <div
      className={`kern-alert kern-alert--${kind} mp-notice`}
      role="group"
      aria-labelledby={titleId}
      tabIndex={-1}
      ref={noticeRef}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- without script the answer must start at the notice (WCAG 3.3.1)
      autoFocus
    >
      <div className="kern-alert__header">
        <span className={`kern-icon kern-icon--${kind}`} aria-hidden="true" />
        <h2 className="kern-title" id={titleId}>
          {title}
        </h2>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  );
}

/** In the order of the fields on the page; what has no field comes first. */
function byPlace(names: readonly string[]) {
  return ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
    names.indexOf(one) - names.indexOf(other);
}

function faultCount(count: number): string {
  return count === 1 ? '1 Angabe braucht eine Korrektur' : `${count} Angaben brauchen eine Korrektur`;
}

/** "Feld: Satz"; a label that is a question needs no colon. */
function withLabel(label: string | undefined, sentence: string): string {
  if (!label) return sentence;
  return label.endsWith('?') ? `${label} ${sentence}` : `${label}: ${sentence}`;
}
