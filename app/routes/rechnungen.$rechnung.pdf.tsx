import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderPdf } from '#templates/engine/index';
import { asReader } from '#db/as-actor';
import { loadInvoicePaper } from '~/documents/invoice/print';
import { only } from '~/identity/access';
import { requireActor } from '~/identity/require-actor';
import { found } from '~/ui/http';

/** The account stands on it: for those who pay, and not for all who read the list. */
export const handle = { access: only('districtOfficer') };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context);
  const paper = await asReader(actor, (tx) =>
    loadInvoicePaper(tx, actor, params.rechnung ?? '', context.today),
  );
  const { input, month } = found(paper);
  return new Response(new Uint8Array(await renderPdf(input)), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="rechnung-${month.slice(0, 7)}.pdf"`,
    },
  });
}
