import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { opensAccess } from '~/eligibility/check';
import { listChecks } from '~/eligibility/store';
import { shownSpot } from '../fitting';
import { takesIn, waitingLonger } from '../rules/waiting';
import { overlapOf } from './allocate';
import { newestCheck } from './newest-check';
import { findOffer } from './offers';
import { findParticipantKey, listParticipations } from './person';
import { listWaiting } from './waitlist';

/** What the form for a new allocation shows; undefined where there is no such client or no such offer. */
export async function findAllocationForm(tx: Tx, clientId: string, slug: string, today: string) {
  const [key, offer] = await Promise.all([findParticipantKey(tx, clientId), findOffer(tx, slug, today)]);
  if (key === undefined || !offer) return undefined;
  const [checks, participations, waiting, { shownAt }] = await Promise.all([
    listChecks(tx, clientId),
    listParticipations(tx, key, today),
    listWaiting(tx, offer.measureId),
    tx.selectNoFrom(sql<string>`now()::text`.as('shownAt')).executeTakeFirstOrThrow(),
  ]);
  const check = newestCheck(checks, slug);
  const own = waiting.find(({ participantKey }) => participantKey === key);
  return {
    measure: { slug, title: offer.title, intake: offer.intake },
    access: check === undefined ? 'notChecked' : opensAccess(check) ? 'open' : accessState(check),
    takesIn: takesIn(offer.intake, own !== undefined),
    isWaiting: own !== undefined,
    spots: offer.spots.map((spot) => ({
      ...shownSpot(spot, today),
      waitingLonger: waitingLonger(waiting, { participantKey: key, site: spot.site }).length,
    })),
    involvesHousehold: offer.services.some(({ involvesHousehold }) => involvesHousehold),
    allowsConsequenceNotice: offer.setting?.allowsConsequenceNotice ?? false,
    there: participations.find(({ measureId }) => measureId === offer.measureId) ?? null,
    others: participations.filter(({ measureId }) => measureId !== offer.measureId),
    overlap: overlapOf(offer, participations)?.title ?? null,
    shownAt,
  } as const;
}

function accessState({ decision, consent }: Parameters<typeof opensAccess>[0]) {
  if (decision === 'refused') return 'refused' as const;
  return consent?.isGranted === false ? ('consentDenied' as const) : ('consentOpen' as const);
}
