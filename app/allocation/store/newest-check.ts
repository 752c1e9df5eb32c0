import type { KeptCheck } from '~/eligibility/check';

/** The newest check of a client for a measure: an older one no longer counts. */
export function newestCheck(checks: readonly KeptCheck[], slug: string): KeptCheck | undefined {
  return checks.find(({ measure }) => measure?.slug === slug);
}
