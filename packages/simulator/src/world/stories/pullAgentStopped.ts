import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** The agent of the Pull member stops. */
export function pullAgentStopped(): LogEntry[] {
  const journey = Journey.create();
  journey.begin('nothing-else');
  journey.until(0.4);
  journey.world.stopAgent('member3');
  journey.until(45);
  return journey.end();
}
