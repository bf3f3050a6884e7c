import { ObserveRunsContext } from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentPoller } from './DeploymentPoller';
import { LaneAttempts } from './LaneAttempts';
import { Pace } from './Pace';
import { PollSchedule } from './PollSchedule';

/** Webhooks that name more runs than this are answered by a list. */
const MANY = 50;

/**
 * Polls deployments until the signal aborts.
 *
 * @throws what the sink throws
 * @internal
 */
export async function observeDeployments(
  context: ObserveRunsContext,
  options: { poller: DeploymentPoller; attempts: LaneAttempts; pace: Pace },
): Promise<void> {
  const { poller, attempts, pace } = options;
  const { signal, demand } = context;
  const onScreen = () => demand.watched().filter(key => !poller.isOver(key));
  const schedule = PollSchedule.create({ pace, onScreen });
  const hinted = new Set<string>();
  const round = async () => {
    const at = pace.now;
    // A webhook that named no run, or more of them than are read one by one: look at everything.
    const whole = schedule.isListDue || hinted.has('') || hinted.size > MANY;
    if (whole) {
      await poller.list(at);
      schedule.listed(at, poller.busy || demand.watched().length > 0);
    }
    const watched = schedule.takeWatched(at);
    await poller.readOne({ hinted: [...hinted], watched, whole }, at);
    hinted.clear();
  };
  /** @returns whether a webhook ended the wait */
  const rest = async (ms: number) => {
    const began = performance.now();
    const keys = await demand.wait(ms, signal);
    keys.forEach(key => hinted.add(key));
    const waited = performance.now() - began;
    // What it took longer counts too, or a period of many short waits would drift.
    pace.pass(keys.length === 0 ? Math.max(ms, waited) : Math.min(ms, waited));
    return keys.length > 0;
  };
  while (!signal.aborted) {
    const began = performance.now();
    const pause = await attempts.make(round);
    // A round belongs to its period: else each would begin later by what the one before it took.
    pace.pass(performance.now() - began);
    const until = pace.now + pause;
    // A control plane that is in trouble is left in peace, whatever a webhook says.
    while (!signal.aborted && pace.now < until) {
      await rest(until - pace.now);
    }
    let woken = pause > 0;
    while (!signal.aborted && !woken && !schedule.isDue) {
      woken = await rest(schedule.restMs);
    }
  }
}
