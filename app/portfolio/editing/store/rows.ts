import type { Tx } from '#db/as-actor';
import { legalBasisRow } from '../../legal-basis-row';
import type { PlanPatch } from '../plan';

/** Which measure of which authority the rows belong to. */
interface MeasureKey {
  readonly tenant_id: string;
  readonly measure_id: string;
}

type ListTable =
  | 'measure_legal_basis'
  | 'measure_consultation'
  | 'measure_site'
  | 'measure_phase'
  | 'measure_referral_target'
  | 'measure_option'
  | 'measure_indicator';

/** Replaces the lists that `patch` carries as a whole: their order is what was typed. */
export async function replaceRows(tx: Tx, key: MeasureKey, patch: PlanPatch): Promise<void> {
  const rowKey = (index: number) => ({ ...key, position: index + 1 });

  if (patch.legalBases) {
    await clear(tx, 'measure_legal_basis', key);
    const rows = patch.legalBases.map(({ cited }, index) => ({ ...rowKey(index), ...legalBasisRow(cited) }));
    if (rows.length) await tx.insertInto('measure_legal_basis').values(rows).execute();
  }
  if (patch.meetings) {
    await clear(tx, 'measure_consultation', key);
    const rows = patch.meetings.map(({ committeeId, meetingDate }) => ({
      ...key,
      committee_id: committeeId,
      meeting_date: meetingDate,
    }));
    if (rows.length) await tx.insertInto('measure_consultation').values(rows).execute();
  }
  if (patch.sites) {
    await clear(tx, 'measure_site', key);
    const rows = patch.sites.map((site, index) => ({ ...rowKey(index), ...site }));
    if (rows.length) await tx.insertInto('measure_site').values(rows).execute();
  }
  if (patch.phases) {
    await clear(tx, 'measure_phase', key);
    const rows = patch.phases.map(({ title, subText }, index) => ({
      ...rowKey(index),
      title,
      sub_text: subText,
    }));
    if (rows.length) await tx.insertInto('measure_phase').values(rows).execute();
  }
  if (patch.referralTargets) {
    await clear(tx, 'measure_referral_target', key);
    const rows = patch.referralTargets.map((target, index) => ({ ...rowKey(index), ...target }));
    if (rows.length) await tx.insertInto('measure_referral_target').values(rows).execute();
  }
  if (patch.options) {
    await clear(tx, 'measure_option', key);
    const rows = patch.options.map((option, index) => ({ ...rowKey(index), ...option }));
    if (rows.length) await tx.insertInto('measure_option').values(rows).execute();
  }
  if (patch.indicators) {
    await clear(tx, 'measure_indicator', key);
    const rows = patch.indicators.map((indicator, index) => ({ ...rowKey(index), ...indicator }));
    if (rows.length) await tx.insertInto('measure_indicator').values(rows).execute();
  }
}

async function clear(tx: Tx, table: ListTable, key: MeasureKey): Promise<void> {
  await tx
    .deleteFrom(table)
    .where('tenant_id', '=', key.tenant_id)
    .where('measure_id', '=', key.measure_id)
    .execute();
}
