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
  const onScreen = () => demand.watched().filter(key => !poller.isOver(key));
  const round = async () => {
    const at = pace.now;
    // Nobody said which run: look at everything.
    const whole = at >= listAt || hinted.has('');
    if (whole) {
      await poller.list(at);
      const busy = poller.busy || demand.watched().length > 0;
      listAt = at + (busy ? BUSY_MS : IDLE_MS + random() * IDLE_MS);
    }
    const watched = at >= watchAt ? onScreen() : [];
    if (watched.length > 0) {
      watchAt = at + WATCHED_MS;
    }
    await poller.readOne({ hinted: [...hinted], watched, whole }, at);
    hinted.clear();
  };
  const isDue = () =>
    pace.now >= listAt || (pace.now >= watchAt && onScreen().length > 0);
  while (!signal.aborted) {
    const pause = await attempts.make(round);
    const until = pace.now + pause;
    let woken = false;
    while (
      !signal.aborted &&
      (pause > 0 ? pace.now < until : !woken && !isDue())
    ) {
      // Not longer than that at once: somebody may begin to look.
      const left = pause > 0 ? until - pace.now : listAt - pace.now;
      const ms = Math.min(left, pause > 0 ? left : WATCHED_MS);
      const began = performance.now();
      const keys = await demand.wait(ms, signal);
      keys.forEach(key => hinted.add(key));
      const waited = performance.now() - began;
      pace.pass(keys.length === 0 ? ms : Math.min(ms, waited));
      // A control plane that is in trouble is left in peace, whatever a webhook says.
      woken = keys.length > 0;
    }
  }
}
