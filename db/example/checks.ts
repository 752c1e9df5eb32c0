import type { Tx } from '#db/as-actor';
import { findClient } from '~/clients/store';
import type { CaseManagementTyped } from '~/eligibility/forms';
import { judgeCaseManagement } from '~/eligibility/judge';
import { ruleBook } from '~/eligibility/rule-books';
import { decide, type Wish } from '~/eligibility/rules/decision';
import { recordCheck } from '~/eligibility/store';
import type { Actor } from '~/identity/actor';
import { plainDate } from '~/values/calendar';

/** Enough for every outcome; each is a check of its own with its entry in the log. */
const everyNth = 9;

/** What could have been decided, best first; the first that the rules let through is. */
const wishes: readonly Wish[] = [
  { decision: 'eligible', ground: null, reason: null },
  { decision: 'exception', ground: 'acuteProblem', reason: 'Beispiel: Die Lage duldet keinen Aufschub.' },
  { decision: 'refused', ground: null, reason: 'Beispiel: Erst die offenen Punkte klären.' },
];

/**
 * Checks of every ninth example client by who is in charge, decided by the same rules
 * as a real one: some with access, some waiting for the team lead, some refused.
 */
export async function insertChecks(
  tx: Tx,
  authority: { readonly tenantId: string; readonly name: string },
  clientIds: readonly string[],
  today: string,
): Promise<void> {
  const book = ruleBook('jc-hannover-2018');
  for (const [place, id] of clientIds.entries()) {
    const client = place % everyNth === 0 ? await findClient(tx, id) : undefined;
    if (client?.status !== 'active') continue;
    const checkedOn = plainDate(today)
      .subtract({ days: 3 + place })
      .toString();
    const { facts, findings, kept } = judgeCaseManagement(book, client, talkOn(checkedOn), checkedOn);
    for (const wish of wishes) {
      const decided = decide(book, findings, wish, checkedOn);
      if (!decided.ok) continue;
      const check = { clientId: id, checkedOn, about: { book: book.key }, facts, findings: kept };
      await recordCheck(tx, handlerOf(authority, client), { ...check, wish, decided: decided.value });
      break;
    }
  }
}

/** A talk of three that agreed, and nothing decided yet. */
export function talkOn(day: string): CaseManagementTyped {
  return {
    intent: null,
    decision: null,
    ground: null,
    reason: null,
    isInCare: false,
    exclusions: [],
    lastExitOn: null,
    jobSince: null,
    isBenefitRenewed: null,
    conferenceOn: day,
    participants: ['caseworker', 'jobcenterCaseManager', 'client'],
    goals: 'Beispiel: Alltag ordnen und die nächsten Schritte verabreden.',
    isAgreed: true,
    isPreRegistered: null,
  };
}

/** Whoever is in charge, as the author of the check. */
function handlerOf(
  authority: { readonly tenantId: string; readonly name: string },
  client: { readonly responsibleId: string; readonly responsibleName: string },
): Actor {
  return {
    accountId: client.responsibleId,
    sessionId: client.responsibleId,
    displayName: client.responsibleName,
    tenantId: authority.tenantId,
    authorityName: authority.name,
    providerId: null,
    providerName: null,
    roles: ['caseworker'],
    requestId: 'beispiel',
  };
}
