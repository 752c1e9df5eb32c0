import { isRole } from './roles';
import type { Role } from './roles';

/** What `/verwaltung/konten` is asked for; all of it stands in the address. */
export interface AccountSearch {
  readonly text: string;
  readonly role: Role | null;
  readonly state: 'aktiv' | 'gesperrt' | null;
  readonly page: number;
}

/** Accounts on one page. */
export const accountsPerPage = 50;

/** Reads the address; `ignored` names the parameters that nobody understands. */
export function readAccountSearch(url: string): { search: AccountSearch; ignored: string[] } {
  const params = new URL(url).searchParams;
  const ignored: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | null): T | null => {
    const text = params.get(name);
    if (text === null || text === '') return null;
    const value = parse(text);
    if (value === null) ignored.push(name);
    return value;
  };
  const search: AccountSearch = {
    text: (params.get('suche') ?? '').replaceAll('\u0000', '').trim().slice(0, 200),
    role: read('rolle', (text) => (isRole(text) ? text : null)),
    state: read('zustand', readState),
    page: read('seite', (text) => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null)) ?? 1,
  };
  return { search, ignored };
}

function readState(text: string): AccountSearch['state'] {
  return text === 'aktiv' || text === 'gesperrt' ? text : null;
}
