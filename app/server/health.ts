import { currentDatabase } from '#db/connection';

const patienceMs = 2_000;

/** Whether the database answers within two seconds. */
export async function isDatabaseReachable(): Promise<boolean> {
  const answer = currentDatabase()
    .ping()
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, noAnswerInTime()]);
}

function noAnswerInTime(): Promise<boolean> {
  return new Promise((resolve) => setTimeout(() => resolve(false), patienceMs).unref());
}
