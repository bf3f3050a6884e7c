import {
  ObserveRunsContext,
  RunsFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { FullList } from './FullList';
import { LaneAttempts } from './LaneAttempts';
import { Pace } from './Pace';

const EVERY_MS = 30_000;
/** Nobody can hurry it more than this. */
const LEAST_MS = 2_000;

/**
 * Polls what is always read whole until the signal aborts.
 *
 * @param options - `read`: all of it, or undefined while it cannot be known; `hurry`: gives a signal that ends a wait early
 * @throws what the sink throws
 * @internal
 */
export async function observeList(
  context: ObserveRunsContext,
  options: {
    lane: string;
    attempts: LaneAttempts;
    pace: Pace;
    read: () => Promise<RunsFact[] | undefined>;
    hurry?: () => AbortSignal;
  },
): Promise<void> {
  const { lane, attempts, pace, read, hurry } = options;
  const { sink, report, signal, now } = context;
  const onSweep = () => report.relist(lane);
  const list = FullList.create({ lane, sink, onSweep });
  const round = async () => {
    const facts = await read();
    if (facts) {
      await list.store(facts, String(now()));
    }
  };
  while (!signal.aborted) {
    const pause = await attempts.make(round);
    if (pause > 0) {
      await pace.sleep(pause, signal);
    } else {
      await pace.sleep(LEAST_MS, signal);
      await pace.sleep(EVERY_MS - LEAST_MS, signal, hurry?.());
    }
  }
}
