import type { Tx } from '#db/as-actor';
import type { PaperInput } from '#templates/engine/index';
import { findLetterhead } from '~/authority/store';
import type { InvoiceSides, Recipient } from '~/billing/details';
import { findBillingDetails, findInvoice, listOfMonth } from '~/billing/store';
import type { Actor } from '~/identity/actor';
import { paperMeta } from '../head';
import { templateFile } from '../templates/files';
import { findTemplate, type TemplateText } from '../templates/store';
import { invoiceData, type InvoiceFacts } from './template-data';

/** The provider writes it: its name stands in the head. Before it is handed in it is a draft. */
export function invoiceInput(facts: InvoiceFacts, template: TemplateText, today: string): PaperInput {
  const { invoice } = facts;
  return {
    file: templateFile('rechnung'),
    template: template.text,
    data: invoiceData(facts),
    meta: paperMeta({
      authority: { name: invoice.providerName, office: null },
      title: `Rechnung ${invoice.number}`,
      kind: invoice.correctionNo === 0 ? 'Rechnung' : 'Berichtigende Rechnung',
      version: null,
      confidentiality: 'intern',
      date: invoice.submittedOn ?? today,
      isDraft: invoice.state === 'draft',
    }),
  };
}

/** Undefined where the actor may read no invoice with this id. */
export async function loadInvoicePaper(
  tx: Tx,
  actor: Actor,
  id: string,
  today: string,
): Promise<{ readonly input: PaperInput; readonly month: string } | undefined> {
  const invoice = await findInvoice(tx, id, { hasDrafts: actor.providerId !== null });
  if (!invoice) return undefined;
  const [authority, template, ofMonth] = await Promise.all([
    findLetterhead(tx),
    findTemplate(tx, 'rechnung'),
    listOfMonth(tx, invoice),
  ]);
  const first = ofMonth.find(({ correctionNo }) => correctionNo === 0);
  const corrects = invoice.correctionNo === 0 ? null : (first?.number ?? null);
  const sides = invoice.state === 'draft' ? await sidesOfDraft(tx, actor, authority) : invoice.sides;
  const facts = { authority, invoice: { ...invoice, sides }, corrects };
  return { input: invoiceInput(facts, template, today), month: invoice.month };
}

/** A draft shows what it would be handed in with today. */
async function sidesOfDraft(tx: Tx, actor: Actor, recipient: Recipient): Promise<InvoiceSides | null> {
  const sender = actor.providerId === null ? undefined : await findBillingDetails(tx, actor.providerId);
  return sender ? { sender, recipient } : null;
}
