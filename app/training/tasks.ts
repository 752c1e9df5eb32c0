/** What somebody does on a group's page, as its address says it. */
export type GroupTask =
  | { readonly kind: 'show' }
  | { readonly kind: 'move'; readonly sessionId: string }
  | { readonly kind: 'catchUp' };

export const groupTaskQuery = {
  move: (sessionId: string) => `?verlegen=${sessionId}`,
  catchUp: () => '?nachholen=1',
};

export function readGroupTask(query: URLSearchParams): GroupTask {
  const sessionId = query.get('verlegen');
  if (sessionId !== null) return { kind: 'move', sessionId };
  return query.has('nachholen') ? { kind: 'catchUp' } : { kind: 'show' };
}
