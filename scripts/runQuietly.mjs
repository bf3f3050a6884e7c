import fs from 'node:fs';
import path from 'node:path';
import { tail } from './tail.mjs';
import { run } from './toolchain.mjs';

/**
 * Runs a command to its end with its output in a file, whose end is shown when it fails. Rejects then as {@link run} does.
 *
 * @param {string} log - path of the file; written anew
 */
export async function runQuietly(command, args, { log, ...options }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const out = fs.openSync(log, 'w');
  try {
    await run(command, args, { ...options, stdio: ['ignore', out, out] });
  } catch (error) {
    console.error(`${error.message}; the end of ${log}:\n${tail(log)}`);
    throw error;
  } finally {
    fs.closeSync(out);
  }
}
