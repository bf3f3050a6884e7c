import { LaneHealth } from './SourceHealth';

/** Whether what was read through a lane may have changed since without anybody seeing it. */
export function isUntrustedLane(lane: Pick<LaneHealth, 'state'>): boolean {
  return lane.state === 'failed' || lane.state === 'stale';
}
