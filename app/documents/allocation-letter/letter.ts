import { evaluate, type PaperInput, plainText, renderPdf } from '#templates/engine/index';
import type { Tx } from '#db/as-actor';
import type { AllocationFinding } from '~/allocation/finding';
import type { TypedAllocation } from '~/allocation/forms';
import {
  type AllocationAsked,
  findOffer,
  keepLetter,
  prepareAllocation,
  type PreparedAllocation,
  takePlace,
  type WaitlistRow,
} from '~/allocation/store';
import { findAuthority } from '~/authority/store';
import type { OpenClient } from '~/clients/client';
import { languageName } from '~/clients/languages';
import { needLabel } from '~/clients/needs';
import { findClient } from '~/clients/store';
import type { Actor } from '~/identity/actor';
import { refuse, type Result } from '~/values/result';
import { paperMeta } from '../head';
import { templateFile } from '../templates/files';
import { findTemplate, type TemplateText } from '../templates/store';
import { mentionsConsequences } from './consequences';
import { allocationLetterData, type AllocationLetterFacts, letterTitle } from './template-data';

export function allocationLetterInput(
  facts: AllocationLetterFacts,
  template: Pick<TemplateText, 'text'>,
  date: string,
): PaperInput {
  return {
    file: templateFile('zuweisung'),
    template: template.text,
    data: allocationLetterData(facts),
    meta: paperMeta({
      authority: facts.authority,
      title: letterTitle(facts),
      kind: facts.about.kind === 'waiting' ? 'Warteliste' : 'Zuweisungsschreiben',
      version: null,
      confidentiality: 'persönlich',
      date,
      isDraft: false,
    }),
  };
}

/** Whether the letter carries a notice of consequences that its legal basis does not allow (rule A19). */
export function breaksA19(facts: AllocationLetterFacts, input: PaperInput): boolean {
  if (facts.measure.setting?.allowsConsequenceNotice) return false;
  return mentionsConsequences(plainText(evaluate(input)));
}

/**
 * Allocates and keeps the letter to the person, both or neither. Refused also where the letter
 * would carry a notice of consequences that is not allowed. Answers with the id; undefined
 * where there is no such client of the actor's or no such measure under a running contract.
 */
export async function allocateWithLetter(
  tx: Tx,
  actor: Actor,
  asked: AllocationAsked,
  typed: TypedAllocation,
): Promise<Result<string, AllocationFinding> | undefined> {
  const prepared = await prepareAllocation(tx, asked, typed);
  if (!prepared?.ok) return prepared;
  const [authority, template] = await Promise.all([
    findAuthority(tx, asked.today),
    findTemplate(tx, 'zuweisung'),
  ]);
  const facts = factsOf(prepared.value, authority);
  const input = allocationLetterInput(facts, template, asked.today);
  if (breaksA19(facts, input)) {
    return refuse({ code: 'consequenceNotice', isTyped: mentionsConsequences(JSON.stringify(typed)) });
  }
  const taken = await takePlace(tx, actor, prepared.value, asked.today);
  if (!taken.ok) return taken;
  // Only for who got the place: two hundred papers for one of them would keep everybody waiting.
  const content = await renderPdf(input);
  await keepLetter(tx, actor, { allocationId: taken.value, templateVersion: template.version, content });
  return taken;
}

type LetterAuthority = AllocationLetterFacts['authority'];

function factsOf(
  { client, offer, service, spot, span, typed }: PreparedAllocation,
  authority: LetterAuthority,
): AllocationLetterFacts {
  return {
    ...headOf(client, offer, authority, typed.addressLines),
    about: {
      kind: 'allocation',
      reason: typed.reason,
      starts: span.from,
      ends: span.to,
      providerName: service.providerName,
      site: spot.site,
      groupName: spot.groupName,
      venueLines: typed.venueLines,
      firstAppointment: typed.firstAppointment,
      disclosed: disclosedOf(client, {
        ...typed,
        interpreterLanguage: typed.sharesLanguage ? client.interpreterLanguage : null,
        withHousehold: service.involvesHousehold && typed.sharesHousehold,
      }),
    },
  };
}

interface Disclosed {
  readonly contact: string | null;
  readonly purpose: string;
  readonly goals: string | null;
  /** Keys of the needs that are worked on. */
  readonly needs: readonly string[];
  readonly interpreterLanguage: string | null;
  readonly accessibility: string | null;
  readonly withHousehold: boolean;
}

/** What the provider gets to know, in the order of the form; the same rows as in the table (rule P4). */
export function disclosedOf(
  client: Pick<OpenClient, 'firstName' | 'lastName' | 'responsibleName'>,
  told: Disclosed,
): string[] {
  const needs = told.needs.map(needLabel);
  return [
    `Ihren Namen: ${client.firstName} ${client.lastName}`,
    ...(told.contact === null ? [] : [`wie er Sie erreicht: ${told.contact}`]),
    `worum es geht: ${told.purpose}`,
    ...(told.goals === null ? [] : [`vereinbarte Ziele: ${told.goals}`]),
    ...(needs.length === 0 ? [] : [`woran gearbeitet wird: ${needs.join(', ')}`]),
    ...(told.interpreterLanguage ? [`Sprachmittlung: ${languageName(told.interpreterLanguage)}`] : []),
    ...(told.accessibility === null ? [] : [`was Sie vor Ort brauchen: ${told.accessibility}`]),
    ...(told.withHousehold ? ['die Nummer Ihrer Bedarfsgemeinschaft'] : []),
    `wer im Jobcenter für Sie zuständig ist: ${client.responsibleName}`,
  ];
}

function headOf(
  client: OpenClient,
  measure: AllocationLetterFacts['measure'],
  authority: LetterAuthority,
  addressLines: readonly string[],
): Omit<AllocationLetterFacts, 'about'> {
  return {
    authority,
    person: {
      name: `${client.firstName} ${client.lastName}`,
      customerNumber: client.customerNumber,
      addressLines,
    },
    responsibleName: client.responsibleName,
    measure,
  };
}

/**
 * The letter to somebody who waits, as it would be handed out on that day; it promises no rank.
 * Undefined where the client may not be seen, the measure ended, or the letter would break rule A19.
 */
export async function findWaitingLetter(
  tx: Tx,
  entry: WaitlistRow,
  today: string,
): Promise<PaperInput | undefined> {
  const [client, offer, authority, template] = await Promise.all([
    findClient(tx, entry.clientId ?? ''),
    findOffer(tx, entry.slug, today),
    findAuthority(tx, today),
    findTemplate(tx, 'zuweisung'),
  ]);
  if (!client || !offer) return undefined;
  const facts: AllocationLetterFacts = {
    ...headOf(client, offer, authority, []),
    about: { kind: 'waiting', since: entry.waitingSince, site: entry.site },
  };
  const input = allocationLetterInput(facts, template, today);
  return breaksA19(facts, input) ? undefined : input;
}
