import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type TestPortal } from '../support/portal';

/**
 * Personal data is marked, sent through every way into the portal, and must be in
 * no line of the log (security.md § 7, test 16). The log is at its most talkative.
 */
const mark = 'Zwiebelfisch';
let portal: TestPortal;

beforeAll(async () => {
  portal = await startPortal({ PORTAL_LOG: 'debug' });
});
afterAll(async () => {
  await portal.stop();
});

test('what people type, ask for or are called never reaches the log', async () => {
  const signedIn = await send('/anmelden', { email: 'admin@demo.example', password: portal.password });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;

  const addresses = [
    `/massnahmen?suche=${mark}`,
    `/massnahmen/${mark}`,
    `/massnahmen/${mark}/dokumente/${mark}.pdf`,
    `/zugang/${mark}`,
    `/verwaltung/konten/${mark}?name=${mark}`,
    `/${mark}/%E0%A4%A`,
    `/anmelden?zurueck=/${mark}`,
    `/massnahmen.data?suche=${mark}`,
    `/__manifest?p=/${mark}&version=${mark}`,
  ];
  for (const address of addresses) {
    await fetch(portal.url + address, {
      headers: { cookie, 'user-agent': mark, referer: `${portal.url}/${mark}` },
    });
    await fetch(portal.url + address);
  }
  const forms = [
    ['/anmelden', { email: `${mark}@kreis.example`, password: mark }],
    ['/verwaltung/konten/neu', { displayName: mark, email: `${mark}@kreis.example`, roles: mark }],
    [`/zugang/${mark}`, { newPassword: mark, repeated: mark }],
    ['/massnahmen/case-manager/bearbeiten/bedarf', { needText: mark, [mark]: mark }],
    ['/konto', { intent: mark, oldPassword: mark }],
    ['/verwaltung/behoerde', { name: mark, office: `${mark}\0` }],
  ] as const;
  for (const [address, fields] of forms) {
    await send(address, fields, cookie);
    await send(address, fields);
  }

  await sendAboutClients();

  const log = portal.output();
  // The log was on: each request left its line, with the route's pattern.
  expect(log.match(/"msg":"request"/g)!.length).toBeGreaterThan(addresses.length + forms.length);
  expect(log).toContain('"route":"/massnahmen/:slug"');
  expect(log.split('\n').filter((line) => line.toLowerCase().includes(mark.toLowerCase()))).toEqual([]);
  for (const secret of [cookie.split('=')[1]!, 'Adrian Decker']) expect(log).not.toContain(secret);
});

/** Names and numbers of people, through every form about them and the search. */
async function sendAboutClients(): Promise<void> {
  const signedIn = await send('/anmelden', { email: 'jobcenter@demo.example', password: portal.password });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const list = await (await fetch(`${portal.url}/kundinnen`, { headers: { cookie } })).text();
  const client = /\/kundinnen\/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(list)![0];
  const person = {
    firstName: mark,
    lastName: mark,
    customerNumber: mark,
    birthDate: mark,
    householdNumber: mark,
    siteId: mark,
  };
  const forms = [
    ['/kundinnen', { search: mark }],
    ['/kundinnen/neu', person],
    [client, { purpose: mark }],
    [`${client}/bearbeiten`, { ...person, version: mark }],
    [`${client}/uebergabe`, { toId: mark, reason: mark }],
    [`${client}/pruefung`, { goals: mark, reason: mark, isInCare: 'nein', decision: 'refused' }],
    [`${client}/pruefung?massnahme=${mark}`, { reason: mark }],
    ['/kundinnen/vertretung', { absentId: mark, substituteId: mark }],
  ] as const;
  for (const [address, fields] of forms) {
    const answer = await send(address, fields, cookie);
    expect(answer.status, address).toBeLessThan(500);
  }
}

test('no line has a field that is not allowed', async () => {
  const allowed = (await readFile('app/server/log.ts', 'utf8')).match(/readonly (\w+)\??:/g)!;
  const known = new Set([
    ...allowed.map((line) => /readonly (\w+)/.exec(line)![1]!),
    'level',
    'time',
    'msg',
    'error',
  ]);
  const lines = portal
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const unknown = lines.flatMap((line) =>
    Object.keys(JSON.parse(line) as object).filter((key) => !known.has(key)),
  );
  expect(unknown).toEqual([]);
});

function send(address: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(portal.url + address, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: portal.url, cookie },
    body: new URLSearchParams(fields),
  });
}
