import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asActor, asOwner, asReader } from '#db/as-actor';
import { drawsFrom } from '#db/example/random';
import { loadExample } from '#db/example/load';
import { assignStaff, listJobcenter, removeStaff, saveSite, saveTeam } from '~/clients/store';
import { anActor, aProviderActor } from '../support/actors';
import { useTestDatabase } from '../support/database';

describe('sites, teams and who works where', () => {
  useTestDatabase();
  const admin = anActor('portalAdmin');
  const caseworker = anActor('caseworker');
  const read = () => asReader(admin, listJobcenter);

  beforeAll(async () => {
    await asActor(admin, (tx) => saveSite(tx, admin, { id: null, name: 'Hauptstelle' }));
    const [site] = (await read()).sites;
    await asActor(admin, (tx) => saveTeam(tx, admin, { id: null, name: 'Team 1', siteId: site!.id }));
  });

  test('a site is renamed; a name that another has is refused', async () => {
    await asActor(admin, (tx) => saveSite(tx, admin, { id: null, name: 'Nebenstelle' }));
    const { sites } = await read();
    const second = sites.find(({ name }) => name === 'Nebenstelle')!;
    const taken = await asActor(admin, (tx) => saveSite(tx, admin, { id: second.id, name: 'Hauptstelle' }));
    expect(taken).toEqual({ ok: false, findings: [{ code: 'nameTaken' }] });
    await asActor(admin, (tx) => saveSite(tx, admin, { id: second.id, name: 'Außenstelle' }));
    expect((await read()).sites.map(({ name }) => name)).toEqual(['Außenstelle', 'Hauptstelle']);
  });

  test('a person joins with a role the account holds, and changes the team', async () => {
    const [team] = (await read()).teams;
    const join = (accountId: string, work: 'caseworker' | 'teamLead', teamId = team!.id) =>
      asActor(admin, (tx) => assignStaff(tx, admin, { accountId, teamId, function: work }));
    expect(await join(caseworker.accountId, 'teamLead')).toEqual({
      ok: false,
      findings: [{ code: 'roleMissing' }],
    });
    expect(await join(aProviderActor('first').accountId, 'caseworker')).toEqual({
      ok: false,
      findings: [{ code: 'accountUnknown' }],
    });
    expect(await join(anActor('caseworker', { tenant: 'foreign' }).accountId, 'caseworker')).toEqual({
      ok: false,
      findings: [{ code: 'accountUnknown' }],
    });
    expect(await join(caseworker.accountId, 'caseworker', 'no-team')).toEqual({
      ok: false,
      findings: [{ code: 'teamUnknown' }],
    });
    expect((await join(caseworker.accountId, 'caseworker')).ok).toBe(true);
    expect((await join(caseworker.accountId, 'caseworker')).ok).toBe(true);
    expect((await read()).staff.map(({ name, teamName }) => [name, teamName])).toEqual([
      [caseworker.displayName, 'Team 1'],
    ]);
    await asActor(admin, (tx) => removeStaff(tx, admin, caseworker.accountId));
    expect((await read()).staff).toEqual([]);
  });

  test('a caseworker maintains nothing of it', async () => {
    const site = asActor(caseworker, (tx) => saveSite(tx, caseworker, { id: null, name: 'Eigene' }));
    await expect(site).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the example', () => {
  useTestDatabase({ empty: true });
  beforeAll(() => loadExample(path.resolve('db/example/portfolio')));

  test('has about 300 people with names of their own, checks of every outcome, and a few in the other authority', async () => {
    const { profiles, decisions, tenants } = await asOwner(async (tx) => ({
      profiles: await tx
        .selectFrom('client_profile')
        .select(['tenant_id', 'first_name', 'last_name'])
        .execute(),
      decisions: await tx.selectFrom('access_check').select(['decision', 'needs_consent']).execute(),
      tenants: await tx
        .selectFrom('client')
        .select(({ fn }) => ['tenant_id', fn.countAll<string>().as('count')])
        .groupBy('tenant_id')
        .execute(),
    }));
    expect(profiles).toHaveLength(296 + 15);
    const named = profiles.map((row) => `${row.tenant_id} ${row.first_name} ${row.last_name}`);
    expect(new Set(named).size).toBe(296 + 15);
    expect(new Set(decisions.map(({ decision }) => decision))).toEqual(
      new Set(['eligible', 'exception', 'refused']),
    );
    expect(decisions.some((row) => row.needs_consent)).toBe(true);
    expect(tenants.map(({ count }) => Number(count)).sort((a, b) => a - b)).toEqual([15, 296]);
  });

  test('draws the same every time', () => {
    const drawn = () => {
      const draws = drawsFrom(7);
      return [
        draws.between(1, 100),
        draws.pick(['a', 'b', 'c']),
        draws.some([1, 2, 3, 4], 2),
        draws.chance(50),
      ];
    };
    expect(drawn()).toEqual(drawn());
  });
});
