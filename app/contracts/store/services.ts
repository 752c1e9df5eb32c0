import type { Tx } from '#db/as-actor';
import type { Actor } from '~/identity/actor';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import { readLegalBasis } from '~/portfolio/legal-basis';
import { findMeasure, type MeasureDetail } from '~/portfolio/store';
import { ok, refuse, type Result } from '~/values/result';
import {
  type ComponentFinding,
  componentFindings,
  demandsOf,
  type ServiceFinding,
  serviceFindings,
  serviceOf,
} from '../rules/service';
import type { ContactStage, ContractService, ServiceTerms } from '../service';
import { listCertificates } from './certificates';
import { findContract } from './find';
import { recordMove } from './moves';

/** Freezes what the provider delivers of the contract's own measure, as its profile has it now. */
export async function insertOwnService(
  tx: Tx,
  tenantId: string,
  contract: { readonly id: string; readonly termStart: string },
  measure: Pick<MeasureDetail, 'id' | 'content'>,
): Promise<void> {
  await tx
    .insertInto('contract_measure')
    .values({ ...serviceRow(tenantId, contract, measure), is_component: false })
    .execute();
}

function serviceRow(
  tenantId: string,
  contract: { readonly id: string; readonly termStart: string },
  { id, content }: Pick<MeasureDetail, 'id' | 'content'>,
) {
  const setting = legalBasisSettingOn(content.legalBases.map(readLegalBasis), contract.termStart);
  const service = serviceOf(content, setting);
  return {
    tenant_id: tenantId,
    contract_id: contract.id,
    measure_id: id,
    title: content.title,
    unit: service.unit,
    contacts: JSON.stringify(service.contacts),
    session_count: service.sessionCount,
    session_minutes: service.sessionMinutes,
    group_size: service.groupSize,
    reports_absence: service.reportsAbsence,
  };
}

/** What is delivered under a contract, its own measure first; none before it is signed. */
export async function listServices(tx: Tx, contractId: string): Promise<ContractService[]> {
  const rows = await tx
    .selectFrom('contract_measure')
    .select([
      'measure_id as measureId',
      'title',
      'is_component as isComponent',
      'unit',
      'contacts',
      'first_stage_weeks as firstStageWeeks',
      'session_count as sessionCount',
      'session_minutes as sessionMinutes',
      'group_size as groupSize',
      'involves_household as involvesHousehold',
      'reports_absence as reportsAbsence',
      'has_strategy_plan as hasStrategyPlan',
      'plan_review_weeks as planReviewWeeks',
      'interim_report_months as interimReportMonths',
      'final_report_days as finalReportDays',
      'reporting_days as reportingDays',
      'health_percent as healthPercent',
      'health_limit_percent as healthLimitPercent',
      'co_funding as coFunding',
      'needed_certificate as neededCertificate',
    ])
    .where('contract_id', '=', contractId)
    .orderBy('is_component')
    .orderBy('title')
    .execute();
  // Only our own code writes the list, in this shape.
  return rows.map((row) => ({ ...row, contacts: row.contacts as ContactStage[] }));
}

export type ServiceRefusal = ServiceFinding | { readonly code: 'notSigned' };

/**
 * Agrees anew how one measure of a running contract is delivered; what was allocated or
 * reported before keeps its days. Undefined where the contract has no such measure.
 */
export async function changeService(
  tx: Tx,
  actor: Actor,
  contractId: string,
  measureId: string,
  terms: ServiceTerms,
): Promise<Result<string, ServiceRefusal> | undefined> {
  const contract = await findContract(tx, contractId, { isLocking: true });
  const service = contract && (await listServices(tx, contractId)).find((one) => one.measureId === measureId);
  if (!service) return undefined;
  if (contract.state !== 'signed') return refuse({ code: 'notSigned' });
  const findings = serviceFindings(terms, service.unit);
  if (findings.length > 0) return refuse(...findings);
  await tx
    .updateTable('contract_measure')
    .set({
      contacts: JSON.stringify(terms.contacts),
      first_stage_weeks: terms.firstStageWeeks,
      session_count: terms.sessionCount,
      session_minutes: terms.sessionMinutes,
      group_size: terms.groupSize,
      involves_household: terms.involvesHousehold,
      has_strategy_plan: terms.hasStrategyPlan,
      plan_review_weeks: terms.planReviewWeeks,
      interim_report_months: terms.interimReportMonths,
      final_report_days: terms.finalReportDays,
      reporting_days: terms.reportingDays,
    })
    .where('contract_id', '=', contractId)
    .where('measure_id', '=', measureId)
    .execute();
  await recordMove(tx, actor, { contractId, deed: 'serviceChanged', reason: `${service.title} angepasst` });
  return ok(contractId);
}

export interface NewComponent {
  readonly slug: string;
  /** Share of health content in the whole. */
  readonly healthPercent: number | null;
  readonly coFunding: string | null;
}

export type ComponentRefusal =
  | ComponentFinding
  | { readonly code: 'notSigned' }
  | { readonly code: 'measureGone' }
  | { readonly code: 'alreadyIn' };

/**
 * Buys one more measure within a running contract, as its profile has it now. Undefined
 * where there is no such contract; refused where the measure asks for what is not there.
 */
export async function addComponent(
  tx: Tx,
  actor: Actor,
  contractId: string,
  { slug, healthPercent, coFunding }: NewComponent,
): Promise<Result<string, ComponentRefusal> | undefined> {
  const contract = await findContract(tx, contractId, { isLocking: true });
  if (!contract) return undefined;
  if (contract.state !== 'signed') return refuse({ code: 'notSigned' });
  const [measure, own, services, certificates] = await Promise.all([
    findMeasure(tx, slug),
    findMeasure(tx, contract.measure.slug),
    listServices(tx, contractId),
    listCertificates(tx, contract.providerId),
  ]);
  if (!measure || !own) return refuse({ code: 'measureGone' });
  if (services.some(({ measureId }) => measureId === measure.id)) return refuse({ code: 'alreadyIn' });
  const demands = demandsOf(measure.content);
  const findings = componentFindings({
    ...{ demands, certificates, healthPercent, coFunding },
    legalBases: own.content.legalBases,
    from: contract.termStart,
    to: contract.runsUntil,
  });
  if (findings.length > 0) return refuse(...findings);
  await tx
    .insertInto('contract_measure')
    .values({
      ...serviceRow(actor.tenantId, contract, measure),
      is_component: true,
      health_percent: healthPercent,
      health_limit_percent: demands.maxHealthPercent,
      co_funding: coFunding,
      needed_certificate: demands.certificate,
    })
    .execute();
  await recordMove(tx, actor, {
    contractId,
    deed: 'serviceChanged',
    reason: `${measure.content.title} aufgenommen`,
  });
  return ok(contractId);
}
