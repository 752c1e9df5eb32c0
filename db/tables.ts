import type { ColumnType, Generated } from 'kysely';

/** Day as 'YYYY-MM-DD', no time zone. */
type Day = string;
/** Point in time as the driver's text, e.g. '2019-09-01 10:42:00+00'. */
type Timestamp = ColumnType<string, string | undefined, string>;
/** Written once by the database or on insert, never updated. */
type Json = ColumnType<unknown, string, string>;

interface AuthorityTable {
  id: Generated<string>;
  name: string;
  is_fictional: Generated<boolean>;
  state: string;
  office: string | null;
  signature_role: string | null;
  version: Generated<number>;
  street: string | null;
  postcode: string | null;
  town: string | null;
}

interface ProviderTable {
  id: Generated<string>;
  name: string;
}

interface AuthorityProviderTable {
  tenant_id: string;
  provider_id: string;
}

interface RuleSettingTable {
  tenant_id: string;
  id: Generated<string>;
  key: string;
  value: Json;
  valid_from: Day;
  valid_to: Day | null;
  source: string;
}

interface CommitteeTable {
  tenant_id: string;
  id: Generated<string>;
  name: string;
  position: number;
  task: 'advises' | 'decides';
  is_public: boolean;
}

interface AccountTable {
  tenant_id: string;
  id: Generated<string>;
  provider_id: string | null;
  email: string;
  display_name: string;
  password_hash: string | null;
  has_generated_password: Generated<boolean>;
  locked_at: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: Timestamp;
}

interface AccountRoleTable {
  tenant_id: string;
  account_id: string;
  role: string;
}

interface SessionTable {
  tenant_id: string;
  id: Generated<string>;
  account_id: string;
  token_hash: string;
  created_at: Timestamp;
  last_seen_at: Timestamp;
}

interface OneTimeLinkTable {
  tenant_id: string;
  id: Generated<string>;
  account_id: string;
  token_hash: string;
  expires_at: ColumnType<string, string, string>;
  used_at: ColumnType<string | null, string | null | undefined, string | null>;
}

interface SignInAttemptTable {
  id: Generated<string>;
  key_hash: string;
  attempted_at: Timestamp;
}

interface AuditEntryTable {
  tenant_id: string;
  id: Generated<string>;
  at: Timestamp;
  account_id: string | null;
  role: string | null;
  verb: string;
  object_kind: string;
  object_id: string | null;
  changed_fields: Generated<string[]>;
  request_id: string | null;
}

interface BudgetProductTable {
  tenant_id: string;
  id: Generated<string>;
  number: string;
  name: string;
}

interface FundingSourceTable {
  tenant_id: string;
  id: Generated<string>;
  kind: 'federalIntegration' | 'administration' | 'municipal' | 'esf' | 'state' | 'thirdParty';
  name: string;
}

interface AppropriationTable {
  tenant_id: string;
  id: Generated<string>;
  product_id: string;
  funding_source_id: string;
  fiscal_year: number;
  amount_cents: number;
  is_ceiling: boolean;
  purpose: string | null;
}

interface BudgetTransferTable {
  tenant_id: string;
  id: Generated<string>;
  from_id: string;
  to_id: string;
  amount_cents: number;
  reason: string;
  booked_at: Timestamp;
  booked_by: string;
  booked_by_name: string;
}

interface CommitmentTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  product_id: string;
  funding_source_id: string;
  fiscal_year: number;
  amount_cents: number;
  option_no: number | null;
  is_firm: boolean;
}

interface PaymentTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  product_id: string;
  funding_source_id: string;
  fiscal_year: number;
  amount_cents: number;
  reference: string;
  booked_at: Timestamp;
  booked_by: string;
  booked_by_name: string;
  invoice_id: string | null;
}

