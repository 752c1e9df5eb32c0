import { expect, test } from 'vitest';
import { auditFieldsText } from '~/identity/audit-fields';

test('changed fields read in German, unknown ones as they were logged', () => {
  expect(auditFieldsText(['displayName', 'roles'])).toBe('Name, Rollen');
  expect(auditFieldsText(['toString', 'oldField'])).toBe('toString, oldField');
  expect(auditFieldsText([])).toBe('');
});
