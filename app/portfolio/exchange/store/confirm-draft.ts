import { asActor, type Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import type { OutcomeCounts } from '../outcome';
import { discardDraft, draftFiles, hasDraft } from './draft';
import {
  type ImportPreview,
  ImportStopped,
  previewImport,
  runImport,
  waitForOtherImports,
} from './run-import';

/** What the import of a draft would do today; undefined where the actor has no such draft. */
export async function previewDraft(tx: Tx, actor: Actor, id: string): Promise<ImportPreview | undefined> {
  if (!(await hasDraft(tx, actor, id))) return undefined;
  return previewImport(tx, actor.tenantId, draftFiles(tx, actor, id));
}

/**
 * Imports a draft as its preview showed it (`basis`) and throws it away; undefined where
 * the actor has no such draft. Opens its own transaction, because a stopped import must
 * leave nothing behind but the draft.
 */
export async function confirmDraft(
  actor: Actor,
  id: string,
  basis: string,
): Promise<Result<OutcomeCounts, { readonly code: 'faulty' | 'catalogueChanged' }> | undefined> {
  try {
    return await asActor(actor, async (tx) => {
      // First: whoever pressed the button twice must see that the draft is gone meanwhile.
      await waitForOtherImports(tx, actor.tenantId);
      if (!(await hasDraft(tx, actor, id))) return undefined;
      const order = { tenantId: actor.tenantId, actor };
      const counts = await runImport(tx, order, draftFiles(tx, actor, id), { basis });
      await discardDraft(tx, actor, id);
      return ok(counts);
    });
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error;
    return refuse({ code: error.faulty.length > 0 ? 'faulty' : 'catalogueChanged' });
  }
}
