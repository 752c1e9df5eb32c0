import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse } from '~/values/result';
import type { Result } from '~/values/result';
import { isId } from '~/values/is-id';
import { checkSubstitution } from '../rules';
import { listStaff, type StaffMember } from './jobcenter';

export interface Substitution {
  readonly id: string;
  readonly absentId: string;
  readonly absentName: string;
  readonly substituteName: string;
  readonly starts: string;
  readonly ends: string;
  readonly byName: string;
}

export type SubstitutionFinding =
  'endsBeforeStart' | 'isPast' | 'absentNotAllowed' | 'substituteUnknown' | 'samePerson';

/**
 * Who may be represented by the actor's word: oneself, and for a team lead everyone
 * of the own team who is in charge of clients (rule C16).
 */
export function representable(staff: readonly StaffMember[], actor: Actor): StaffMember[] {
  const own = staff.find(({ accountId }) => accountId === actor.accountId);
  const leads = actor.roles.includes('teamLead') && own?.function === 'teamLead';
  return staff.filter(
    (member) =>
      member.function !== 'teamLead' &&
      (member.accountId === actor.accountId || (leads && member.teamId === own.teamId)),
  );
}

/** Gives the substitute access to the clients of the absent person, for these days and no longer. */
export async function registerSubstitution(
  tx: Tx,
  actor: Actor,
  wanted: {
    readonly absentId: string;
    readonly substituteId: string;
    readonly starts: string;
    readonly ends: string;
  },
  today: string,
): Promise<Result<undefined, SubstitutionFinding>> {
  const staff = await listStaff(tx);
  const findings: SubstitutionFinding[] = checkSubstitution(wanted, today);
  if (!representable(staff, actor).some(({ accountId }) => accountId === wanted.absentId)) {
    findings.push('absentNotAllowed');
  }
  const substitute = staff.find(({ accountId }) => accountId === wanted.substituteId);
  if (!substitute || substitute.function === 'teamLead') findings.push('substituteUnknown');
  if (wanted.absentId === wanted.substituteId) findings.push('samePerson');
  if (findings.length) return refuse(...findings);
  const { id } = await tx
    .insertInto('substitution')
    .values({
      tenant_id: actor.tenantId,
      absent_id: wanted.absentId,
      substitute_id: wanted.substituteId,
      starts: wanted.starts,
      ends: wanted.ends,
      created_by: actor.accountId,
      created_by_name: actor.displayName,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(tx, actor, {
    verb: 'substitution.registered',
    objectKind: 'substitution',
    objectId: id,
  });
  return ok(undefined);
}

/** Ends a substitution with the day before `today`; one that has not begun never takes place. False: not the actor's. */
export async function endSubstitution(tx: Tx, actor: Actor, id: string, today: string): Promise<boolean> {
  if (!isId(id)) return false;
  const ended = await tx
    .updateTable('substitution')
    .set({ ends: sql<string>`greatest(${today}::date - 1, starts - 1)` })
    .where('id', '=', id)
    .where('ends', '>=', today)
    .whereRef('ends', '>=', 'starts')
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await recordAudit(tx, actor, { verb: 'substitution.ended', objectKind: 'substitution', objectId: id });
  return true;
}

/** All that have not passed, by first day; the whole house may know who stands in for whom. */
export async function listSubstitutions(tx: Tx, today: string): Promise<Substitution[]> {
  return await tx
    .selectFrom('substitution')
    .innerJoin('jobcenter_staff as absent', (join) =>
      join
        .onRef('absent.tenant_id', '=', 'substitution.tenant_id')
        .onRef('absent.account_id', '=', 'substitution.absent_id'),
    )
    .innerJoin('jobcenter_staff as substitute', (join) =>
      join
        .onRef('substitute.tenant_id', '=', 'substitution.tenant_id')
        .onRef('substitute.account_id', '=', 'substitution.substitute_id'),
    )
    .where('substitution.ends', '>=', today)
    .whereRef('substitution.ends', '>=', 'substitution.starts')
    .select([
      'substitution.id',
      'substitution.absent_id as absentId',
      'absent.display_name as absentName',
      'substitute.display_name as substituteName',
      'substitution.starts',
      'substitution.ends',
      'substitution.created_by_name as byName',
    ])
    .orderBy('substitution.starts')
    .orderBy('absent.display_name')
    .execute();
}
