import { daysAfter } from '~/values/calendar';
import { randomUUID } from 'node:crypto';
import { criteriaOf } from '~/eligibility/check-facts';
import type { MeasureTyped } from '~/eligibility/forms';
import { judgeCaseManagement, judgeMeasure } from '~/eligibility/judge';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import { ruleBook } from '~/eligibility/rule-books';
import { decide, type Wish } from '~/eligibility/rules/decision';
import type { MeasureContent } from '~/portfolio/content';
import { readLegalBasis } from '~/portfolio/legal-basis';
import { talkOn } from '../checks';
import { moment } from '../days';
import { leadOf, type Person, type World } from './world';

export const careBook = 'jc-hannover-2018';

/** A check for a measure whose criteria are all met. Answers with its id. */
export function addMeasureCheck(
  { tenantId, rows }: World,
  person: Person,
  measure: { readonly measureId: string; readonly content: MeasureContent },
  checkedOn: string,
): string {
  const { content, measureId } = measure;
  const setting = legalBasisSettingOn(content.legalBases.map(readLegalBasis), checkedOn);
  const met = { state: 'met' as const, reason: null };
  const typed: MeasureTyped = {
    intent: null,
    decision: null,
    ground: null,
    reason: null,
    contentVersion: null,
    criteria: criteriaOf(content).map(() => met),
    necessity: met,
    subordination: met,
    overlapsWith: null,
  };
  const { facts, findings, kept } = judgeMeasure({ content, setting }, typed, checkedOn);
  const wish: Wish = { decision: 'eligible', ground: null, reason: null };
  const decided = decide(null, findings, wish, checkedOn);
  if (!decided.ok) throw new Error('An example check does not open access.');
  const id = randomUUID();
  rows.add('access_check', {
    tenant_id: tenantId,
    id,
    client_id: person.client.id,
    measure_id: measureId,
    checked_on: checkedOn,
    book: null,
    facts: JSON.stringify(facts),
    findings: JSON.stringify(kept),
    decision: wish.decision,
    ground: null,
    reason: null,
    needs_consent: false,
    recheck_on: null,
    created_at: moment(checkedOn, 11),
    created_by: person.handler.id,
    created_by_name: person.handler.name,
  });
  return id;
}

/**
 * A check for internal case management by the chosen book; where a criterion is not met
 * it is an exception to which the team lead consented. Answers with its id.
 */
export function addCareCheck(world: World, person: Person, checkedOn: string): string {
  const { tenantId, rows } = world;
  const book = ruleBook(careBook);
  // As it was then; today it may be judged otherwise.
  const client = { ...person.client, expectsProgress: true, isWilling: true };
  const { facts, findings, kept } = judgeCaseManagement(book, client, talkOn(checkedOn), checkedOn);
  const wishes: readonly Wish[] = [
    { decision: 'eligible', ground: null, reason: null },
    {
      decision: 'exception',
      ground: 'severeObstacle',
      reason: 'Beispiel: Ein Hemmnis überwiegt alles andere.',
    },
  ];
  for (const wish of wishes) {
    const decided = decide(book, findings, wish, checkedOn);
    if (!decided.ok) continue;
    const id = randomUUID();
    rows.add('access_check', {
      tenant_id: tenantId,
      id,
      client_id: person.client.id,
      measure_id: null,
      checked_on: checkedOn,
      book: careBook,
      facts: JSON.stringify(facts),
      findings: JSON.stringify(kept),
      decision: wish.decision,
      ground: wish.ground,
      reason: wish.reason,
      needs_consent: decided.value.needsConsent,
      recheck_on: decided.value.recheckOn,
      created_at: moment(checkedOn, 11),
      created_by: person.handler.id,
      created_by_name: person.handler.name,
    });
    if (decided.value.needsConsent) {
      const lead = leadOf(world, person.handler);
      rows.add('access_consent', {
        tenant_id: tenantId,
        check_id: id,
        client_id: person.client.id,
        asked_at: moment(checkedOn, 11),
        asked_by: person.handler.id,
        asked_by_name: person.handler.name,
        is_granted: true,
        reason: 'Beispiel: Der Einzelfall ist begründet.',
        decided_at: moment(daysAfter(checkedOn, 2), 8),
        decided_by: lead.id,
        decided_by_name: lead.name,
      });
    }
    return id;
  }
  throw new Error('An example check does not open access to care.');
}
