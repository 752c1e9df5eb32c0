import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/as-actor';
import type { OpenClient } from '~/clients/client';
import { findClient, listHandled } from '~/clients/store';
import { opensAccess } from '~/eligibility/check';
import { listChecks } from '~/eligibility/store';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { AllocationFinding } from '../finding';
import type { TypedAllocation } from '../forms';
import type { Offer, OfferedPlace, Spot } from '../offer';
import { periodFindings } from '../rules/period';
import { firstFreePlace, freeOn, type Span } from '../rules/places';
import { interimReports } from '../rules/reports';
import { takesIn, waitingLonger } from '../rules/waiting';
import { constraintMet, lockPlaces } from './lock';
import { recordMove } from './moves';
import { newestCheck } from './newest-check';
import { findOffer, placesNow } from './offers';
import { findParticipantKey, listParticipations, type Participation } from './person';
import { closeWaiting, listWaiting, type WaitlistRow } from './waitlist';

export interface AllocationAsked {
  readonly clientId: string;
  /** The measure. */
  readonly slug: string;
  readonly today: string;
}

/** An allocation that nothing stands against, with everything that its letter tells. */
export interface PreparedAllocation {
  readonly client: OpenClient;
  readonly offer: Offer;
  readonly service: Offer['services'][number];
  readonly spot: Spot;
  readonly span: Span;
  readonly typed: TypedAllocation;
  readonly participantKey: string;
  readonly checkId: string;
  readonly ownEntry: WaitlistRow | undefined;
}

/**
 * Looks at everything that could stand against an allocation, writes nothing and waits for
 * nobody: most of those who come too late leave here. Undefined where there is no such client of the
 * actor's or no such measure under a running contract.
 */
export async function prepareAllocation(
  tx: Tx,
  { clientId, slug, today }: AllocationAsked,
  typed: TypedAllocation,
): Promise<Result<PreparedAllocation, AllocationFinding> | undefined> {
  const [client, key, handled] = await Promise.all([
    findClient(tx, clientId),
    findParticipantKey(tx, clientId),
    listHandled(tx),
  ]);
  if (!client || !key || !handled.has(client.responsibleId)) return undefined;
  const [offer, checks, participations] = await Promise.all([
    findOffer(tx, slug, today),
    listChecks(tx, clientId),
    listParticipations(tx, key, typed.starts),
  ]);
  if (!offer) return undefined;
  const check = newestCheck(checks, slug);
  if (!check || !opensAccess(check)) return refuse({ code: 'accessNotOpen' });
  const waiting = await listWaiting(tx, offer.measureId);
  const isWaiting = waiting.some(({ participantKey }) => participantKey === key);
  if (!takesIn(offer.intake, isWaiting)) return refuse({ code: 'intakeNotOpen', intake: offer.intake });
  const spot = offer.spots.find((candidate) => candidate.key === typed.spot);
  const service = offer.services.find((candidate) => candidate.contractId === spot?.contractId);
  if (!spot || !service) return refuse({ code: 'spotUnknown' });

  const span = { from: typed.starts, to: typed.ends ?? spot.lastDay };
  const findings: AllocationFinding[] = [
    ...periodFindings({ starts: span.from, ends: span.to }, spot, {
      today,
      backdateReason: typed.backdateReason,
    }),
    ...personFindings({ offer, participations, span, waiting, key, spot, client }, typed),
  ];
  // Of days on which there is no place at all nothing else needs to be said.
  const isInFrame = !findings.some(({ code }) => outsideFrame.has(code));
  if (isInFrame && !firstFreePlace(spot.places, span)) {
    findings.push(await missingPlace(tx, spot, span, typed.shownAt));
  }
  if (findings.length > 0) return refuse(...findings);

  return ok({
    client,
    offer,
    service,
    spot,
    span,
    typed,
    participantKey: key,
    checkId: check.id,
    ownEntry: waiting.find(({ participantKey }) => participantKey === key),
  });
}

