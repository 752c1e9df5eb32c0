import { formatDay, plainDate } from '~/values/calendar';
import type { AttendanceStatus, GroupState, Participant, Session, SessionState } from './training';

export const groupStateNames: Readonly<Record<GroupState, string>> = {
  planned: 'geplant',
  running: 'läuft',
  ended: 'beendet',
  cancelled: 'abgesagt',
};

export const sessionStateNames: Readonly<Record<SessionState, string>> = {
  planned: 'geplant',
  held: 'durchgeführt',
  cancelled: 'abgesagt',
};

export const statusNames: Readonly<Record<AttendanceStatus, string>> = {
  present: 'anwesend',
  excused: 'entschuldigt',
  sick: 'krank',
  unexcused: 'unentschuldigt',
  absent: 'nicht da',
};

/** "Termin 2", "Nachholtermin zu Termin 2" */
export function sessionName({ no, catchesUpNo }: Pick<Session, 'no' | 'catchesUpNo'>): string {
  return catchesUpNo === null ? `Termin ${no}` : `Nachholtermin zu Termin ${catchesUpNo}`;
}

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

/** "Mi 13.05.2020" */
export function formatWeekday(day: string): string {
  return `${weekdays[plainDate(day).dayOfWeek - 1] ?? ''} ${formatDay(day)}`;
}

/** The name, or the seat where it may no longer be seen. */
export function participantName({ name, seat }: Pick<Participant, 'name' | 'seat'>): string {
  return name ?? `Platz ${seat}`;
}
