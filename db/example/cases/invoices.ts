import { randomUUID } from 'node:crypto';
import type { Recipient } from '~/billing/details';
import { formatDay, daysAfter } from '~/values/calendar';
import { formatEuro } from '~/values/money';
import { daysBetween, earlier, firstOfMonth, lastOfMonth, later, moment, workdayFrom } from '../days';
import type { ExampleCourse, RunningContract } from '../plan';
import type { Participation } from './participation';
import { moveAdder } from './record';
import type { Author, CaseContract, World } from './world';

const taxNote = 'Umsatzsteuerfrei nach § 4 Nr. 15b UStG';

type InvoiceState = 'draft' | 'submitted' | 'checked' | 'approved' | 'paid';

/** A result with its proof, claimed once. */
interface Claim {
  readonly id: string;
  readonly allocationId: string;
  readonly participantKey: string;
  readonly reachedOn: string;
  readonly cents: number;
}

interface Billing {
  readonly contract: CaseContract;
  readonly participations: readonly Participation[];
  readonly premium: RunningContract['premium'];
  readonly course: Pick<ExampleCourse, 'lastInvoice'>;
  readonly recipient: Recipient;
}

/**
 * The invoices of a contract, month by month until the last month that is over: all paid
 * but the last. Where days are billed, an exit was corrected once after the invoice.
 */
export function addInvoices(world: World, billing: Billing): void {
  const { contract, participations, premium, course, recipient } = billing;
  const months = monthsOf(contract, world.today);
  const own = participations.filter(({ service, settled }) => !service.isComponent && !settled);
  const claims = premium ? claimsOf(own, premium) : [];
  const correction = contract.billsOccupied ? correctionOf(own, months.slice(0, -1)) : null;
  for (const month of months) {
    const days = occupiedDays(own, month);
    const wrong = correction?.month === month ? correction.days : 0;
    const service = serviceLine(contract, month, days + wrong);
    const premiums = claims
      .filter(({ reachedOn }) => firstOfMonth(reachedOn) === month)
      .map((claim) => premiumLine(claim, premium?.label ?? ''));
    const state = month === months.at(-1) ? course.lastInvoice : 'paid';
    const number = `${contract.number.slice('Beispiel '.length)}/${month.slice(0, 7)}`;
    const lines = [service, ...premiums];
    addInvoice(world, contract, { month, number, correctionNo: 0, lines, state, recipient });
    if (correction?.month !== month) continue;
    const line = correctionLine(number, { now: serviceLine(contract, month, days), before: service });
    const corrected = {
      month,
      number: `${number}-B1`,
      correctionNo: 1,
      lines: [line],
      state: 'paid',
      recipient,
    } as const;
    addInvoice(world, contract, corrected);
    const reason = 'Beispiel: Die Person ist früher ausgetreten als gemeldet.';
    const day = earlier(firstOfMonth(month, 2), world.today);
    moveAdder(world, correction.allocationId)('exitCorrected', day, contract.providerStaff, reason);
  }
}

/** First days of the months of the contract that are over. */
function monthsOf({ termStart, runsUntil }: CaseContract, today: string): string[] {
  const months: string[] = [];
  for (let month = firstOfMonth(termStart); month <= runsUntil; month = firstOfMonth(month, 1)) {
    if (lastOfMonth(month) >= today) break;
    months.push(month);
  }
  return months;
}

/** On how many days of the month places were taken, each place for itself. */
function occupiedDays(participations: readonly Participation[], month: string): number {
  const last = lastOfMonth(month);
  return participations.reduce((sum, { starts, exit, ends }) => {
    const from = later(starts, month);
    const until = earlier(exit?.on ?? ends, last);
    return until < from ? sum : sum + daysBetween(from, until) + 1;
  }, 0);
}

interface Line {
  readonly kind: 'service' | 'premium' | 'correction';
  readonly label: string;
  readonly quantity: string;
  readonly cents: number;
  readonly claim: Claim | null;
  /** What it was computed from, as the invoice keeps it. */
  readonly from: object | null;
}