interface MeasureTable {
  tenant_id: string;
  id: Generated<string>;
  slug: string;
  title: string;
  kind: 'massnahme' | 'handlungsansatz';
  carrier_name: string | null;
  carrier_type: string | null;
  source_year: number | null;
  implementation: string | null;
  places_total: number | null;
  period_start: string | null;
  period_end: string | null;
  search_text: string;
  /** The file as it was imported; JSON null for a measure that was written here. */
  source: Json;
  content: Json;
  content_version: Generated<number>;
  state: Generated<'idea' | 'concept' | 'approved' | 'inTender' | 'running' | 'ended' | 'archived'>;
  intake: Generated<'open' | 'paused' | 'waitingOnly' | 'closed'>;
}

interface MeasureVersionTable {
  tenant_id: string;
  measure_id: string;
  no: number;
  state: string;
  content: Json;
  plan: Json;
  sha256: string;
  reason: string;
  created_at: Timestamp;
  created_by: string;
  created_by_name: string;
}

interface MeasureMoveTable {
  tenant_id: string;
  id: Generated<string>;
  measure_id: string;
  from_state: string;
  to_state: string;
  from_intake: string;
  to_intake: string;
  reason: string | null;
  version_no: number | null;
  moved_at: Timestamp;
  moved_by: string;
  moved_by_name: string;
}

interface MeasureLegalBasisTable {
  tenant_id: string;
  measure_id: string;
  position: number;
  cited: string;
  law: string | null;
  section: string | null;
  item_no: number | null;
  is_old_version: Generated<boolean>;
}

interface MeasurePlanTable {
  tenant_id: string;
  measure_id: string;
  version: Generated<number>;
  paper_no: string | null;
  paper_date: Day | null;
  file_ref: string | null;
  department: string | null;
  subject: string | null;
  need_text: string | null;
  demand_count: number | null;
  demand_unknown_reason: string | null;
  service_subject: string | null;
  service_text: string | null;
  steps_text: string | null;
  target_group: string | null;
  is_voluntary_service: boolean | null;
  rooms_text: string | null;
  term_start: Day | null;
  term_end: Day | null;
  has_options: boolean | null;
  product_id: string | null;
  estimate_monthly_cents: number | null;
  estimate_basis: string | null;
  report_committee_id: string | null;
}

interface MeasureConsultationTable {
  tenant_id: string;
  measure_id: string;
  committee_id: string;
  meeting_date: Day;
}

interface MeasureSiteTable {
  tenant_id: string;
  measure_id: string;
  position: number;
  name: string;
  places: number | null;
}

interface MeasurePhaseTable {
  tenant_id: string;
  measure_id: string;
  position: number;
  title: string;
  sub_text: string | null;
}

interface MeasureReferralTargetTable {
  tenant_id: string;
  measure_id: string;
  position: number;
  name: string;
}

interface MeasureOptionTable {
  tenant_id: string;
  measure_id: string;
  position: number;
  starts: Day;
  ends: Day;
  condition: string | null;
}

interface MeasureIndicatorTable {
  tenant_id: string;
  measure_id: string;
  position: number;
  text: string;
}

interface TenderPreparationTable {
  tenant_id: string;
  measure_id: string;
  version: Generated<number>;
  parts: ColumnType<unknown, string | undefined, string>;
}

interface TenderLotTable {
  tenant_id: string;
  id: Generated<string>;
  measure_id: string;
  position: number;
  title: string;
  site: string | null;
  quantity: number | null;
  unit: 'placeMonth' | 'flatMonth' | 'participant' | 'session';
  option_quantity: number | null;
  fixed_price_cents: number | null;
}

interface TenderCriterionTable {
  tenant_id: string;
  id: Generated<string>;
  measure_id: string;
  position: number;
  level: number;
  title: string;
  weight_percent: number | null;
  expectation: string | null;
  scale: Json;
  zero_excludes: boolean;
}

interface TenderReleaseTable {
  tenant_id: string;
  measure_id: string;
  no: number;
  version_no: number;
  facts: Json;
  sha256: string;
  created_at: Timestamp;
  created_by: string;
  created_by_name: string;
}

