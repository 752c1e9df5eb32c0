import { sql } from 'kysely';
import { takesIn, wishCheckDue } from '~/allocation/rules/waiting';
import { clientHandlers } from '~/identity/roles';
import { paths } from '~/ui/paths';
import type { IntakeState } from '~/portfolio/states';
import { formatDay } from '~/values/calendar';
import { mostOfAKind, type TodayRow } from '../row';
import type { FreePlaces } from './free-places';
import {
  type Asked,
  clientColumns,
  aboutClient,
  isHandled,
  type KnownClient,
  type TodaySource,
} from './source';

interface Waiting extends KnownClient {
  readonly id: string;
  /** The site they wait for; null: any. */
  readonly site: string | null;
  readonly measureId: string;
  readonly slug: string;
  readonly title: string;
  readonly intake: IntakeState;
  readonly waitingSince: string;
  readonly checkedOn: string | null;
  /** How many wait longer for a place that would do for this person too. */
  readonly longer: number;
}

/** One's own waiting clients: whose turn it is, and who was not looked at for a month (rules C10, C12). */
export const ownWaiting: TodaySource = {
  roles: clientHandlers,
  list: async (tx, asked) => {
    const waiting = sql<Waiting>`
      select entry.id, ${clientColumns}, entry.site, measure.id as "measureId",
        measure.slug, measure.title, measure.intake,
        entry.waiting_since as "waitingSince", entry.checked_on as "checkedOn",
        (select count(*) from waitlist_entry other
          where other.tenant_id = entry.tenant_id and other.measure_id = entry.measure_id and other.state = 'waiting'
            and (other.site is null or entry.site is null or other.site = entry.site)
            and (other.waiting_since, other.entered_at, other.id)
              < (entry.waiting_since, entry.entered_at, entry.id)) as longer
      from client
        join waitlist_entry entry on entry.tenant_id = client.tenant_id
          and entry.participant_key = client.participant_key and entry.state = 'waiting'
        join measure on measure.tenant_id = entry.tenant_id and measure.id = entry.measure_id
      where ${isHandled(asked)}
      order by entry.waiting_since, entry.entered_at
      limit ${mostOfAKind}`;
    const [{ rows }, places] = await Promise.all([waiting.execute(tx), asked.freePlaces()]);
    return rows.flatMap((row) => waitingRows(row, places, asked));
  },
};

/** A place is offered to as many as there are places, those who wait longest first. */
function waitingRows(
  row: Waiting,
  places: readonly FreePlaces[],
  { horizon }: Pick<Asked, 'horizon'>,
): TodayRow[] {
  const free = places
    .filter((place) => place.measureId === row.measureId && (row.site === null || place.site === row.site))
    .reduce((sum, place) => sum + place.free, 0);
  const about = aboutClient(row);
  const waits = `${row.title}, wartet seit ${formatDay(row.waitingSince)}`;
  const rows: TodayRow[] = [];
  // A measure that is paused takes nobody in, whatever is free.
  if (row.longer < free && takesIn(row.intake, true)) {
    rows.push({
      key: `place ${row.id}`,
      ...about,
      what: 'Ein Platz ist frei',
      detail: waits,
      verb: 'Zuweisen',
      to: paths.newAllocation(row.clientId, row.slug),
      when: { kind: 'awaited', since: row.waitingSince },
    });
  }
  const day = wishCheckDue(row);
  if (day <= horizon) {
    rows.push({
      key: `waiting ${row.id}`,
      ...about,
      what: 'Prüfen, ob der Wunsch nach einem Platz noch besteht',
      detail: waits,
      verb: 'Prüfen',
      to: paths.waitlistEntry(row.id),
      when: { kind: 'by', day },
    });
  }
  return rows;
}
