import { setTimeout as sleep } from 'node:timers/promises';
import { AuthenticationError, isError } from '@backstage/errors';
import {
  EntityTopology,
  isNotModified,
  NotModified,
} from '@fairway/backstage-plugin-multicluster-common';
import { explainFailure } from './explainFailure';
import { judgePlacement, PlacementVerdict } from './judgePlacement';
import { PlacementTimeoutError } from './PlacementTimeoutError';
import { WantedPlacement } from './WantedPlacement';

/** How to wait. Times are milliseconds. */
export interface WaitOptions {
  entityRef: string;
  wanted: WantedPlacement;
  timeoutMs: number;
  pollMs: number;
  /** Ends the wait early. */
  signal?: AbortSignal;
  ask(options: {
    signal: AbortSignal;
    ifNoneMatch?: string;
  }): Promise<EntityTopology | NotModified>;
  /** Hears each sentence that differs from the one before. */
  report(sentence: string): void;
}

/**
 * Asks until the placement is as wanted.
 *
 * @throws PlacementTimeoutError when it is not in time, with the sentence that said last what was missing
 * @throws AuthenticationError when the session it asks with ended on the way
 * @throws the error of an answer that asking again does not mend
 */
export async function waitForPlacement(
  options: WaitOptions,
): Promise<PlacementVerdict> {
  const { entityRef, pollMs, signal, timeoutMs } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const until = signal ? AbortSignal.any([signal, deadline]) : deadline;
  const look = looker(options, until);
  let verdict = { done: false, sentence: 'Waiting for the first answer' };
  let asked = false;
  try {
    for (;;) {
      const next = await look();
      asked = true;
      if (next && next.sentence !== verdict.sentence) {
        options.report(next.sentence);
      }
      verdict = next ?? verdict;
      if (verdict.done) {
        return verdict;
      }
      await sleep(pollMs, undefined, { signal: until });
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (!deadline.aborted) {
      throw asked && isUnauthenticated(error)
        ? new AuthenticationError(
            `The session of who started the task ended while ${entityRef} was waited for; the placement itself goes on. ${verdict.sentence}`,
          )
        : error;
    }
    throw new PlacementTimeoutError(
      `${entityRef} was not placed as wanted within ${
        timeoutMs / 1000
      } seconds. ${verdict.sentence}`,
    );
  }
}

/** Tokens that are asked for on behalf of a person are good for as long as the session that the task was started with. */
function isUnauthenticated(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'AuthenticationError' || error.statusCode === 401)
  );
}

/** Asks once. Undefined: nothing changed since the last answer. */
function looker(
  { ask, entityRef, wanted }: WaitOptions,
  signal: AbortSignal,
): () => Promise<PlacementVerdict | undefined> {
  let ifNoneMatch: string | undefined;
  return async () => {
    try {
      const answer = await ask({ signal, ifNoneMatch });
      if (isNotModified(answer)) {
        return undefined;
      }
      ifNoneMatch = answer.revision;
      return judgePlacement(answer, wanted);
    } catch (error) {
      signal.throwIfAborted();
      // The next answer must be judged anew, or the log would end with the failure.
      ifNoneMatch = undefined;
      return { done: false, sentence: explainFailure(error, entityRef) };
    }
  };
}
