import { ObserveRunsContext } from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentPoller } from './DeploymentPoller';
import { LaneAttempts } from './LaneAttempts';
import { Pace } from './Pace';

/** While a run is under way or on screen. */
const BUSY_MS = 10_000;
/** A run that is on screen. */
const WATCHED_MS = 4_000;
/** With nothing under way; as much again comes by chance, so that projects do not ask in step. */
const IDLE_MS = 30_000;

/**
 * Polls deployments until the signal aborts.
 *
 * @throws what the sink throws
 * @internal
 */
export async function observeDeployments(
  context: ObserveRunsContext,
  options: {
    poller: DeploymentPoller;
    attempts: LaneAttempts;
    pace: Pace;
    random?: () => number;
  },
): Promise<void> {
  const { poller, attempts, pace, random = Math.random } = options;
  const { signal, demand } = context;
  const hinted = new Set<string>();
  let listAt = -Infinity;
  let watchAt = -Infinity;
  const round = async () => {
    const at = pace.now;
    // Nobody said which run: look at everything.
    if (at >= listAt || hinted.has('')) {
      await poller.list(at);
      const { length } = demand.watched();
      const idle = IDLE_MS + random() * IDLE_MS;
      listAt = at + (poller.busy || length > 0 ? BUSY_MS : idle);
    }
    const watched = at >= watchAt ? demand.watched() : [];
    if (watched.length > 0) {
      watchAt = at + WATCHED_MS;
    }
    await poller.readOne({ hinted: [...hinted], watched }, at);
    hinted.clear();
  };
  while (!signal.aborted) {
    const pause = await attempts.make(round);
    const looks = demand.watched().some(key => !poller.isOver(key));
    const next = looks ? Math.min(listAt, pace.now + WATCHED_MS) : listAt;
    const until = pause > 0 ? pace.now + pause : next;
    for (
      let left = until - pace.now;
      left > 0 && !signal.aborted;
      left = until - pace.now
    ) {
      const began = performance.now();
      const keys = await demand.wait(left, signal);
      keys.forEach(key => hinted.add(key));
      pace.pass(
        keys.length === 0 ? left : Math.min(left, performance.now() - began),
      );
      // A control plane that is in trouble is left in peace, whatever a webhook says.
      if (keys.length > 0 && pause === 0) {
        break;
      }
    }
  }
}
