import { readFile } from 'node:fs/promises';
import { asOwner, type Tx } from '#db/as-actor';
import { importMeasure } from '~/portfolio/import-measure';
import { measureSource } from '~/portfolio/source';
import { aSubmittedInvoice } from '../billing/support';
import { careOf } from '../care/support';
import { aDraftWithId } from '../contracts/support';
import { aReport } from '../reports/support';
import { anActor, authorities, type Side } from '../support/actors';
import { anAllocation, aRunningContract, type RunningContract } from '../support/allocations';
import { aClient } from '../support/clients';
import { aGroupWithIds } from '../training/support';

interface Thing {
  readonly own: string;
  readonly foreign: string;
  readonly missing: string;
}

/** Ids by number: the own thing, the foreign one after it, and one that nobody has. */
function thing(number: number): Thing {
  const id = (which: number) => `f0000000-0000-4000-8000-000000000${String(which).padStart(3, '0')}`;
  return { own: id(number), foreign: id(number + 1), missing: id(999 - number) };
}

/** For each parameter: what belongs to the own authority, to the foreign one, and to nobody. */
export const things = {
  slug: { own: 'eigene-massnahme', foreign: 'fremde-massnahme', missing: 'keine-massnahme' },
  id: {
    own: anActor('caseworker').accountId,
    foreign: anActor('caseworker', { tenant: 'foreign' }).accountId,
    missing: 'c0000000-0000-4000-8000-000000000999',
  },
  entwurf: thing(1),
  kundin: thing(11),
  vertrag: thing(21),
  zuweisung: thing(31),
  // The same participation, as its provider asks for it.
  teilnahme: thing(31),
  eintrag: thing(41),
  // One in internal case management, which alone is reviewed.
  betreuung: thing(51),
  gruppe: thing(61),
  sitzung: thing(71),
  bericht: thing(81),
  rechnung: thing(91),
} as const satisfies Readonly<Record<string, Thing>>;

export function thingOf(parameter: string): Thing | undefined {
  const all: Readonly<Record<string, Thing>> = things;
  return all[parameter];
}

/** Parameters that name no thing of anybody: the same word for all. */
export const words: Readonly<Record<string, string>> = {
  token: 'kein-link',
  art: 'beschlussvorlage',
  abschnitt: 'bedarf',
  schritt: 'lose',
  option: '1',
  monat: '6',
};

/** Writes everything that one authority has, past the doors. */
export async function insertThings(side: Side): Promise<void> {
  const file = await readFile('db/example/portfolio/case-manager.json', 'utf8');
  const source = measureSource.parse(JSON.parse(file));
  const { tenantId, accountId } = anActor('districtOfficer', { tenant: side });
  const clientId = things.kundin[side];
  await asOwner(async (tx) => {
    const target = { tenantId: authorities[side].id, sourceYear: 2019 };
    const measureId = await importMeasure(tx, target, { ...source, slug: things.slug[side] });
    await tx
      .insertInto('import_draft')
      .values({ tenant_id: tenantId, created_by: accountId, id: things.entwurf[side] })
      .execute();
    await aClient(tx, { side, id: clientId });
    await aDraftWithId(tx, { tenantId, measureId, id: things.vertrag[side] });
    const contract = await aRunningContract(tx, { side, service: { has_strategy_plan: true } });
    await anAllocation(tx, contract, clientId, { id: things.zuweisung[side] });
    await insertLetter(tx, contract, side);
    await insertWaiting(tx, side);
    await careOf(tx, clientId, '2026-01-05', 'jc-hannover-2018', things.betreuung[side]);
    const training = await aRunningContract(tx, { side, places: 1 });
    await aGroupWithIds(tx, training, { id: things.gruppe[side], sessionId: things.sitzung[side] });
    await aReport(tx, { contract: training, id: things.bericht[side] });
    await aSubmittedInvoice(tx, await aRunningContract(tx, { side }), things.rechnung[side]);
  });
}

async function insertLetter(tx: Tx, { tenantId }: RunningContract, side: Side): Promise<void> {
  await tx
    .insertInto('allocation_letter')
    .values({
      tenant_id: tenantId,
      allocation_id: things.zuweisung[side],
      kind: 'client',
      template_version: 0,
      content: Buffer.from('%PDF-1.7'),
      sha256: 'x',
      created_by: anActor('caseworker', { tenant: side }).accountId,
    })
    .execute();
}

/** The client also waits for another measure. */
async function insertWaiting(tx: Tx, side: Side): Promise<void> {
  const other = await aRunningContract(tx, { side });
  const { participant_key } = await tx
    .selectFrom('client')
    .where('id', '=', things.kundin[side])
    .select('participant_key')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('waitlist_entry')
    .values({
      id: things.eintrag[side],
      tenant_id: other.tenantId,
      participant_key,
      measure_id: other.measureId,
      waiting_since: '2026-02-01',
    })
    .execute();
}
