import { describe, expect, test } from 'vitest';
import { roles, type Role } from '~/identity/roles';
import * as accessibility from '~/routes/barrierefreiheit';
import * as missing from '~/routes/fehlt';
import * as keyboard from '~/routes/hilfe.tastatur';
import * as start from '~/routes/start';
import { forbidden, found } from '~/ui/http';
import { areasFor, isInside } from '~/ui/navigation';
import { readTheme, themeCookie } from '~/ui/theme';
import { anActor } from '../support/actors';
import { serve } from './serve';

describe('navigation', () => {
  test.each<{ role: Role; labels: string[] }>([
    {
      role: 'districtOfficer',
      labels: [
        'Heute',
        'Maßnahmen',
        'Berichte',
        'Haushalt',
        'Verträge',
        'Rechnungen',
        'Auswertungen',
        'Verwaltung',
      ],
    },
    { role: 'procurementOfficer', labels: ['Heute', 'Maßnahmen', 'Verträge'] },
    {
      role: 'caseworker',
      labels: [
        'Heute',
        'Kundinnen und Kunden',
        'Maßnahmen',
        'Zuweisungen',
        'Berichte',
        'Verträge',
        'Auswertungen',
      ],
    },
    {
      role: 'jobcenterCaseManager',
      labels: ['Heute', 'Kundinnen und Kunden', 'Maßnahmen', 'Zuweisungen', 'Berichte', 'Auswertungen'],
    },
    {
      role: 'teamLead',
      labels: [
        'Heute',
        'Kundinnen und Kunden',
        'Maßnahmen',
        'Zuweisungen',
        'Team',
        'Verträge',
        'Auswertungen',
      ],
    },
    {
      role: 'controller',
      labels: ['Heute', 'Maßnahmen', 'Haushalt', 'Verträge', 'Rechnungen', 'Auswertungen'],
    },
    { role: 'provider', labels: ['Heute', 'Teilnehmende', 'Anwesenheit', 'Berichte', 'Rechnungen'] },
    { role: 'portalAdmin', labels: ['Heute', 'Verwaltung'] },
  ])('$role sees $labels', ({ role, labels }) => {
    expect(areasFor([role]).map((area) => area.label)).toEqual(labels);
  });

  test('someone with all roles sees each area once', () => {
    const addresses = areasFor(roles).map((area) => area.to);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('an area stays marked on its pages, a similar address does not count', () => {
    expect(isInside({ to: '/massnahmen' }, '/massnahmen/case-manager')).toBe(true);
    expect(isInside({ to: '/massnahmen' }, '/massnahmenplan')).toBe(false);
    expect(isInside({ to: '/' }, '/konto')).toBe(false);
  });
});

describe('the shell', () => {
  test('marks the current area and offers signing out by a form', async () => {
    const { html } = await serve({ '/': start }, anActor('districtOfficer'))('/');
    expect(html).toMatch(/<a[^>]*aria-current="page"[^>]*href="\/"[^>]*>Heute<\/a>/);
    expect(html).toContain('<form method="post" action="/abmelden">');
    expect(html).toContain('popovertarget="menue"');
    expect(html).toContain('<small>Landkreis Eigenau</small>');
    expect(html).toContain('lang="de"');
  });

  test('shows no navigation and no areas to somebody not signed in', async () => {
    const { html } = await serve({ '/barrierefreiheit': accessibility })('/barrierefreiheit');
    expect(html).not.toContain('Hauptbereiche');
    expect(html).toContain('<title>Barrierefreiheit – Maßnahmenportal</title>');
  });

  test('takes the chosen look from the cookie, else leaves it to the system', async () => {
    const get = serve({ '/tastatur': keyboard });
    expect((await get('/tastatur', { headers: { Cookie: 'x=1; darstellung=dunkel' } })).html).toContain(
      'data-kern-theme="dark"',
    );
    expect((await get('/tastatur')).html).not.toContain('data-kern-theme');
    expect(readTheme('darstellung="><script>')).toBe('system');
    expect(themeCookie('system', true)).toContain('Max-Age=0');
  });
});

describe('error pages', () => {
  const get = serve(
    {
      '/fremd': { loader: () => found(null), default: () => null },
      '/verboten': {
        loader: () => {
          throw forbidden('Administration, Controlling');
        },
        default: () => null,
      },
      '/kaputt': {
        loader: () => {
          throw new Error('select secret from account');
        },
        default: () => null,
      },
      '*': missing,
    },
    anActor('caseworker'),
  );

  test('an unknown address and a foreign record look alike', async () => {
    const unknown = await get('/gibt-es-nicht');
    const foreign = await get('/fremd');
    expect([unknown.status, foreign.status]).toEqual([404, 404]);
    const main = (html: string) => /<main.*<\/main>/s.exec(html)?.[0];
    expect(main(unknown.html)).toBe(main(foreign.html));
    expect(unknown.html).toContain('<title>Seite nicht gefunden – Maßnahmenportal</title>');
  });

  test('the navigation is still there, and the reference', async () => {
    const { html } = await get('/fremd');
    expect(html).toContain('Hauptbereiche');
    expect(html).toContain('test-request');
  });

  test('a wrong role reads which role may', async () => {
    const { html, status } = await get('/verboten');
    expect(status).toBe(403);
    expect(html).toContain('Kein Zugang mit Ihrer Rolle');
    expect(html).toContain('Zugang haben: Administration, Controlling.');
  });

  test('a fault of ours says sorry and tells nothing of its cause', async () => {
    const { html, status } = await get('/kaputt');
    expect(status).toBe(500);
    expect(html).toContain('Im Portal ist ein Fehler aufgetreten');
    expect(html).not.toContain('secret');
  });
});
