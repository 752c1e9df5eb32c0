import { expect, test } from 'vitest';
import { faultsOfTemplate, readDeliveredTemplate } from '~/documents/templates/files';
import { tenderKinds } from '~/documents/tender/print';

test.each(tenderKinds)('the delivered text of %s has no fault', (kind) => {
  expect(faultsOfTemplate(kind, readDeliveredTemplate(kind))).toEqual([]);
});

test('a placeholder that tender papers do not know is refused with its line', () => {
  const faults = faultsOfTemplate('vertrag', '# Vertrag\n\n{% $schaetzung.monatlich %}\n');
  expect(faults).toMatchObject([{ line: 3, placeholder: '$schaetzung.monatlich' }]);
});
