import { openDatabase } from '#db/connection';
import { takeDataLock } from '#db/data-lock';
import type { Report, Task } from './second-process';

/** The program of the second process: does its task, reports, and waits for the end. */
try {
  const close = await perform(JSON.parse(process.argv[2] ?? '{}') as Task);
  report({ isDone: true });
  process.once('message', () => {
    void close().then(() => {
      process.disconnect();
    });
  });
} catch (error) {
  report({ isDone: false, problem: error instanceof Error ? error.message : String(error) });
  process.disconnect();
}

async function perform(task: Task): Promise<() => Promise<void>> {
  if ('openDatabase' in task) {
    const database = await openDatabase({ url: task.openDatabase });
    return () => database.close();
  }
  const lock = takeDataLock(task.takeDataLock);
  return () => Promise.resolve(lock.release());
}

function report(found: Report): void {
  process.send?.(found);
}
