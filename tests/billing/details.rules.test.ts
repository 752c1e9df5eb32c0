import { describe, expect, test } from 'vitest';
import type { BillingDetails } from '~/billing/details';
import { billingDetailsForm } from '~/billing/details-form';
import { detailsConflict, detailsHistory, typedDetails } from '~/billing/details-text';
import { changedFields, isOtherAccount } from '~/billing/rules/details';
import { addressText, ibanText } from '~/billing/words';
import { someDetails } from './support';

const typed = typedDetails(someDetails);

/** The sentence at each field that is at fault. */
function faultsOf(changes: Record<string, string>): Record<string, string> {
  const result = billingDetailsForm.safeParse({ ...typed, ...changes });
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

describe('what is typed', () => {
  test('reads as it was stored', () => {
    expect(billingDetailsForm.parse(typed)).toEqual(someDetails);
  });

  test.each([
    { typed: 'de89 3704 0044 0532 0130 00', iban: 'DE89370400440532013000' },
    { typed: 'DE89-3704-0044-0532-0130-00', iban: 'DE89370400440532013000' },
    { typed: 'AT61 1904 3002 3457 3201', iban: 'AT611904300234573201' },
  ])('the IBAN $typed is read, however it is spaced', ({ typed: iban, iban: expected }) => {
    expect(billingDetailsForm.parse({ ...typed, iban }).iban).toBe(expected);
  });

  test.each([
    { iban: '', says: 'Geben Sie die IBAN ein.' },
    { iban: 'DE89 3704 0044 0532 0130 01', says: 'Prüfziffer' },
    // Two neighbours changed places: the slip that mod 97 is for.
    { iban: 'DE89 3704 0044 0532 0103 00', says: 'Prüfziffer' },
    { iban: 'DE89 3704 0044 0532 0130 0', says: '22 Zeichen, eingegeben sind 21' },
    { iban: 'XX89 3704 0044 0532 0130 00', says: 'Land' },
    { iban: '0532013000', says: 'Land' },
    { iban: '<script>', says: 'Land' },
  ])('the IBAN "$iban" is refused: $says', ({ iban, says }) => {
    expect(faultsOf({ iban })['iban']).toContain(says);
  });

  test.each([
    { taxNumber: '12/345/67890', vatId: '', fields: [] },
    { taxNumber: '', vatId: 'de 123 456 789', fields: [] },
    { taxNumber: '1234567890123', vatId: 'DE123456789', fields: [] },
    { taxNumber: '', vatId: '', fields: ['taxNumber'] },
    { taxNumber: '12/345', vatId: '', fields: ['taxNumber'] },
    { taxNumber: 'liegt vor', vatId: '', fields: ['taxNumber'] },
    { taxNumber: '', vatId: 'DE12345678', fields: ['vatId'] },
  ])('tax number "$taxNumber" and VAT id "$vatId": faults at $fields', ({ fields, ...changes }) => {
    expect(Object.keys(faultsOf(changes))).toEqual(fields);
  });

  test.each([
    { field: 'postcode', value: '2735' },
    { field: 'bic', value: 'COBA' },
    { field: 'contactEmail', value: 'rechnungen' },
    { field: 'street', value: ' ' },
    { field: 'accountHolder', value: '' },
  ])('a fault stands at $field', ({ field, value }) => {
    expect(Object.keys(faultsOf({ [field]: value }))).toEqual([field]);
  });
});

test('all faults are told at once', () => {
  const faults = faultsOf({ taxNumber: '', iban: 'DE00', street: '' });
  expect(Object.keys(faults).sort()).toEqual(['iban', 'street', 'taxNumber']);
});

const other: BillingDetails = { ...someDetails, iban: 'DE62370400440532013001', town: 'Neustadt' };

test('what was changed is named by its field; the first time everything that is stated', () => {
  expect(changedFields(someDetails, someDetails)).toEqual([]);
  expect(changedFields(someDetails, other)).toEqual(['town', 'iban']);
  expect(changedFields(null, someDetails)).not.toContain('bic');
  expect(changedFields(null, someDetails)).toHaveLength(7);
});

test.each([
  { last: null, is: false, why: 'nothing was paid yet' },
  { last: someDetails, is: true, why: 'the last invoice went elsewhere' },
  { last: { ...someDetails, iban: other.iban }, is: false, why: 'the same account' },
])('another account than the last time: $is ($why)', ({ last, is }) => {
  expect(isOtherAccount(other, last)).toBe(is);
});

test('the history names fields and never says their values', () => {
  const version = (no: number, details: BillingDetails) => ({
    ...{ ...details, no, recordedAt: `2026-01-0${no}`, recordedBy: `T${no}` },
  });
  const history = detailsHistory([version(2, other), version(1, someDetails)]);
  expect(history.map(({ what, who }) => [what, who])).toEqual([
    ['Geändert', 'T2'],
    ['Hinterlegt', 'T1'],
  ]);
  expect(history[0]?.why).toBe('Ort, IBAN');
  expect(JSON.stringify(history)).not.toContain('DE62');
});

test('two people who save at once see both values', () => {
  const [, ...differing] = detailsConflict(other, someDetails);
  expect(differing).toEqual([
    'Ort: Gespeichert ist „Neustadt“, Ihre Angabe ist „Musterstadt“.',
    'IBAN: Gespeichert ist „DE62 3704 0044 0532 0130 01“, Ihre Angabe ist „DE89 3704 0044 0532 0130 00“.',
  ]);
});

test('an account reads in groups of four, an address in one line', () => {
  expect(ibanText('DE89370400440532013000')).toBe('DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000');
  expect(addressText(someDetails)).toBe('Beispielweg 1, 00001 Musterstadt');
  expect(addressText({ street: null, postcode: null, town: 'Musterstadt' })).toBe('Musterstadt');
  expect(addressText({ street: null, postcode: null, town: null })).toBeNull();
});
