import type { Server } from 'node:http';
import { StartupProblem } from '#db/startup-problem';

/** How long answers that are under way may still take after the order to stop. */
const patienceMs = 5_000;

/** Listens; throws a German sentence that names the cure where the port cannot be had. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
}

/** Takes no new requests, lets those under way finish, then cuts what is left. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(cut);
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartupProblem(
        `Der Port ${port} ist schon belegt. Beenden Sie das andere Programm oder starten Sie mit einem anderen Port: PORT=${port + 1} npm start.`,
      );
    case 'EACCES':
      return new StartupProblem(
        `Der Port ${port} darf von diesem Konto nicht benutzt werden. Wählen Sie einen über 1023: PORT=3000 npm start.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartupProblem(
        `Die Adresse „${host}“ gehört nicht zu diesem Rechner. Ändern Sie HOST oder lassen Sie es weg.`,
      );
    default:
      return error;
  }
}
