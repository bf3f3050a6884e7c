import { Violation } from './Violation';

/** What the project's own look at the whole trail found. */
export interface TrailVerdict {
  /** What the look ended with: 0, all is as it was written. */
  code: number;
  /** Entries there are. */
  entries: number;
  /** What is not as it was written. */
  findings: Array<{ kind: string; seq: number; text: string }>;
}

/**
 * - `broken-trail`: an entry is not as it was written, or is missing; or the look did not end well, or there was nothing to look at.
 */
export function checkVerdict({
  code,
  entries,
  findings,
}: TrailVerdict): Violation[] {
  const found = findings.map(
    ({ kind, seq }): Violation => ({
      rule: 'broken-trail',
      run: `${kind} at entry ${seq}`,
    }),
  );
  const isProven = code === 0 && entries > 0;
  return found.length > 0 || isProven
    ? found
    : [
        {
          rule: 'broken-trail',
          run: `${entries} entries, ended with ${code}`,
        },
      ];
}
