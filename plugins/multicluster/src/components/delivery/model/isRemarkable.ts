import { EntityPipeline } from '@fairway/backstage-plugin-multicluster-common';
import { isFreshnessLost } from './isFreshnessLost';

/** Whether there is more to say of a pipeline than how its latest run stands: something waits, differs, or is away. @internal */
export function isRemarkable(pipeline: EntityPipeline): boolean {
  const { gates, placedNowhere, agent, hold, sync, disabled, match } = pipeline;
  return (
    gates.length > 0 ||
    placedNowhere.length > 0 ||
    hold !== undefined ||
    disabled ||
    sync.status === 'out-of-sync' ||
    (agent !== undefined && agent.state !== 'online') ||
    !match.confirmed ||
    isFreshnessLost(pipeline.freshness)
  );
}
