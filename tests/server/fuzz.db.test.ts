import { request } from 'node:http';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { openSession } from '../identity/support';
import { anActor } from '../support/actors';
import { loadBuild } from '../support/build';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

/** Whatever is sent: no fault of ours (5xx), and never long work. fast-check prints the seed. */
useTestDatabase();
const portal = usePortal();
const { routes } = await loadBuild();
const patterns = Object.values(routes).flatMap((route) => (route.path ? [`/${route.path}`] : []));
const cookies: string[] = [];
/** Of the processor, server and database together: the clock would measure what else the machine does. */
const mostCpuMs = 2_000;

beforeAll(async () => {
  for (const role of ['districtOfficer', 'portalAdmin'] as const)
    cookies.push(await openSession(anActor(role)));
});

const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\0',
    '%00',
    '\ud800',
    '../../etc/passwd',
    "' or 1=1 --",
    '1e309',
    '-0',
    '9'.repeat(400),
    'ä'.repeat(3_000),
    '<script>',
    '{{7*7}}',
    '{% $x %}',
    '\u202e',
    'NaN',
    '2019-02-30',
    '00000000-0000-0000-0000-000000000000',
  ),
);
const asParameter = nasty.map((text) => encodeURIComponent(text.toWellFormed().slice(0, 300)));
const anAddress = fc
  .tuple(fc.constantFrom(...patterns), fc.array(asParameter, { minLength: 3, maxLength: 3 }))
  .map(([pattern, values]) => pattern.replaceAll(/:\w+\??|\*/g, () => values.shift() ?? 'x'));
const aQuery = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('suche', 'seite', 'entwurf', 'zurueck', '_data', '_routes', 'index'),
        asParameter,
      ),
      asParameter,
    ),
    { maxLength: 4 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
const fieldNames = fc.oneof(
  nasty,
  fc.constantFrom(
    'intent',
    '_row',
    'version',
    'email',
    'password',
    'title',
    'phases.0.title',
    'phases.999999999.title',
    'a.__proto__.b',
    '__proto__.polluted',
    'options.-1.x',
  ),
);
const aForm = fc.array(fc.tuple(fieldNames, nasty), { maxLength: 6 });

test('addresses and query strings', async () => {
  await fc.assert(
    fc.asyncProperty(anAddress, aQuery, fc.boolean(), fc.nat(), async (address, query, isData, who) => {
      await expectAnswer(`${address}${isData ? '.data' : ''}?${query}`, who, {});
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('forms', async () => {
  await fc.assert(
    fc.asyncProperty(anAddress, aForm, fc.nat(), async (address, fields, who) => {
      const body = new URLSearchParams(
        fields.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
      );
      await expectAnswer(address, who, { body: body.toString() });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }),
    { numRuns: 300, endOnFailure: true },
  );
});

test('bodies that are not what they say', async () => {
  const aType = fc.oneof(
    fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/x-www-form-urlencoded; charset=utf-16',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/json',
      'text/plain',
      '',
    ),
    fc.stringMatching(/^[a-z/;= -]{0,40}$/),
  );
  await fc.assert(
    fc.asyncProperty(
      anAddress,
      aType,
      fc.uint8Array({ maxLength: 500 }),
      fc.nat(),
      async (address, type, bytes, who) => {
        await expectAnswer(address, who, { body: Buffer.from(bytes), type });
      },
    ),
    { numRuns: 150, endOnFailure: true },
  );
});

test('fields of nearly a megabyte', async () => {
  for (const pattern of patterns) {
    const address = pattern.replaceAll(/:\w+\??|\*/g, 'x');
    await expectAnswer(address, 0, { body: `intent=change&title=${'x'.repeat(1_000_000)}` });
  }
});

interface Sent {
  readonly body?: string | Buffer;
  readonly type?: string;
}

async function expectAnswer(address: string, who: number, sent: Sent): Promise<void> {
  const before = process.cpuUsage();
  const status = await send(address, cookies[who % cookies.length]!, sent);
  expect(status, address).toBeLessThan(500);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000, address).toBeLessThan(mostCpuMs);
}

/** By hand: `fetch` would mend addresses and types that a hostile client sends as they are. */
function send(
  path: string,
  cookie: string,
  { body, type = 'application/x-www-form-urlencoded' }: Sent,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(body === undefined ? {} : { origin: portal.url(), 'content-type': type }) };
    const outgoing = request(
      portal.url(),
      { path, method: body === undefined ? 'GET' : 'POST', headers },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
