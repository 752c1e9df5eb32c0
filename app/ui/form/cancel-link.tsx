import { Link } from '@remix-run/react';

/** Leaves a form without saving, beside its button. */
export function CancelLink({ to }: { readonly to: string }) {
  return (
    <Link className="kern-btn kern-btn--tertiary" to={to}>
      <span className="kern-label">Abbrechen</span>
    </Link>
  );
}
