import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import { readLegalBasis } from '~/portfolio/legal-basis';
import type { Offer, OfferedPlace, Spot } from '../offer';

/**
 * Every measure that is delivered under a signed contract which has not run out on `today`,
 * by name, with its places and who has them when. `slug`: this one alone.
 */
export async function listOffers(
  tx: Tx,
  today: string,
  { slug = null }: { readonly slug?: string | null } = {},
): Promise<Offer[]> {
  const [services, places, spansTaken, openOptions] = await Promise.all([
    listServices(tx, today, slug),
    listPlaces(tx, today, slug),
    listTaken(tx, today, slug),
    tx.selectFrom('contract_option').where('state', '=', 'open').select('contract_id').distinct().execute(),
  ]);
  const spans = groupedBy(spansTaken, ({ placeId }) => placeId);
  const placesOf = groupedBy(places, ({ contractId }) => contractId);
  const withOption = new Set(openOptions.map(({ contract_id }) => contract_id));
  return [...groupedBy(services, ({ measureId }) => measureId).values()].flatMap((contracts) => {
    const [first] = contracts;
    if (!first) return [];
    const legalBases = textsOf(first.legalBases);
    const { measureId, slug, title, intake, serviceSubject } = first;
    const spots = contracts.flatMap((contract) => {
      const own = (placesOf.get(contract.contractId) ?? []).filter((place) => isDelivered(contract, place));
      return [...groupedBy(own, spotKey)].map(([key, rows]) =>
        spotOf(key, contract, rows, spans, withOption.has(contract.contractId)),
      );
    });
    const setting = legalBasisSettingOn(legalBases.map(readLegalBasis), today);
    return [
      {
        measureId,
        slug,
        title,
        intake,
        serviceSubject,
        legalBases,
        setting,
        services: contracts.map(serviceOf),
        spots,
      },
    ];
  });
}

type ServiceRow = Awaited<ReturnType<typeof listServices>>[number];
type PlaceRow = Awaited<ReturnType<typeof listPlaces>>[number];
type TakenRow = Awaited<ReturnType<typeof listTaken>>[number];

/** A measure of its own is delivered on the contract's places; what runs in groups on the seats of its groups. */
function isDelivered(service: ServiceRow, place: PlaceRow): boolean {
  if (place.groupId !== null) return place.groupMeasureId === service.measureId;
  return service.unit === 'place' && !service.isComponent;
}

function spotOf(
  key: string,
  contract: ServiceRow,
  rows: readonly PlaceRow[],
  spans: ReadonlyMap<string, readonly TakenRow[]>,
  hasOpenOption: boolean,
): Spot {
  const first = rows[0];
  const isGroup = first?.groupName != null;
  return {
    key,
    kind: isGroup ? 'group' : 'site',
    contractId: contract.contractId,
    site: first?.site ?? '',
    groupName: first?.groupName ?? null,
    firstDay: first?.groupStarts ?? contract.termStart,
    lastDay: first?.groupEnds ?? contract.runsUntil,
    hasOpenOption: hasOpenOption && !isGroup,
    places: rows.map(({ id, no, validFrom, validTo }) => ({
      id,
      no,
      validFrom,
      validTo,
      taken: (spans.get(id) ?? []).map(({ from, to }) => ({ from, to })),
    })),
  };
}

