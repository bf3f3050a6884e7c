import fs from 'node:fs';

const MOST_CHARACTERS = 4_000;

/** The last lines of a log, of which little else may be left to look at. */
export function endOf(log: string): string {
  return fs.readFileSync(log, 'utf8').slice(-MOST_CHARACTERS);
}
