import type { Tx } from '#db/as-actor';
import { createHash } from 'node:crypto';
import type { Actor } from '~/identity/actor';

interface NewLetter {
  readonly contractId: string;
  readonly optionNo: number;
  readonly templateVersion: number;
  readonly content: Uint8Array;
}

/** Keeps the declaration of an option as it goes out. */
export async function keepLetter(tx: Tx, actor: Actor, letter: NewLetter): Promise<void> {
  await tx
    .insertInto('contract_letter')
    .values({
      tenant_id: actor.tenantId,
      contract_id: letter.contractId,
      option_no: letter.optionNo,
      template_version: letter.templateVersion,
      content: letter.content,
      sha256: createHash('sha256').update(letter.content).digest('hex'),
      created_by: actor.accountId,
    })
    .execute();
}

/** The declaration of an option as it was sent. */
export async function findLetter(
  tx: Tx,
  contractId: string,
  optionNo: number,
): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('contract_letter')
    .select('content')
    .where('contract_id', '=', contractId)
    .where('option_no', '=', optionNo)
    .executeTakeFirst();
  return row?.content;
}