function serviceOf(row: ServiceRow): Offer['services'][number] {
  const { contractId, providerId, providerName, unit, involvesHousehold, reportsAbsence } = row;
  const { interimReportMonths } = row;
  return {
    contractId,
    providerId,
    providerName,
    unit,
    involvesHousehold,
    reportsAbsence,
    interimReportMonths,
  };
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The offer of one measure; undefined where no running contract delivers it. */
export async function findOffer(tx: Tx, slug: string, today: string): Promise<Offer | undefined> {
  return (await listOffers(tx, today, { slug }))[0];
}

function spotKey(place: { contractId: string; sitePosition: number; groupId: string | null }): string {
  return place.groupId === null
    ? `ort_${place.contractId}_${String(place.sitePosition)}`
    : `gruppe_${place.contractId}_${place.groupId}`;
}

/** The same places with who has them at this moment, for whoever holds the lock. */
export async function placesNow(tx: Tx, places: readonly OfferedPlace[]): Promise<readonly OfferedPlace[]> {
  const rows = await taken(tx)
    .where(
      'place_id',
      'in',
      places.map(({ id }) => id),
    )
    .execute();
  const spans = groupedBy(rows, ({ placeId }) => placeId);
  return places.map((place) => ({
    ...place,
    taken: (spans.get(place.id) ?? []).map(({ from, to }) => ({ from, to })),
  }));
}

/** Ids of the contracts under which somebody can take part, of one measure alone where it is named. */
function runningContracts(tx: Tx, today: string, slug: string | null) {
  return tx
    .selectFrom('contract as running')
    .where('running.state', '=', 'signed')
    .where('running.runs_until', '>=', today)
    .$if(slug !== null, (query) =>
      query.where((where) =>
        where.exists(
          where
            .selectFrom('contract_measure as wanted')
            .innerJoin('measure as named', (join) =>
              join
                .onRef('named.tenant_id', '=', 'wanted.tenant_id')
                .onRef('named.id', '=', 'wanted.measure_id'),
            )
            .whereRef('wanted.tenant_id', '=', 'running.tenant_id')
            .whereRef('wanted.contract_id', '=', 'running.id')
            .where('named.slug', '=', slug ?? '')
            .select('wanted.measure_id'),
        ),
      ),
    )
    .select('running.id');
}

async function listServices(tx: Tx, today: string, slug: string | null) {
  return tx
    .selectFrom('contract_measure as service')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.tenant_id', '=', 'service.tenant_id')
        .onRef('contract.id', '=', 'service.contract_id'),
    )
    .innerJoin('measure', (join) =>
      join
        .onRef('measure.tenant_id', '=', 'service.tenant_id')
        .onRef('measure.id', '=', 'service.measure_id'),
    )
    .innerJoin('provider', 'provider.id', 'contract.provider_id')
    .where('contract.state', '=', 'signed')
    .where('contract.runs_until', '>=', today)
    .$if(slug !== null, (query) => query.where('measure.slug', '=', slug ?? ''))
    .select([
      'service.measure_id as measureId',
      'service.contract_id as contractId',
      'service.is_component as isComponent',
      'service.unit',
      'service.involves_household as involvesHousehold',
      'service.reports_absence as reportsAbsence',
      'service.interim_report_months as interimReportMonths',
      'contract.term_start as termStart',
      'contract.runs_until as runsUntil',
      'contract.provider_id as providerId',
      'provider.name as providerName',
      'measure.slug',
      'measure.title',
      'measure.intake',
      sql`measure.content -> 'legalBases'`.as('legalBases'),
      sql<string | null>`measure.content ->> 'targetGroup'`.as('serviceSubject'),
    ])
    .orderBy(sql`measure.title collate de_icu`)
    .orderBy('measure.id')
    .orderBy('contract.term_start')
    .orderBy('contract.id')
    .execute();
}

async function listPlaces(tx: Tx, today: string, slug: string | null) {
  return tx
    .selectFrom('contract_place as place')
    .innerJoin('contract_site as site', (join) =>
      join
        .onRef('site.tenant_id', '=', 'place.tenant_id')
        .onRef('site.contract_id', '=', 'place.contract_id')
        .onRef('site.position', '=', 'place.site_position'),
    )
    .leftJoin('training_group as run', (join) =>
      join.onRef('run.tenant_id', '=', 'place.tenant_id').onRef('run.id', '=', 'place.group_id'),
    )
    .where('place.valid_to', '>=', today)
    .where('place.contract_id', 'in', runningContracts(tx, today, slug))
    .where((where) =>
      where.or([where('run.id', 'is', null), where('run.state', 'in', ['planned', 'running'])]),
    )
    .select([
      'place.id',
      'place.no',
      'place.contract_id as contractId',
      'place.site_position as sitePosition',
      'place.group_id as groupId',
      'place.valid_from as validFrom',
      'place.valid_to as validTo',
      'site.name as site',
      'run.measure_id as groupMeasureId',
      'run.name as groupName',
      'run.starts as groupStarts',
      'run.ends as groupEnds',
    ])
    .orderBy('place.contract_id')
    .orderBy('place.site_position')
    .orderBy('run.starts')
    .orderBy('run.id')
    .orderBy('place.no')
    .execute();
}

/** Spans in which a place is taken, as far as they reach beyond what may be entered afterwards. */
async function listTaken(tx: Tx, today: string, slug: string | null) {
  // Backdating reaches back some weeks; what ended long before is in nobody's way.
  return taken(tx)
    .where('contract_id', 'in', runningContracts(tx, today, slug))
    .where(sql`coalesce(exited_on, ends)`, '>=', sql`${today}::date - 100`)
    .execute();
}

function taken(tx: Tx) {
  return tx
    .selectFrom('allocation')
    .where('place_id', 'is not', null)
    .where('state', 'not in', ['notStarted', 'declined'])
    .select([
      sql<string>`place_id`.as('placeId'),
      'starts as from',
      sql<string>`coalesce(exited_on, ends)::text`.as('to'),
    ]);
}
