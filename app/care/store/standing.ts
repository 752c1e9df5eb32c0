import type { Tx } from '#db/as-actor';
import { findRuleBook } from '~/eligibility/store';
import type { CareReview } from '../care';
import type { CareStanding } from '../steps';
import { findCareFile } from './file';
import { findEnd, listDisputes, listReviews } from './history';

/** Everything that a page or a step about one client's case management starts from; undefined: not the actor's. */
export async function findStanding(
  tx: Tx,
  clientId: string,
  today: string,
): Promise<(CareStanding & { readonly reviews: readonly CareReview[] }) | undefined> {
  const file = await findCareFile(tx, clientId);
  if (!file) return undefined;
  const [newest] = file.cares;
  const [book, end, disputes, reviews] = await Promise.all([
    findRuleBook(tx, today),
    newest && findEnd(tx, newest.id),
    newest ? listDisputes(tx, newest.id) : [],
    newest ? listReviews(tx, newest.id) : [],
  ]);
  return { file, book, end: end ?? null, disputes, reviews };
}
