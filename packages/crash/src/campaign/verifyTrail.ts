import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { TrailVerdict } from '../check/checkVerdict';
import { root } from '../lib/root';

const MOST_OUTPUT = 16 * 1024 * 1024;

/** What `fairway audit verify` says of the trail that a campaign left. */
export async function verifyTrail(
  dir: string,
  database: object,
): Promise<TrailVerdict> {
  const config = path.join(dir, 'verify.json');
  fs.writeFileSync(config, JSON.stringify({ backend: { database } }), {
    mode: 0o600,
  });
  const command = path.join(root, 'plugins/multicluster-backend/bin/fairway');
  const { code, output } = await run([
    command,
    'audit',
    'verify',
    '--json',
    '--config',
    config,
  ]);
  if (!output.startsWith('{')) {
    throw new Error(`The trail could not be looked at: ${output}`);
  }
  const { entries, findings } = JSON.parse(output);
  return { code, entries, findings };
}

async function run(args: string[]): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['--no-node-snapshot', ...args],
      { maxBuffer: MOST_OUTPUT },
      (_, stdout, stderr) =>
        resolve({
          code: child.exitCode ?? 2,
          output: (stdout || stderr).trim(),
        }),
    );
  });
}
