import {
  Freshness,
  isRunOver,
  RunStatus,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { isUntrustedLane } from '../health/isUntrustedLane';
import { LaneHealth } from '../health/SourceHealth';
import { AgentRecord } from '../pipelines/PipelineRecord';
import { toIso } from '../toIso';

/** What the freshness of a pipeline or a run depends on. */
export interface RunSight {
  /** Lanes that it was read through. */
  laneIds: Array<number | undefined>;
  agent?: AgentRecord;
  /** Of the run; absent when there is none. */
  status?: RunStatus;
}

/**
 * Whether what is shown of a run is what its tool says now, and whether its tool hears of it: a run that is under way is
 * known only as well as whoever executes it reports. Joined when read and never stored.
 */
export function freshnessOfRuns(
  { laneIds, agent, status }: RunSight,
  lanes: ReadonlyMap<number, LaneHealth>,
): Freshness {
  const troubled = laneIds
    .map(id => lanes.get(id ?? -1))
    .find(lane => lane && isUntrustedLane(lane));
  if (troubled) {
    return {
      state: 'last-known',
      ...(troubled.contactAt && { since: toIso(troubled.contactAt) }),
      reason: sentence('view.lastKnown.lane', {
        source: troubled.controlPlane,
        subject: troubled.subject,
      }),
    };
  }
  if (agent?.state === 'offline' && status && !isRunOver(status)) {
    return {
      state: 'last-known',
      since: toIso(agent.stateSince),
      reason: sentence('pipeline.lastKnown.agent', { agent: agent.name }),
    };
  }
  return { state: 'live' };
}
