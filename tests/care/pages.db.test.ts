import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { today } from '~/clock';
import { plainDate } from '~/values/calendar';
import { openSession } from '../identity/support';
import { anActor } from '../support/actors';
import { aClient, aTeam } from '../support/clients';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';
import { aCare, chooseBook } from './support';

useTestDatabase();
const portal = usePortal();

const manager = anActor('jobcenterCaseManager');
const lead = anActor('teamLead');
/** Two years ago today: the review at 24 months is due. */
const twoYearsAgo = plainDate(today()).subtract({ months: 24 }).toString();

beforeAll(async () => {
  await asOwner(async (tx) => {
    await aTeam(tx);
    await aTeam(tx, 'foreign');
    await chooseBook(tx, 'jc-hannover-2018');
  });
});

describe('the page of a review', () => {
  test('the case manager records in order, the lead answers what is asked, others are refused', async () => {
    const { careId } = await aCare(twoYearsAgo);
    const [asManager, asLead, asCaseworker] = await Promise.all(
      [manager, lead, anActor('caseworker')].map(openSession),
    );
    const address = (month: number) => `/zuweisungen/${careId}/ueberpruefung/${month}`;
    const review = { form: 'review', decision: 'goOn', reasons: 'Es geht voran', prospects: 'gut' };
    const post = (month: number, cookie: string | undefined, form: Record<string, string>) =>
      portal.ask(address(month), { cookie: cookie!, form });

    const early = await post(12, asManager, review);
    expect(early.status).toBe(409);
    expect(await early.text()).toContain('Die Überprüfung nach 6 Monaten fehlt noch');
    const empty = await post(6, asManager, { form: 'review', reasons: 'Es geht voran' });
    expect(empty.status).toBe(422);
    const text = await empty.text();
    expect(text).toContain('Wählen Sie, ob die Betreuung weitergeht.');
    expect(text).toContain('Es geht voran');
    for (const month of [6, 12, 18, 24]) {
      expect((await post(month, asManager, review)).status, `${month}`).toBe(302);
    }
    expect((await post(6, asManager, review)).status).toBe(409);
    expect((await post(30, asLead, review)).status).toBe(403);
    expect((await post(24, asManager, { form: 'lead', isGranted: 'ja', note: 'ja' })).status).toBe(403);
    expect((await post(24, asCaseworker, review)).status).toBe(404);

    const seen = await (await portal.ask(address(24), { cookie: asLead! })).text();
    expect(seen).toContain('nur mit Ihrer Zustimmung');
    expect(seen).not.toContain('Apfelkern');
    const told = await post(24, asLead, { form: 'lead', note: 'beraten' });
    expect(told.status).toBe(409);
    expect(await told.text()).toContain('Wählen Sie, ob Sie zustimmen.');
    expect((await post(24, asLead, { form: 'lead', isGranted: 'nein', note: 'beraten' })).status).toBe(302);
    const after = await (await portal.ask(address(24), { cookie: asManager! })).text();
    expect(after).toContain('nicht zugestimmt');
  });

  test.each(['7', '21', '0', 'sechs', '99999'])('month %s is no review: 404', async (month) => {
    const { careId } = await aCare(twoYearsAgo);
    const cookie = await openSession(manager);
    expect((await portal.ask(`/zuweisungen/${careId}/ueberpruefung/${month}`, { cookie })).status).toBe(404);
  });

  test('the team page names what waits and what is overdue', async () => {
    const { careId } = await aCare(twoYearsAgo);
    const cookie = await openSession(lead);
    const page = await (await portal.ask('/team', { cookie })).text();
    expect(page).toContain(`/zuweisungen/${careId}/ueberpruefung/6`);
    expect(page).not.toContain('Apfelkern');
  });
});

describe('steps that are not possible', () => {
  test.each(['clearing', 'abgang', 'gespraech', 'loeschen'])(
    '%s of somebody without access leads back to the page and changes nothing',
    async (step) => {
      const clientId = await asOwner((tx) => aClient(tx, { of: manager }));
      const cookie = await openSession(manager);
      const address = `/kundinnen/${clientId}/fallmanagement?schritt=${step}`;
      const sent = await portal.ask(address, { cookie, form: { day: '01.01.2026', reason: 'x' } });
      expect([sent.status, sent.headers.get('Location')]).toEqual([
        302,
        `/kundinnen/${clientId}/fallmanagement`,
      ]);
    },
  );
});

describe('after an exit', () => {
  test('the page says what is open and that the effect record stays; the door of measures leads here', async () => {
    const { careId, clientId } = await aCare(twoYearsAgo);
    const cookie = await openSession(manager);
    const page = `/kundinnen/${clientId}/fallmanagement`;
    const elsewhere = `/zuweisungen/${careId}/abgang`;
    const day = today().split('-').reverse().join('.');
    // Past the talk that Hannover asks for nobody gets through the other door.
    expect((await portal.ask(elsewhere, { cookie })).headers.get('Location')).toBe(page);
    const bypass = { exitedOn: day, reason: 'work', note: '' };
    expect((await portal.ask(elsewhere, { cookie, form: bypass })).status).toBe(404);

    const exit = { exitedOn: day, exitReason: 'work', explanation: 'Arbeit', talkOn: day };
    const form = { ...exit, 'closingPoints.goals': 'on' };
    expect((await portal.ask(`${page}?schritt=abgang`, { cookie, form })).status).toBe(302);
    const text = async (address: string) =>
      (await (await portal.ask(address, { cookie })).text()).replaceAll('<!-- -->', '');
    expect(await text(page)).toContain('Abschlussgespräch: 4 von 5 Punkten offen.');
    const correcting = `${page}?schritt=berichtigung`;
    expect(await text(correcting)).toContain('Wirkungsanalyse ist noch nicht erfasst');
    await asOwner((tx) =>
      tx.updateTable('allocation').set({ effect_recorded: true }).where('id', '=', careId).execute(),
    );
    expect(await text(correcting)).toContain('Der Datensatz der Wirkungsanalyse bleibt, wie er ist');
    const wrong = { exitedOn: day, exitReason: 'moved', note: '' };
    const refused = await portal.ask(`${page}?schritt=berichtigung`, { cookie, form: wrong });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Nennen Sie den Grund in wenigen Worten');
    const right = { ...wrong, note: 'Umzug und nicht Arbeit' };
    expect((await portal.ask(`${page}?schritt=berichtigung`, { cookie, form: right })).status).toBe(302);
    expect(await text(page)).toContain('Abgang berichtigt');
  });
});
