import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import type { KeptFinding } from './finding';
import { decisionFault } from './finding-text';
import type { Judged } from './judge';
import type { RuleBook } from './rule-book';
import { decide, type Decision } from './rules/decision';
import { recordCheck, type NewCheck } from './store';

/** A check that was typed in, judged, and is to be decided or only shown. */
export interface Typed {
  readonly intent: 'check' | null;
  readonly decision: Decision | null;
  readonly ground: string | null;
  readonly reason: string | null;
}

export type Settled =
  | { readonly kind: 'recorded' }
  | {
      readonly kind: 'shown';
      readonly status: 200 | 409 | 422;
      readonly errors: Readonly<Record<string, string>>;
      readonly findings: readonly string[];
      readonly preview: readonly KeptFinding[];
    };

/**
 * Records the decision, or says why not; "Nur prüfen" shows what the rules say.
 * `faults` are those of the form that need more than one field.
 */
export async function settleCheck(
  tx: Tx,
  actor: Actor,
  check: Pick<NewCheck, 'clientId' | 'checkedOn' | 'about'> & {
    readonly book: RuleBook | null;
    readonly judged: Judged;
    readonly typed: Typed;
    readonly faults: Readonly<Record<string, string>>;
  },
): Promise<Settled> {
  const { judged, typed, faults } = check;
  const shown = { kind: 'shown', findings: [], preview: judged.kept } as const;
  const { decision } = typed;
  if (typed.intent === 'check') {
    const isSound = Object.keys(faults).length === 0;
    return { ...shown, status: isSound ? 200 : 422, errors: faults };
  }
  if (decision === null) {
    return { ...shown, status: 422, errors: { ...faults, decision: 'Wählen Sie die Entscheidung.' } };
  }
  if (Object.keys(faults).length > 0) return { ...shown, status: 422, errors: faults };
  // A ground belongs to an exception alone; one that was left chosen is dropped.
  const ground = decision === 'exception' ? typed.ground : null;
  const wish = { decision, ground, reason: typed.reason };
  const result = decide(check.book, judged.findings, wish, check.checkedOn);
  if (!result.ok) {
    const told = result.findings.map(decisionFault);
    const errors = Object.fromEntries(told.flatMap(([field, text]) => (field ? [[field, text]] : [])));
    const sentences = told.flatMap(([field, text]) => (field ? [] : [text]));
    return { ...shown, status: 409, errors, findings: sentences };
  }
  await recordCheck(tx, actor, {
    clientId: check.clientId,
    checkedOn: check.checkedOn,
    about: check.about,
    facts: judged.facts,
    findings: judged.kept,
    wish,
    decided: result.value,
  });
  return { kind: 'recorded' };
}
