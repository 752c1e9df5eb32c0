import {
  catalogueRoles,
  clientHandlers,
  clientRoles,
  contractRoles,
  evaluationRoles,
  type Role,
} from '~/identity/roles';
import { paths } from './paths';

/** One entry of the main navigation or of a sub-navigation. */
export interface Area {
  readonly to: string;
  readonly label: string;
  /** One sentence for the start page: what people do there. */
  readonly purpose: string;
}

interface GuardedArea extends Area {
  readonly roles: readonly Role[] | 'everyRole';
}

/** Only what is built stands here; what a role may not do is absent, not grey. */
const areas: readonly GuardedArea[] = [
  {
    to: paths.today(),
    label: 'Heute',
    purpose: 'Zeigt, was als Nächstes zu tun ist.',
    roles: 'everyRole',
  },
  {
    to: paths.clients(),
    label: 'Kundinnen und Kunden',
    purpose: 'Personen erfassen, Bedarfe festhalten und den Zugang prüfen.',
    roles: clientRoles,
  },
  {
    to: paths.measures(),
    label: 'Maßnahmen',
    purpose: 'Maßnahmen finden, lesen und Vorlagen als PDF ansehen.',
    roles: catalogueRoles,
  },
  {
    to: paths.allocations(),
    label: 'Zuweisungen',
    purpose: 'Wer in welcher Maßnahme ist, was als Nächstes ansteht und wer wartet.',
    roles: clientRoles,
  },
  {
    to: paths.team(),
    label: 'Team',
    purpose: 'Auslastung, Zustimmungen, Überprüfungen und Warteliste des Fallmanagements.',
    roles: ['teamLead'],
  },
  {
    to: paths.participants(),
    label: 'Teilnehmende',
    purpose: 'Zugewiesene Personen, ihre Kontakte, Pläne und Abgänge.',
    roles: ['provider'],
  },
  {
    to: paths.attendance(),
    label: 'Anwesenheit',
    purpose: 'Gruppen planen und eintragen, wer bei einem Termin da war.',
    roles: ['provider'],
  },
  {
    to: paths.providerReports(),
    label: 'Berichte',
    purpose: 'Zwischenberichte und Abschlussberichte schreiben und abgeben.',
    roles: ['provider'],
  },
  {
    to: paths.reports(),
    label: 'Berichte',
    purpose: 'Berichte der Träger lesen und annehmen, überfällige sehen.',
    roles: [...clientHandlers, 'districtOfficer'],
  },
  {
    to: paths.budget(),
    label: 'Haushalt',
    purpose: 'Ansätze je Haushaltsjahr und Produkt ansehen.',
    roles: ['districtOfficer', 'controller'],
  },
  {
    to: paths.contracts(),
    label: 'Verträge',
    purpose: 'Verträge mit Trägern, ihre Plätze, Kosten und Verlängerungen.',
    roles: contractRoles,
  },
  {
    to: paths.invoices(),
    label: 'Rechnungen',
    purpose: 'Rechnungen der Träger und wie weit sie geprüft, freigegeben und bezahlt sind.',
    roles: ['districtOfficer', 'controller'],
  },
  {
    to: paths.providerInvoices(),
    label: 'Rechnungen',
    purpose: 'Monate abrechnen, Rechnungen einreichen und ihren Stand verfolgen.',
    roles: ['provider'],
  },
  {
    to: paths.evaluations(),
    label: 'Auswertungen',
    purpose: 'Plätze, Eintritte, Ergebnisse und Geld der Maßnahmen je Jahr.',
    roles: evaluationRoles,
  },
  {
    to: paths.administration(),
    label: 'Verwaltung',
    purpose: 'Konten, Vorlagen, Angaben der Behörde und Protokoll pflegen.',
    roles: ['portalAdmin'],
  },
  {
    to: paths.administration(),
    label: 'Verwaltung',
    purpose: 'Angaben der Behörde und ihrer Gremien pflegen.',
    roles: ['districtOfficer'],
  },
];

/** The areas these roles may enter, the start page first; each address once. */
export function areasFor(roles: readonly Role[]): readonly Area[] {
  const open = areas.filter(
    (area) => area.roles === 'everyRole' || area.roles.some((role) => roles.includes(role)),
  );
  return open
    .filter((area, index) => open.findIndex((other) => other.to === area.to) === index)
    .map(({ to, label, purpose }) => ({ to, label, purpose }));
}

/** True where `pathname` lies in the area; the start page is only itself. */
export function isInside(area: { readonly to: string }, pathname: string): boolean {
  if (area.to === '/') return pathname === '/';
  return pathname === area.to || pathname.startsWith(`${area.to}/`);
}
