import type { LoaderFunctionArgs } from '@remix-run/node';
import { asActor } from '#db/as-actor';
import { findAllocation, findLetter, recordAllocationOpening } from '~/allocation/store';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { clientRoles } from '~/identity/roles';
import { found } from '~/ui/http';

export const handle = { access: only(...clientRoles) };

/** The letter as it went out. No number and no name in the file's name. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const content = await asActor(actor, async (tx) => {
    const { id } = found(await findAllocation(tx, params.zuweisung ?? ''));
    const letter = found(await findLetter(tx, id));
    await recordAllocationOpening(tx, actor, id);
    return letter;
  });
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="zuweisungsschreiben.pdf"',
    },
  });
}
