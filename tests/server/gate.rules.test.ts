import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ServerBuild } from '@remix-run/node';
import { behindTheGate } from '~/server/ask-routes';
import type { GateContext } from '~/server/gate';
import { everyone, only, signedIn, type Access } from '~/identity/access';
import type { Actor } from '~/identity/actor';
import routes from '~/routes';
import { anActor } from '../support/actors';

const routeFiles = routes.map((route) => route.file);

describe('the table of doors', () => {
  test.each(routeFiles)('%s declares who may enter', (file) => {
    const source = readFileSync(path.join('app', file), 'utf8');
    expect(source).toMatch(/^export const handle = \{[^}]*\baccess: \S/m);
  });

  test('every file in app/routes is a door, and every door has its file', () => {
    const files = readdirSync('app/routes').map((name) => `routes/${name}`);
    expect(files.sort()).toEqual([...routeFiles].sort());
  });
});

const officer = anActor('districtOfficer');
const caseworker = anActor('caseworker');

describe('the gate', () => {
  test.each<{ access: Access | undefined; actor: Actor | null; status: number; why: string }>([
    { access: everyone, actor: null, status: 200, why: 'open to everyone' },
    { access: signedIn, actor: null, status: 302, why: 'not signed in' },
    { access: signedIn, actor: caseworker, status: 200, why: 'signed in' },
    { access: only('districtOfficer'), actor: null, status: 302, why: 'not signed in' },
    { access: only('districtOfficer'), actor: officer, status: 200, why: 'has the role' },
    { access: only('districtOfficer'), actor: caseworker, status: 403, why: 'has another role' },
    { access: undefined, actor: officer, status: 403, why: 'nothing declared: nobody' },
    { access: undefined, actor: null, status: 403, why: 'nothing declared: nobody' },
  ])('answers $status: $why', async ({ access, actor, status }) => {
    const door = aDoor(access);
    const response = await door.ask('/tuer', actor);
    expect(response.status).toBe(status);
    expect(door.calls).toEqual(status === 200 ? ['loader'] : []);
  });

  test('stands before forms too', async () => {
    const door = aDoor(only('districtOfficer'));
    expect((await door.ask('/tuer', caseworker, 'POST')).status).toBe(403);
    expect(door.calls).toEqual([]);
    expect((await door.ask('/tuer', officer, 'POST')).status).toBe(200);
    expect(door.calls[0]).toBe('action');
  });

  test('stands before data requests too', async () => {
    const door = aDoor(only('districtOfficer'));
    await door.ask('/tuer.data', caseworker);
    await door.ask('/tuer.data?_routes=routes/tuer', caseworker);
    await door.ask('/tuer.data', null);
    await door.ask('/tuer.data', caseworker, 'POST');
    expect(door.calls).toEqual([]);
    await door.ask('/tuer.data', officer);
    expect(door.calls).toEqual(['loader']);
  });

  test('brings people back to where they wanted to go after signing in', async () => {
    const response = await aDoor(signedIn).ask('/tuer?seite=2', null);
    expect(response.headers.get('Location')).toBe('/anmelden?zurueck=%2Ftuer%3Fseite%3D2');
  });

  test('refuses a page without a loader as well', async () => {
    const door = aDoor(only('districtOfficer'), { hasLoader: false });
    expect((await door.ask('/tuer', caseworker)).status).toBe(403);
  });

  test('answers a form sent to a page that takes none with 405', async () => {
    const door = aDoor(everyone, { hasAction: false });
    expect((await door.ask('/tuer', null, 'POST')).status).toBe(405);
  });

  test('shows a page where a file is refused or missing', async () => {
    const file = aDoor(only('districtOfficer'), { isFile: true });
    const refused = await file.ask('/tuer', caseworker);
    expect([refused.status, await refused.text()]).toEqual([403, 'page']);
    expect(file.calls).toEqual([]);

    const given = await file.ask('/tuer', officer);
    expect([given.status, await given.text()]).toEqual([200, 'loaded']);

    const missing = await aDoor(everyone, { isFile: true, fails: true }).ask('/tuer', null);
    expect([missing.status, await missing.text()]).toEqual([404, 'page']);
  });
});

interface DoorOptions {
  readonly hasLoader?: boolean;
  readonly hasAction?: boolean;
  readonly isFile?: boolean;
  readonly fails?: boolean;
}

/** A build with one door that notes which of its functions ran; `entry` renders every page as "page". */
function aDoor(access: Access | undefined, options: DoorOptions = {}) {
  const { hasLoader = true, hasAction = true, isFile = false, fails = false } = options;
  const calls: string[] = [];
  const run = (name: string) => () => {
    calls.push(name);
    if (fails) throw new Response('missing', { status: 404 });
    return isFile ? new Response('loaded') : { name };
  };
  const module = {
    ...(access ? { handle: { access } } : {}),
    ...(hasLoader ? { loader: run('loader') } : {}),
    ...(hasAction ? { action: run('action') } : {}),
    // A file may bring the page that says why it cannot be given.
    ...(isFile ? { ErrorBoundary: () => null } : { default: () => null }),
  };
  const build = {
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      'routes/tuer': { id: 'routes/tuer', parentId: 'root', path: 'tuer', module },
    },
    entry: {
      module: {
        default: (_: Request, status: number) => new Response('page', { status }),
        handleError: () => undefined,
      },
    },
    assets: { routes: {} },
    future: { v3_singleFetch: true },
    basename: '/',
  } as unknown as ServerBuild;
  const askRoutes = behindTheGate(build, 'production');
  return {
    calls,
    ask: (address: string, actor: Actor | null, method = 'GET') => {
      const context = { actor, passage: { route: '', wasRefused: false } } as unknown as GateContext;
      return askRoutes(() => new Request(`http://portal.test${address}`, { method }), context);
    },
  };
}
