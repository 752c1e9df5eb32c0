import { useRouteLoaderData } from '@remix-run/react';
import type { Area } from './navigation';
import type { Theme } from './theme';

/** All that the shell around a page shows; the root loader returns exactly this. */
export interface ShellData {
  /** Null where nobody is signed in. */
  readonly person: ShellPerson | null;
  readonly theme: Theme;
  readonly today: string;
  /** Reference for questions to the operator; shown on error pages. */
  readonly requestId: string;
}

export interface ShellPerson {
  readonly displayName: string;
  /** The authority, or for a provider's staff the provider. */
  readonly organisation: string;
  readonly areas: readonly Area[];
}

/** Undefined where the root loader itself failed, and in tests without a root. */
export function useShellData(): ShellData | undefined {
  return useRouteLoaderData<ShellData>('root');
}
