import type { KeptCheck } from '~/eligibility/check';
import type { Offer, Spot } from './offer';
import { type Fit, fitOf, type FitReason } from './rules/fit';
import { freeOn } from './rules/places';
import { takesIn } from './rules/waiting';

/** Places of one site or seats of one group, as a page shows them. */
export interface ShownSpot {
  readonly key: string;
  readonly kind: Spot['kind'];
  readonly label: string;
  readonly site: string;
  readonly groupName: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly count: number;
  readonly free: number;
  readonly firstFreeOn: string | null;
}

/** One measure beside one person: how it fits, why, and where there is room. */
export interface ShownFit {
  readonly slug: string;
  readonly title: string;
  readonly legalBases: readonly string[];
  readonly providers: readonly string[];
  readonly fit: Fit;
  readonly reasons: readonly FitReason[];
  readonly spots: readonly ShownSpot[];
  readonly isAccessOpen: boolean;
  readonly mayAllocate: boolean;
  readonly mayWait: boolean;
}

/** What of the person counts here. */
interface PersonBeside {
  readonly check: KeptCheck | null;
  readonly isAccessOpen: boolean;
  readonly waitingCount: number;
  readonly ownWaitingSince: string | null;
  readonly ownUntil: string | null;
  readonly overlaps: readonly string[];
}

export function shownFit(offer: Offer, person: PersonBeside, today: string): ShownFit {
  const spots = offer.spots.map((spot) => shownSpot(spot, today));
  const { fit, reasons } = fitOf({ ...person, intake: offer.intake, setting: offer.setting, places: spots });
  const isThere = person.ownUntil !== null;
  const hasPlace = spots.some(({ firstFreeOn }) => firstFreeOn !== null);
  return {
    slug: offer.slug,
    title: offer.title,
    legalBases: offer.legalBases,
    providers: [...new Set(offer.services.map(({ providerName }) => providerName))],
    fit,
    reasons,
    spots,
    isAccessOpen: person.isAccessOpen,
    mayAllocate:
      person.isAccessOpen && !isThere && hasPlace && takesIn(offer.intake, person.ownWaitingSince !== null),
    mayWait: person.isAccessOpen && !isThere && offer.intake !== 'closed' && person.ownWaitingSince === null,
  };
}

/** Free from today on, or from the group's first day where that is still to come. */
export function shownSpot(spot: Spot, today: string): ShownSpot {
  const from = today < spot.firstDay ? spot.firstDay : today;
  const { key, kind, site, groupName, firstDay, lastDay, places } = spot;
  return {
    key,
    kind,
    label: groupName === null ? site : `${groupName}, ${site}`,
    site,
    groupName,
    firstDay,
    lastDay,
    count: places.length,
    ...freeOn(places, from),
  };
}

const order: Readonly<Record<Fit, number>> = { fits: 0, toClear: 1, excluded: 2 };

/** Best fit first; among equals fewer points to clear, then the name as the list had it. */
export function byFit(one: ShownFit, other: ShownFit): number {
  const points = ({ reasons }: ShownFit) => reasons.filter(({ weight }) => weight === 'clear').length;
  return order[one.fit] - order[other.fit] || points(one) - points(other);
}