interface TenderReleaseFileTable {
  tenant_id: string;
  measure_id: string;
  release_no: number;
  position: number;
  kind: string;
  template_version: number;
  content: Uint8Array;
  sha256: string;
  created_by: string;
}

interface MeasureEvaluationTable {
  tenant_id: string;
  measure_id: string;
  period: Generated<string>;
  assessment: string | null;
  proposal: string | null;
  version: Generated<number>;
}

interface ContractTable {
  tenant_id: string;
  id: Generated<string>;
  number: string;
  measure_id: string;
  version_no: number | null;
  provider_id: string;
  state: Generated<'draft' | 'signed' | 'ended'>;
  term_start: Day;
  term_end: Day;
  runs_until: Day;
  price_model: 'monthlyFixed' | 'perPlaceMonth' | 'perSession' | 'total';
  price_cents: number;
  price_note: string | null;
  bills_occupied: Generated<boolean>;
  product_id: string;
  funding_source_id: string;
  session_days: Generated<Day[]>;
  signed_on: Day | null;
  version: Generated<number>;
}

interface ContractSiteTable {
  tenant_id: string;
  contract_id: string;
  position: number;
  name: string;
  places: number | null;
}

interface ContractPlaceTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  site_position: number;
  no: number;
  valid_from: Day;
  valid_to: Day;
  group_id: string | null;
}

interface ContractOptionTable {
  tenant_id: string;
  contract_id: string;
  no: number;
  starts: Day;
  ends: Day;
  condition: string | null;
  declare_by: Day;
  price_cents: number | null;
  session_days: Generated<Day[]>;
  state: Generated<'open' | 'exercised' | 'refused' | 'missed'>;
  was_successful: boolean | null;
  success_reason: string | null;
  has_funds: boolean | null;
  funds_reason: string | null;
  decided_on: Day | null;
  decided_by_name: string | null;
}

interface ContractChangeTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  amount_cents: number;
  valid_from: Day;
  valid_to: Day;
  reason: string;
  agreed_at: Timestamp;
  agreed_by: string;
  agreed_by_name: string;
}

interface ContractMoveTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  deed:
    | 'entered'
    | 'edited'
    | 'signed'
    | 'optionExercised'
    | 'optionRefused'
    | 'optionMissed'
    | 'changed'
    | 'taskDone'
    | 'serviceChanged'
    | 'ended';
  option_no: number | null;
  reason: string | null;
  moved_at: Timestamp;
  moved_by: string | null;
  moved_by_name: string;
}

interface ContractLetterTable {
  tenant_id: string;
  contract_id: string;
  option_no: number;
  template_version: number;
  content: Uint8Array;
  sha256: string;
  created_at: Timestamp;
  created_by: string;
}

interface TaskTable {
  tenant_id: string;
  id: Generated<string>;
  kind: 'prepareNextTender' | 'interimEvaluation' | 'yearlyReport';
  contract_id: string | null;
  due_on: Day;
  created_at: Timestamp;
  done_at: ColumnType<string | null, string | null | undefined, string | null>;
  done_by_name: string | null;
}

interface DocumentTemplateTable {
  tenant_id: string;
  id: Generated<string>;
  kind: string;
  version: number;
  body: string;
  created_at: Timestamp;
  created_by: string;
}

interface ImportDraftTable {
  tenant_id: string;
  created_by: string;
  id: Generated<string>;
  created_at: Timestamp;
}

interface ImportDraftFileTable {
  tenant_id: string;
  created_by: string;
  draft_id: string;
  position: number;
  name: string;
  bytes: Uint8Array;
}

interface JobcenterSiteTable {
  tenant_id: string;
  id: Generated<string>;
  name: string;
}

interface JobcenterTeamTable {
  tenant_id: string;
  id: Generated<string>;
  name: string;
  site_id: string;
}

interface JobcenterStaffTable {
  tenant_id: string;
  account_id: string;
  team_id: string;
  function: 'caseworker' | 'jobcenterCaseManager' | 'teamLead';
  display_name: string;
  post_percent: Generated<number>;
}

