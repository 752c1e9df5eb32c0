import { sql } from 'kysely';
import type { Tx } from '#db/as-actor';
import { recordAudit } from '#db/audit';
import type { Actor } from '~/identity/actor';
import { ok, refuse, type Result } from '~/values/result';
import {
  type BookPeriod,
  isRuleBookKey,
  type RuleBook,
  type RuleBookKey,
  ruleBookSetting,
} from '../rule-book';
import { ruleBook } from '../rule-books';
import { type BookFinding, bookStep } from '../rules/book-choice';

/** The book that the actor's authority goes by on that day; null: nobody has chosen one. */
export async function findRuleBook(tx: Tx, onDate: string): Promise<RuleBook | null> {
  const periods = await listBookPeriods(tx);
  // Days as YYYY-MM-DD sort like the calendar.
  const period = periods.find(({ from, until }) => from <= onDate && (until === null || onDate <= until));
  return period ? ruleBook(period.book) : null;
}

/** Every choice on record, by first day. */
export async function listBookPeriods(tx: Tx): Promise<BookPeriod[]> {
  const rows = await tx
    .selectFrom('rule_setting')
    .where('key', '=', ruleBookSetting)
    .select([sql<string>`value ->> 'book'`.as('book'), 'valid_from as from', 'valid_to as until'])
    .orderBy('valid_from')
    .execute();
  return rows.flatMap(({ book, ...days }) => (isRuleBookKey(book) ? [{ book, ...days }] : []));
}

/** Chooses a book from a day on; the one before ends the day before. */
export async function chooseRuleBook(
  tx: Tx,
  actor: Actor,
  wanted: { readonly book: RuleBookKey; readonly from: string },
): Promise<Result<undefined, BookFinding>> {
  // Two administrators who choose at once are asked one after the other.
  await tx.selectFrom('authority').where('id', '=', actor.tenantId).select('id').forUpdate().execute();
  const book = ruleBook(wanted.book);
  const step = bookStep(await listBookPeriods(tx), book, wanted.from);
  if (step.kind === 'refuse') return refuse(step.finding);
  const setting = { value: JSON.stringify({ book: book.key }), source: book.source };
  const periods = tx.updateTable('rule_setting').where('key', '=', ruleBookSetting);
  if (step.kind === 'correct') await periods.set(setting).where('valid_from', '=', step.from).execute();
  else {
    if (step.closesOn) await periods.set({ valid_to: step.closesOn }).where('valid_to', 'is', null).execute();
    await tx
      .insertInto('rule_setting')
      .values({ tenant_id: actor.tenantId, key: ruleBookSetting, valid_from: step.from, ...setting })
      .execute();
  }
  await recordAudit(tx, actor, {
    verb: 'ruleBook.chosen',
    objectKind: 'authority',
    objectId: actor.tenantId,
  });
  return ok(undefined);
}
