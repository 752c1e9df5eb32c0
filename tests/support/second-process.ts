import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';

/** What the program of the second process was asked and has to tell. */
export type Task = { readonly openDatabase: string } | { readonly takeDataLock: string };
export type Report = { readonly isDone: true } | { readonly isDone: false; readonly problem: string };

export interface SecondProcess {
  readonly report: Report;
  readonly process: ChildProcess;
  /** Closes what it opened and ends. */
  end(): Promise<void>;
  /** Ends as in a crash (SIGKILL). */
  kill(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Makes the program of second processes, for the length of a test; give the result to `startSecondProcess`. */
export async function buildSecondProcess(): Promise<string> {
  const outDir = path.join(root, 'node_modules/.cache/massnahmenportal', `second-process-${process.pid}`);
  onTestFinished(() => rm(outDir, { recursive: true, force: true }));
  // Below node_modules, so that the program finds its packages.
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '~': path.join(root, 'app'), '#db': path.join(root, 'db') } },
    build: {
      target: 'node20',
      ssr: path.join(root, 'tests/support/second-process-main.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
  return path.join(outDir, 'main.mjs');
}

/** Starts a process with its task; resolves when it has done it, or has said why not. */
export async function startSecondProcess(program: string, task: Task): Promise<SecondProcess> {
  const child = fork(program, [JSON.stringify(task)], { execArgv: [] });
  const exited = once(child, 'exit');
  const [report] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => {
      throw new Error('The second process ended without a report.');
    }),
  ])) as [Report];
  return {
    report,
    process: child,
    end: async () => {
      if (child.connected) child.send('end');
      await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
