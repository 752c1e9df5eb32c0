import { Link } from '@remix-run/react';

interface Props {
  /** First page is 1. */
  readonly page: number;
  readonly pages: number;
  /** Address of a page; keeps the filters. */
  readonly to: (page: number) => string;
}

/** Links to the pages of a list: first, last, and those around the current one. Nothing for a single page. */
export function Pagination({ page, pages, to }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Seiten">
      <ul className="mp-pages">
        {page > 1 && (
          <li>
            <Link to={to(page - 1)}>Zurück</Link>
          </li>
        )}
        {shownPages(page, pages).map((shown, index, all) => (
          <li key={shown}>
            {index > 0 && shown - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">… </span>}
            <Link to={to(shown)} aria-current={shown === page ? 'page' : undefined}>
              <span className="kern-sr-only">Seite </span>
              {shown}
            </Link>
          </li>
        ))}
        {page < pages && (
          <li>
            <Link to={to(page + 1)}>Weiter</Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function shownPages(page: number, pages: number): number[] {
  return Array.from({ length: pages }, (_, index) => index + 1).filter(
    (candidate) => candidate === 1 || candidate === pages || Math.abs(candidate - page) <= 1,
  );
}
