import { Temporal } from 'temporal-polyfill';
import { isAuditVerb } from './audit-verbs';
import type { AuditVerb } from './audit-verbs';

/** Place in the log from which older entries follow: the last one of the page before. */
interface AuditPlace {
  readonly at: string;
  readonly id: string;
}

/** What `/verwaltung/protokoll` is asked for; all of it stands in the address. */
export interface AuditSearch {
  readonly verb: AuditVerb | null;
  readonly olderThan: AuditPlace | null;
}

/** Reads the address; `ignored` names the parameters that nobody understands. */
export function readAuditSearch(url: string): { search: AuditSearch; ignored: string[] } {
  const params = new URL(url).searchParams;
  const verbText = params.get('art') ?? '';
  const placeText = params.get('vor') ?? '';
  const verb = isAuditVerb(verbText) ? verbText : null;
  const olderThan = readPlace(placeText);
  const ignored: string[] = [];
  if (verbText && !verb) ignored.push('art');
  if (placeText && !olderThan) ignored.push('vor');
  return { search: { verb, olderThan }, ignored };
}

/** Address of the log for a search, without what is not set. */
export function auditSearchParams(search: AuditSearch): string {
  const params = new URLSearchParams();
  if (search.verb) params.set('art', search.verb);
  if (search.olderThan) params.set('vor', `${search.olderThan.at}~${search.olderThan.id}`);
  return params.size > 0 ? `?${params.toString()}` : '';
}

const placePattern =
  /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readPlace(text: string): AuditPlace | null {
  const [, at, id] = placePattern.exec(text) ?? [];
  return at && id && isMoment(at) ? { at, id } : null;
}

/** The pattern lets 31.02. through, which the database would answer with an error. */
function isMoment(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text.slice(0, 19), { overflow: 'reject' });
    Temporal.Instant.from(text);
    return !text.startsWith('0000');
  } catch {
    return false;
  }
}
