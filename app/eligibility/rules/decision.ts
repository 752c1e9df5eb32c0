import { ok, refuse, type Result } from '~/values/result';
import type { Finding } from '../finding';
import type { RuleBook } from '../rule-book';
import { isUnmetCriterion } from './case-management';
import { monthsAfter } from './reviews';

export const decisions = ['eligible', 'exception', 'refused'] as const;
export type Decision = (typeof decisions)[number];

/** What somebody wants to decide; ground and reason are for those that need them. */
export interface Wish {
  readonly decision: Decision;
  readonly ground: string | null;
  readonly reason: string | null;
}

export interface Decided {
  readonly needsConsent: boolean;
  /** The day by which the person is to be checked again; null: no rule asks. */
  readonly recheckOn: string | null;
}

export type DecisionFinding =
  | { readonly code: 'blocked'; readonly rules: readonly string[] }
  | { readonly code: 'criteriaUnmet'; readonly rules: readonly string[] }
  | { readonly code: 'nothingUnmet' }
  | { readonly code: 'reasonMissing' }
  | { readonly code: 'groundMissing' };

/**
 * Whether the wish can be decided upon the findings, and what follows from it.
 *
 * A block stands against any access. Criteria that are not met leave an exception
 * or a refusal; both are reasoned, an exception by the book's way (team lead's
 * consent, or one of its grounds). Without a book (a measure) a reason suffices.
 * A dispute goes to the team lead whatever was decided (A16).
 *
 * Source: rules A7–A9, A12, A14, A16; rules.md § 12.16 (our proposal).
 */
export function decide(
  book: RuleBook | null,
  findings: readonly Finding[],
  wish: Wish,
  checkedOn: string,
): Result<Decided, DecisionFinding> {
  const against: DecisionFinding[] = [];
  const blocks = findings.filter(({ kind, state }) => kind === 'BLOCK' && state !== 'met');
  const unmet = findings.filter(isUnmetCriterion);
  if (wish.decision !== 'refused') {
    if (blocks.length) against.push({ code: 'blocked', rules: rulesOf(blocks) });
    if (wish.decision === 'eligible' && unmet.length) {
      against.push({ code: 'criteriaUnmet', rules: rulesOf(unmet) });
    }
  }
  if (wish.decision === 'exception') {
    if (!unmet.length) against.push({ code: 'nothingUnmet' });
    const grounds = book?.access.exceptionGrounds.value;
    if (grounds && !grounds.some(({ key }) => key === wish.ground)) against.push({ code: 'groundMissing' });
  }
  if (wish.decision !== 'eligible' && !wish.reason?.trim()) against.push({ code: 'reasonMissing' });
  if (against.length) return refuse(...against);

  const isException = wish.decision === 'exception';
  const isDisputed = findings.some(({ rule, kind }) => rule === 'A16' && kind === 'APPROVE');
  const asksTeamLead = book?.access.exceptionNeeds.value === 'teamLeadConsent';
  const recheck = findings.find(({ detail }) => detail.code === 'recheck')?.detail;
  return ok({
    needsConsent: isDisputed || (isException && asksTeamLead),
    recheckOn:
      wish.decision === 'refused' && recheck?.code === 'recheck'
        ? monthsAfter(checkedOn, recheck.months)
        : null,
  });
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}
