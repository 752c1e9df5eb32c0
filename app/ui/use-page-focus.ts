import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the new page's heading (or the linked field) after a change of
 * page. Not on the first page: the browser does that. Not when only search
 * parameters change: who filters a list wants to stay in the filter.
 */
export function usePageFocus(): void {
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const linked = hash ? document.getElementById(decodeHash(hash)) : null;
    const heading = document.querySelector<HTMLElement>('main h1');
    (linked ?? heading)?.focus({ preventScroll: linked === null });
  }, [pathname, hash]);
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