/** A part of a month counts by its days ÷ days of that month (rules.md § 12.6). */
function serviceLine({ billsOccupied, priceCents }: CaseContract, month: string, days: number): Line {
  const line = { kind: 'service' as const, label: 'Durchführung', claim: null };
  const monthDays = daysBetween(month, firstOfMonth(month, 1));
  if (!billsOccupied) {
    const quantity = `1 Monat zu ${formatEuro(priceCents)} je Monat`;
    return {
      ...line,
      quantity,
      cents: priceCents,
      from: { kind: 'month', days: monthDays, monthDays, priceCents },
    };
  }
  return {
    ...line,
    quantity: `${days} Belegungstage ÷ ${monthDays} Tage zu ${formatEuro(priceCents)} je Platz und Monat`,
    cents: Math.round((priceCents * days) / monthDays),
    from: { kind: 'occupied', occupiedDays: days, monthDays, priceCents },
  };
}

function premiumLine(claim: Claim, label: string): Line {
  return {
    kind: 'premium',
    label: `Prämie: ${label}`,
    quantity: `erreicht am ${formatDay(claim.reachedOn)}`,
    cents: claim.cents,
    claim,
    from: null,
  };
}

function correctionLine(
  number: string,
  { now, before }: { readonly now: Line; readonly before: Line },
): Line {
  return {
    kind: 'correction',
    label: `Berichtigung der Rechnung ${number}`,
    quantity: `neu berechnet ${formatEuro(now.cents)}, bisher berechnet ${formatEuro(before.cents)}`,
    cents: now.cents - before.cents,
    claim: null,
    from: null,
  };
}

/** Whoever took up work, once for each person and within the cap of the year. */
function claimsOf(
  participations: readonly Participation[],
  { cents, yearCapCents }: NonNullable<RunningContract['premium']>,
): Claim[] {
  const seen = new Set<string>();
  const ofYear = new Map<string, number>();
  return participations.flatMap(({ id, person, exit }) => {
    if (exit?.reason !== 'work' || seen.has(person.key)) return [];
    const year = exit.on.slice(0, 4);
    const sum = (ofYear.get(year) ?? 0) + cents;
    if (sum > yearCapCents) return [];
    ofYear.set(year, sum);
    seen.add(person.key);
    return [{ id: randomUUID(), allocationId: id, participantKey: person.key, reachedOn: exit.on, cents }];
  });
}

/** An exit whose place stayed empty for some days of its month, which were billed at first. */
function correctionOf(
  participations: readonly Participation[],
  months: readonly string[],
): { month: string; days: number; allocationId: string } | null {
  for (const month of [...months].reverse()) {
    for (const { id, placeId, exit } of participations) {
      if (!exit || firstOfMonth(exit.on) !== month) continue;
      const next = participations
        .filter((other) => other.placeId === placeId && other.starts > exit.on)
        .reduce((first, { starts }) => earlier(first, starts), '9999-12-31');
      const days = Math.min(4, daysBetween(exit.on, lastOfMonth(month)), daysBetween(exit.on, next) - 1);
      if (days > 0) return { month, days, allocationId: id };
    }
  }
  return null;
}

interface NewInvoice {
  readonly month: string;
  readonly number: string;
  readonly correctionNo: 0 | 1;
  readonly lines: readonly Line[];
  readonly state: InvoiceState;
  readonly recipient: Recipient;
}

