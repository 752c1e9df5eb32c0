import type { ReactNode } from 'react';
import { Page } from './page';

/** A page to read: help and legal texts, in lines no longer than 45rem. */
export function TextPage({
  title,
  crumbs,
  children,
}: {
  readonly title: string;
  readonly crumbs?: readonly { readonly to: string; readonly label: string }[];
  readonly children: ReactNode;
}) {
  return (
    <Page title={title} crumbs={crumbs}>
      <div className="mp-text">{children}</div>
    </Page>
  );
}

/** A part of a text under its heading. */
export function TextSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="kern-heading-small">{title}</h2>
      {children}
    </section>
  );
}
