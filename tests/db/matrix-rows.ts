import type { Actor } from '~/identity/actor';
import { anActor, aProviderActor, authorities, emailOf, providers } from '../support/actors';

export type Row = Readonly<Record<string, unknown>>;

/** Linked with the foreign authority alone, and with none. */
const foreignProvider = 'b0000000-0000-4000-8000-000000000003';
const unlinkedProvider = 'b0000000-0000-4000-8000-000000000004';

/** Rows that must be there before `standingRow` of every table can be. */
export const groundwork: readonly { readonly table: string; readonly row: Row }[] = [
  { table: 'provider', row: { id: foreignProvider, name: 'Fremde Werkstatt' } },
  { table: 'provider', row: { id: unlinkedProvider, name: 'Freie Werkstatt' } },
  { table: 'authority_provider', row: { tenant_id: authorities.foreign.id, provider_id: foreignProvider } },
];

/** A row that is in the database, belonging to `holder` or to the holder's authority. */
export function standingRow(table: string, holder: Actor): Row {
  return rowsOf(holder, 'standing')[table] ?? missing(table);
}

/** A row that could be added beside it. */
export function freshRow(table: string, holder: Actor): Row {
  return rowsOf(holder, 'fresh')[table] ?? missing(table);
}

function missing(table: string): never {
  throw new Error(`tests/db/matrix-rows.ts has no row for the table ${table}.`);
}

