import { Meta, useActionData, useMatches, useRoutes } from '@remix-run/react';
import { Children, isValidElement, type ReactNode } from 'react';
import { faultTitle } from './page-title';

/**
 * The head's `<Meta />`, with "Fehler: " before the title where the page answers a
 * form it refused: also without script, where nobody can change the title later.
 *
 * Remix gives `meta` functions no action data, and `useActionData` reads that of the
 * route it stands in. A route with the page's id makes the page's own readable up here.
 */
export function PageMeta() {
  const id = useMatches().at(-1)?.id;
  return useRoutes([{ path: '*', element: <TitledMeta />, ...(id && { id }) }]);
}

function TitledMeta() {
  // Called, not drawn: the title stands in its result.
  const meta = Meta();
  if (!isRefusal(useActionData())) return meta;
  const { children } = meta.props as { readonly children?: ReactNode };
  return Children.map(children, (child) =>
    isValidElement<{ children: string }>(child) && child.type === 'title' ? (
      <title>{faultTitle(child.props.children)}</title>
    ) : (
      child
    ),
  );
}

/** An action answers with the reply to the form itself, or has it under `reply`. */
function isRefusal(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const { errors, findings, reply } = answer as Record<string, unknown>;
  return hasEntries(errors) || hasEntries(findings) || isRefusal(reply);
}

function hasEntries(faults: unknown): boolean {
  return typeof faults === 'object' && faults !== null && Object.keys(faults).length > 0;
}
