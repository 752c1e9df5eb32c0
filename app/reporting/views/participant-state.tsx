import { useShellData } from '~/ui/shell-data';
import type { Participant } from '../participant';
import { participantStateText } from '../words';

/** Where a participation stands on the portal's day. */
export function ParticipantState({
  participant,
}: {
  readonly participant: Pick<Participant, 'state' | 'confirmedOn' | 'starts'>;
}) {
  const today = useShellData()?.today ?? participant.starts;
  return <>{participantStateText(participant, today)}</>;
}
