import type { Tx } from '#db/as-actor';
import { firstProviderName, secondProviderName, thirdProviderName } from '../authorities';
import { earlier, moment } from '../days';
import type { CaseContract, World } from './world';

/** Invented but for the form: accounts of the number that banks print in their samples, and a postcode that nobody has. */
const details: Readonly<Record<string, { street: string; town: string; iban: string; taxNumber: string }>> = {
  [firstProviderName]: {
    street: 'Beispielweg 1',
    town: 'Musterstadt (Beispiel)',
    iban: 'DE89370400440532013000',
    taxNumber: '99/999/00001',
  },
  [secondProviderName]: {
    street: 'Werkstraße 2',
    town: 'Musterstadt (Beispiel)',
    iban: 'DE62370400440532013001',
    taxNumber: '99/999/00002',
  },
  [thirdProviderName]: {
    street: 'Dorfplatz 3',
    town: 'Probedorf (Beispiel)',
    iban: 'DE35370400440532013002',
    taxNumber: '99/999/00003',
  },
};

/** What each provider bills the authority with, entered when its first contract began. */
export async function addBillingDetails(
  tx: Tx,
  { rows, tenantId, today }: World,
  contracts: readonly CaseContract[],
): Promise<void> {
  const names = await tx.selectFrom('provider').select(['id', 'name']).execute();
  for (const { id, name } of names) {
    const known = details[name];
    const own = contracts.filter(({ providerId }) => providerId === id);
    const [first] = own.sort((one, other) => (one.termStart < other.termStart ? -1 : 1));
    if (!known || !first) continue;
    rows.add('provider_billing', {
      tenant_id: tenantId,
      provider_id: id,
      no: 1,
      street: known.street,
      postcode: '00001',
      town: known.town,
      tax_number: known.taxNumber,
      vat_id: null,
      account_holder: name,
      iban: known.iban,
      bic: null,
      contact_email: 'rechnungen@traeger.example',
      recorded_at: moment(earlier(first.termStart, today), 8),
      recorded_by: first.providerStaff.id,
      recorded_by_name: first.providerStaff.name,
    });
  }
}
