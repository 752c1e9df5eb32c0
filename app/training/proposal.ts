import { type TypedValues, typedFrom } from '~/ui/form/typed-values';
import { formatDay } from '~/values/calendar';
import { proposeDays, proposeLastDay, type Rhythm } from './rules/sessions';
import type { GroupHead, Offer, Session } from './training';
import { formatWeekday } from './words';

interface Earlier {
  readonly group: Pick<GroupHead, 'sitePosition' | 'trainer' | 'seats'>;
  readonly sessions: readonly Pick<Session, 'beginsAt'>[];
}

/** What the form of a new group is filled with: days from the first one on, the rest as the group before had it. */
export function proposedGroup(
  offer: Offer,
  { ab, abstand }: { readonly ab: string; readonly abstand: Rhythm },
  earlier: Earlier | null,
): TypedValues {
  const days = proposeDays(ab, offer.sessionCount, abstand);
  const site = offer.sites.find(({ position }) => position === earlier?.group.sitePosition) ?? offer.sites[0];
  return typedFrom({
    site: site?.position,
    trainer: earlier?.group.trainer,
    days: days.map(formatWeekday).join('\n'),
    beginsAt: earlier?.sessions[0]?.beginsAt ?? '09:00',
    lastDay: formatDay(proposeLastDay(days, offer.runsUntil)),
    seats: Math.min(earlier?.group.seats ?? offer.groupSize, offer.groupSize),
  });
}
