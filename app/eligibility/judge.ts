import type { OpenClient } from '~/clients/client';
import type { MeasureContent } from '~/portfolio/content';
import { caseManagementFacts, type KnownCare, measureFacts } from './check-facts';
import type { Finding, KeptFinding } from './finding';
import { keptFinding } from './finding-text';
import type { CaseManagementTyped, MeasureTyped } from './forms';
import type { LegalBasisSetting } from './legal-basis-settings';
import type { RuleBook } from './rule-book';
import { type CaseManagementFacts, checkCaseManagement } from './rules/case-management';
import { checkMeasure, type MeasureFacts } from './rules/measure';

/** What the rules were asked and what they said, also in words. */
export interface Judged<Facts = CaseManagementFacts | MeasureFacts> {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly kept: readonly KeptFinding[];
}

/** Asks the book; without anything typed as far as the client's data go. */
export function judgeCaseManagement(
  book: RuleBook,
  client: OpenClient,
  typed: CaseManagementTyped | null,
  checkedOn: string,
  known?: KnownCare,
): Judged {
  const facts = caseManagementFacts(client, typed, checkedOn, known);
  const findings = checkCaseManagement(book, facts);
  return { facts, findings, kept: findings.map(keptFinding) };
}

/** A measure with what the law gives for it on that day. */
export interface MeasureSubject {
  readonly content: MeasureContent;
  readonly setting: LegalBasisSetting | null;
}

export function judgeMeasure(
  { content, setting }: MeasureSubject,
  typed: MeasureTyped | null,
  checkedOn: string,
): Judged {
  const facts = measureFacts(content, setting, typed, checkedOn);
  const findings = checkMeasure(facts, setting);
  return { facts, findings, kept: findings.map(keptFinding) };
}
