import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPdf } from '#templates/engine/index';
import { tenderInput, tenderKinds } from '~/documents/tender/print';
import { tenderGaps } from '~/procurement/rules/gaps';
import { caseManagerTenderFacts, deliveredTemplates, noSecrets } from './tender-facts';

test('x', async () => {
  expect(tenderGaps(caseManagerTenderFacts, noSecrets, '2019-09-01')).toEqual([]);
  for (const kind of tenderKinds) {
    const t = performance.now();
    const pdf = await renderPdf(
      tenderInput(kind, caseManagerTenderFacts, deliveredTemplates, {
        date: '2019-09-01',
        isDraft: false,
        basis: 'Arbeitsstand',
      }),
    );
    console.log(kind, performance.now() - t);
    writeFileSync(`/tmp/tp-${kind}.pdf`, pdf);
  }
});
