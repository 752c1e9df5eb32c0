import { daysAfter } from '~/values/calendar';
import { sql } from 'kysely';
import { asActor, asOwner, type Tx } from '#db/as-actor';
import { serviceOf } from '~/contracts/rules/service';
import { endContract } from '~/contracts/store';
import { exerciseWithLetter } from '~/documents/extension/letter';
import { legalBasisSettingOn } from '~/eligibility/legal-basis-settings';
import type { Actor } from '~/identity/actor';
import { readLegalBasis } from '~/portfolio/legal-basis';
import { findMeasure } from '~/portfolio/store';
import { findExampleOfficer, loadContract } from './contracts';
import { secondProviderName } from './authorities';
import { historicalCourse, type RunningContract, runningContracts } from './plan';

/** Any number that nobody else locks: two starts at once must not enter a contract twice. */
const runningLock = 7_310_204;

/**
 * Enters and signs the contracts around `today` through the doors that people use, each
 * once, and completes what they and the historical one deliver.
 */
export async function enterRunningContracts(today: string): Promise<void> {
  const contracts = runningContracts(today);
  for (const email of ['verwaltung@demo.example', 'verwaltung@anderer-kreis.example'] as const) {
    const officer = await findExampleOfficer(email);
    if (!officer) continue;
    await asActor(officer, async (tx) => {
      await sql`select pg_advisory_xact_lock(${runningLock})`.execute(tx);
      if (email === 'verwaltung@demo.example') await completeHistorical(tx, officer, today);
      for (const contract of contracts) {
        if (contract.officer === email) await enterRunning(tx, officer, contract, today);
      }
    });
  }
  await dateHistory(today);
  await openRunningMeasures(today);
}

/** What a contract is running for runs and takes people in; the step stands in the measure's history. */
async function openRunningMeasures(today: string): Promise<void> {
  await asOwner((tx) =>
    sql`with delivered as (
        select distinct on (measure.tenant_id, measure.id) measure.tenant_id, measure.id, measure.state,
          contract.signed_on, account.id as officer_id, account.display_name as officer_name
        from contract
          join contract_measure service on service.tenant_id = contract.tenant_id and service.contract_id = contract.id
          join measure on measure.tenant_id = service.tenant_id and measure.id = service.measure_id
          join account on account.tenant_id = contract.tenant_id and account.email like 'verwaltung@%'
        where contract.state = 'signed' and ${today}::date between contract.term_start and contract.runs_until
          and measure.state <> 'running'
        order by measure.tenant_id, measure.id, contract.signed_on),
      opened as (
        update measure set state = 'running', intake = 'open' from delivered
          where measure.tenant_id = delivered.tenant_id and measure.id = delivered.id)
      insert into measure_move (tenant_id, measure_id, from_state, to_state, from_intake, to_intake, reason,
          moved_at, moved_by, moved_by_name)
        select tenant_id, id, state, 'running', 'closed', 'open', 'Der Vertrag ist geschlossen (Beispiel).',
          signed_on + time '11:20', officer_id, officer_name
        from delivered`.execute(tx),
  );
}

/** The option of the historical contract was exercised in time, and what is over is closed. */
async function completeHistorical(tx: Tx, actor: Actor, today: string): Promise<void> {
  const { number, service, isOptionExercised } = historicalCourse(today);
  const contract = await tx
    .selectFrom('contract')
    .select(['id', 'measure_id as measureId'])
    .where('number', '=', number)
    .executeTakeFirst();
  if (!contract) return;
  await agree(tx, contract.id, contract.measureId, service);
  if (!isOptionExercised) return;
  const asked = { contractId: contract.id, optionNo: 1, today: '2020-09-15' };
  await exerciseWithLetter(tx, actor, asked, {
    wasSuccessful: true,
    hasFunds: true,
    successReason: 'Die Zwischenauswertung zeigt, dass die Maßnahme die Zielgruppe erreicht (Beispiel).',
    fundsReason: 'Die Mittel für 2021 stehen im Produkt bereit (Beispiel).',
  });
  await endContract(tx, actor, contract.id, null, today);
}

