import { ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { root } from './root';

const transform = path.join(
  root,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/** Starts a TypeScript file of this repository as a process of its own, with its output in a file. */
export function startProcess(
  file: string,
  args: string[],
  options: { log: string; env?: Record<string, string>; cwd?: string },
): ChildProcess {
  const out = openSync(options.log, 'w');
  return spawn(
    process.execPath,
    [
      '--no-node-snapshot',
      '--expose-gc',
      '--require',
      transform,
      path.join(root, file),
      ...args,
    ],
    {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', out, out, 'ipc'],
    },
  );
}

/** Ends a process and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}
