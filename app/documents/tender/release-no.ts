/** The released set an address asks for (`?freigabe=2`); null: the papers as they stand. A set that cannot be is 0. */
export function readReleaseNo(request: Request): number | null {
  const text = new URL(request.url).searchParams.get('freigabe');
  if (text === null) return null;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
}
