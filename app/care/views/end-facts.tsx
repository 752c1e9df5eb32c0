import type { ReactNode } from 'react';
import { Badge } from '~/ui/data';
import { formatDay } from '~/values/calendar';
import type { CareEnd } from '../care';
import { openPoints } from '../rules/exit';
import { openPointsText } from '../words';

/** A task where points are open; it stopped no exit (rule X7). */
export function closingText(end: CareEnd | null): ReactNode {
  const open = openPoints(end?.closingPoints ?? []).length;
  const held = end?.closingTalkOn ? `am ${formatDay(end.closingTalkOn)}` : 'kein Tag eingetragen';
  if (open === 0) return `${held}, alle Punkte besprochen`;
  return (
    <>
      {end?.closingTalkOn && `${held}. `}
      {openPointsText(open)} <Badge kind="warning">offen</Badge>
    </>
  );
}

/** Until when the caseworker invites, or when it was done (rule X5). */
export function invitation({ inviteBy, invitedOn }: CareEnd, today: string): ReactNode {
  if (!inviteBy) return null;
  if (invitedOn) return `am ${formatDay(invitedOn)}`;
  return (
    <>
      bis {formatDay(inviteBy)} {inviteBy < today && <Badge kind="danger">überfällig</Badge>}
    </>
  );
}