interface SubstitutionTable {
  tenant_id: string;
  id: Generated<string>;
  absent_id: string;
  substitute_id: string;
  starts: Day;
  ends: Day;
  created_at: Timestamp;
  created_by: string;
  created_by_name: string;
}

interface ClientTable {
  tenant_id: string;
  id: Generated<string>;
  customer_number: string;
  site_id: string;
  responsible_id: string;
  status: Generated<'active' | 'ended'>;
  version: Generated<number>;
  created_at: Timestamp;
  participant_key: Generated<string>;
  under_25_until: Day | null;
  handed_over_by: string | null;
  handed_over_at: ColumnType<string | null, string | null | undefined, string | null>;
}

interface ClientOpeningTable {
  tenant_id: string;
  id: Generated<string>;
  client_id: string;
  purpose: string;
  opened_at: Timestamp;
  opened_by: string;
  opened_by_name: string;
}

interface ClientProfileTable {
  tenant_id: string;
  client_id: string;
  first_name: string;
  last_name: string;
  birth_date: Day;
  household_number: string;
  is_household_lead: boolean;
  interpreter_language: string | null;
  forecast_on: Day | null;
  forecast_months: number | null;
  market_proximity: 'near' | 'notNear' | null;
  expects_progress: boolean | null;
  is_willing: boolean | null;
  readiness_clarified_on: Day | null;
  readiness_by_talk: boolean | null;
  readiness_note_made: Generated<boolean>;
}

interface ClientNeedTable {
  tenant_id: string;
  id: Generated<string>;
  client_id: string;
  need_key: string;
  need_group: 'qualification' | 'capability' | 'motivation' | 'circumstances';
  noted_on: Day;
  ended_on: Day | null;
}

interface ClientHandoverTable {
  tenant_id: string;
  id: Generated<string>;
  client_id: string;
  from_name: string;
  to_name: string;
  reason: string;
  at: Timestamp;
  handed_by: string;
  handed_by_name: string;
}

interface AccessCheckTable {
  tenant_id: string;
  id: Generated<string>;
  client_id: string;
  measure_id: string | null;
  checked_on: Day;
  book: string | null;
  facts: Json;
  findings: Json;
  decision: 'eligible' | 'exception' | 'refused';
  ground: string | null;
  reason: string | null;
  needs_consent: boolean;
  recheck_on: Day | null;
  created_at: Timestamp;
  created_by: string;
  created_by_name: string;
}

interface AccessConsentTable {
  tenant_id: string;
  check_id: string;
  client_id: string;
  asked_at: Timestamp;
  asked_by: string;
  asked_by_name: string;
  is_granted: boolean | null;
  reason: string | null;
  decided_at: ColumnType<string | null, string | null | undefined, string | null>;
  decided_by: string | null;
  decided_by_name: string | null;
}

interface ContractMeasureTable {
  tenant_id: string;
  contract_id: string;
  measure_id: string;
  title: string;
  is_component: boolean;
  unit: 'place' | 'group';
  contacts: ColumnType<unknown, string | undefined, string>;
  first_stage_weeks: number | null;
  session_count: number | null;
  session_minutes: number | null;
  group_size: number | null;
  involves_household: Generated<boolean>;
  reports_absence: boolean;
  has_strategy_plan: Generated<boolean>;
  plan_review_weeks: number | null;
  interim_report_months: number | null;
  final_report_days: Generated<number>;
  reporting_days: Generated<number>;
  health_percent: number | null;
  health_limit_percent: number | null;
  co_funding: string | null;
  needed_certificate: string | null;
}

interface ProviderCertificateTable {
  tenant_id: string;
  id: Generated<string>;
  provider_id: string;
  name: string;
  valid_from: Day;
  valid_to: Day | null;
}

interface TrainingGroupTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  measure_id: string;
  provider_id: string;
  site_position: number;
  name: string;
  trainer: string;
  starts: Day;
  ends: Day;
  seats: number;
  state: Generated<'planned' | 'running' | 'ended' | 'cancelled'>;
  created_at: Timestamp;
  created_by_name: string;
}

