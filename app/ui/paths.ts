/**
 * Every address of the portal, once. URLs are a contract (bookmarks, letters,
 * calendars); a test matches each to a route.
 */
export const paths = {
  today: () => '/',
  signIn: (backTo?: string) => (backTo ? `/anmelden?zurueck=${encodeURIComponent(backTo)}` : '/anmelden'),
  signOut: () => '/abmelden',
  oneTimeLink: (token: string) => `/zugang/${token}`,
  account: () => '/konto',
  measures: () => '/massnahmen',
  measure: (slug: string) => `/massnahmen/${slug}`,
  newMeasure: (copyOf?: string) => (copyOf ? `/massnahmen/neu?kopie-von=${copyOf}` : '/massnahmen/neu'),
  measureState: (slug: string) => `/massnahmen/${slug}/stand`,
  compareMeasure: (slug: string, versions: string) => `/massnahmen/${slug}/stand?${versions}`,
  editMeasure: (slug: string, section?: string) =>
    section ? `/massnahmen/${slug}/bearbeiten/${section}` : `/massnahmen/${slug}/bearbeiten`,
  measureDocuments: (slug: string) => `/massnahmen/${slug}/dokumente`,
  measureDocument: (slug: string, kind: string) => `/massnahmen/${slug}/dokumente/${kind}.pdf`,
  budget: () => '/haushalt',
  administration: () => '/verwaltung',
  accounts: () => '/verwaltung/konten',
  accountEntry: (id: string) => `/verwaltung/konten/${id}`,
  authority: () => '/verwaltung/behoerde',
  templates: () => '/verwaltung/vorlagen',
  template: (kind: string) => `/verwaltung/vorlagen/${kind}`,
  auditLog: () => '/verwaltung/protokoll',
  help: () => '/hilfe',
  keyboardHelp: () => '/hilfe/tastatur',
  accessibility: () => '/barrierefreiheit',
  privacy: () => '/datenschutz',
  imprint: () => '/impressum',
  health: () => '/health',
} as const;
