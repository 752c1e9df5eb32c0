import { shownSpot } from './fitting';
import type { Offer } from './offer';
import { wishCheckDue } from './rules/waiting';
import type { WaitlistRow } from './store/waitlist';
import type { WaitingGroup } from './views/waitlist-page';

/**
 * The waiting list as a page shows it, measure by measure. Who is not the actor's to see
 * stays a day in the queue: neither id nor key of the person leaves the server.
 */
export function shownWaiting(
  entries: readonly WaitlistRow[],
  offers: readonly Offer[],
  asked: { readonly slug: string; readonly handled: ReadonlySet<string>; readonly today: string },
): {
  readonly groups: WaitingGroup[];
  readonly measures: { slug: string; title: string }[];
  readonly chosen: string | null;
} {
  const titles = new Map(entries.map(({ slug, measureTitle }) => [slug, measureTitle]));
  const measures = [...titles].map(([slug, title]) => ({ slug, title })).sort(byTitle);
  const chosen = titles.has(asked.slug) ? asked.slug : null;
  const groups = measures
    .filter(({ slug }) => chosen === null || slug === chosen)
    .map(({ slug, title }) => ({
      slug,
      title,
      free: freeOf(
        offers.find((offer) => offer.slug === slug),
        asked.today,
      ),
      entries: entries
        .filter((entry) => entry.slug === slug)
        .map((entry) => ({
          id: entry.id,
          site: entry.site,
          waitingSince: entry.waitingSince,
          checkedOn: entry.checkedOn,
          person:
            entry.clientId === null
              ? null
              : {
                  clientId: entry.clientId,
                  label: entry.name ?? entry.customerNumber ?? '',
                  mayChange: asked.handled.has(entry.responsibleId ?? ''),
                },
          isCheckDue: wishCheckDue(entry) <= asked.today,
        })),
    }));
  return { groups, measures, chosen };
}

/** By site or group: who waits for one is not helped by a place elsewhere. */
function freeOf(offer: Offer | undefined, today: string): { label: string; free: number }[] | null {
  if (!offer) return null;
  return offer.spots.map((spot) => {
    const { label, free } = shownSpot(spot, today);
    return { label, free };
  });
}

function byTitle(one: { readonly title: string }, other: { readonly title: string }): number {
  return one.title.localeCompare(other.title, 'de');
}