/**
 * Takes the first free place of the site, or seat of the group, with the decision, what the
 * provider gets to know, the needs, the interim reports and the end of the waiting: all or
 * nothing. Answers with the id.
 *
 * Two people may click at the same moment: the lock lets one of them go first, and the other
 * finds the place taken. The lock ends with the transaction: what the caller does behind this
 * is what everybody else waits for.
 */
export async function takePlace(
  tx: Tx,
  actor: Actor,
  prepared: PreparedAllocation,
  today: string,
): Promise<Result<string, AllocationFinding>> {
  const { spot, span, typed, service, ownEntry } = prepared;
  await lockPlaces(tx, spot.contractId);
  const now = { ...spot, places: await placesNow(tx, spot.places) };
  const place = firstFreePlace(now.places, span);
  if (!place) return refuse(await missingPlace(tx, now, span, typed.shownAt));
  const id = await insertAllocation(tx, actor, prepared, place, today);
  if (id === null) return refuse({ code: 'placeTaken', nextFreeOn: null });
  await insertWords(tx, actor, id, prepared);
  const reports = interimReports({ starts: span.from, ends: span.to }, service.interimReportMonths);
  await insertInterimReports(tx, actor, id, reports);
  await closeWaiting(tx, actor, ownEntry, today);
  await recordMove(tx, actor, {
    allocationId: id,
    deed: 'allocated',
    day: span.from,
    reason: typed.backdateReason,
  });
  return ok(id);
}

const outsideFrame = new Set<AllocationFinding['code']>(['endsBeforeStart', 'beforeFrame', 'afterFrame']);

interface PersonFacts {
  readonly offer: Offer;
  readonly participations: readonly Participation[];
  readonly span: Span;
  readonly waiting: readonly WaitlistRow[];
  readonly key: string;
  readonly spot: Spot;
  readonly client: OpenClient;
}

/** What stands against it for this person: rules.md § 12.10 (once in a measure), A22, C10, P4. */
function personFindings(
  { offer, participations, span, waiting, key, spot, client }: PersonFacts,
  typed: TypedAllocation,
): AllocationFinding[] {
  const findings: AllocationFinding[] = [];
  const meanwhile = participations.filter(({ starts, ends }) => starts <= span.to && span.from <= ends);
  const same = meanwhile.find(({ measureId }) => measureId === offer.measureId);
  if (same) findings.push({ code: 'alreadyThere', starts: same.starts, ends: same.ends });
  const overlap = overlapOf(offer, meanwhile);
  if (overlap && typed.overlapReason === null) {
    findings.push({ code: 'overlapReasonMissing', other: overlap.title });
  }
  const longer = waitingLonger(waiting, { participantKey: key, site: spot.site });
  if (longer.length > 0 && typed.earlierReason === null) {
    findings.push({ code: 'earlierReasonMissing', count: longer.length });
  }
  if (typed.needs.length === 0 && client.needs.some(({ endedOn }) => endedOn === null)) {
    findings.push({ code: 'needsMissing' });
  }
  return findings;
}

/** Another holistic offer beside this one, which is holistic itself (rule A22). */
export function overlapOf(
  { measureId, setting }: Pick<Offer, 'measureId' | 'setting'>,
  participations: readonly Participation[],
): Participation | undefined {
  if (!setting?.isHolistic) return undefined;
  return participations.find((other) => other.isHolistic && other.measureId !== measureId);
}

/** Nothing is free: because somebody was faster than this page, or because it never was. */
async function missingPlace(
  tx: Tx,
  spot: Spot,
  span: Span,
  shownAt: string | null,
): Promise<AllocationFinding> {
  const { firstFreeOn } = freeOn(spot.places, span.from);
  const nextFreeOn = firstFreeOn === span.from ? null : firstFreeOn;
  if (shownAt !== null && (await wasTakenSince(tx, spot, span, shownAt)))
    return { code: 'placeTaken', nextFreeOn };
  const { site, groupName } = spot;
  return { code: 'noPlaceFree', site, groupName, starts: span.from, nextFreeOn };
}

