import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asOwner, type Tx } from '#db/as-actor';
import { openDatabase, setCurrentDatabase } from '#db/connection';
import { projectRoot } from './build';
import { createDatabase } from './database';
import { databaseUrl, onServer } from './postgres-server';

export interface TestPortal {
  readonly url: string;
  /** Password of all demo sign-ins (`verwaltung@demo.example`, …). */
  readonly password: string;
  /** Everything it has printed until now, on both outputs. */
  output(): string;
  /** Ends it and starts it again on the same data and address, e.g. on a later day. */
  restart(env: Record<string, string>): Promise<void>;
  /** Ends it as an operator would; answers with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const demoPassword = 'Testpasswort fuer die Vorfuehrung';

/**
 * Starts the portal as `npm start` does, in a process of its own, with fresh
 * example data: embedded, or in a new database where TEST_DATABASE_URL is set.
 * `prepare` completes the example as its owner before anybody comes.
 */
export async function startPortal(
  env: Record<string, string> = {},
  prepare?: (tx: Tx) => Promise<unknown>,
): Promise<TestPortal> {
  const place = await makePlace();
  const settings = {
    PORT: '0',
    PORTAL_DEMO_PASSWORD: demoPassword,
    PORTAL_LOG: 'info',
    ...place.env,
    ...env,
  };
  if (prepare) await prepareExample(settings, prepare);
  let started = spawnPortal(settings);
  try {
    const url = await started.url;
    return {
      url,
      password: demoPassword,
      output: () => started.output(),
      restart: async (changes) => {
        await started.stop();
        started = spawnPortal({ ...settings, PORT: new URL(url).port, ...changes });
        await started.url;
      },
      stop: async (signal) => {
        const code = await started.stop(signal);
        await place.discard();
        return code;
      },
    };
  } catch (error) {
    await place.discard();
    throw error;
  }
}

async function prepareExample(
  settings: Record<string, string>,
  prepare: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const first = spawnPortal(settings);
  await first.url;
  await first.stop();
  const { DATABASE_URL: url, PORTAL_DATA: dataDirectory } = settings;
  const database = await openDatabase({
    ...(url ? { url } : {}),
    ...(dataDirectory ? { dataDirectory } : {}),
  });
  setCurrentDatabase(database);
  try {
    await asOwner(prepare);
  } finally {
    setCurrentDatabase(null);
    await database.close();
  }
}

export interface SpawnedPortal {
  readonly process: ChildProcess;
  /** The address it prints; rejects with its output where it ends before. */
  readonly url: Promise<string>;
  readonly exitCode: Promise<number | null>;
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `scripts/start.mjs`, or what `command` says, with nothing but these settings. */
export function spawnPortal(
  env: Record<string, string>,
  command: readonly [string, ...string[]] = [process.execPath, 'scripts/start.mjs'],
): SpawnedPortal {
  const [program, ...args] = command;
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { PATH, HOME, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /Das Portal läuft: (\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`The portal did not start:\n${printed}`)));
  });
  // Who only waits for the end need not handle that it never had an address.
  url.catch(() => undefined);
  return {
    process: child,
    url,
    exitCode,
    output: () => printed,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return exitCode;
    },
  };
}

async function makePlace(): Promise<{ env: Record<string, string>; discard: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const name = await createDatabase(server);
    return {
      env: { DATABASE_URL: databaseUrl(server, name), PORTAL_DEMO: '1' },
      discard: () => onServer(server, `drop database if exists ${name} with (force)`),
    };
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'portal-data-'));
  return { env: { PORTAL_DATA: directory }, discard: () => rm(directory, { recursive: true, force: true }) };
}
