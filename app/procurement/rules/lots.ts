import type { TenderPlan } from '../facts';
import type { Lot, LotUnit, PreparationParts } from '../preparation/parts';

/** Units in which the quantity is a number of places that are kept free at the same time. */
export function countsPlaces(unit: LotUnit): boolean {
  return unit === 'placeMonth' || unit === 'flatMonth';
}

export type LotFinding =
  | { readonly code: 'noLots' }
  | { readonly code: 'lotLimitTooHigh'; readonly lots: number }
  | {
      readonly code: 'quantityMissing' | 'optionQuantityMissing' | 'fixedPriceMissing';
      readonly index: number;
    }
  | { readonly code: 'siteUnknown'; readonly index: number; readonly site: string }
  | { readonly code: 'siteWithoutLot'; readonly site: string }
  | {
      readonly code: 'placesDiffer';
      readonly index: number;
      readonly site: string;
      readonly planned: number;
      readonly inLots: number;
    };

/**
 * Whether the lots cover the sites of the plan with the places of the plan.
 *
 * Source: documents.md §§ 2, 4, 14 (rows 2, 4); every number from one source.
 */
export function lotFindings(
  { lots, lotLimit }: PreparationParts['lots'],
  { sites, options, hasOptions }: Pick<TenderPlan, 'sites' | 'options' | 'hasOptions'>,
  isFixedPrice: boolean,
): LotFinding[] {
  if (lots.length === 0) return [{ code: 'noLots' }];
  const hasExtension = hasOptions !== false && options.length > 0;
  return [
    ...lots.flatMap((lot, index) => rowFindings(lot, index, { hasExtension, isFixedPrice })),
    ...siteFindings(lots, sites),
    ...(lotLimit !== null && lotLimit > lots.length
      ? [{ code: 'lotLimitTooHigh' as const, lots: lots.length }]
      : []),
  ];
}

function rowFindings(
  lot: Lot,
  index: number,
  { hasExtension, isFixedPrice }: { readonly hasExtension: boolean; readonly isFixedPrice: boolean },
): LotFinding[] {
  const needsOptionQuantity = hasExtension && !countsPlaces(lot.unit) && lot.optionQuantity === null;
  return [
    ...(lot.quantity === null ? [{ code: 'quantityMissing' as const, index }] : []),
    ...(needsOptionQuantity ? [{ code: 'optionQuantityMissing' as const, index }] : []),
    ...(isFixedPrice && lot.fixedPriceCents === null ? [{ code: 'fixedPriceMissing' as const, index }] : []),
  ];
}

function siteFindings(lots: readonly Lot[], sites: TenderPlan['sites']): LotFinding[] {
  const names = new Set(sites.map(({ name }) => name));
  const unknown = lots.flatMap(({ site }, index): LotFinding[] =>
    site !== null && !names.has(site) ? [{ code: 'siteUnknown', index, site }] : [],
  );
  if (lots.some(({ site }) => site === null)) return unknown;
  const bySite = sites.flatMap(({ name, places }): LotFinding[] => {
    const index = lots.findIndex(({ site }) => site === name);
    if (index < 0) return [{ code: 'siteWithoutLot', site: name }];
    const ofSite = lots.filter(({ site }) => site === name);
    const known = ofSite.filter(({ unit, quantity }) => countsPlaces(unit) && quantity !== null);
    if (places === null || known.length < ofSite.length) return [];
    const inLots = known.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
    return inLots === places ? [] : [{ code: 'placesDiffer', index, site: name, planned: places, inLots }];
  });
  return [...unknown, ...bySite];
}
