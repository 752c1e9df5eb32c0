import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner, asReader, type Tx } from '#db/as-actor';
import { loadExampleContracts } from '#db/example/contracts';
import { loadExample } from '#db/example/load';
import { loadExampleCases } from '#db/example/load-cases';
import { shownSpot } from '~/allocation/fitting';
import { wishCheckDue } from '~/allocation/rules/waiting';
import { listOffers, listWaiting } from '~/allocation/store';
import { listOpenMonths } from '~/billing/store';
import { deviationsOf } from '~/care/rules/team-view';
import { findTeam } from '~/care/store';
import { closeMissedOptions } from '~/contracts/store';
import type { Actor } from '~/identity/actor';
import { demoAccounts } from '~/identity/demo-accounts';
import type { Participant } from '~/reporting/participant';
import { dutiesOf } from '~/reporting/rules/duties';
import { listParticipants, participantsPerPage } from '~/reporting/store';
import { listReports } from '~/reports/store';
import { groupRows, standsOnToday } from '~/today/rules';
import { collectToday } from '~/today/store';
import { listFreePlaces } from '~/today/store/free-places';
import type { TodayRow } from '~/today/row';
import { daysAfter } from '~/values/calendar';
import { openSession } from '../identity/support';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

const clockBefore = process.env.PORTAL_TODAY;
afterAll(() => setClock(clockBefore));

function setClock(day: string | undefined): void {
  if (day === undefined) delete process.env.PORTAL_TODAY;
  else process.env.PORTAL_TODAY = day;
}

/** The person with that demo sign-in. */
async function demoActor(email: string): Promise<Actor> {
  const account = demoAccounts.find((one) => one.email === email);
  if (!account) throw new Error(`There is no demo account ${email}.`);
  const row = await asOwner((tx) =>
    tx
      .selectFrom('account')
      .where('email', '=', email)
      .select(['id', 'tenant_id', 'provider_id'])
      .executeTakeFirstOrThrow(),
  );
  return {
    accountId: row.id,
    sessionId: row.id,
    displayName: account.displayName,
    tenantId: row.tenant_id,
    authorityName: '',
    providerId: row.provider_id,
    providerName: row.provider_id && 'Träger',
    roles: account.roles,
    requestId: 'test',
  };
}

const providerEmails = demoAccounts.filter(({ provider }) => provider !== null).map(({ email }) => email);

