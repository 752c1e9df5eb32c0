import type { ReactNode } from 'react';
import { NotStated } from '~/ui/data';

/** One part of a measure's description. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mp-sec mp-stack">
      <h2 className="kern-heading-small">{title}</h2>
      {children}
    </section>
  );
}

/** Statements of the source, one under the other. */
export function Statements({ of: texts }: { readonly of: readonly string[] }) {
  if (texts.length === 0) {
    return (
      <p>
        <NotStated />
      </p>
    );
  }
  return (
    <ul className="mp-lead">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

export function yesOrNo(answer: boolean | null): string | null {
  return answer === null ? null : answer ? 'Ja' : 'Nein';
}