interface TrainingSessionTable {
  tenant_id: string;
  id: Generated<string>;
  group_id: string;
  no: number;
  day: Day;
  begins_at: string;
  minutes: number;
  topic: string | null;
  trainer: string | null;
  catches_up_no: number | null;
  state: Generated<'planned' | 'held' | 'cancelled'>;
}

interface AllocationTable {
  tenant_id: string;
  id: Generated<string>;
  participant_key: string;
  measure_id: string | null;
  contract_id: string | null;
  provider_id: string | null;
  place_id: string | null;
  book: string | null;
  state: 'clearing' | 'active' | 'closing' | 'closed' | 'droppedOut' | 'notStarted' | 'declined';
  allocated_on: Day;
  starts: Day;
  ends: Day | null;
  clearing_until: Day | null;
  confirmed_on: Day | null;
  first_contact_on: Day | null;
  exited_on: Day | null;
  exit_reason:
    | 'goalsReached'
    | 'work'
    | 'vocationalTraining'
    | 'furtherHelp'
    | 'otherMeasure'
    | 'noProgress'
    | 'timeOver'
    | 'stoppedByClient'
    | 'stoppedByProvider'
    | 'stoppedByJobcenter'
    | 'longAbsence'
    | 'moved'
    | 'benefitEnded'
    | 'other'
    | null;
  settled_on: Day | null;
  settled_by: 'client' | 'provider' | 'jobcenter' | null;
  settled_reason:
    | 'notReached'
    | 'didNotCome'
    | 'noInterest'
    | 'tookUpWork'
    | 'otherHelp'
    | 'notSuitable'
    | 'noCapacity'
    | 'moved'
    | 'benefitEnded'
    | 'noAlliance'
    | 'enteredByMistake'
    | null;
  reports_absence: boolean;
  visible_until: Day | null;
  effect_recorded: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

interface AllocationDecisionTable {
  tenant_id: string;
  allocation_id: string;
  check_id: string;
  reason: string;
  address_lines: Generated<string[]>;
  venue_lines: Generated<string[]>;
  first_appointment: string | null;
  overlap_reason: string | null;
  earlier_reason: string | null;
  backdate_reason: string | null;
  created_at: Timestamp;
  created_by: string;
  created_by_name: string;
}

interface AllocationDisclosureTable {
  tenant_id: string;
  allocation_id: string;
  first_name: string;
  last_name: string;
  contact: string | null;
  purpose: string;
  goals: string | null;
  interpreter_language: string | null;
  accessibility: string | null;
  household_number: string | null;
  caseworker_name: string;
}

interface AllocationNeedTable {
  tenant_id: string;
  allocation_id: string;
  need_key: string;
  need_group: 'qualification' | 'capability' | 'motivation' | 'circumstances';
  progress: 'better' | 'same' | 'worse' | null;
  is_removed: Generated<boolean>;
  own_view: 'better' | 'same' | 'worse' | null;
}

interface AllocationMoveTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  deed:
    | 'allocated'
    | 'clearingBegun'
    | 'takenOver'
    | 'confirmed'
    | 'firstContact'
    | 'notStarted'
    | 'declined'
    | 'extended'
    | 'exited'
    | 'exitCorrected'
    | 'handedOver'
    | 'closed'
    | 'reviewed'
    | 'letterMade'
    | 'effectRecorded'
    | 'reportSubmitted'
    | 'reportReturned'
    | 'reportAccepted';
  day: Day | null;
  reason: string | null;
  moved_at: Timestamp;
  moved_by: string | null;
  moved_by_name: string;
}

interface AllocationLetterTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  kind: 'client' | 'provider';
  template_version: number;
  content: Uint8Array;
  sha256: string;
  created_at: Timestamp;
  created_by: string;
}