function addInvoice(
  world: World,
  contract: CaseContract,
  { month, number, correctionNo, lines, state, recipient }: NewInvoice,
): void {
  const { rows, tenantId, today, draws, officers } = world;
  const [checker, approver] = officers;
  const id = randomUUID();
  const total = lines.reduce((sum, { cents }) => sum + cents, 0);
  const author = correctionNo === 0 ? contract.providerStaff : checker;
  const upTo = (day: string) => earlier(workdayFrom(day), today);
  const createdOn = upTo(daysAfter(firstOfMonth(month, 1 + correctionNo), draws.between(0, 4)));
  const submittedOn = state === 'draft' ? null : createdOn;
  const isDecided = state === 'approved' || state === 'paid';
  const checkedOn = upTo(daysAfter(createdOn, draws.between(2, 8)));
  const decidedOn = upTo(daysAfter(checkedOn, draws.between(1, 4)));
  const paidOn = upTo(daysAfter(decidedOn, draws.between(3, 10)));
  rows.add('invoice', {
    tenant_id: tenantId,
    id,
    contract_id: contract.id,
    provider_id: contract.providerId,
    month,
    correction_no: correctionNo,
    number,
    state,
    total_cents: total,
    tax_note: taxNote,
    submitted_on: submittedOn,
    checked_by: isDecided || state === 'checked' ? checker.id : null,
    checked_by_name: isDecided || state === 'checked' ? checker.name : null,
    approved_by: isDecided ? approver.id : null,
    approved_by_name: isDecided ? approver.name : null,
    decided_on: isDecided ? decidedOn : null,
    paid_on: state === 'paid' ? paidOn : null,
    rejected_reason: null,
    basis: JSON.stringify({
      service: lines.flatMap(({ from, cents }) => (from ? [{ part: { kind: 'term' }, cents, from }] : [])),
    }),
    version: 1,
    created_at: moment(createdOn, 8),
    created_by: author.id,
    created_by_name: author.name,
    ...sidesOf(state === 'draft' ? null : recipient),
  });
  addLines(world, contract, { invoiceId: id, lines, claimedOn: createdOn });
  addMoves(world, id, [
    ['created', createdOn, author],
    ...(submittedOn === null ? [] : ([['submitted', submittedOn, author]] as const)),
    ...(isDecided || state === 'checked' ? ([['checked', checkedOn, checker]] as const) : []),
    ...(isDecided ? ([['approved', decidedOn, approver]] as const) : []),
    ...(state === 'paid' ? ([['paid', paidOn, approver]] as const) : []),
  ]);
  if (state !== 'paid') return;
  rows.add('payment', {
    tenant_id: tenantId,
    contract_id: contract.id,
    product_id: contract.productId,
    funding_source_id: contract.fundingSourceId,
    // What was delivered in December belongs to the old year, whenever it is paid (workflows.md b11).
    fiscal_year: Number(month.slice(0, 4)),
    amount_cents: total,
    reference: `Rechnung ${number}`,
    booked_at: moment(paidOn, 10),
    booked_by: approver.id,
    booked_by_name: approver.name,
    invoice_id: id,
  });
}

function addLines(
  { rows, tenantId }: World,
  contract: CaseContract,
  {
    invoiceId,
    lines,
    claimedOn,
  }: { readonly invoiceId: string; readonly lines: readonly Line[]; readonly claimedOn: string },
): void {
  for (const [index, { kind, label, quantity, cents, claim }] of lines.entries()) {
    rows.add('invoice_line', {
      tenant_id: tenantId,
      invoice_id: invoiceId,
      position: index + 1,
      kind,
      label,
      quantity,
      amount_cents: cents,
    });
    if (!claim) continue;
    rows.add('premium_claim', {
      tenant_id: tenantId,
      id: claim.id,
      contract_id: contract.id,
      allocation_id: claim.allocationId,
      participant_key: claim.participantKey,
      kind: 'work',
      reached_on: claim.reachedOn,
      proof: 'Arbeitsvertrag lag vor (Beispiel)',
      amount_cents: cents,
      invoice_id: invoiceId,
      claimed_at: moment(claimedOn, 8),
      claimed_by: contract.providerStaff.id,
      claimed_by_name: contract.providerStaff.name,
    });
  }
}

/** Handed in with the details that each provider entered once; all rows name the same columns. */
function sidesOf(recipient: Recipient | null) {
  return {
    billing_no: recipient && 1,
    recipient_name: recipient?.name ?? null,
    recipient_office: recipient?.office ?? null,
    recipient_street: recipient?.street ?? null,
    recipient_postcode: recipient?.postcode ?? null,
    recipient_town: recipient?.town ?? null,
  };
}

type Move = readonly ['created' | 'submitted' | 'checked' | 'approved' | 'paid', string, Author];

function addMoves({ rows, tenantId }: World, invoiceId: string, moves: readonly Move[]): void {
  for (const [index, [deed, day, by]] of moves.entries()) {
    rows.add('invoice_move', {
      tenant_id: tenantId,
      invoice_id: invoiceId,
      deed,
      reason: null,
      moved_at: moment(day, 8 + index),
      moved_by: by.id,
      moved_by_name: by.name,
    });
  }
}
