import type { Tx } from '#db/as-actor';
import { type PaperInput, renderPdf } from '#templates/engine/index';
import { findAuthority } from '~/authority/store';
import type { Contract } from '~/contracts/contract';
import { type DecisionFinding, exerciseOption, findContract, keepLetter } from '~/contracts/store';
import type { Actor } from '~/identity/actor';
import type { Result } from '~/values/result';
import { paperMeta } from '../head';
import { templateFile } from '../templates/files';
import { findTemplate, type TemplateText } from '../templates/store';
import { extensionData, type ExtensionFacts } from './template-data';

export function extensionInput(
  facts: ExtensionFacts,
  template: TemplateText,
  { date, isDraft }: { readonly date: string; readonly isDraft: boolean },
): PaperInput {
  return {
    file: templateFile('verlaengerung'),
    template: template.text,
    data: extensionData(facts),
    meta: paperMeta({
      authority: facts.authority,
      title: `Verlängerung des Vertrags ${facts.contract.number}`,
      kind: 'Erklärung der Verlängerung',
      version: null,
      confidentiality: 'intern',
      date,
      isDraft,
    }),
  };
}

/**
 * Exercises an option and keeps its declaration as PDF, both or neither. Answers like
 * `exerciseOption`.
 */
export async function exerciseWithLetter(
  tx: Tx,
  actor: Actor,
  asked: Parameters<typeof exerciseOption>[2],
  decision: Parameters<typeof exerciseOption>[3],
): Promise<Result<Contract, DecisionFinding> | undefined> {
  const exercised = await exerciseOption(tx, actor, asked, decision);
  if (!exercised?.ok) return exercised;
  const { contract, option } = exercised.value;
  const [authority, template] = await Promise.all([
    findAuthority(tx, asked.today),
    findTemplate(tx, 'verlaengerung'),
  ]);
  const input = extensionInput({ authority, contract, option }, template, {
    date: asked.today,
    isDraft: false,
  });
  const content = await renderPdf(input);
  await keepLetter(tx, actor, {
    contractId: contract.id,
    optionNo: option.no,
    templateVersion: template.version,
    content,
  });
  return { ok: true, value: contract };
}

/** The declaration as it would be made today, marked as a draft; undefined where there is no such option. */
export async function findDraftLetter(
  tx: Tx,
  contractId: string,
  optionNo: number,
  today: string,
): Promise<PaperInput | undefined> {
  const contract = await findContract(tx, contractId);
  const option = contract?.options.find(({ no }) => no === optionNo);
  if (!contract || !option) return undefined;
  const [authority, template] = await Promise.all([
    findAuthority(tx, today),
    findTemplate(tx, 'verlaengerung'),
  ]);
  return extensionInput({ authority, contract, option }, template, { date: today, isDraft: true });
}
