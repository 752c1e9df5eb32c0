import { staffRoles, type StaffRole } from '../support/actors';

/** Everybody who can ask the database: each role of the staff, staff of a provider, and sign-in. */
export type Who = StaffRole | 'provider' | 'signIn';

export const everyWho: readonly Who[] = [...staffRoles, 'provider', 'signIn'];

/**
 * Whose row it is, seen from the one who asks:
 * `own` one's own account, provider and authority; `neighbour` another account of the
 * same authority, or another provider; `foreign` another authority.
 */
export const relations = ['own', 'neighbour', 'foreign'] as const;
export type Relation = (typeof relations)[number];

export const verbs = ['select', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

/** Who reaches which rows. Whoever is not listed must be refused: the denials are derived. */
type Reach = Readonly<Record<Relation, readonly Who[]>>;
export type TableExpectation = Readonly<Record<Verb, Reach>>;

const nobody: Reach = { own: [], neighbour: [], foreign: [] };

/** All rows of the own authority. */
function inAuthority(...who: readonly Who[]): Reach {
  return { own: who, neighbour: who, foreign: [] };
}

/** One's own rows; those in `all` reach those of their neighbours too. */
function ownRows(who: readonly Who[], ...all: readonly Who[]): Reach {
  return { own: who, neighbour: all, foreign: [] };
}

/** At sign-in no authority is known, so the sign-in reaches all of them. */
function alsoSignIn(reach: Reach): Reach {
  return {
    own: [...reach.own, 'signIn'],
    neighbour: [...reach.neighbour, 'signIn'],
    foreign: [...reach.foreign, 'signIn'],
  };
}

const staffAndProvider: readonly Who[] = [...staffRoles, 'provider'];
const signInOnly = alsoSignIn(nobody);

/** Read by the whole staff of the authority, written by some. */
function catalogue(writers: readonly Who[], { isDeletable }: { isDeletable: boolean }): TableExpectation {
  const written = inAuthority(...writers);
  return {
    select: inAuthority(...staffRoles),
    insert: written,
    update: written,
    delete: isDeletable ? written : nobody,
  };
}

/** Read by the whole staff, added to in the own name, never changed. */
function journal(...writers: readonly Who[]): TableExpectation {
  return { select: inAuthority(...staffRoles), insert: ownRows(writers), update: nobody, delete: nobody };
}

const byDistrict: readonly Who[] = ['districtOfficer'];
const byDistrictOrAdmin: readonly Who[] = ['districtOfficer', 'portalAdmin'];
const byDistrictOrProcurement: readonly Who[] = ['districtOfficer', 'procurementOfficer'];

const clientHandlers: readonly Who[] = ['caseworker', 'jobcenterCaseManager'];
const handlersAndLead: readonly Who[] = [...clientHandlers, 'teamLead'];

/** Without words: counted by the whole staff, and a provider's own rows by the provider. */
const countedByAll: Reach = ownRows(staffAndProvider, ...staffRoles);

/** In words: those in charge, a team lead who opened the client, and the provider while it lasts. */
const wordsOfPerson: Reach = ownRows([...handlersAndLead, 'provider']);
const byProvider: Reach = ownRows(['provider']);
const byHandlerOrProvider: Reach = ownRows([...clientHandlers, 'provider']);

/** The same as `catalogue`, and read by the provider whose contract it is. */
function ofContract(): TableExpectation {
  return { ...catalogue(byDistrict, { isDeletable: true }), select: countedByAll };
}

/** Seen by those in charge of the client, and by a team lead who opened it and said for what. */
function ofOpenedClient({ isChangeable }: { isChangeable: boolean }): TableExpectation {
  return {
    select: ownRows(handlersAndLead),
    insert: ownRows(clientHandlers),
    update: isChangeable ? ownRows(clientHandlers) : nobody,
    delete: nobody,
  };
}

/** What each table lets through. A table in the database that is missing here fails the test. */
export const expectations: Readonly<Record<string, TableExpectation>> = {
  authority: {
    select: alsoSignIn(inAuthority(...staffAndProvider)),
    insert: nobody,
    update: inAuthority(...byDistrictOrAdmin),
    delete: nobody,
  },
  provider: {
    select: alsoSignIn(ownRows(staffAndProvider, ...staffRoles)),
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  authority_provider: {
    select: ownRows(staffAndProvider, ...staffRoles),
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  rule_setting: catalogue(byDistrictOrAdmin, { isDeletable: true }),
  committee: catalogue(byDistrictOrAdmin, { isDeletable: true }),
  budget_product: catalogue(byDistrict, { isDeletable: true }),
  funding_source: catalogue(byDistrict, { isDeletable: true }),
  appropriation: catalogue(byDistrict, { isDeletable: true }),
  budget_transfer: journal('districtOfficer'),
  commitment: catalogue(byDistrict, { isDeletable: true }),
  payment: journal('districtOfficer'),
  measure: catalogue(byDistrict, { isDeletable: false }),
  measure_legal_basis: catalogue(byDistrict, { isDeletable: true }),
  measure_plan: catalogue(byDistrict, { isDeletable: false }),
  measure_consultation: catalogue(byDistrict, { isDeletable: true }),
  measure_site: catalogue(byDistrict, { isDeletable: true }),
  measure_phase: catalogue(byDistrict, { isDeletable: true }),
  measure_referral_target: catalogue(byDistrict, { isDeletable: true }),
  measure_option: catalogue(byDistrict, { isDeletable: true }),
  measure_indicator: catalogue(byDistrict, { isDeletable: true }),
  measure_version: journal('districtOfficer', 'procurementOfficer'),
  measure_move: journal('districtOfficer'),
  tender_preparation: catalogue(byDistrictOrProcurement, { isDeletable: true }),
  tender_lot: catalogue(byDistrictOrProcurement, { isDeletable: true }),
  tender_criterion: catalogue(byDistrictOrProcurement, { isDeletable: true }),
  tender_release: journal(...byDistrictOrProcurement),
  tender_release_file: journal(...byDistrictOrProcurement),
  measure_evaluation: catalogue(byDistrict, { isDeletable: true }),
  contract: ofContract(),
  contract_site: ofContract(),
  contract_measure: ofContract(),
  contract_premium: ofContract(),
  // A provider numbers the seats of its groups.
  contract_place: {
    ...ofContract(),
    insert: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
    update: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
  },
  provider_certificate: catalogue(byDistrict, { isDeletable: true }),
  training_group: { select: countedByAll, insert: byProvider, update: byProvider, delete: nobody },
  training_session: { select: countedByAll, insert: byProvider, update: byProvider, delete: byProvider },
  allocation: {
    select: countedByAll,
    insert: ownRows(clientHandlers),
    update: byHandlerOrProvider,
    delete: nobody,
  },
  allocation_decision: ofOpenedClient({ isChangeable: false }),
  allocation_disclosure: {
    select: wordsOfPerson,
    insert: ownRows(clientHandlers),
    update: nobody,
    delete: nobody,
  },
  allocation_need: {
    select: countedByAll,
    insert: byHandlerOrProvider,
    update: byHandlerOrProvider,
    delete: nobody,
  },
  allocation_move: { select: wordsOfPerson, insert: wordsOfPerson, update: nobody, delete: nobody },
  allocation_letter: ofOpenedClient({ isChangeable: false }),
  waitlist_entry: {
    select: inAuthority(...staffRoles),
    insert: ownRows(clientHandlers),
    update: ownRows(clientHandlers),
    delete: nobody,
  },
  care_review: {
    select: ownRows(handlersAndLead, 'teamLead'),
    insert: ownRows(clientHandlers),
    update: ownRows(['teamLead'], 'teamLead'),
    delete: nobody,
  },
  care_wait: {
    select: inAuthority(...staffRoles),
    insert: ownRows(clientHandlers),
    update: ownRows(clientHandlers),
    delete: nobody,
  },
  care_end: ofOpenedClient({ isChangeable: true }),
  care_dispute: {
    select: ownRows(handlersAndLead, 'teamLead'),
    insert: ownRows(clientHandlers),
    update: ownRows(['teamLead'], 'teamLead'),
    delete: nobody,
  },
  team_check: {
    select: inAuthority(...staffRoles),
    insert: ownRows(['teamLead']),
    update: nobody,
    delete: nobody,
  },
  contact: { select: countedByAll, insert: byProvider, update: nobody, delete: nobody },
  attendance: { select: countedByAll, insert: byProvider, update: byProvider, delete: nobody },
  strategy_step: { select: wordsOfPerson, insert: byProvider, update: byProvider, delete: nobody },
  strategy_review: { select: wordsOfPerson, insert: byProvider, update: nobody, delete: nobody },
  referral: { select: countedByAll, insert: byProvider, update: byProvider, delete: nobody },
  report: { select: countedByAll, insert: byHandlerOrProvider, update: byHandlerOrProvider, delete: nobody },
  report_content: { select: wordsOfPerson, insert: byProvider, update: byProvider, delete: nobody },
  report_move: { select: wordsOfPerson, insert: byHandlerOrProvider, update: nobody, delete: nobody },
  // The account of a provider: for those who pay, and for itself.
  provider_billing: {
    select: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
    insert: ownRows(['provider']),
    update: nobody,
    delete: nobody,
  },
  invoice: {
    select: countedByAll,
    insert: ownRows(['districtOfficer', 'provider']),
    update: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
    delete: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
  },
  invoice_line: {
    select: countedByAll,
    insert: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
    update: nobody,
    delete: ownRows(['districtOfficer', 'provider'], 'districtOfficer'),
  },
  invoice_move: {
    select: countedByAll,
    insert: ownRows(['districtOfficer', 'provider']),
    update: nobody,
    delete: nobody,
  },
  premium_claim: { select: countedByAll, insert: byProvider, update: byProvider, delete: byProvider },
  effect_record: {
    select: inAuthority('controller'),
    insert: inAuthority('caseworker', 'jobcenterCaseManager'),
    update: nobody,
    delete: nobody,
  },
  effect_month: catalogue(['caseworker', 'jobcenterCaseManager'], { isDeletable: true }),
  contract_option: ofContract(),
  contract_change: { ...journal('districtOfficer'), select: countedByAll },
  contract_move: journal('districtOfficer'),
  contract_letter: journal('districtOfficer'),
  task: catalogue(byDistrict, { isDeletable: true }),
  document_template: {
    // A provider prints its reports from the authority's own text.
    select: inAuthority(...staffAndProvider),
    insert: ownRows(['portalAdmin']),
    update: nobody,
    delete: nobody,
  },
  account: {
    select: alsoSignIn(ownRows(staffAndProvider, 'portalAdmin')),
    insert: inAuthority('portalAdmin'),
    update: alsoSignIn(inAuthority('portalAdmin')),
    delete: nobody,
  },
  account_role: {
    select: alsoSignIn(ownRows(staffAndProvider, 'portalAdmin')),
    insert: inAuthority('portalAdmin'),
    update: nobody,
    delete: inAuthority('portalAdmin'),
  },
  session: {
    select: alsoSignIn(ownRows(staffAndProvider, 'portalAdmin')),
    insert: signInOnly,
    update: signInOnly,
    delete: alsoSignIn(ownRows(staffAndProvider, 'portalAdmin')),
  },
  one_time_link: {
    select: alsoSignIn(inAuthority('portalAdmin')),
    insert: alsoSignIn(inAuthority('portalAdmin')),
    update: signInOnly,
    delete: inAuthority('portalAdmin'),
  },
  sign_in_attempt: { select: signInOnly, insert: signInOnly, update: nobody, delete: signInOnly },
  audit_entry: {
    select: inAuthority('portalAdmin'),
    insert: alsoSignIn(ownRows(staffAndProvider)),
    update: nobody,
    delete: nobody,
  },
  // The head alone is seen by colleagues, who clear away what was left lying for a day.
  import_draft: {
    select: inAuthority('districtOfficer'),
    insert: ownRows(byDistrict),
    update: nobody,
    delete: ownRows(byDistrict),
  },
  import_draft_file: {
    select: ownRows(staffRoles),
    insert: ownRows(byDistrict),
    update: nobody,
    delete: ownRows(byDistrict),
  },
  jobcenter_site: catalogue(byDistrictOrAdmin, { isDeletable: true }),
  jobcenter_team: catalogue(['portalAdmin'], { isDeletable: true }),
  jobcenter_staff: catalogue(['portalAdmin'], { isDeletable: true }),
  substitution: {
    select: inAuthority(...staffRoles),
    insert: ownRows(handlersAndLead),
    update: ownRows(handlersAndLead, 'teamLead'),
    delete: nobody,
  },
  // Here the team lead leads everybody of the authority.
  client: {
    select: ownRows(handlersAndLead, 'teamLead'),
    insert: ownRows(clientHandlers),
    update: ownRows(clientHandlers),
    delete: nobody,
  },
  client_opening: {
    select: ownRows(staffRoles),
    insert: ownRows(['teamLead']),
    update: nobody,
    delete: nobody,
  },
  client_profile: ofOpenedClient({ isChangeable: true }),
  client_need: ofOpenedClient({ isChangeable: true }),
  client_handover: {
    select: ownRows(handlersAndLead, 'teamLead'),
    insert: ownRows(clientHandlers),
    update: nobody,
    delete: nobody,
  },
  access_check: ofOpenedClient({ isChangeable: false }),
  access_consent: {
    select: ownRows(handlersAndLead, 'teamLead'),
    insert: ownRows(clientHandlers),
    // The lead has opened the own client of this test, and not the neighbour's.
    update: ownRows(['teamLead']),
    delete: nobody,
  },
  schema_migration: { select: nobody, insert: nobody, update: nobody, delete: nobody },
};
