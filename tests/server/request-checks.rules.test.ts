import { describe, expect, test } from 'vitest';
import { accepts, compress } from '~/server/compression';
import { describeError } from '~/server/log';
import { checkForm, checkHead, type RequestFacts } from '~/server/request-checks';
import { readSettings } from '~/server/settings';
import { today } from '~/clock';
import { isCalendarDay } from '~/values/calendar';

function aForm(facts: Partial<RequestFacts>): RequestFacts {
  return {
    method: 'POST',
    url: new URL('http://portal.test/konto'),
    host: 'portal.test',
    origin: 'http://portal.test',
    fetchSite: 'same-origin',
    contentType: 'application/x-www-form-urlencoded',
    ...facts,
  };
}

describe('a form', () => {
  test.each([
    { facts: {}, status: undefined, why: 'from our own page' },
    { facts: { fetchSite: undefined }, status: undefined, why: 'an old browser sends Origin alone' },
    { facts: { origin: undefined }, status: undefined, why: 'Sec-Fetch-Site says our own page' },
    {
      facts: { origin: undefined, fetchSite: undefined },
      status: 403,
      why: 'nothing says where it comes from',
    },
    { facts: { origin: 'http://evil.test' }, status: 403, why: 'from a foreign page' },
    { facts: { fetchSite: 'same-site' }, status: 403, why: 'from a neighbour under the same domain' },
    { facts: { fetchSite: 'cross-site' }, status: 403, why: 'the browser says foreign' },
    { facts: { origin: 'null', fetchSite: undefined }, status: 403, why: 'from a sandboxed frame' },
    { facts: { contentType: 'application/json' }, status: 415, why: 'not a form' },
    { facts: { contentType: '' }, status: 415, why: 'no type at all' },
    { facts: { contentType: 'multipart/form-datax' }, status: 415, why: 'only looks like a form' },
    { facts: { method: 'DELETE' }, status: 405, why: 'a method we do not know' },
  ])('is answered with $status: $why', ({ facts, status }) => {
    expect(checkHead(aForm(facts))?.status).toBe(status);
  });
});

test.each([
  { address: '/a%00b', status: 400 },
  { address: '/a?b=%00', status: 400 },
  { address: '/%E0%A4%A', status: 400 },
  { address: `/${'a'.repeat(9000)}`, status: 414 },
  { address: '/massnahmen?suche=%E4', status: undefined },
])('the address $address.length long is answered with $status', ({ address, status }) => {
  const url = new URL(address, 'http://portal.test');
  expect(checkHead(aForm({ method: 'GET', url }))?.status).toBe(status);
});

test.each([
  { body: 'a=b', type: 'application/x-www-form-urlencoded', status: undefined },
  { body: 'a=%00', type: 'application/x-www-form-urlencoded', status: 400 },
  { body: 'a%00=b', type: 'application/x-www-form-urlencoded', status: 400 },
  { body: 'nonsense', type: 'multipart/form-data; boundary=x', status: 400 },
  { body: 'nonsense', type: 'multipart/form-data', status: 400 },
])('the body $body as $type is answered with $status', async ({ body, type, status }) => {
  expect((await checkForm(Buffer.from(body), type))?.status).toBe(status);
});

describe('the settings', () => {
  const read = (env: Record<string, string>) => readSettings(env as unknown as NodeJS.ProcessEnv, '/portal');

  test('without DATABASE_URL it is the demonstration on loopback', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      isDemo: true,
      dataDirectory: '/portal/data',
    });
  });

  test('with DATABASE_URL there is no example data unless it is asked for', () => {
    expect(read({ DATABASE_URL: 'postgres://x' }).isDemo).toBe(false);
    expect(read({ DATABASE_URL: 'postgres://x', PORTAL_DEMO: '1' }).isDemo).toBe(true);
  });

  test.each<{ env: Record<string, string>; names: string }>([
    { env: { PORT: 'drei' }, names: 'PORT' },
    { env: { PORT: '70000' }, names: 'PORT' },
    { env: { PORTAL_TODAY: '2019-02-30' }, names: 'PORTAL_TODAY' },
    { env: { PORTAL_TODAY: '1.9.2019' }, names: 'PORTAL_TODAY' },
    { env: { PORTAL_LOG: 'laut' }, names: 'PORTAL_LOG' },
  ])('$names is refused by name', ({ env, names }) => {
    expect(() => read(env)).toThrow(new RegExp(`^${names} ist „`));
  });
});

test('PORTAL_TODAY sets the day, otherwise it is the day in Germany', () => {
  expect(today('2019-09-01')).toBe('2019-09-01');
  expect(isCalendarDay(today(''))).toBe(true);
});

test.each([
  { header: 'gzip, br', isAccepted: true },
  { header: 'gzip, br;q=0', isAccepted: false },
  { header: 'br;q=0.5', isAccepted: true },
  { header: 'brotli', isAccepted: false },
  { header: '', isAccepted: false },
])('"$header" accepts brotli: $isAccepted', ({ header, isAccepted }) => {
  expect(accepts(header, 'br')).toBe(isAccepted);
});

test('a finished PDF is not compressed once more', () => {
  const body = Buffer.alloc(10_000);
  expect(compress(body, 'application/pdf', 'br').encoding).toBeNull();
  expect(compress(body, 'text/html; charset=utf-8', 'br').encoding).toBe('br');
});

test('an error is described without its message', () => {
  const error = Object.assign(new Error('Key (name)=(Erika Muster)\n    at Erika Muster (x)'), {
    code: '23505',
    constraint: 'measure_slug_once',
    detail: 'Erika Muster',
  });
  const line = describeError(error);
  expect(line).toMatchObject({ name: 'Error', code: '23505', constraint: 'measure_slug_once' });
  expect(JSON.stringify(line)).not.toContain('Muster');
  expect(line.at[0]).toContain('request-checks.rules.test.ts');
});
