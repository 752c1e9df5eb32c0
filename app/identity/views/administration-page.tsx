import { DoorList, type Door } from '~/ui/door-list';
import { Page } from '~/ui/page';
import { paths } from '~/ui/paths';
import type { Role } from '../roles';

interface GuardedDoor extends Door {
  readonly roles: readonly Role[];
}

const doors: readonly GuardedDoor[] = [
  {
    to: paths.authority(),
    label: 'Behörde',
    purpose: 'Name, Amt, Unterschrift, Haushaltsrecht und Gremien, wie sie in Vorlagen stehen.',
    roles: ['districtOfficer', 'portalAdmin'],
  },
  {
    to: paths.jobcenter(),
    label: 'Jobcenter',
    purpose: 'Standorte, Teams und wer in welchem Team arbeitet.',
    roles: ['portalAdmin'],
  },
  {
    to: paths.rules(),
    label: 'Regelwerk',
    purpose: 'Festlegen, nach welchen Regeln der Zugang zum Fallmanagement geprüft wird.',
    roles: ['portalAdmin'],
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
      <DoorList doors={open} />
    </Page>
  );
}
