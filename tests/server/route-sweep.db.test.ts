import { beforeAll, describe, expect, test } from 'vitest';
import { admission } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import { declaredAccess } from '~/server/gate';
import { openSession } from '../identity/support';
import { authorities, everybody } from '../support/actors';
import { loadBuild } from '../support/build';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';
import { insertThings, thingOf, things, words } from './sweep-things';

/**
 * Every route × every account × things of its own, of a foreign authority and of nobody.
 *
 * The routes come from the build, so a new one is swept by itself; a new kind of
 * parameter fails until `things` knows what to put there.
 */
useTestDatabase();
const portal = usePortal();
const { routes } = await loadBuild();

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
  await insertThings('own');
  await insertThings('foreign');
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
    .replaceAll(/:(\w+)\??/g, (_, name: string) => thingOf(name)?.[whose] ?? words[name] ?? name)
    .replace('*', 'fehlt');
}

function parametersOf(pattern: string): string[] {
  return [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}
