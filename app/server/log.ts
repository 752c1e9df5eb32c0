import pino from 'pino';
import type { LogLevel } from './settings';

/**
 * The log: JSON lines in UTC on standard error.
 *
 * Nothing gets in that is not named here. Addresses, form fields, query
 * strings, names, tokens and the texts of database errors can hold social data
 * (security.md § 11), so no caller may pass an object of its own.
 */
export interface RequestLine {
  readonly requestId: string;
  readonly accountId: string | null;
  /** The route's pattern ('/massnahmen/:slug'), never the address that was asked for. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

/** What may be said about an error: its kind, the database's code and constraint, where it happened. */
export interface ErrorLine {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly at: readonly string[];
}

let logger = pino({ level: 'silent' });

/** Opens the log at the wanted level; before that nothing is written. */
export function openLog(level: LogLevel): void {
  logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** One line for each answer: refusals and faults stand out by their level. */
export function logRequest(line: RequestLine): void {
  const level = line.status >= 500 ? 'error' : line.status === 401 || line.status === 403 ? 'warn' : 'info';
  logger[level](line, 'request');
}

/** A fault of ours, with the id the user was shown. */
export function logError(error: unknown, requestId: string): void {
  logger.error({ requestId, error: describeError(error) }, 'error');
}

/** A fault outside any request (pool, shutdown). */
export function logFault(what: string, error: unknown): void {
  logger.error({ error: describeError(error) }, what);
}

/**
 * An error without its message: messages quote values ("invalid input syntax …: 'Müller'").
 * The stack's first lines repeat the message, so only its frames are kept.
 */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    at: framesOf(error),
  };
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const message = String(error);
  // A message may itself contain lines that look like frames: cut it off as a whole first.
  const frames = stack.startsWith(message) ? stack.slice(message.length) : '';
  return frames
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}
