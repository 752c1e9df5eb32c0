import { readFileSync } from 'node:fs';

/**
 * Calls `stop` once, when the process is told to end: Ctrl-C, SIGTERM, the closed
 * terminal, or the death of the npm that started us (npm passes signals on to the
 * shell between us, and some shells keep them for themselves).
 */
export function untilTold(stop) {
  let isStopping = false;
  const once = () => {
    if (isStopping) return;
    isStopping = true;
    // Whatever hangs must not keep the data directory locked for ever.
    setTimeout(() => process.exit(1), 10_000).unref();
    void Promise.resolve(stop()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once);
  if (process.env.npm_lifecycle_event) watchNpm(once);
}

/** Orphans are given another parent: that shows the death of npm, or of the shell it put between. */
function watchNpm(onGone) {
  const shell = isShell(process.ppid) ? process.ppid : null;
  const before = [process.ppid, shell && parentOf(shell)];
  const timer = setInterval(() => {
    if (process.ppid === before[0] && (shell && parentOf(shell)) === before[1]) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

function isShell(pid) {
  return /^(sh|dash|bash|ash|busybox)$/.test(readProc(pid, 'comm')?.trim() ?? '');
}

function parentOf(pid) {
  return Number(/^PPid:\s+(\d+)/m.exec(readProc(pid, 'status') ?? '')?.[1] ?? 0);
}

/** Null where the system has no /proc: then npm's signals alone must do. */
function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
