import type { OpenClient } from '~/clients/client';
import { needCatalogue, needLabel } from '~/clients/needs';
import { dayText } from '~/ui/fields';
import { type TypedValues, typedFrom } from '~/ui/form/typed-values';
import type { ShownSpot } from './fitting';

/** The client's needs that can be worked on, as the form offers them. */
export function openNeeds({ needs }: Pick<OpenClient, 'needs'>): { key: string; label: string }[] {
  const offered = new Set<string>(needCatalogue.map(({ key }) => key));
  return needs
    .filter(({ key, endedOn }) => endedOn === null && offered.has(key))
    .map(({ key }) => ({ key, label: needLabel(key) }));
}

/**
 * First filling: the spot that was asked for, else the first with a free place, from its
 * next free day to its end; all needs; what an interpreter or a household measure needs.
 */
export function initialAllocation(
  client: Pick<OpenClient, 'needs' | 'interpreterLanguage'>,
  form: { readonly spots: readonly ShownSpot[]; readonly involvesHousehold: boolean },
  askedSpot: string,
  today: string,
): TypedValues {
  const { spots, involvesHousehold } = form;
  const spot =
    spots.find(({ key }) => key === askedSpot) ??
    spots.find(({ free }) => free > 0) ??
    spots.find(({ firstFreeOn }) => firstFreeOn !== null) ??
    spots[0];
  return typedFrom({
    spot: spot?.key,
    starts: dayText(spot?.firstFreeOn ?? today),
    ends: dayText(spot?.lastDay),
    needs: Object.fromEntries(openNeeds(client).map(({ key }) => [key, 'on'])),
    sharesLanguage: client.interpreterLanguage ? 'on' : null,
    sharesHousehold: involvesHousehold ? 'on' : null,
  });
}
