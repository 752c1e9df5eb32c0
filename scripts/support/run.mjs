import { spawn } from 'node:child_process';

/** Processes that must end when we are told to end. */
const children = new Set();

/**
 * Runs a program to its end; its output goes to ours. Throws where it fails, with
 * what it said where `quiet` kept that back.
 */
export function run(command, args, { cwd, env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    children.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      if (code === 0) resolve(output);
      else reject(new Error(`„${[command, ...args].join(' ')}“ ist fehlgeschlagen.\n${output}`.trim()));
    });
  });
}

/** Passes the order to stop on to whatever is still running. */
export function stopChildren() {
  for (const child of children) child.kill('SIGTERM');
}
