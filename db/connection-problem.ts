import { StartupProblem } from './startup-problem';

/**
 * Puts what went wrong while connecting or preparing into words for the person who
 * started the program. What is no known fault of the surroundings stays as it is.
 */
export function explainConnectionProblem(error: unknown, url: string): unknown {
  const { code, where } = { code: codeOf(error), where: describe(url) };
  const message = unreachable.has(code)
    ? `Die Datenbank unter ${where} ist nicht erreichbar (${code}). ` +
      'Prüfen Sie, ob PostgreSQL läuft und ob DATABASE_URL Rechner und Port richtig nennt.'
    : messages[code]?.(where);
  return message === undefined ? error : new StartupProblem(message, { cause: error });
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'ENOENT',
  '57P03',
]);

const wrongSignIn = (where: string) =>
  `Die Datenbank unter ${where} nimmt die Anmeldung nicht an. ` +
  'Prüfen Sie Benutzer und Passwort in DATABASE_URL und die Freigaben in pg_hba.conf.';

/** By PostgreSQL's error codes. */
const messages: Readonly<Record<string, ((where: string) => string) | undefined>> = {
  '28P01': wrongSignIn,
  '28000': wrongSignIn,
  '3D000': (where) =>
    `Die Datenbank ${where} gibt es nicht. Legen Sie sie mit createdb an oder ändern Sie DATABASE_URL.`,
  '42501': (where) =>
    `Dem Benutzer aus DATABASE_URL fehlen Rechte in der Datenbank ${where}. ` +
    'Beim ersten Start braucht er das Recht, Rollen anzulegen (CREATEROLE), und muss Eigentümer der Datenbank sein; ' +
    'oder ein Administrator legt Rollen und Erweiterungen vorab an.',
  '0A000': (where) =>
    `PostgreSQL unter ${where} fehlt eine Erweiterung. ` +
    'Installieren Sie die Zusatzmodule (contrib) mit btree_gist, pg_trgm und unaccent.',
  '58P01': (where) =>
    `PostgreSQL unter ${where} fehlt eine Erweiterung. ` +
    'Installieren Sie die Zusatzmodule (contrib) mit btree_gist, pg_trgm und unaccent.',
  '53300': (where) =>
    `Die Datenbank unter ${where} hat keine Verbindung mehr frei. ` +
    'Erhöhen Sie max_connections oder beenden Sie andere Programme.',
};

/** Host, port and name; never user or password. */
function describe(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'der angegebenen Adresse';
  }
}

function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: readonly { code?: string }[] };
  return code ?? errors?.[0]?.code ?? '';
}
