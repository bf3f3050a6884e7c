import {
  isRunOver,
  RunDetails,
} from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { revalidate } from '../store/revalidate';
import { useLiveView } from '../store/useLiveView';
import { RUN_POLL_MS } from './runPoll';

/**
 * A run with its stages. Read every 4 s until it is over: looking at it makes the back end look at it as often.
 *
 * @param id - of the run; undefined reads nothing
 * @public
 */
export function useRun(id: string | undefined): LiveResult<RunDetails> {
  return useLiveView<RunDetails>(
    id && `run:${id}`,
    (api, previous, signal) =>
      revalidate(previous, ifNoneMatch =>
        api.getRun(id!, { signal, ifNoneMatch }),
      ),
    details =>
      details && isRunOver(details.run.status) ? undefined : RUN_POLL_MS,
  );
}
