import { ageBandOn } from './rules';
import type { ClientRow } from './store';

/** Rows of the list as the page shows them: the date of birth stays behind, its age band goes. */
export function shownRows(rows: readonly ClientRow[], accountId: string, today: string) {
  return rows.map(({ birthDate, responsibleId, ...row }) => ({
    ...row,
    ageBand: birthDate === null ? null : ageBandOn(birthDate, today),
    // Without a name it is a team lead's view, who represents nobody.
    isRepresented: row.name !== null && responsibleId !== accountId,
  }));
}
