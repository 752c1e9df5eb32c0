import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnPortal } from '../support/portal';

/** Seconds until the built portal answers: with an empty data directory, and with the one it left. */
export async function* benchStart(): AsyncGenerator<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'portal-bench-'));
  try {
    for (const name of ['first start, example data loaded', 'second start']) {
      const startedAt = performance.now();
      const portal = spawnPortal({ PORT: '0', PORTAL_DATA: directory });
      const url = await portal.url;
      const health = await fetch(`${url}/health`);
      if (health.status !== 200) throw new Error(`/health answers ${String(health.status)}`);
      const seconds = (performance.now() - startedAt) / 1000;
      await portal.stop();
      yield `${name}: ${seconds.toFixed(1)} s`;
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
