/** Which programs of the machine a test may use. */
import { spawnSync } from 'node:child_process';

const found = new Map<string, boolean>();

/** True when `name` can be started, e.g. `describe.skipIf(!hasTool('qpdf'))`. */
export function hasTool(name: string): boolean {
  const known = found.get(name);
  if (known !== undefined) return known;
  const has = !spawnSync(name, ['--version'], { stdio: 'ignore' }).error;
  found.set(name, has);
  return has;
}
