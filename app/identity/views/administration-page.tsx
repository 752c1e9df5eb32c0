import { Link } from '@remix-run/react';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { Role } from '../roles';

interface Door {
  readonly to: string;
  readonly label: string;
  readonly purpose: string;
  readonly roles: readonly Role[];
}

const doors: readonly Door[] = [
  {
    to: paths.authority(),
    label: 'Behörde',
    purpose: 'Name, Amt, Unterschrift, Haushaltsrecht und Gremien, wie sie in Vorlagen stehen.',
    roles: ['districtOfficer', 'portalAdmin'],
  },
  {
    to: paths.accounts(),
    label: 'Konten',
    purpose: 'Konten anlegen, Rollen vergeben, sperren und Einmal-Links erstellen.',
    roles: ['portalAdmin'],
  },
  {
    to: paths.templates(),
    label: 'Vorlagen',
    purpose: 'Texte der Dokumente ändern.',
    roles: ['portalAdmin'],
  },
  {
    to: paths.auditLog(),
    label: 'Protokoll',
    purpose: 'Nachlesen, wer wann was getan hat.',
    roles: ['portalAdmin'],
  },
];

/** What the roles may administer; the rest is absent, not grey. */
export function AdministrationPage({ roles }: { readonly roles: readonly Role[] }) {
  const open = doors.filter((door) => door.roles.some((role) => roles.includes(role)));
  return (
    <Page title="Verwaltung">
      <ul className="kern-list">
        {open.map((door) => (
          <li key={door.to}>
            <Link className="mp-a" to={door.to}>
              {door.label}
            </Link>
            <p className="mp-small mp-quiet">{door.purpose}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
