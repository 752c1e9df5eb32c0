import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSession } from '../identity/support';
import { anActor } from '../support/actors';
import { useTestDatabase } from '../support/database';
import { usePortal } from '../support/in-process';

useTestDatabase();
const portal = usePortal();
const behindProxy = usePortal({ trustsProxy: true });

const asset = () => `/assets/${readdirSync('build/client/assets').find((name) => name.endsWith('.js'))!}`;

test.each([
  { what: 'a page', path: '/anmelden', status: 200 },
  { what: 'its data', path: '/anmelden.data', status: 200 },
  { what: 'JSON', path: '/health', status: 200 },
  { what: 'a redirect', path: '/konto', status: 302 },
  { what: 'a missing page', path: '/nirgends', status: 404 },
  { what: 'a missing file', path: '/assets/nirgends.js', status: 404 },
  { what: 'a bad address', path: '/%00', status: 400 },
  { what: 'a static file', path: asset, status: 200 },
])('$what carries the security headers', async ({ path, status }) => {
  const response = await portal.ask(typeof path === 'string' ? path : path());
  expect(response.status).toBe(status);
  const { headers } = response;
  const policy = headers.get('Content-Security-Policy') ?? '';
  expect(policy).toMatch(/default-src 'none'; script-src 'self' 'nonce-[\w-]{22}'; style-src 'self';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(headers.has('X-Powered-By')).toBe(false);
});

test('refusals carry them too', async () => {
  const cookie = await openSession(anActor('caseworker'));
  const role = await portal.ask('/verwaltung/konten', { cookie });
  const forged = await portal.ask('/anmelden', {
    form: { email: 'x' },
    headers: { origin: 'http://evil.test' },
  });
  for (const response of [role, forged]) {
    expect(response.status).toBe(403);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  }
});

test('the scripts of a page carry the nonce of its own answer, and no answer repeats one', async () => {
  const nonces = new Set<string>();
  for (let round = 0; round < 2; round += 1) {
    const response = await portal.ask('/anmelden');
    const nonce = /'nonce-([\w-]+)'/.exec(response.headers.get('Content-Security-Policy')!)![1]!;
    const html = await response.text();
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/\sstyle="/);
    expect(html.replaceAll(`nonce="${nonce}"`, '')).not.toContain(nonce);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('pages are kept by nobody, files with a hash in their name for ever', async () => {
  expect((await portal.ask('/anmelden')).headers.get('Cache-Control')).toContain('no-store');
  const file = await portal.ask(asset(), { headers: { 'accept-encoding': 'br' } });
  expect(file.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  expect(file.headers.get('Content-Encoding')).toBe('br');
  const again = await portal.ask(asset(), { headers: { 'if-none-match': file.headers.get('ETag')! } });
  expect(again.status).toBe(304);
});

test('what a proxy says is believed only where one is trusted', async () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'portal.kreis.example' };
  expect((await portal.ask('/anmelden', { headers })).headers.has('Strict-Transport-Security')).toBe(false);
  expect(
    (await behindProxy.ask('/anmelden', { headers })).headers.get('Strict-Transport-Security'),
  ).toContain('max-age=');
});

test('a body over the limit is refused', async () => {
  const response = await portal.ask('/anmelden', { form: { email: 'x'.repeat(1_100_000) } });
  expect(response.status).toBe(413);
});