/** In the order in which they can be inserted. */
function rowsOf(holder: Actor, which: 'standing' | 'fresh'): Readonly<Record<string, Row>> {
  const isFresh = which === 'fresh';
  const tenant_id = holder.tenantId;
  const place = tenant_id.slice(-1);
  const person = holder.accountId.slice(-3);
  /** Ids of the authority's rows: 1 stands, 2 stands without anything below it, 3 is fresh. */
  const id = (kind: string, number: 1 | 2 | 3) => `e0000000-0000-4000-8000-${kind}00000000${place}${number}`;
  const ofPerson = (kind: string) => `f0000000-0000-4000-8000-${kind}000000${person}${isFresh ? 3 : 1}`;
  const own = isFresh ? 3 : 1;
  const below = { tenant_id, measure_id: id('aa', isFresh ? 2 : 1), position: 1 };
  const account_id = holder.accountId;
  const isProvider = holder.providerId !== null;
  /** Of a provider its own, of all others the authority's. */
  const ofProviderOr = (kind: string, number: 1 | 2 | 3) =>
    isProvider ? `f0000000-0000-4000-8000-${kind}000000${person}${number}` : id(kind, number);
  const ofContract = { tenant_id, contract_id: ofProviderOr('cf', 1) };
  const contractProvider = holder.providerId ?? (place === '1' ? providers.first.id : foreignProvider);
  const theGroup = ofProviderOr('ed', 1);
  /** Allocations of the holder's client: 1 stands, 2 stands without anything below it, 3 is fresh. */
  const theAllocation = `f0000000-0000-4000-8000-ec000000${person}${isFresh ? 2 : 1}`;
  const ofAllocation = { tenant_id, allocation_id: theAllocation };
  const participant_key = `f0000000-0000-4000-8000-ee000000${person}1`;
  const linked = holder.providerId ?? (place === '1' ? providers.first.id : foreignProvider);
  const clientOf = `f0000000-0000-4000-8000-dd000000${person}1`;
  const spareClient = `f0000000-0000-4000-8000-dd000000${person}2`;
  const side = place === '1' ? 'own' : 'foreign';
  const staffAccount =
    holder.providerId === null ? account_id : anActor('districtOfficer', { tenant: side }).accountId;
  const anotherAccount = anActor(
    holder.roles.includes('caseworker') ? 'jobcenterCaseManager' : 'caseworker',
    {
      tenant: side,
    },
  ).accountId;

  return {
    authority: {
      id: isFresh ? id('ff', 3) : tenant_id,
      name: 'Landkreis',
      state: 'SN',
    },
    provider: { id: isFresh ? id('fe', 3) : linked, name: 'Werkstatt' },
    authority_provider: { tenant_id, provider_id: isFresh ? unlinkedProvider : linked },
    rule_setting: {
      tenant_id,
      id: id('ab', own),
      key: `key-${own}`,
      value: '1',
      valid_from: '2019-01-01',
      source: 'Test',
    },
    committee: {
      tenant_id,
      id: id('ac', own),
      name: 'Ausschuss',
      position: own,
      task: 'advises',
      is_public: true,
    },
    account: {
      tenant_id,
      id: isFresh ? ofPerson('ad') : account_id,
      provider_id: holder.providerId,
      email: isFresh ? `neu-${person}@beispiel.test` : emailOf(holder),
      display_name: holder.displayName,
      password_hash: null,
      locked_at: null,
    },
    account_role: {
      tenant_id,
      account_id,
      role: isFresh ? (holder.roles.includes('teamLead') ? 'controller' : 'teamLead') : holder.roles[0],
    },
    session: { tenant_id, id: ofPerson('ae'), account_id, token_hash: `session-${person}-${own}` },
    one_time_link: {
      tenant_id,
      id: ofPerson('af'),
      account_id,
      token_hash: `link-${person}-${own}`,
      expires_at: '2030-01-01',
      used_at: null,
    },
    sign_in_attempt: { id: ofPerson('ba'), key_hash: person },
    audit_entry: {
      tenant_id,
      id: ofPerson('bb'),
      account_id,
      role: holder.roles.join(),
      verb: 'tested',
      object_kind: 'test',
    },
    budget_product: { tenant_id, id: id('bc', own), number: `31.2.0${own}`, name: 'Produkt' },
    funding_source: { tenant_id, id: id('cc', own), kind: 'municipal', name: `Quelle ${own}` },
    appropriation: {
      tenant_id,
      id: id('bd', own),
      product_id: id('bc', 1),
      funding_source_id: id('cc', 1),
      fiscal_year: 2018 + own,
      amount_cents: 1,
      is_ceiling: true,
    },
    budget_transfer: {
      tenant_id,
      id: isFresh ? ofPerson('cd') : id('cd', 1),
      from_id: id('bd', 1),
      to_id: id('bd', 2),
      amount_cents: 1,
      reason: 'Test',
      booked_by: account_id,
      booked_by_name: holder.displayName,
    },
    measure: measureRow(tenant_id, id('aa', own), own),
    measure_legal_basis: { ...below, cited: '§ 16a SGB II' },
    measure_plan: { tenant_id, measure_id: below.measure_id, subject: null },
    measure_consultation: {
      tenant_id,
      measure_id: below.measure_id,
      committee_id: id('ac', 1),
      meeting_date: '2019-10-01',
    },
    measure_site: { ...below, name: 'Standort' },
    measure_phase: { ...below, title: 'Phase' },
    measure_referral_target: { ...below, name: 'Beratung' },
    measure_option: { ...below, starts: '2021-01-01', ends: '2021-12-31' },
    measure_indicator: { ...below, text: 'Kennzahl' },
    measure_version: {
      tenant_id,
      measure_id: id('aa', 1),
      no: isFresh ? Number(holder.accountId.slice(-3)) + 10 : 1,
      state: 'concept',
      content: '{}',
      plan: '{}',
      sha256: 'none',
      reason: 'Test',
      created_by: account_id,
      created_by_name: holder.displayName,
    },
    measure_move: {
      tenant_id,
      id: isFresh ? ofPerson('bf') : id('bf', 1),
      measure_id: id('aa', 1),
      from_state: 'idea',
      to_state: 'concept',
      from_intake: 'closed',
      to_intake: 'closed',
      moved_by: account_id,
      moved_by_name: holder.displayName,
    },
    tender_preparation: { tenant_id, measure_id: below.measure_id },
    tender_lot: {
      tenant_id,
      id: id('ca', own),
      measure_id: id('aa', 1),
      position: own,
      title: 'Los',
      unit: 'placeMonth',
    },
    tender_criterion: {
      tenant_id,
      id: id('cb', own),
      measure_id: id('aa', 1),
      position: own,
      level: 1,
      title: 'Konzept',
      scale: '["", "", "", ""]',
      zero_excludes: false,
    },
    tender_release: {
      tenant_id,
      measure_id: id('aa', 1),
      no: isFresh ? Number(holder.accountId.slice(-3)) + 10 : 1,
      version_no: 1,
      facts: '{}',
      sha256: 'none',
      created_by: account_id,
      created_by_name: holder.displayName,
    },
    tender_release_file: {
      tenant_id,
      measure_id: id('aa', 1),
      release_no: 1,
      position: 1,
      kind: isFresh ? `fresh-${person}` : 'vertrag',
      template_version: 0,
      content: '\\x00',
      sha256: 'none',
      created_by: account_id,
    },
    measure_evaluation: {
      tenant_id,
      measure_id: below.measure_id,
      period: isFresh ? '2021' : 'angaben',
      assessment: 'Bewertung',
    },
    contract: {
      tenant_id,
      id: ofProviderOr('cf', own),
      number: `Vertrag ${isProvider ? person : ''}${own}`,
      measure_id: id('aa', 1),
      provider_id: contractProvider,
      state: 'signed',
      signed_on: '2019-11-25',
      term_start: '2019-12-01',
      term_end: '2020-12-31',
      runs_until: '2020-12-31',
      price_model: 'total',
      price_cents: 1,
      product_id: id('bc', 1),
      funding_source_id: id('cc', 1),
    },
    contract_site: { ...ofContract, position: own, name: `Standort ${own}` },
    contract_measure: {
      ...ofContract,
      measure_id: id('aa', isFresh ? 2 : 1),
      title: 'Maßnahme',
      is_component: false,
      unit: 'place',
      reports_absence: false,
    },
    training_group: {
      ...ofContract,
      id: ofProviderOr('ed', own),
      measure_id: id('aa', 1),
      provider_id: contractProvider,
      site_position: 1,
      name: `Gruppe ${own}`,
      trainer: 'Test',
      starts: '2019-12-01',
      ends: '2020-12-31',
      seats: 12,
      created_by_name: holder.displayName,
    },
    training_session: {
      tenant_id,
      id: ofProviderOr('ef', own),
      group_id: theGroup,
      no: own,
      day: '2020-01-07',
      begins_at: '09:00',
      minutes: 240,
      state: 'planned',
    },
    contract_place: {
      ...ofContract,
      id: ofPerson('db'),
      site_position: 1,
      group_id: theGroup,
      no: Number(person) * 10 + own,
      valid_from: '2019-12-01',
      valid_to: '2020-12-31',
    },
    contract_option: {
      ...ofContract,
      no: own,
      starts: `202${own}-01-01`,
      ends: `202${own}-12-31`,
      declare_by: '2020-09-30',
    },
    contract_change: {
      ...ofContract,
      id: isFresh ? ofPerson('dc') : ofProviderOr('dc', 1),
      amount_cents: 1,
      valid_from: '2020-01-01',
      valid_to: '2020-12-31',
      reason: 'Test',
      agreed_by: account_id,
      agreed_by_name: holder.displayName,
    },
    contract_move: {
      ...ofContract,
      id: isFresh ? ofPerson('de') : ofProviderOr('de', 1),
      deed: 'entered',
      moved_by: account_id,
      moved_by_name: holder.displayName,
    },
    contract_letter: {
      ...ofContract,
      option_no: isFresh ? 2 : 1,
      template_version: 0,
      content: '\\x00',
      sha256: 'none',
      created_by: account_id,
    },
    task: { tenant_id, id: id('df', own), kind: 'prepareNextTender', due_on: '2020-09-30' },
    commitment: {
      tenant_id,
      id: id('ce', own),
      contract_id: id('cf', 1),
      product_id: id('bc', 1),
      funding_source_id: id('cc', 1),
      fiscal_year: 2019,
      amount_cents: 1,
      is_firm: true,
    },
    payment: {
      tenant_id,
      id: isFresh ? ofPerson('da') : id('da', 1),
      contract_id: id('cf', 1),
      product_id: id('bc', 1),
      funding_source_id: id('cc', 1),
      fiscal_year: 2019,
      amount_cents: 1,
      reference: 'Test',
      booked_by: account_id,
      booked_by_name: holder.displayName,
    },
    document_template: {
      tenant_id,
      id: isFresh ? ofPerson('be') : id('be', 1),
      kind: 'beschlussvorlage',
      version: own,
      body: 'Text',
      created_by: account_id,
    },
    import_draft: { tenant_id, created_by: account_id, id: ofPerson('ca') },
    import_draft_file: {
      tenant_id,
      created_by: account_id,
      draft_id: `f0000000-0000-4000-8000-ca000000${person}1`,
      position: own,
      name: 'datei.json',
      bytes: '\\x7b7d',
    },
    jobcenter_site: { tenant_id, id: id('da', own), name: `Standort ${own}` },
    jobcenter_team: { tenant_id, id: id('db', own), name: `Team ${own}`, site_id: id('da', 1) },
    // Staff of a provider is never in it: the rows of the authority stand for theirs.
    jobcenter_staff: {
      tenant_id,
      account_id: isFresh ? aProviderActor('first').accountId : staffAccount,
      team_id: id('db', 1),
      function: holder.roles.includes('teamLead') ? 'teamLead' : 'caseworker',
      display_name: holder.displayName,
    },
    substitution: {
      tenant_id,
      id: ofPerson('dc'),
      absent_id: account_id,
      substitute_id: anotherAccount,
      starts: '2019-01-01',
      ends: '2019-01-31',
      created_by: account_id,
      created_by_name: holder.displayName,
    },
    client: {
      tenant_id,
      id: ofPerson('dd'),
      customer_number: `${person}${isFresh ? 'F' : 'A'}000001`,
      site_id: id('da', 1),
      responsible_id: account_id,
      participant_key: `f0000000-0000-4000-8000-ee000000${person}${isFresh ? 3 : 1}`,
    },
    client_opening: {
      tenant_id,
      id: ofPerson('de'),
      client_id: clientOf,
      purpose: 'Fachaufsicht',
      opened_by: account_id,
      opened_by_name: holder.displayName,
    },
    client_profile: {
      tenant_id,
      client_id: isFresh ? spareClient : clientOf,
      first_name: 'Alma',
      last_name: 'Test',
      birth_date: '1990-01-01',
      household_number: `00${person}BG0000001`,
      is_household_lead: false,
    },
    client_need: {
      tenant_id,
      id: ofPerson('df'),
      client_id: clientOf,
      need_key: isFresh ? 'housing' : 'debts',
      need_group: 'circumstances',
      noted_on: '2019-01-01',
      ended_on: null,
    },
    client_handover: {
      tenant_id,
      id: ofPerson('ea'),
      client_id: clientOf,
      from_name: 'Alt',
      to_name: 'Neu',
      reason: 'Umzug',
      handed_by: account_id,
      handed_by_name: holder.displayName,
    },
    access_check: {
      tenant_id,
      id: ofPerson('eb'),
      client_id: clientOf,
      checked_on: '2019-01-01',
      book: 'jc-hannover-2018',
      facts: '{}',
      findings: '[]',
      decision: 'eligible',
      needs_consent: false,
      created_by: account_id,
      created_by_name: holder.displayName,
    },
    access_consent: {
      tenant_id,
      check_id: `f0000000-0000-4000-8000-eb000000${person}${isFresh ? 2 : 1}`,
      client_id: clientOf,
      asked_by: account_id,
      asked_by_name: holder.displayName,
      reason: null,
    },
    provider_certificate: {
      tenant_id,
      id: id('eb', own),
      provider_id: contractProvider,
      name: 'AktivA',
      valid_from: '2019-01-01',
    },
    allocation: {
      ...ofContract,
      id: `f0000000-0000-4000-8000-ec000000${person}${own}`,
      participant_key,
      measure_id: id('aa', 1),
      provider_id: contractProvider,
      place_id: `f0000000-0000-4000-8000-db000000${person}1`,
      state: 'active',
      allocated_on: '2019-12-01',
      starts: isFresh ? '2020-07-01' : '2019-12-01',
      ends: isFresh ? '2020-09-30' : '2020-03-31',
      reports_absence: false,
    },
    allocation_decision: {
      ...ofAllocation,
      check_id: `f0000000-0000-4000-8000-eb000000${person}1`,
      reason: 'Test',
      created_by: account_id,
      created_by_name: holder.displayName,
    },
    allocation_disclosure: {
      ...ofAllocation,
      first_name: 'Alma',
      last_name: 'Test',
      purpose: 'Test',
      caseworker_name: 'Test',
    },
    allocation_need: {
      ...ofAllocation,
      need_key: 'housing',
      need_group: 'circumstances',
      progress: null,
    },
    allocation_move: {
      ...ofAllocation,
      id: ofPerson('f1'),
      deed: 'allocated',
      moved_by: account_id,
      moved_by_name: holder.displayName,
    },
    allocation_letter: {
      ...ofAllocation,
      id: ofPerson('f2'),
      kind: 'client',
      template_version: 0,
      content: '\\x00',
      sha256: 'none',
      created_by: account_id,
    },
    waitlist_entry: {
      tenant_id,
      id: ofPerson('f3'),
      participant_key,
      measure_id: id('aa', isFresh ? 2 : 1),
      waiting_since: '2019-11-01',
      checked_on: null,
    },
    care_review: {
      ...ofAllocation,
      month: 6,
      due_on: '2020-06-01',
      decision: 'goOn',
      reasons: 'Test',
      prospects: 'Test',
      recorded_on: '2020-06-01',
      recorded_by: account_id,
      recorded_by_name: holder.displayName,
      lead_deed: 'teamLeadConsents',
      lead_is_granted: null,
    },
    contact: {
      ...ofAllocation,
      id: ofPerson('f4'),
      day: '2019-12-03',
      kind: 'talk',
      outcome: 'held',
      minutes: 45,
      recorded_by: account_id,
      recorded_by_name: holder.displayName,
      reports_absence: false,
    },
    attendance: {
      ...ofAllocation,
      session_id: ofProviderOr('ef', 1),
      status: 'present',
      recorded_by: account_id,
      recorded_by_name: holder.displayName,
      reports_absence: false,
    },
    strategy_step: {
      ...ofAllocation,
      id: ofPerson('f5'),
      goal: 'Test',
      step: 'Test',
      doer: 'both',
      agreed_on: '2019-12-03',
      due_on: '2020-01-03',
      state: 'open',
    },
    strategy_review: {
      ...ofAllocation,
      id: ofPerson('f6'),
      day: '2020-01-07',
      is_kept: true,
      recorded_by: account_id,
      recorded_by_name: holder.displayName,
    },
    referral: {
      ...ofAllocation,
      id: ofPerson('f7'),
      target: 'debt',
      day: '2019-12-10',
      was_accompanied: true,
      is_ongoing: null,
    },
    report: {
      ...ofAllocation,
      id: ofPerson('f8'),
      kind: 'final',
      no: 0,
      due_on: '2020-04-14',
      ...(isFresh ? {} : { state: 'returned' }),
    },
    report_content: {
      ...ofAllocation,
      allocation_id: `f0000000-0000-4000-8000-ec000000${person}1`,
      report_id: `f0000000-0000-4000-8000-f8000000${person}${isFresh ? 2 : 1}`,
      answers: '{}',
    },
    report_move: {
      ...ofAllocation,
      id: ofPerson('f9'),
      allocation_id: `f0000000-0000-4000-8000-ec000000${person}1`,
      report_id: `f0000000-0000-4000-8000-f8000000${person}1`,
      deed: 'submitted',
      moved_by: account_id,
      moved_by_name: holder.displayName,
    },
    contract_premium: {
      ...ofContract,
      kind: isFresh ? 'other' : 'work',
      label: 'Vermittlung',
      amount_cents: 50_000,
    },
    provider_billing: {
      ...{ tenant_id, provider_id: contractProvider, no: Number(person) * 10 + own },
      ...{ street: 'Weg 1', postcode: '00001', town: 'Stadt', tax_number: '99/999/00001' },
      ...{ account_holder: 'Werkstatt', iban: 'DE89370400440532013000', contact_email: 'a@b.example' },
      ...{ recorded_by: account_id, recorded_by_name: holder.displayName },
    },
    invoice: {
      ...ofContract,
      id: ofPerson('fa'),
      provider_id: contractProvider,
      month: isFresh ? '2020-02-01' : '2020-01-01',
      // A provider makes the invoice of the month, the district its corrections.
      correction_no: isProvider && !isFresh ? 0 : Number(person),
      number: `R-${person}-${own}`,
      total_cents: 1,
      tax_note: 'steuerfrei',
      state: 'draft',
      created_by: account_id,
      created_by_name: holder.displayName,
    },
    invoice_line: {
      tenant_id,
      invoice_id: `f0000000-0000-4000-8000-fa000000${person}1`,
      position: own,
      kind: 'service',
      label: 'Leistung',
      quantity: '1 Monat',
      amount_cents: 1,
    },
    premium_claim: {
      ...ofContract,
      id: ofPerson('fb'),
      allocation_id: `f0000000-0000-4000-8000-ec000000${person}1`,
      participant_key,
      kind: isFresh ? 'stability' : 'work',
      reached_on: '2020-03-31',
      proof: 'Arbeitsvertrag',
      amount_cents: 50_000,
      invoice_id: isFresh ? `f0000000-0000-4000-8000-fa000000${person}1` : null,
      claimed_by: account_id,
      claimed_by_name: holder.displayName,
    },
    invoice_move: {
      tenant_id,
      id: ofPerson('fc'),
      invoice_id: `f0000000-0000-4000-8000-fa000000${person}1`,
      deed: 'created',
      moved_by: account_id,
      moved_by_name: holder.displayName,
    },
    effect_record: {
      tenant_id,
      id: id('ee', own),
      month: '2020-03-01',
      division: 'Test',
      is_integrated: false,
      had_medical_service: false,
      had_health_need: false,
      needs_removed: 1,
      progress: 'better',
    },
    effect_month: { tenant_id, month: `2020-0${own}-01`, exits: 1 },
    care_wait: {
      tenant_id,
      id: ofPerson('e1'),
      participant_key,
      waiting_since: '2019-11-01',
      ...(isFresh ? {} : { state: 'withdrawn', ended_on: '2019-12-01' }),
    },
    care_end: { ...ofAllocation, talk_on: null },
    care_dispute: {
      ...ofAllocation,
      id: ofPerson('e2'),
      question: 'Test',
      asked_by: account_id,
      asked_by_name: holder.displayName,
      reason: null,
    },
    team_check: {
      tenant_id,
      team_id: id('db', 1),
      month: `2020-0${own}-01`,
      kind: 'waiting',
      checked_by: account_id,
      checked_by_name: holder.displayName,
    },
    schema_migration: isFresh
      ? { position: 999, name: 'fresh', sha256: 'none' }
      : { position: 1, name: '0001-roles-and-actor', sha256: 'none' },
  };
}

