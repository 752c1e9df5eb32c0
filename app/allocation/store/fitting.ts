import type { Tx } from '#db/as-actor';
import { opensAccess } from '~/eligibility/check';
import { listChecks } from '~/eligibility/store';
import { byFit, shownFit, type ShownFit } from '../fitting';
import { overlapOf } from './allocate';
import { newestCheck } from './newest-check';
import { listOffers } from './offers';
import { findParticipantKey, listParticipations } from './person';
import { listWaiting } from './waitlist';

/** Every measure with places under a running contract, best fit for this client first. */
export async function listFitting(tx: Tx, clientId: string, today: string): Promise<ShownFit[]> {
  const key = await findParticipantKey(tx, clientId);
  if (key === undefined) return [];
  const [offers, checks, participations, waiting] = await Promise.all([
    listOffers(tx, today),
    listChecks(tx, clientId),
    listParticipations(tx, key, today),
    listWaiting(tx, null),
  ]);
  return offers
    .map((offer) => {
      const check = newestCheck(checks, offer.slug) ?? null;
      const queue = waiting.filter(({ measureId }) => measureId === offer.measureId);
      const own = queue.find(({ participantKey }) => participantKey === key);
      const overlap = overlapOf(offer, participations);
      const person = {
        check,
        isAccessOpen: check !== null && opensAccess(check),
        waitingCount: queue.length - (own ? 1 : 0),
        ownWaitingSince: own?.waitingSince ?? null,
        ownUntil: participations.find(({ measureId }) => measureId === offer.measureId)?.ends ?? null,
        overlaps: overlap ? [overlap.title] : [],
      };
      return shownFit(offer, person, today);
    })
    .sort(byFit);
}
