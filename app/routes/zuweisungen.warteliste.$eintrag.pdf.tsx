import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderPdf } from '#templates/engine/index';
import { asActor } from '#db/as-actor';
import { findOwnEntry } from '~/allocation/store';
import { openClient } from '~/clients/store';
import { findWaitingLetter } from '~/documents/allocation-letter/letter';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientHandlers } from '~/identity/roles';
import { found } from '~/ui/http';

export const handle = { access: only(...clientHandlers) };

/** The letter to somebody who waits, as of today. No number and no name in the file's name. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const input = await asActor(actor, async (tx) => {
    const entry = found(await findOwnEntry(tx, params.eintrag ?? ''));
    await openClient(tx, actor, entry.clientId ?? '');
    return found(await findWaitingLetter(tx, entry, context.today));
  });
  return new Response(new Uint8Array(await renderPdf(input)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="warteliste.pdf"',
    },
  });
}
