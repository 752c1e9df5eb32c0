import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the new page's heading (or the linked field) after a change of
 * page. Not on the first page: the browser does that. Where only search parameters
 * change it stays: who filters a list wants to stay in the filter. Unless what had
 * the focus is gone; then the page is another one under the same address.
 */
export function usePageFocus(): void {
  const { pathname, search, hash } = useLocation();
  const shown = useRef(pathname + search);
  const shownPath = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname + search) return;
    const isSamePath = shownPath.current === pathname;
    shown.current = pathname + search;
    shownPath.current = pathname;
    if (isSamePath && document.activeElement !== document.body) return;
    const linked = hash ? document.getElementById(decodeHash(hash)) : null;
    const heading = document.querySelector<HTMLElement>('main h1');
    (linked ?? heading)?.focus({ preventScroll: linked === null });
  }, [pathname, search, hash]);
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