function measureRow(tenant_id: string, id: string, number: number): Row {
  return {
    tenant_id,
    id,
    slug: `massnahme-${number}`,
    title: 'Maßnahme',
    kind: 'massnahme',
    search_text: 'massnahme',
    source: '{}',
    content: '{}',
  };
}

/** Every row that stands, in the order in which they can be inserted; rows of an authority repeat. */
export function standingRows(holder: Actor): { readonly table: string; readonly row: Row }[] {
  const rows = Object.entries(rowsOf(holder, 'standing')).filter(([table]) => table !== 'schema_migration');
  return rows.flatMap(([table, row]) => [{ table, row }, ...spareRows(table, row)]);
}

/** A second row of a table, where another table needs one that stands without anything below it. */
function spareRows(table: string, standing: Row): { readonly table: string; readonly row: Row }[] {
  const second = (kind: string) =>
    `e0000000-0000-4000-8000-${kind}00000000${String(standing['tenant_id']).slice(-1)}2`;
  if (table === 'measure')
    return [{ table, row: measureRow(String(standing['tenant_id']), second('aa'), 2) }];
  if (table === 'contract_option') {
    return [{ table, row: { ...standing, no: 2, starts: '2022-01-01', ends: '2022-12-31' } }];
  }
  if (table === 'appropriation') {
    return [{ table, row: { ...standing, id: second('bd'), fiscal_year: 2030 } }];
  }
  const withNumber2 = String(standing['id']).replace(/1$/, '2');
  if (table === 'client') {
    const customer_number = String(standing['customer_number']).replace('A', 'S');
    const participant_key = String(standing['participant_key']).replace(/1$/, '2');
    return [{ table, row: { ...standing, id: withNumber2, customer_number, participant_key } }];
  }
  if (table === 'allocation') {
    return [{ table, row: { ...standing, id: withNumber2, starts: '2020-04-01', ends: '2020-06-30' } }];
  }
  if (table === 'report') return [{ table, row: { ...standing, id: withNumber2, kind: 'interim', no: 1 } }];
  if (table === 'contract_premium') return [{ table, row: { ...standing, kind: 'stability' } }];
  if (table === 'access_check') return [{ table, row: { ...standing, id: withNumber2 } }];
  return [];
}
