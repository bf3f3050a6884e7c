import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';
import { CallOptions } from '../wire/ControlPlane';
import { PipecdError } from '../wire/PipecdError';
import { Acting } from './Acting';
import { explainError } from './explainError';
import { outcome } from './outcome';

/**
 * Reads a subject once more, checks it, and then asks PipeCD.
 *
 * @remarks
 * Once it is on its way a call is not given up when the signal aborts: nobody would know what became of it.
 *
 * @param steps - `check`: reads, and gives a result when there is nothing to ask; `send`: gives the id of the command
 * @throws the reason of the signal, when that aborted before anything was sent
 * @internal
 */
export async function perform(
  acting: Acting,
  options: Required<CallOptions>,
  steps: {
    check: (options: CallOptions) => Promise<ActionResult | undefined>;
    send: (options: CallOptions) => Promise<{ command_id?: string }>;
  },
): Promise<ActionResult> {
  const until = performance.now() + options.deadlineMs;
  try {
    const decided = await steps.check(options);
    if (decided) {
      return decided;
    }
  } catch (error) {
    return explain(error, acting, false);
  }
  options.signal.throwIfAborted();
  try {
    const { command_id } = await steps.send({
      deadlineMs: Math.max(1_000, until - performance.now()),
      signal: new AbortController().signal,
    });
    return outcome.requested(acting, command_id);
  } catch (error) {
    return explain(error, acting, true);
  }
}

function explain(
  error: unknown,
  acting: Acting,
  written: boolean,
): ActionResult {
  if (error instanceof PipecdError) {
    return explainError(error, acting, written);
  }
  throw error;
}