interface WaitlistEntryTable {
  tenant_id: string;
  id: Generated<string>;
  participant_key: string;
  measure_id: string;
  site: string | null;
  waiting_since: Day;
  entered_at: Timestamp;
  state: Generated<'waiting' | 'allocated' | 'withdrawn'>;
  ended_on: Day | null;
  end_reason: string | null;
  checked_on: Day | null;
}

interface CareReviewTable {
  tenant_id: string;
  allocation_id: string;
  month: number;
  due_on: Day;
  decision: 'goOn' | 'end';
  reasons: string;
  prospects: string | null;
  recorded_on: Day;
  recorded_by: string;
  recorded_by_name: string;
  lead_deed: 'teamLeadIsInformed' | 'teamLeadConsents' | 'teamLeadWritesNote' | 'teamLeadTakesPart' | null;
  lead_is_granted: boolean | null;
  lead_note: string | null;
  lead_at: ColumnType<string | null, string | null | undefined, string | null>;
  lead_by: string | null;
  lead_by_name: string | null;
}

interface ContactTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  day: Day;
  kind: 'talk' | 'phone' | 'video' | 'visit' | 'accompanied' | 'household';
  outcome:
    | 'held'
    | 'clientExcused'
    | 'clientUnexcused'
    | 'clientAbsent'
    | 'providerCancelled'
    | 'movedByClient'
    | 'movedByProvider'
    | 'void';
  minutes: number | null;
  moved_to: Day | null;
  is_backdated: Generated<boolean>;
  corrects_id: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  recorded_by_name: string;
  reports_absence: boolean;
  late_reason: 'staffAbsent' | 'feedbackLate' | 'portalDown' | 'overlooked' | 'correction' | null;
}

interface AttendanceTable {
  tenant_id: string;
  session_id: string;
  allocation_id: string;
  status: 'present' | 'excused' | 'sick' | 'unexcused' | 'absent';
  recorded_at: Timestamp;
  recorded_by: string;
  recorded_by_name: string;
  reports_absence: boolean;
  late_reason: 'staffAbsent' | 'feedbackLate' | 'portalDown' | 'overlooked' | null;
}

interface StrategyStepTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  need_key: string | null;
  goal: string;
  step: string;
  doer: 'client' | 'provider' | 'both' | 'partner';
  agreed_on: Day;
  due_on: Day;
  state: Generated<'open' | 'done' | 'notDone' | 'dropped'>;
  settled_on: Day | null;
  settled_reason: string | null;
}

interface StrategyReviewTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  day: Day;
  is_kept: boolean;
  changes: string | null;
  next_on: Day | null;
  recorded_by: string;
  recorded_by_name: string;
}

interface ReferralTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  target:
    | 'integrationAssistance'
    | 'psychosocial'
    | 'addiction'
    | 'debt'
    | 'health'
    | 'pension'
    | 'family'
    | 'housing'
    | 'education'
    | 'other';
  day: Day;
  was_accompanied: boolean;
  has_arrived: boolean | null;
  settled_on: Day | null;
  is_ongoing: boolean | null;
}

interface ReportTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  kind: 'interim' | 'final';
  no: number;
  due_on: Day;
  state: Generated<'open' | 'submitted' | 'returned' | 'accepted'>;
  submitted_on: Day | null;
  accepted_on: Day | null;
  version: Generated<number>;
}

interface ReportContentTable {
  tenant_id: string;
  report_id: string;
  allocation_id: string;
  answers: ColumnType<unknown, string | undefined, string>;
  template_version: number | null;
  pdf: Uint8Array | null;
  sha256: string | null;
}

interface ReportMoveTable {
  tenant_id: string;
  id: Generated<string>;
  report_id: string;
  allocation_id: string;
  deed: 'submitted' | 'returned' | 'accepted';
  remarks: string | null;
  moved_at: Timestamp;
  moved_by: string;
  moved_by_name: string;
}

interface ContractPremiumTable {
  tenant_id: string;
  contract_id: string;
  kind: 'work' | 'vocationalTraining' | 'stability' | 'other';
  label: string;
  amount_cents: number;
  year_cap_cents: number | null;
}

