import { ownTenant, staffWith } from './policies';

/** The walls around what hangs on an allocation. Migrations that landed keep their own words: change nothing here that they use. */

/** The two functions that are in charge of clients. */
const handlers = ['caseworker', 'jobcenterCaseManager'];

/** As an array and not as a query: then the clients are found by their index, however many there are. */
const byHandled = 'responsible_id = any (array(select actor_handles()))';
const byLed = 'responsible_id = any (array(select actor_leads()))';

/** Persons of whom the actor is in charge, or stands in for whoever is. */
export const handledKeys = `participant_key in (select participant_key from client where (${staffWith(handlers)}
  and ${byHandled}))`;

/** Persons of the team that the actor leads. */
export const ledKeys = `participant_key in (select participant_key from client where (${staffWith(['teamLead'])}
  and ${byLed}))`;

/** The same, where the lead has said for what within the last hour (rule P2). */
const openedKeys = `participant_key in (select participant_key from client where (${staffWith(['teamLead'])}
  and ${byLed}
  and id in (select client_id from client_opening where ${ownTenant}
    and opened_by = (select actor_account()) and opened_at > now() - interval '1 hour')))`;

/** What hangs on a client: for those in charge, and for the lead who has said for what. */
export const ofHandledClient = `(${ownTenant} and (
  client_id in (select id from client where (${staffWith(handlers)} and ${byHandled}))
  or client_id in (select id from client where (${staffWith(['teamLead'])} and ${byLed}
    and id in (select client_id from client_opening where ${ownTenant}
      and opened_by = (select actor_account()) and opened_at > now() - interval '1 hour')))))`;

/** Allocations of those persons. One query each: joined by "or" they would be found by reading all of them. */
const allocationOf = (keys: string) => `allocation_id in (select id from allocation where ${keys})`;

/** What is told of a person in words: those in charge, and the lead who opened the client and said for what. */
export const personal = `(${ownTenant} and (${allocationOf(handledKeys)} or ${allocationOf(openedKeys)}))`;

/** What a lead is told without having said for what. */
export const handledOrLed = `(${ownTenant} and (${allocationOf(handledKeys)} or ${allocationOf(ledKeys)}))`;

/** Of persons whom the actor is in charge of. */
export const ofHandled = `(${ownTenant} and ${allocationOf(handledKeys)})`;

/** A provider's own participants, while they are there and until their reporting period is over. */
export const ofProvider = `(${ownTenant} and allocation_id in (select id from allocation
  where provider_id = (select actor_provider())
    and (visible_until is null or visible_until >= (select actor_today()))))`;

/** Rows that name the provider. */
export const ownProvider = `(${ownTenant} and provider_id = (select actor_provider()))`;

/** Rows of a provider's own contracts, once they are signed. */
export const ofOwnContract = `(${ownTenant} and contract_id in (select id from contract
  where provider_id = (select actor_provider()) and state <> 'draft'))`;
