import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** Parents only, outermost first; the page itself is the `h1`. */
  readonly crumbs?: readonly { readonly to: string; readonly label: string }[];
  /** State and the two or three facts that tell this thing from others. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  readonly subNavigation?: readonly SubNavigationEntry[];
  readonly children: ReactNode;
}

interface SubNavigationEntry {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
}

/** What stands inside `main` on every page: breadcrumb, heading, meta line, actions, sub-navigation, content. */
export function Page({ title, crumbs = [], meta, actions, subNavigation, children }: PageProps) {
  return (
    <>
      {crumbs.length > 0 && (
        <nav aria-label="Brotkrumen">
          <ol className="mp-crumb">
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link className="mp-a" to={crumb.to}>
                  {crumb.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="mp-head">
        <div>
          <h1 className="kern-heading-large" tabIndex={-1}>
            {title}
          </h1>
          {meta && <p className="mp-meta">{meta}</p>}
        </div>
        {actions && <div className="kern-btn-wrapper mp-noprint">{actions}</div>}
      </div>
      {subNavigation && <SubNavigation entries={subNavigation} />}
      {children}
    </>
  );
}

function SubNavigation({ entries }: { readonly entries: readonly SubNavigationEntry[] }) {
  return (
    <nav className="mp-sub" aria-label="Bereiche dieser Seite">
      <ul>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} aria-current={entry.current ? 'page' : undefined}>
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
