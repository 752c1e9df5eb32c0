import path from 'node:path';
import { isCalendarDay } from '~/values/calendar';
import { StartupProblem } from '#db/startup-problem';

/** Everything an operator can set, read once and checked before anything starts. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Directory of the embedded database; unused where `databaseUrl` is set. */
  readonly dataDirectory: string;
  readonly databaseUrl: string | undefined;
  /** Example data and demo sign-ins. */
  readonly isDemo: boolean;
  readonly demoPassword: string | undefined;
  /** A proxy of ours stands in front and sets `X-Forwarded-*`; without it those headers are ignored. */
  readonly trustsProxy: boolean;
  readonly logLevel: LogLevel;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Reads the settings from the environment; throws a `StartupProblem` that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv, projectRoot: string): Settings {
  const databaseUrl = env.DATABASE_URL || undefined;
  if (env.PORTAL_TODAY && !isCalendarDay(env.PORTAL_TODAY)) {
    throw new StartupProblem(
      `PORTAL_TODAY ist „${env.PORTAL_TODAY}“ und damit kein Tag. Schreiben Sie den Tag so: 2019-09-01.`,
    );
  }
  // The embedded database is the demonstration; a real database must never get example accounts unasked.
  const isDemo = databaseUrl ? env.PORTAL_DEMO === '1' : env.PORTAL_DEMO !== '0';
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    dataDirectory: path.resolve(projectRoot, env.PORTAL_DATA || 'data'),
    databaseUrl,
    isDemo,
    demoPassword: env.PORTAL_DEMO_PASSWORD || undefined,
    trustsProxy: env.PORTAL_TRUST_PROXY === '1',
    logLevel: readLogLevel(env.PORTAL_LOG, isDemo),
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartupProblem(`PORT ist „${text}“. Erlaubt ist eine Zahl von 0 bis 65535, zum Beispiel 3000.`);
}

/** Whoever tries the demonstration reads the addresses on the screen, not a line for each request. */
function readLogLevel(text: string | undefined, isDemo: boolean): LogLevel {
  if (!text) return isDemo ? 'warn' : 'info';
  const level = logLevels.find((known) => known === text);
  if (level) return level;
  throw new StartupProblem(`PORTAL_LOG ist „${text}“. Erlaubt sind: ${logLevels.join(', ')}.`);
}