interface InvoiceTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  provider_id: string;
  month: Day;
  correction_no: Generated<number>;
  number: string;
  state: Generated<'draft' | 'submitted' | 'checked' | 'approved' | 'paid' | 'rejected'>;
  total_cents: number;
  tax_note: string;
  submitted_on: Day | null;
  checked_by: string | null;
  checked_by_name: string | null;
  approved_by: string | null;
  approved_by_name: string | null;
  decided_on: Day | null;
  paid_on: Day | null;
  rejected_reason: string | null;
  basis: ColumnType<unknown, string | undefined, string>;
  version: Generated<number>;
  created_at: Timestamp;
  created_by: string;
  created_by_name: string;
  billing_no: number | null;
  recipient_name: string | null;
  recipient_office: string | null;
  recipient_street: string | null;
  recipient_postcode: string | null;
  recipient_town: string | null;
}

interface ProviderBillingTable {
  tenant_id: string;
  provider_id: string;
  no: number;
  street: string;
  postcode: string;
  town: string;
  tax_number: string | null;
  vat_id: string | null;
  account_holder: string;
  iban: string;
  bic: string | null;
  contact_email: string;
  recorded_at: Timestamp;
  recorded_by: string;
  recorded_by_name: string;
}

interface InvoiceLineTable {
  tenant_id: string;
  invoice_id: string;
  position: number;
  kind: 'service' | 'premium' | 'correction';
  label: string;
  quantity: string;
  amount_cents: number;
}

interface PremiumClaimTable {
  tenant_id: string;
  id: Generated<string>;
  contract_id: string;
  allocation_id: string;
  participant_key: string;
  kind: 'work' | 'vocationalTraining' | 'stability' | 'other';
  reached_on: Day;
  proof: string;
  amount_cents: number;
  invoice_id: string | null;
  claimed_at: Timestamp;
  claimed_by: string;
  claimed_by_name: string;
}

interface InvoiceMoveTable {
  tenant_id: string;
  id: Generated<string>;
  invoice_id: string;
  deed: 'created' | 'submitted' | 'checked' | 'approved' | 'paid' | 'rejected';
  reason: string | null;
  moved_at: Timestamp;
  moved_by: string;
  moved_by_name: string;
}

interface CareWaitTable {
  tenant_id: string;
  id: Generated<string>;
  participant_key: string;
  waiting_since: Day;
  entered_at: Timestamp;
  state: Generated<'waiting' | 'takenOver' | 'refused' | 'withdrawn'>;
  ended_on: Day | null;
}

interface CareEndTable {
  tenant_id: string;
  allocation_id: string;
  talk_on: Day | null;
  profiling_updated: Generated<boolean>;
  invite_by: Day | null;
  invited_on: Day | null;
  aftercare_until: Day | null;
  closing_talk_on: Day | null;
  closing_points: Generated<string[]>;
}

interface CareDisputeTable {
  tenant_id: string;
  id: Generated<string>;
  allocation_id: string;
  question: string;
  asked_at: Timestamp;
  asked_by: string;
  asked_by_name: string;
  ends_care: boolean | null;
  reason: string | null;
  decided_at: ColumnType<string | null, string | null | undefined, string | null>;
  decided_by: string | null;
  decided_by_name: string | null;
}

interface TeamCheckTable {
  tenant_id: string;
  team_id: string;
  month: Day;
  kind: 'caseload' | 'waiting';
  checked_at: Timestamp;
  checked_by: string;
  checked_by_name: string;
}

interface EffectRecordTable {
  tenant_id: string;
  id: Generated<string>;
  month: Day;
  division: string;
  is_integrated: boolean;
  had_medical_service: boolean;
  had_health_need: boolean;
  needs_removed: number;
  progress: 'better' | 'same' | 'worse';
}

