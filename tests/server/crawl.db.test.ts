import { describe, expect, test } from 'vitest';
import { demoAccounts } from '~/identity/demo-accounts';
import { openSession } from '../identity/support';
import { useTestDatabase } from '../support/database';
import { demoActor, useExample } from '../support/example';
import { usePortal } from '../support/in-process';

/**
 * Everybody of the example follows the links of the portal from the start page on: no link
 * leads to an error, to nothing, or to what the person may not open.
 */
useTestDatabase({ empty: true });
useExample('2026-11-21');
const portal = usePortal();

/** Of the pages that differ in nothing but the thing they show, that many are opened. */
const timesOf = (pattern: string) =>
  pattern.startsWith('/massnahmen/(slug)/') || pattern.endsWith('.pdf') ? 1 : 2;

/** The second of two with the same work finds the same links. */
const accounts = demoAccounts.filter(({ email }) => !/^\w+2@demo/.test(email) || email.startsWith('traeger'));

describe.each(accounts)('$email', ({ email }) => {
  test('every link leads to where it says', async () => {
    const cookie = await openSession(await demoActor(email));
    const opened = new Map<string, number>();
    const faults: string[] = [];
    const waiting = [{ address: '/', from: '' }];
    const known = new Set(['/', '/abmelden']);
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const pattern = patternOf(next.address);
      const times = (opened.get(pattern) ?? 0) + 1;
      opened.set(pattern, times);
      if (times > timesOf(pattern)) continue;

      const answer = await portal.ask(next.address, { cookie, headers: { accept: 'text/html' } });
      const body = await answer.text();
      if (!isGood(answer.status, next.address)) {
        faults.push(`${answer.status} ${next.address}, linked from ${next.from}`);
      }
      const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
      const forwarded = answer.headers.get('location');
      for (const address of forwarded ? [forwarded] : isPage ? linksOf(body, next.address) : []) {
        if (known.has(address)) continue;
        known.add(address);
        waiting.push({ address, from: next.address });
      }
    }
    expect(faults).toEqual([]);
    // Who finds nothing has followed nothing.
    expect(opened.size).toBeGreaterThan(10);
  }, 240_000);
});

/** A paper of a measure that still lacks something answers with a page that says what (409). */
function isGood(status: number, address: string): boolean {
  if (status === 200 || status === 302) return true;
  return status === 409 && address.startsWith('/massnahmen/') && address.endsWith('.pdf');
}

function linksOf(html: string, from: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].flatMap(([, found]) => {
    const target = new URL((found ?? '').replaceAll('&amp;', '&'), new URL(from, 'http://portal.invalid'));
    return target.host === 'portal.invalid' ? [target.pathname + target.search] : [];
  });
}

function patternOf(address: string): string {
  return address
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(id)')
    .replaceAll(/=[^&]*/g, '=')
    .replace(/^\/massnahmen\/[^/?]+(?=\/)/, '/massnahmen/(slug)')
    .replaceAll(/\d+/g, '0');
}