async function wasTakenSince(tx: Tx, spot: Spot, span: Span, shownAt: string): Promise<boolean> {
  const moment = readMoment(shownAt);
  if (moment === null) return false;
  const places = spot.places.map(({ id }) => id);
  const row = await tx
    .selectFrom('allocation')
    .where('place_id', 'in', places)
    .where('state', 'not in', ['notStarted', 'declined'])
    .where('created_at', '>', moment)
    .where('starts', '<=', span.to)
    .where(sql<string>`coalesce(exited_on, ends)`, '>=', span.from)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A hidden field carries it: what is no moment counts as none. */
function readMoment(text: string): string | null {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return null;
  }
}

/** Null where somebody else has the place or the person is in the measure by now: a constraint knows. */
async function insertAllocation(
  tx: Tx,
  actor: Actor,
  { participantKey, offer, service, span }: PreparedAllocation,
  place: OfferedPlace,
  today: string,
): Promise<string | null> {
  let id: string | undefined;
  const constraint = await constraintMet(tx, async () => {
    const row = await tx
      .insertInto('allocation')
      .values({
        tenant_id: actor.tenantId,
        participant_key: participantKey,
        measure_id: offer.measureId,
        contract_id: service.contractId,
        provider_id: service.providerId,
        place_id: place.id,
        state: 'active',
        // Entered afterwards, it counts from the day on which it began.
        allocated_on: span.from < today ? span.from : today,
        starts: span.from,
        ends: span.to,
        reports_absence: service.reportsAbsence,
      })
      // Without a name: whichever of the exclusion constraints it meets.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    id = row?.id;
  });
  return constraint === null ? (id ?? null) : null;
}

/** Why it was decided, what the provider gets to know and no more (rule P4), and what is worked on. */
async function insertWords(
  tx: Tx,
  actor: Actor,
  id: string,
  { client, checkId, typed, service }: PreparedAllocation,
): Promise<void> {
  const of = { tenant_id: actor.tenantId, allocation_id: id };
  await tx
    .insertInto('allocation_decision')
    .values({
      ...of,
      check_id: checkId,
      reason: typed.reason,
      address_lines: typed.addressLines,
      venue_lines: typed.venueLines,
      first_appointment: typed.firstAppointment,
      overlap_reason: typed.overlapReason,
      earlier_reason: typed.earlierReason,
      backdate_reason: typed.backdateReason,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .execute();
  await tx
    .insertInto('allocation_disclosure')
    .values({
      ...of,
      first_name: client.firstName,
      last_name: client.lastName,
      contact: typed.contact,
      purpose: typed.purpose,
      goals: typed.goals,
      interpreter_language: typed.sharesLanguage ? client.interpreterLanguage : null,
      accessibility: typed.accessibility,
      household_number: service.involvesHousehold && typed.sharesHousehold ? client.householdNumber : null,
      caseworker_name: client.responsibleName,
    })
    .execute();
  const needs = client.needs.filter(
    ({ key, endedOn }) => endedOn === null && typed.needs.some((chosen) => chosen === key),
  );
  if (needs.length === 0) return;
  await tx
    .insertInto('allocation_need')
    .values(needs.map(({ key, group }) => ({ ...of, need_key: key, need_group: group })))
    .execute();
}

/** Interim reports that the contract asks for; those that are there already stay. */
export async function insertInterimReports(
  tx: Tx,
  actor: Actor,
  allocationId: string,
  reports: readonly { readonly no: number; readonly dueOn: string }[],
): Promise<void> {
  if (reports.length === 0) return;
  await tx
    .insertInto('report')
    .values(
      reports.map(({ no, dueOn }) => ({
        tenant_id: actor.tenantId,
        allocation_id: allocationId,
        kind: 'interim' as const,
        no,
        due_on: dueOn,
      })),
    )
    .onConflict((conflict) => conflict.constraint('report_once').doNothing())
    .execute();
}