interface EffectMonthTable {
  tenant_id: string;
  month: Day;
  exits: Generated<number>;
  integrations: Generated<number>;
  medical_services: Generated<number>;
  health_needs: Generated<number>;
  needs_removed: Generated<number>;
  improved: Generated<number>;
}

/** Every table, by its name in the database. A test compares this with the catalogue. */
export interface Tables {
  authority: AuthorityTable;
  provider: ProviderTable;
  authority_provider: AuthorityProviderTable;
  rule_setting: RuleSettingTable;
  committee: CommitteeTable;
  account: AccountTable;
  account_role: AccountRoleTable;
  session: SessionTable;
  one_time_link: OneTimeLinkTable;
  sign_in_attempt: SignInAttemptTable;
  audit_entry: AuditEntryTable;
  budget_product: BudgetProductTable;
  funding_source: FundingSourceTable;
  appropriation: AppropriationTable;
  budget_transfer: BudgetTransferTable;
  commitment: CommitmentTable;
  payment: PaymentTable;
  measure: MeasureTable;
  measure_version: MeasureVersionTable;
  measure_move: MeasureMoveTable;
  measure_legal_basis: MeasureLegalBasisTable;
  measure_plan: MeasurePlanTable;
  measure_consultation: MeasureConsultationTable;
  measure_site: MeasureSiteTable;
  measure_phase: MeasurePhaseTable;
  measure_referral_target: MeasureReferralTargetTable;
  measure_option: MeasureOptionTable;
  measure_indicator: MeasureIndicatorTable;
  measure_evaluation: MeasureEvaluationTable;
  contract: ContractTable;
  contract_site: ContractSiteTable;
  contract_place: ContractPlaceTable;
  contract_option: ContractOptionTable;
  contract_change: ContractChangeTable;
  contract_move: ContractMoveTable;
  contract_letter: ContractLetterTable;
  task: TaskTable;
  document_template: DocumentTemplateTable;
  import_draft: ImportDraftTable;
  import_draft_file: ImportDraftFileTable;
  tender_preparation: TenderPreparationTable;
  tender_lot: TenderLotTable;
  tender_criterion: TenderCriterionTable;
  tender_release: TenderReleaseTable;
  tender_release_file: TenderReleaseFileTable;
  jobcenter_site: JobcenterSiteTable;
  jobcenter_team: JobcenterTeamTable;
  jobcenter_staff: JobcenterStaffTable;
  substitution: SubstitutionTable;
  client: ClientTable;
  client_opening: ClientOpeningTable;
  client_profile: ClientProfileTable;
  client_need: ClientNeedTable;
  client_handover: ClientHandoverTable;
  access_check: AccessCheckTable;
  access_consent: AccessConsentTable;
  contract_measure: ContractMeasureTable;
  provider_certificate: ProviderCertificateTable;
  training_group: TrainingGroupTable;
  training_session: TrainingSessionTable;
  allocation: AllocationTable;
  allocation_decision: AllocationDecisionTable;
  allocation_disclosure: AllocationDisclosureTable;
  allocation_need: AllocationNeedTable;
  allocation_move: AllocationMoveTable;
  allocation_letter: AllocationLetterTable;
  waitlist_entry: WaitlistEntryTable;
  care_review: CareReviewTable;
  contact: ContactTable;
  attendance: AttendanceTable;
  strategy_step: StrategyStepTable;
  strategy_review: StrategyReviewTable;
  referral: ReferralTable;
  report: ReportTable;
  report_content: ReportContentTable;
  report_move: ReportMoveTable;
  contract_premium: ContractPremiumTable;
  invoice: InvoiceTable;
  provider_billing: ProviderBillingTable;
  invoice_line: InvoiceLineTable;
  premium_claim: PremiumClaimTable;
  invoice_move: InvoiceMoveTable;
  care_wait: CareWaitTable;
  care_end: CareEndTable;
  care_dispute: CareDisputeTable;
  team_check: TeamCheckTable;
  effect_record: EffectRecordTable;
  effect_month: EffectMonthTable;
}