/** The page of a year in which everything runs, and one at a month's end of the historical contract. */
describe.each(['2026-11-21', '2020-05-31'])('Heute and the lists of the example on %s', (today) => {
  useTestDatabase({ empty: true });
  const portal = usePortal();
  beforeAll(async () => {
    setClock(today);
    await loadExample(path.resolve('db/example/portfolio'));
    await loadExampleContracts(today);
    await loadExampleCases(today);
    await closeMissedOptions(today);
  }, 300_000);

  const read = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => await asReader(actor, work);
  const rowsOf = async (actor: Actor, day = today): Promise<readonly TodayRow[]> =>
    (await read(actor, (tx) => collectToday(tx, actor, day)))?.rows ?? [];
  /** "kind id 2026-11-30" of the rows whose key begins with one of the words. */
  const linesOf = (rows: readonly TodayRow[], kinds: readonly string[]) =>
    rows
      .filter(({ key }) => kinds.includes(key.split(' ')[0] ?? ''))
      .map(({ key, when }) => `${key} ${'day' in when ? when.day : when.since}`)
      .sort();

  test('for every participant the provider reads the same days as in its list', async () => {
    const kinds = new Set<string>();
    for (const email of providerEmails) {
      const actor = await demoActor(email);
      const duties = (await listAll(actor)).flatMap((participant) =>
        dutiesOf(participant, today).map((duty) => ({ ...duty, participantId: participant.id })),
      );
      const expected = duties
        .filter((duty) => duty.reportId === null && standsOnToday(duty, today))
        .map((duty) => `${duty.kind} ${duty.participantId} ${duty.overdueSince ?? duty.dueOn}`);
      const rows = await rowsOf(actor);
      expect(linesOf(rows, ['confirm', 'contact', 'plan', 'planReview', 'exit']), email).toEqual(
        expected.sort(),
      );
      // A begun report stands on the page before its month; its day is that of the list all the same.
      const reports = duties.flatMap(({ reportId, dueOn }) =>
        reportId ? [`report ${reportId} ${dueOn}`] : [],
      );
      const shown = linesOf(rows, ['report']);
      expect(reports, email).toEqual(expect.arrayContaining(shown));
      const near = duties.flatMap((duty) =>
        duty.reportId && standsOnToday(duty, today) ? [`report ${duty.reportId} ${duty.dueOn}`] : [],
      );
      expect(shown, email).toEqual(expect.arrayContaining(near));
      duties.forEach(({ kind }) => kinds.add(kind));
    }
    // Else the comparison says little.
    expect([...kinds]).toEqual(expect.arrayContaining(['contact', 'finalReport']));
  });

  async function listAll(actor: Actor): Promise<Participant[]> {
    const all: Participant[] = [];
    for (const state of ['laufend', 'beendet'] as const) {
      for (let page = 1; ; page += 1) {
        const filter = { state, measureId: null, site: null, page };
        const { rows } = await read(actor, (tx) => listParticipants(tx, filter));
        all.push(...rows);
        if (rows.length < participantsPerPage) break;
      }
    }
    return all;
  }

  test('reports to write are those of the list of reports, without interim ones of who has left', async () => {
    await asOwner(async (tx) => {
      const gone = await tx
        .selectFrom('allocation')
        .where('state', '=', 'closing')
        .select(['tenant_id', 'id as allocation_id', 'exited_on as due_on'])
        .execute();
      expect(gone.length).toBeGreaterThan(0);
      await tx
        .insertInto('report')
        .values(
          gone.map((row) => ({ ...row, kind: 'interim' as const, no: 99, due_on: row.due_on ?? today })),
        )
        .execute();
    });
    for (const email of providerEmails) {
      const actor = await demoActor(email);
      const { rows } = await read(actor, (tx) => listReports(tx, 'offen', 1));
      expect(rows.filter(({ no }) => no === 99)).toEqual([]);
      const overdue = rows
        .filter(({ dueOn }) => dueOn < today)
        .map(({ id, dueOn }) => `report ${id} ${dueOn}`);
      const shown = linesOf(await rowsOf(actor), ['report']);
      expect(
        shown.filter((line) => line.slice(-10) < today),
        email,
      ).toEqual(overdue.sort());
    }
    await asOwner((tx) => tx.deleteFrom('report').where('no', '=', 99).execute());
  });

  test('two months later, months to bill are those of the list of invoices', async () => {
    const later = daysAfter(today, 60);
    let count = 0;
    for (const email of providerEmails) {
      const actor = await demoActor(email);
      const open = await read(actor, (tx) => listOpenMonths(tx, later));
      const earliest = `${String(Number(later.slice(0, 4)) - 2)}${later.slice(4, 8)}01`;
      const rejected = await read(actor, (tx) =>
        tx.selectFrom('invoice').where('state', '=', 'rejected').select(['contract_id', 'month']).execute(),
      );
      const expected = new Map<string, string[]>();
      for (const { contractId, month } of open) {
        const cameBack = rejected.some((one) => one.contract_id === contractId && one.month === month);
        if (cameBack || month < earliest) continue;
        expected.set(contractId, [...(expected.get(contractId) ?? []), month]);
      }
      const rows = (await rowsOf(actor, later)).filter(({ key }) => key.startsWith('bill '));
      count += rows.length;
      const told = rows.map(({ key, to, what }) => [key, to, what]);
      expect(told, email).toEqual(
        [...expected].map(([contractId, months]) => [
          `bill ${contractId}`,
          `/traeger/rechnungen/neu?vertrag=${contractId}&monat=${months[0]?.slice(0, 7) ?? ''}`,
          months.length === 1 ? 'Rechnung stellen' : `${months.length} Rechnungen stellen`,
        ]),
      );
    }
    expect(count).toBeGreaterThan(0);
  });

  test('places are free as where somebody is allocated', async () => {
    const actor = await demoActor('jobcenter@demo.example');
    const [counted, offers] = await read(actor, (tx) =>
      Promise.all([listFreePlaces(tx, actor, today), listOffers(tx, today)]),
    );
    const sums = new Map<string, number>();
    for (const { slug, spots } of offers) {
      for (const spot of spots) {
        const { site, free } = shownSpot(spot, today);
        sums.set(`${slug}, ${site}`, (sums.get(`${slug}, ${site}`) ?? 0) + free);
      }
    }
    expect(new Map(counted.map(({ slug, site, free }) => [`${slug}, ${site}`, free]))).toEqual(sums);
    expect(sums.size).toBeGreaterThan(0);
  });

  test('a wish is asked about again on the day of the waiting list', async () => {
    const actor = await demoActor('jobcenter@demo.example');
    const entries = await read(actor, (tx) => listWaiting(tx, null));
    const expected = entries
      .filter(({ responsibleId }) => responsibleId === actor.accountId)
      .map((entry) => `waiting ${entry.id} ${wishCheckDue(entry)}`)
      .filter((line) => line.slice(-10) <= daysAfter(today, 30));
    expect(linesOf(await rowsOf(actor), ['waiting'])).toEqual(expected.sort());
  });

  test('reviews and clearings are those of the team page, for whom they lie with and for the lead', async () => {
    const lead = await demoActor('teamleitung@demo.example');
    const manager = await demoActor('fallmanagement@demo.example');
    const team = await read(lead, (tx) => findTeam(tx, lead, `${today.slice(0, 7)}-01`));
    const deviations = deviationsOf(team?.cases ?? [], false, today);
    const words = { reviewDue: 'review', reviewOverdue: 'review', clearingEnds: 'clearing' } as const;
    const expected = deviations
      .filter((one) => one.case.responsibleId === manager.accountId)
      .flatMap(({ kind, case: { careId }, month, dueOn }) =>
        kind in words
          ? [`${words[kind as keyof typeof words]} ${careId}${month === null ? '' : ` ${month}`} ${dueOn}`]
          : [],
      );
    expect(expected.length).toBeGreaterThan(0);
    expect(linesOf(await rowsOf(manager), ['review', 'clearing'])).toEqual(expected.sort());
    const late = deviations.filter(({ kind }) => kind === 'reviewOverdue');
    const counted = (await rowsOf(lead))
      .filter(({ key }) => key.startsWith('team reviewOverdue'))
      .map(({ what }) => Number(what.split(' ')[0]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(late.length);
  });

  /** A lead says for what before a person's page opens. */
  const asksForPurpose = /^\/kundinnen\/[0-9a-f-]{36}$/;

  test.each(demoAccounts.map(({ email, roles }) => ({ email, roles })))(
    '$email may follow every link of the page, and it leads to where it is done',
    async ({ email, roles }) => {
      const cookie = await openSession(await demoActor(email));
      const rows = groupRows(await rowsOf(await demoActor(email)), today).groups.flatMap(
        (group) => group.rows,
      );
      const html = await (await portal.ask('/', { cookie })).text();
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      const links = [...main.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) =>
        href.replaceAll('&amp;', '&'),
      );
      expect(links).toEqual(expect.arrayContaining(rows.map(({ to }) => to)));
      const answers = new Map<string, string>();
      for (const link of new Set(links)) {
        const response = await portal.ask(link, { cookie });
        await response.arrayBuffer();
        const onwards = response.headers.get('location');
        const isAsked = roles.includes('teamLead') && onwards !== null && asksForPurpose.test(onwards);
        answers.set(
          link,
          isAsked ? String((await portal.ask(onwards, { cookie })).status) : String(response.status),
        );
      }
      expect([...answers].filter(([, answer]) => answer !== '200')).toEqual([]);
    },
  );
});
