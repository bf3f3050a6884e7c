import fs from 'node:fs';

/** The last 30 lines of a log, to be shown when what wrote it has failed. */
export function tail(file) {
  return fs.readFileSync(file, 'utf8').split('\n').slice(-30).join('\n');
}