async function enterRunning(tx: Tx, actor: Actor, running: RunningContract, today: string): Promise<void> {
  const { contract, billsOccupied, service, training, premium } = running;
  const terms = { ...contract.terms, billsOccupied };
  const id = await loadContract(tx, actor, { ...contract, terms }, today);
  if (id === undefined) return;
  const { measureId } = await tx
    .selectFrom('contract')
    .select('measure_id as measureId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await agree(tx, id, measureId, service);
  if (premium) {
    await tx
      .insertInto('contract_premium')
      .values({
        tenant_id: actor.tenantId,
        contract_id: id,
        kind: 'work',
        label: premium.label,
        amount_cents: premium.cents,
        year_cap_cents: premium.yearCapCents,
      })
      .execute();
  }
  if (training !== null) await addTraining(tx, actor, id, training, contract.terms.termStart);
}

async function agree(
  tx: Tx,
  contractId: string,
  measureId: string,
  { contacts, ...service }: RunningContract['service'],
): Promise<void> {
  await tx
    .updateTable('contract_measure')
    .set({ ...service, contacts: JSON.stringify(contacts) })
    .where('contract_id', '=', contractId)
    .where('measure_id', '=', measureId)
    .execute();
}

/**
 * A training that is bought only within the contract, with the proof its provider needs.
 *
 * Source: the measure's own file (6 sessions of 4 hours for 12, health at most 20 %,
 * certificate of the provider).
 */
async function addTraining(
  tx: Tx,
  actor: Actor,
  contractId: string,
  slug: string,
  starts: string,
): Promise<void> {
  const measure = await findMeasure(tx, slug);
  if (!measure) return;
  const setting = legalBasisSettingOn(measure.content.legalBases.map(readLegalBasis), starts);
  await tx
    .insertInto('contract_measure')
    .values({
      tenant_id: actor.tenantId,
      contract_id: contractId,
      measure_id: measure.id,
      title: measure.content.title,
      is_component: true,
      unit: 'group',
      session_count: 6,
      session_minutes: 240,
      group_size: 12,
      reports_absence: serviceOf(measure.content, setting).reportsAbsence,
      health_percent: 20,
      health_limit_percent: 20,
      needed_certificate: 'AktivA',
    })
    .execute();
  const provider = await tx
    .selectFrom('provider')
    .select('id')
    .where('name', '=', secondProviderName)
    .executeTakeFirstOrThrow();
  const known = await tx.selectFrom('provider_certificate').select('id').executeTakeFirst();
  if (known) return;
  await tx
    .insertInto('provider_certificate')
    .values({
      tenant_id: actor.tenantId,
      provider_id: provider.id,
      name: 'AktivA',
      valid_from: daysAfter(starts, -200),
      valid_to: daysAfter(starts, -201 + 5 * 365),
    })
    .execute();
}

/** Longer ago than this nobody left a task undone. */
const longAgoDays = 45;

/**
 * The doors wrote down that all of it happened now. The history tells it by the days of
 * the contracts; what was due long ago is done.
 */
async function dateHistory(today: string): Promise<void> {
  await asOwner(async (tx) => {
    await sql`update contract_move move set moved_at = case move.deed
        when 'entered' then contract.signed_on - 6 + time '09:10'
        when 'signed' then contract.signed_on + time '10:40'
        when 'ended' then contract.runs_until + 3 + time '08:30'
        else coalesce(contract_option.decided_on, contract.signed_on) + time '14:05' end
      from contract
        left join contract_option on contract_option.tenant_id = contract.tenant_id
          and contract_option.contract_id = contract.id and contract_option.no = 1
      where contract.tenant_id = move.tenant_id and contract.id = move.contract_id`.execute(tx);
    await sql`with done as (
        update task set done_at = task.due_on - 2 + time '11:15', done_by_name = 'Vera Waldmann'
          from contract
          where contract.tenant_id = task.tenant_id and contract.id = task.contract_id and task.done_at is null
            and task.due_on < ${daysAfter(today, -longAgoDays)}::date
          returning task.tenant_id, task.contract_id, task.done_at)
      insert into contract_move (tenant_id, contract_id, deed, reason, moved_at, moved_by_name)
        select tenant_id, contract_id, 'taskDone', 'Liegt in der Akte (Beispiel).', done_at, 'Vera Waldmann'
        from done`.execute(tx);
  });
}
