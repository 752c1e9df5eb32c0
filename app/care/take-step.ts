import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { TypedValues } from '~/ui/form/typed-values';
import { readForm } from '~/ui/form/read-form';
import {
  beginRefusal,
  correctionRefusal,
  disputeSentence,
  exitRefusal,
  type Refusal,
  waitRefusal,
} from './finding-text';
import {
  beginForm,
  closingForm,
  confirmForm,
  correctionForm,
  disputeDecisionForm,
  disputeForm,
  exitForm,
  invitationForm,
  refusalForm,
  talkForm,
  waitForm,
} from './forms';
import type { CareStanding, CareStep } from './steps';
import {
  askAboutExit,
  correctCareExit,
  decideDispute,
  decideStart,
  endCare,
  recordClosingTalk,
  recordFollowUp,
  registerWait,
  withdrawWait,
} from './store';

export type StepOutcome =
  | { readonly kind: 'done' }
  | (Refusal & { readonly kind: 'refused'; readonly status: 409 | 422; readonly typed: TypedValues });

const done: StepOutcome = { kind: 'done' };

/** Reads the form of the step, takes it, and says in words why not. The step is one of `stepsFor`. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  request: Request,
  {
    step,
    standing,
    today,
  }: { readonly step: CareStep; readonly standing: CareStanding; readonly today: string },
): Promise<StepOutcome> {
  const { file, disputes } = standing;
  const care = file.current;
  const newest = file.cares[0];
  switch (step) {
    case 'warteliste': {
      const form = await readForm(request, waitForm);
      if (!form.ok) return unread(form);
      const result = await registerWait(tx, actor, file, form.value.since, today);
      return result.ok ? done : refused(waitRefusal(result.findings), form.typed);
    }
    case 'abmeldung': {
      const form = await readForm(request, confirmForm);
      const isDone = await withdrawWait(tx, actor, file, today);
      return isDone ? done : refused(changed, form.typed);
    }
    case 'clearing':
    case 'uebernahme': {
      const form = await readForm(request, beginForm);
      if (!form.ok) return unread(form);
      const wanted = {
        ...form.value,
        step: step === 'clearing' ? ('clearing' as const) : ('takeover' as const),
        settled: null,
      };
      const result = await decideStart(tx, actor, file, wanted, today);
      return result.ok ? done : refused(beginRefusal(result.findings), form.typed);
    }
    case 'ablehnung': {
      const form = await readForm(request, refusalForm);
      if (!form.ok) return unread(form);
      const { settledBy, settledReason, talkOn, ...typed } = form.value;
      if ((talkOn ?? '') > today) return refused(inFuture('talkOn'), form.typed, 422);
      const settled = { by: settledBy, reason: settledReason, talkOn };
      const wanted = { ...typed, step: 'refusal' as const, earlierReason: null, settled };
      const result = await decideStart(tx, actor, file, wanted, today);
      return result.ok ? done : refused(beginRefusal(result.findings), form.typed);
    }
    case 'abgang': {
      const form = await readForm(request, exitForm);
      if (!form.ok) return unread(form);
      if (!care) return refused(changed, form.typed);
      const { exitReason, ...exit } = form.value;
      const result = await endCare(tx, actor, { care, disputes }, { ...exit, reason: exitReason }, today);
      return result.ok ? done : refused(exitRefusal(result.findings), form.typed);
    }
    case 'klaerung': {
      const form = await readForm(request, disputeForm);
      if (!form.ok) return unread(form);
      const isAsked = care !== null && (await askAboutExit(tx, actor, care, form.value.question));
      return isAsked ? done : refused(changed, form.typed);
    }
    case 'entscheidung': {
      const form = await readForm(request, disputeDecisionForm);
      if (!form.ok) return unread(form);
      const result = care ? await decideDispute(tx, actor, care, form.value) : undefined;
      if (result?.ok) return done;
      const codes = result?.findings.map(({ code }) => disputeSentence(code));
      return refused(codes ? { errors: {}, findings: codes } : changed, form.typed);
    }
    case 'gespraech': {
      const form = await readForm(request, talkForm);
      if (!form.ok) return unread(form);
      if (form.value.talkOn > today) return refused(inFuture('talkOn'), form.typed, 422);
      const isDone = newest !== undefined && (await recordFollowUp(tx, actor, newest.id, form.value));
      return isDone ? done : refused(changed, form.typed);
    }
    case 'einladung': {
      const form = await readForm(request, invitationForm);
      if (!form.ok) return unread(form);
      if (form.value.invitedOn > today) return refused(inFuture('invitedOn'), form.typed, 422);
      const isDone = newest !== undefined && (await recordFollowUp(tx, actor, newest.id, form.value));
      return isDone ? done : refused(changed, form.typed);
    }
    case 'abschluss':
    case 'berichtigung':
      return await afterwards(tx, actor, request, { step, standing, today });
  }
}

/** What follows an exit that was entered: the rest of the closing talk, or a correction. */
async function afterwards(
  tx: Tx,
  actor: Actor,
  request: Request,
  { step, standing, today }: { step: 'abschluss' | 'berichtigung'; standing: CareStanding; today: string },
): Promise<StepOutcome> {
  const [care] = standing.file.cares;
  if (step === 'abschluss') {
    const form = await readForm(request, closingForm);
    if (!form.ok) return unread(form);
    const result = care && (await recordClosingTalk(tx, actor, care, form.value, today));
    if (!result) return refused(changed, form.typed);
    return result.ok ? done : refused(exitRefusal(result.findings), form.typed);
  }
  const form = await readForm(request, correctionForm);
  if (!form.ok) return unread(form);
  const { exitReason, ...exit } = form.value;
  const wanted = { ...exit, reason: exitReason };
  const result = care && (await correctCareExit(tx, actor, { care, end: standing.end }, wanted, today));
  if (!result) return refused(changed, form.typed);
  return result.ok ? done : refused(correctionRefusal(result.findings), form.typed);
}

const changed: Refusal = {
  errors: {},
  findings: ['Inzwischen hat sich der Stand geändert. Öffnen Sie die Seite neu.'],
};

function inFuture(field: string): Refusal {
  return {
    errors: { [field]: 'Der Tag liegt in der Zukunft. Geben Sie einen Tag bis heute ein.' },
    findings: [],
  };
}

function refused(refusal: Refusal, typed: TypedValues, status: 409 | 422 = 409): StepOutcome {
  return { kind: 'refused', status, ...refusal, typed };
}

function unread(form: {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: TypedValues;
}): StepOutcome {
  return { kind: 'refused', status: 422, errors: form.errors, findings: [], typed: form.typed };
}
