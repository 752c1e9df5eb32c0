export const invoiceStates = ['draft', 'submitted', 'checked', 'approved', 'paid', 'rejected'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

interface Step {
  readonly from: readonly InvoiceState[];
  readonly to: InvoiceState;
  readonly by: 'provider' | 'districtOfficer';
}

/**
 * The way of an invoice through the house, once: what leads from where to where, and who
 * does it. A correction begins with the district and then goes the same way.
 *
 * Source: workflow b11; checking and approving by two people is our proposal.
 */
export const invoiceSteps = {
  submit: { from: ['draft'], to: 'submitted', by: 'provider' },
  check: { from: ['submitted'], to: 'checked', by: 'districtOfficer' },
  approve: { from: ['checked'], to: 'approved', by: 'districtOfficer' },
  pay: { from: ['approved'], to: 'paid', by: 'districtOfficer' },
  reject: { from: ['submitted', 'checked'], to: 'rejected', by: 'districtOfficer' },
} as const satisfies Readonly<Record<string, Step>>;

export type InvoiceStep = keyof typeof invoiceSteps;

function isPossible(step: InvoiceStep, state: InvoiceState): boolean {
  return (invoiceSteps[step].from as readonly InvoiceState[]).includes(state);
}

export type StepRefusal =
  | { readonly code: 'stepNotPossible'; readonly state: InvoiceState }
  | { readonly code: 'ownCheck'; readonly checkedBy: string }
  | { readonly code: 'differs'; readonly billedCents: number; readonly nowCents: number };

interface AskedStep {
  readonly state: InvoiceState;
  readonly checkedBy: { readonly id: string; readonly name: string } | null;
  /** What the invoice bills for the service, and what is owed as far as is known today. */
  readonly billedCents: number;
  readonly nowCents: number;
}

/**
 * What stands against a step. Nobody approves what they checked themselves; what no longer
 * follows from contract and places is neither checked nor approved, but rejected, so that
 * the provider bills anew. What was approved is paid; if it changes then, a correction follows.
 */
export function stepRefusals(step: InvoiceStep, invoice: AskedStep, accountId: string): StepRefusal[] {
  if (!isPossible(step, invoice.state)) return [{ code: 'stepNotPossible', state: invoice.state }];
  const refusals: StepRefusal[] = [];
  if (step === 'approve' && invoice.checkedBy?.id === accountId) {
    refusals.push({ code: 'ownCheck', checkedBy: invoice.checkedBy.name });
  }
  const { billedCents, nowCents } = invoice;
  if ((step === 'check' || step === 'approve') && billedCents !== nowCents) {
    refusals.push({ code: 'differs', billedCents, nowCents });
  }
  return refusals;
}

/** States in which an invoice is settled, so that only a correction can still change what is owed. */
export const settledStates = ['approved', 'paid'] as const satisfies readonly InvoiceState[];

export function isSettled(state: InvoiceState): boolean {
  return (settledStates as readonly InvoiceState[]).includes(state);
}
