import { linkSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StartupProblem } from './startup-problem';

export class DataDirectoryInUse extends StartupProblem {
  override readonly name: string = 'DataDirectoryInUse';
}

export interface DataLock {
  release(): void;
}

/**
 * Who holds the lock. A process number alone is not enough: numbers are given out
 * again, after a restart of the machine the very same ones, and each container
 * counts its own.
 */
interface Holder {
  readonly pid: number;
  /** Start of the process in ticks since boot; null where /proc does not say. */
  readonly startedAt: string | null;
  readonly host: string;
  readonly boot: string | null;
  readonly pidNamespace: string | null;
}

/**
 * Keeps a second process out of the directory, creating it if need be.
 *
 * PGlite does not do so itself, and two processes on one directory lose rows that
 * were acknowledged, without an error. A lock whose process is gone (crash, kill)
 * is taken over.
 */
export function takeDataLock(directory: string): DataLock {
  const file = join(directory, 'portal.lock');
  const own = JSON.stringify(ownHolder());
  try {
    mkdirSync(directory, { recursive: true });
    while (!placeNew(file, own)) {
      const found = readIfThere(file);
      if (found === null) continue;
      const holder = parseHolder(found);
      if (holder && mayBeAlive(holder)) throw inUse(directory, file, holder);
      removeStale(file, found);
    }
  } catch (error) {
    throw error instanceof DataDirectoryInUse ? error : notWritable(directory, error);
  }
  return {
    release: () => {
      if (readIfThere(file) === own) rmSync(file, { force: true });
    },
  };
}

/** Linking is atomic: the file is there with its whole content, or somebody else's is. */
function placeNew(file: string, content: string): boolean {
  const draft = besides(file);
  writeFileSync(draft, content, { flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two may find the same stale lock: the slower one gives back what is by then the other's. */
function removeStale(file: string, stale: string): void {
  const aside = besides(file);
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function besides(file: string): string {
  return `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
}

function ownHolder(): Holder {
  return {
    pid: process.pid,
    startedAt: startOf(process.pid),
    host: hostname(),
    boot: readIfThere('/proc/sys/kernel/random/boot_id')?.trim() ?? null,
    pidNamespace: readPidNamespace(),
  };
}

/** In doubt yes: another machine or container cannot be asked from here. */
function mayBeAlive(holder: Holder): boolean {
  const own = ownHolder();
  if (holder.host !== own.host) return true;
  if (holder.boot !== own.boot) return false;
  if (holder.pidNamespace !== own.pidNamespace) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return startOf(holder.pid) === holder.startedAt;
}

function startOf(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may itself contain blanks and brackets.
  const afterName = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return afterName?.[19] ?? null;
}

function readPidNamespace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return null;
    throw error;
  }
}

function inUse(directory: string, file: string, holder: Holder): DataDirectoryInUse {
  const isHere = holder.host === hostname();
  return new DataDirectoryInUse(
    `Das Datenverzeichnis ${directory} wird schon von einem laufenden Portal benutzt ` +
      `(Prozess ${holder.pid}${isHere ? '' : ` auf ${holder.host}`}). ` +
      'Beenden Sie das andere Portal oder starten Sie dieses mit einem anderen Datenverzeichnis.' +
      (isHere ? '' : ` Läuft dort keines mehr, löschen Sie die Datei ${file}.`),
  );
}

function notWritable(directory: string, cause: unknown): StartupProblem {
  return new StartupProblem(
    `Das Datenverzeichnis ${directory} kann nicht angelegt oder beschrieben werden (${codeOf(cause)}). ` +
      'Geben Sie dem Konto, unter dem das Portal läuft, Schreibrechte oder wählen Sie ein anderes Verzeichnis.',
    { cause },
  );
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'unbekannter Fehler';
}
