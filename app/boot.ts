import type { AddressInfo } from 'node:net';
import type { RequestListener, Server } from 'node:http';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { openDatabase, setCurrentDatabase, type Database } from '#db/connection';
import { loadExampleContracts } from '#db/example/contracts';
import { loadExample } from '#db/example/load';
import { loadExampleCases } from '#db/example/load-cases';
import { StartupProblem } from '#db/startup-problem';
import { addMissingDuties, closeMissedOptions } from '~/contracts/store';
import { faultsOfDeliveredTemplates } from '~/documents/templates/files';
import { refreshDemoPasswords, type DemoSignIns } from '~/identity/demo-accounts';
import { createFirstAdministrator, type FirstAdministrator } from '~/identity/first-administrator';
import { importFromFiles, type ImportReport } from '~/portfolio/exchange/store/import-command';
import { today } from './clock';
import { createListener, createPortalServer } from './server';
import { behindTheGate, type BuildSource } from './server/ask-routes';
import { listen, stopListening } from './server/listening';
import { logFault, openLog } from './server/log';
import { readSettings, type Settings } from './server/settings';
import { readStaticFiles } from './server/static-files';

export { StartupProblem };

interface Surroundings {
  /** Where package.json lies: bundling moves modules, so nothing may look beside itself. */
  readonly projectRoot: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told in German what is being done, before each step that takes a while. */
  readonly onProgress?: (step: string) => void;
}

interface RunningPortal {
  readonly url: string;
  readonly databaseKind: Database['kind'];
  /** Null without example data. */
  readonly demo: DemoSignIns | null;
  /** Finishes what is being answered, then closes the database and frees its directory. */
  stop(): Promise<void>;
}

/**
 * Starts the portal: database with its schema, example data where wanted, server.
 * Throws `StartupProblem` (a German sentence) where the surroundings are at fault;
 * what was opened until then is closed again.
 */
export async function boot(build: ServerBuild, surroundings: Surroundings): Promise<RunningPortal> {
  const settings = readSettings(surroundings.env, surroundings.projectRoot);
  openLog(settings.logLevel);
  logWhatNobodyCaught();
  const { database, demo } = await openPortal(settings, surroundings);
  const server = createPortalServer({
    askRoutes: behindTheGate(build, 'production'),
    staticFiles: readStaticFiles(path.resolve(surroundings.projectRoot, build.assetsBuildDirectory)),
    trustsProxy: settings.trustsProxy,
    isDevelopment: false,
  });
  try {
    await listen(server, settings.port, settings.host);
  } catch (error) {
    await closeDatabase(database);
    throw error;
  }
  return {
    url: urlOf(server, settings.host),
    databaseKind: database.kind,
    demo,
    stop: stopOnce(server, database, watchTheCalendar()),
  };
}

interface DevelopmentPortal {
  readonly listener: RequestListener;
  readonly settings: Settings;
  readonly demo: DemoSignIns | null;
  close(): Promise<void>;
}

/** The same portal for `npm run dev`: Vite serves the files and gives the newest build for each request. */
export async function bootDevelopment(
  source: BuildSource,
  surroundings: Surroundings,
): Promise<DevelopmentPortal> {
  const settings = readSettings(surroundings.env, surroundings.projectRoot);
  openLog(settings.logLevel);
  const { database, demo } = await openPortal(settings, surroundings);
  const listener = createListener({
    askRoutes: behindTheGate(source, 'development'),
    staticFiles: new Map(),
    trustsProxy: settings.trustsProxy,
    isDevelopment: true,
  });
  return { listener, settings, demo, close: () => closeDatabase(database) };
}

/** For `npm run admin`: opens the database, makes the account, closes it again. */
export async function makeAdministrator(
  email: string,
  authority: { readonly name?: string; readonly state?: string },
  surroundings: Surroundings,
): Promise<FirstAdministrator> {
  const settings = readSettings(surroundings.env, surroundings.projectRoot);
  const database = await openChosenDatabase(settings);
  try {
    return await createFirstAdministrator(email, authority);
  } finally {
    await closeDatabase(database);
  }
}

/** For `npm run import`: opens the database, imports the files, closes it again. */
export async function importFiles(
  files: readonly string[],
  order: { readonly authority?: string; readonly onProgress?: (text: string) => void },
  surroundings: Surroundings,
): Promise<ImportReport> {
  const settings = readSettings(surroundings.env, surroundings.projectRoot);
  const database = await openChosenDatabase(settings);
  try {
    return await importFromFiles(files, order);
  } finally {
    await closeDatabase(database);
  }
}

async function openPortal(settings: Settings, { projectRoot, onProgress }: Surroundings) {
  refuseBrokenTemplates(projectRoot);
  onProgress?.(
    settings.databaseUrl ? 'Verbinde mit PostgreSQL' : `Öffne die Datenbank in ${settings.dataDirectory}`,
  );
  const database = await openChosenDatabase(settings);
  try {
    if (settings.isDemo) {
      await loadExample(path.join(projectRoot, 'db/example/portfolio'), onProgress);
      await loadExampleContracts(today());
      await loadExampleCases(today());
    }
    await addMissingDuties();
    await closeMissedOptions(today());
    return { database, demo: settings.isDemo ? await refreshDemoPasswords(settings.demoPassword) : null };
  } catch (error) {
    await closeDatabase(database);
    throw error;
  }
}

/** A broken template must stop the start, with file and line, and not the paper that is due. */
function refuseBrokenTemplates(projectRoot: string): void {
  const [fault] = faultsOfDeliveredTemplates(projectRoot);
  if (fault) throw new StartupProblem(`templates/${fault.file}, Zeile ${fault.line}: ${fault.message}`);
}

async function openChosenDatabase({ databaseUrl, dataDirectory }: Settings): Promise<Database> {
  const database = await openDatabase({
    ...(databaseUrl ? { url: databaseUrl } : { dataDirectory }),
    onConnectionLost: (error) => logFault('database connection lost', error),
  });
  setCurrentDatabase(database);
  return database;
}

async function closeDatabase(database: Database): Promise<void> {
  setCurrentDatabase(null);
  await database.close();
}

/**
 * A promise that nobody waited for must not end everyone's session, and Node would
 * print its message, which may quote data. It is logged and is a fault to mend.
 */
function logWhatNobodyCaught(): void {
  process.on('unhandledRejection', (error) => logFault('unhandled rejection', error));
}

/** Ctrl-C reaches us twice (from the terminal and passed on by npm): the second one changes nothing. */
function stopOnce(server: Server, database: Database, calendar: NodeJS.Timeout): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => {
    clearInterval(calendar);
    return (stopped ??= stopListening(server).then(() => closeDatabase(database)));
  };
}

const anHour = 3_600_000;

/** What a day that passes does by itself, soon after midnight: an option that nobody declared falls away. */
function watchTheCalendar(): NodeJS.Timeout {
  return setInterval(() => {
    closeMissedOptions(today()).catch((error: unknown) => logFault('closing missed options', error));
  }, anHour).unref();
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const isLocal = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host);
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}
