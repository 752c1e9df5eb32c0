import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { admission } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import { importMeasure } from '~/portfolio/import-measure';
import { measureSource } from '~/portfolio/source';
import { declaredAccess } from '~/server/gate';
import { aDraftWithId } from '../contracts/support';
import { openSession } from '../identity/support';
import { anActor, authorities, everybody } from '../support/actors';
import { aClient } from '../support/clients';
import { loadBuild } from '../support/build';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

/**
 * Every route × every account × things of its own, of a foreign authority and of nobody.
 *
 * The routes come from the build, so a new one is swept by itself; a new kind of
 * parameter fails until `things` knows what to put there.
 */
useTestDatabase();
const portal = usePortal();
const { routes } = await loadBuild();

/** For each parameter: what belongs to the own authority, to the foreign one, and to nobody. */
const things: Readonly<
  Record<string, { readonly own: string; readonly foreign: string; readonly missing: string }>
> = {
  slug: { own: 'eigene-massnahme', foreign: 'fremde-massnahme', missing: 'keine-massnahme' },
  id: {
    own: anActor('caseworker').accountId,
    foreign: anActor('caseworker', { tenant: 'foreign' }).accountId,
    missing: 'c0000000-0000-4000-8000-000000000999',
  },
  kundin: {
    own: 'f0000000-0000-4000-8000-000000000011',
    foreign: 'f0000000-0000-4000-8000-000000000012',
    missing: 'f0000000-0000-4000-8000-000000000998',
  },
  vertrag: {
    own: 'f0000000-0000-4000-8000-000000000021',
    foreign: 'f0000000-0000-4000-8000-000000000022',
    missing: 'f0000000-0000-4000-8000-000000000997',
  },
  entwurf: {
    own: 'f0000000-0000-4000-8000-000000000001',
    foreign: 'f0000000-0000-4000-8000-000000000002',
    missing: 'f0000000-0000-4000-8000-000000000999',
  },
};

/** Parameters that name no thing of anybody: the same word for all. */
const words: Readonly<Record<string, string>> = {
  token: 'kein-link',
  art: 'beschlussvorlage',
  abschnitt: 'bedarf',
  schritt: 'lose',
  option: '1',
};

const doors = Object.values(routes).flatMap((route) =>
  route.path && route.id !== 'root' ? [{ ...route, pattern: `/${route.path}` }] : [],
);
const doorsOfThings = doors.filter(({ pattern }) => parametersOf(pattern).some((name) => name in things));

/** The foreign authority's staff hold the same roles; what is theirs is asked for by the own staff. */
const ownStaff = everybody.filter((actor) => actor.tenantId === authorities.own.id);
const cookies = new Map<Actor, string>();

/** Anew for each door: behind some of them a form signs the actor out. */
async function signInAll() {
  for (const actor of ownStaff) cookies.set(actor, await openSession(actor));
}

beforeAll(async () => {
  const file = await readFile('db/example/portfolio/case-manager.json', 'utf8');
  const source = measureSource.parse(JSON.parse(file));
  await asOwner(async (tx) => {
    for (const side of ['own', 'foreign'] as const) {
      const target = { tenantId: authorities[side].id, sourceYear: 2019 };
      const measureId = await importMeasure(tx, target, { ...source, slug: things.slug![side] });
      const { tenantId, accountId } = anActor('districtOfficer', { tenant: side });
      await tx
        .insertInto('import_draft')
        .values({ tenant_id: tenantId, created_by: accountId, id: things.entwurf![side] })
        .execute();
      await aClient(tx, { side, id: things.kundin![side] });
      await aDraftWithId(tx, { tenantId, measureId, id: things.vertrag![side] });
    }
  });
});

test.each(doors)('$pattern: each parameter is known to the sweep', ({ pattern }) => {
  const unknown = parametersOf(pattern).filter((name) => !(name in things) && !(name in words));
  expect(unknown).toEqual([]);
});

describe.each(doors)('$pattern', ({ pattern, module }) => {
  const access = declaredAccess(module);
  const address = addressOf(pattern, 'own');
  beforeAll(signInAll);

  test('lets in whom it declares and nobody else', async () => {
    for (const actor of ownStaff) {
      const expected = admission(access, actor);
      for (const [path, form] of [[address], [`${address}.data`], [address, { intent: 'x' }]] as const) {
        const response = await portal.ask(path, { cookie: cookies.get(actor)!, ...(form ? { form } : {}) });
        const label = `${actor.displayName} ${form ? 'POST' : 'GET'} ${path}`;
        expect(response.status, label).toBeLessThan(500);
        if (expected === 'refused') expect(response.status, label).toBe(403);
        else if (!form && pattern !== '/anmelden') expect(response.status, label).not.toBe(403);
      }
    }
  });

  test('sends whoever is not signed in to the sign-in page', async () => {
    const response = await portal.ask(address);
    const isOpen = admission(access, null) === 'admitted';
    if (isOpen) expect(response.headers.get('Location') ?? '').not.toContain('/anmelden?');
    else expect(response.headers.get('Location')).toBe(`/anmelden?zurueck=${encodeURIComponent(address)}`);
  });
});

describe.each(doorsOfThings)('$pattern', ({ pattern, module }) => {
  const access = declaredAccess(module);
  const admitted = ownStaff.filter((actor) => admission(access, actor) === 'admitted');
  beforeAll(signInAll);

  test('shows the own thing', async () => {
    const [actor] = admitted;
    const response = await portal.ask(addressOf(pattern, 'own'), { cookie: cookies.get(actor!)! });
    // 409: a paper that cannot be printed yet says what is missing, to its own authority only.
    expect([200, 409]).toContain(response.status);
  });

  test.each(['GET', '.data', 'POST'])(
    '%s: a foreign thing answers like a missing one, with 404',
    async (way) => {
      for (const actor of admitted) {
        const [foreign, missing] = await Promise.all(
          (['foreign', 'missing'] as const).map((whose) => askFor(pattern, whose, way, actor)),
        );
        expect(foreign, `${actor.displayName} ${way} ${pattern}`).toEqual(missing);
        expect([404, 405, 422], `${actor.displayName} ${way} ${pattern}`).toContain(foreign!.status);
        if (way !== 'POST') expect(foreign!.status).toBe(404);
      }
    },
  );
});

/** Status and body, without what differs from answer to answer. */
async function askFor(pattern: string, whose: 'foreign' | 'missing', way: string, actor: Actor) {
  const address = addressOf(pattern, whose);
  const response = await portal.ask(way === '.data' ? `${address}.data` : address, {
    cookie: cookies.get(actor)!,
    ...(way === 'POST' ? { form: { intent: 'x' } } : {}),
  });
  const body = (await response.text())
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)');
  const names = Object.values(things).map((thing) => thing[whose]);
  return {
    status: response.status,
    body: names.reduce((text, name) => text.replaceAll(name, '(name)'), body),
  };
}

function addressOf(pattern: string, whose: 'own' | 'foreign' | 'missing'): string {
  return pattern
    .replaceAll(/:(\w+)\??/g, (_, name: string) => things[name]?.[whose] ?? words[name] ?? name)
    .replace('*', 'fehlt');
}

function parametersOf(pattern: string): string[] {
  return [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}
