import type { ReactNode } from 'react';
import { NotStated } from '~/ui/data';

/** The parts of a measure's description in their order: place on the page → heading. */
export const partTitles = {
  kurzprofil: 'Kurzprofil',
  zielgruppe: 'Zielgruppe',
  laufzeit: 'Laufzeit und Verlängerung',
  teilnahmedauer: 'Dauer einer Teilnahme',
  plaetze: 'Plätze',
  personal: 'Personal',
  kosten: 'Kosten und Finanzierung',
  rechtsgrundlagen: 'Rechtsgrundlagen',
  ablauf: 'Ablauf einer Teilnahme',
  module: 'Module',
  berichte: 'Berichte',
  regeln: 'Regeln',
  ergebnisse: 'Ergebnisse',
  erfahrungen: 'Erfahrungen',
  zahlen: 'In Zahlen',
  quelle: 'Quelle',
} as const;

/** One part of a measure's description. */
export function Part({
  id,
  children,
}: {
  readonly id: keyof typeof partTitles;
  readonly children: ReactNode;
}) {
  return (
    <section className="mp-sec mp-stack">
      <h2 className="kern-heading-small" id={id}>
        {partTitles[id]}
      </h2>
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
