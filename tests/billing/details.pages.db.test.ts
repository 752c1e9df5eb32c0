import { beforeAll, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { typedDetails } from '~/billing/details-text';
import { paths } from '~/ui/paths';
import { openSession } from '../identity/support';
import { aRunningContract } from '../support/allocations';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';
import { aDraft, provider, someDetails, taxNote } from './support';

useTestDatabase();
const portal = usePortal();
let cookie: string;
beforeAll(async () => {
  cookie = await openSession(provider);
});

/** As people read it, without what only machines do. */
const textOf = async (response: Response) => (await response.text()).replace(/<!-- -->/g, '');
const see = async (path: string) => textOf(await portal.ask(path, { cookie }));
const post = (path: string, form: Record<string, string>) => portal.ask(path, { cookie, form });

test('a draft leads to the details it waits for, and from there back to be handed in', async () => {
  const { contractId } = await asOwner((tx) => aRunningContract(tx));
  const draft = await aDraft(contractId, '2026-06-01', '2026-12-31');
  const invoice = paths.providerInvoice(draft);
  const details = paths.billingDetails(draft);

  expect(await see(invoice)).toContain(`href="${details}"`);
  const terms = { number: 'R-1', taxNote };
  const refused = await post(invoice, terms);
  expect(refused.status).toBe(409);
  const said = await textOf(refused);
  expect(said).toContain('Hinterlegen Sie zuerst Ihre Rechnungsangaben.');
  expect(said).toContain('value="R-1"');

  const typed = typedDetails(someDetails);
  const faulty = await post(details, { ...typed, iban: 'DE89 3704 0044 0532 0130 01', version: '0' });
  expect(faulty.status).toBe(422);
  const again = await textOf(faulty);
  expect(again).toContain('Die Prüfziffer der IBAN passt nicht zum Konto.');
  expect(again).toContain('value="DE89 3704 0044 0532 0130 01"');
  expect(again).toContain('value="Beispielweg 1"');

  const saved = await post(details, { ...typed, version: '0', tenant_id: 'x', provider_id: 'y' });
  expect(saved.headers.get('Location')).toBe(`${invoice}?gespeichert=angaben`);
  expect(await see(`${invoice}?gespeichert=angaben`)).toContain('Sie können die Rechnung jetzt einreichen.');
  expect(await see(invoice)).not.toContain(`href="${details}"`);
  expect((await post(invoice, terms)).headers.get('Location')).toBe(`${invoice}?gespeichert=eingereicht`);
  expect(await see(invoice)).toContain('DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000');
});

test('somebody who saves an older filling sees both values and what was typed', async () => {
  const address = paths.billingDetails();
  const typed = { ...typedDetails(someDetails), town: 'Andernorts' };
  const refused = await post(address, { ...typed, version: '0' });
  expect(refused.status).toBe(409);
  const said = await textOf(refused);
  expect(said).toContain('Ort: Gespeichert ist „Musterstadt“, Ihre Angabe ist „Andernorts“.');
  expect(said).toContain('value="Andernorts"');
  // The answer carries the version that was shown: saving once more decides.
  expect(said).toContain('name="version" value="1"');
  expect((await post(address, { ...typed, version: '1' })).status).toBe(302);
  expect(await see(address)).toContain('Verlauf');
});
