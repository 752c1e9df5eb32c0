import { listDueSessions } from '~/training/store';
import type { DueSession } from '~/training/training';
import { sessionName } from '~/training/words';
import { paths } from '~/ui/paths';
import { daysAfter } from '~/values/calendar';
import type { TodayRow } from '../row';
import type { TodaySource } from './source';

/** Sessions are prepared a week ahead. */
const aheadDays = 7;

/** Group sessions with something to enter, as the page "Anwesenheit" lists them, and those of the coming week. */
export const sessionsDue: TodaySource = {
  roles: ['provider'],
  list: async (tx, { today }) => {
    const sessions = await listDueSessions(tx, today);
    const near = sessions.filter(({ day }) => day <= daysAfter(today, aheadDays));
    return near.map((session) => sessionRow(session, today));
  },
};

function sessionRow(session: DueSession, today: string): TodayRow {
  const { id, groupId, groupName, title, siteName, day, beginsAt, unrecorded } = session;
  const name = sessionName(session);
  const base = {
    key: `session ${id}`,
    about: groupName,
    detail: `${title}, ${siteName}, ${beginsAt} Uhr`,
  };
  if (day > today) {
    const what = `${name} der Gruppe`;
    return { ...base, what, verb: 'Gruppe ansehen', to: paths.group(groupId), when: { kind: 'on', day } };
  }
  return {
    ...base,
    // Nobody is in the group: whether the session took place is to be entered all the same.
    what: unrecorded === 0 ? `${name} festhalten oder absagen` : `Anwesenheit bei ${name} eintragen`,
    verb: unrecorded === 0 ? 'Termin öffnen' : 'Anwesenheit eintragen',
    to: paths.sessionAttendance(id),
    when: { kind: 'by', day },
  };
}
