import { Sent } from './Sent';
import { Violation } from './Violation';

/** A stop of the line, in the numbers of the logs. */
export interface Stopped {
  /** Sources whose decisions it holds. */
  sources: ReadonlyArray<Sent['source']>;
  /** Two seconds after the portal answered that it is stopped. */
  from: number;
  /** When somebody began to ask for it to be lifted. */
  to: number;
}

/**
 * - `passed-stop`: something came to a far end that was sent while the line was stopped. What had come there before goes on.
 */
export function checkStop(
  { sources, from, to }: Stopped,
  sent: readonly Sent[],
): Violation[] {
  return sent
    .filter(
      ({ at, source }) => at > from && at < to && sources.includes(source),
    )
    .map(({ run }): Violation => ({ rule: 'passed-stop', run }));
}
