import type { Tx } from '#db/as-actor';
import type { MeasureSource } from '~/portfolio/source';
import type { PreparationParts } from '~/procurement/preparation/parts';
import { proposedParts } from '~/procurement/preparation/proposal';
import { insertPreparation } from '~/procurement/store';

/** The plan's own sites; the source names them without places. */
const sites = ['Rotenburg (Wümme)', 'Zeven', 'Bremervörde'] as const;
/** Invented: the source has no quantities. */
const exampleQuantity: Readonly<Record<(typeof sites)[number], number>> = {
  'Rotenburg (Wümme)': 20,
  Zeven: 15,
  Bremervörde: 15,
};

/**
 * A tender for "Case-Manager" that is prepared to the end.
 *
 * Quantities, staff, dates and address are invented examples and say so in the papers,
 * because the source has none of them; the rest is what the portal proposes.
 *
 * Source: rules.md § 10 (places, posts, lots and price are not in the source).
 */
export function caseManagerTender(source: MeasureSource, authority: { name: string }): PreparationParts {
  const proposal = proposedParts({
    content: source,
    plan: {
      legalBases: source.legalBases.map((cited) => ({ cited })),
      sites: sites.map((name) => ({ name, places: null })),
    },
    authority: { name: authority.name, office: null },
  });
  return {
    ...proposal,
    lots: {
      lots: proposal.lots.lots.map((lot, index) => {
        const site = sites[index];
        return { ...lot, quantity: site === undefined ? null : exampleQuantity[site] };
      }),
      lotLimit: null,
      quantityNote: 'Die Mengen sind Beispielwerte: Die Quelle der Maßnahme nennt keine Plätze.',
    },
    staff: {
      ...proposal.staff,
      staffing: [
        {
          role: 'Case-Managerin oder Case-Manager',
          posts: '1,0 Vollzeitstellen je Standort',
          ratio: '1:20',
          qualification:
            'Abschluss in Sozialer Arbeit, Psychologie oder vergleichbar; zwei Jahre Erfahrung in der Beratung',
        },
      ],
      staffNote: 'Die Angaben zum Personal sind Beispielwerte: Die Quelle der Maßnahme nennt keine.',
      reports: [
        { what: 'Individueller Abschlussbericht', due: 'zwei Wochen nach dem Ende der Teilnahme' },
        { what: 'Jahreszahlen der Maßnahme ohne Personenbezug', due: 'bis 31. Januar des Folgejahres' },
      ],
    },
    price: { ...proposal.price, paymentModel: 'perPlace' },
    dates: {
      questionsUntil: '2019-10-14',
      submissionUntil: '2019-10-21',
      submissionTime: '12:00',
      openingOn: '2019-10-21',
      awardOn: '2019-11-15',
      bidValidUntil: '2019-11-30',
      declareBy: {},
    },
    contract: { ...proposal.contract, contactAddress: 'Musterstraße 1, 12345 Musterstadt (Beispiel)' },
  };
}

export async function insertCaseManagerTender(
  tx: Tx,
  place: { readonly tenantId: string; readonly measureId: string },
  source: MeasureSource,
): Promise<void> {
  const { name } = await tx
    .selectFrom('authority')
    .select('name')
    .where('id', '=', place.tenantId)
    .executeTakeFirstOrThrow();
  const key = { tenant_id: place.tenantId, measure_id: place.measureId };
  await insertPreparation(tx, key, caseManagerTender(source, { name }));
}
