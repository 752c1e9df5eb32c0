import { useEffect, useRef } from 'react';

/**
 * Runs work at once, or where a button of the pointer is held down, after its click.
 *
 * Faults that come and go move the page. Between pressing and letting go what is
 * being clicked would slip from under the pointer, and the click would hit nothing.
 */
export function usePointerHold(): (work: () => void) => void {
  const isDown = useRef(false);
  useEffect(() => {
    const press = () => {
      isDown.current = true;
    };
    const release = () => {
      isDown.current = false;
    };
    const ends = ['pointerup', 'pointercancel'] as const;
    window.addEventListener('pointerdown', press, true);
    for (const end of ends) window.addEventListener(end, release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      for (const end of ends) window.removeEventListener(end, release, true);
    };
  }, []);
  return (work) => {
    if (!isDown.current) return work();
    // The click follows the release in the same turn.
    window.addEventListener('pointerup', () => setTimeout(work), { once: true });
  };
}
