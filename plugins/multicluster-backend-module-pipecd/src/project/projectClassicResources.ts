import {
  LiveResource,
  PipelineLive,
} from '@fairway/backstage-plugin-multicluster-common';
import { RawClassicResource, RawLiveState } from '../wire/messages';
import { guardParents } from './guardParents';

type LiveTarget = PipelineLive['targets'][number];

/** `HealthStatus` of v0 resources; its OTHER is what v1 calls unhealthy. */
const HEALTH: Readonly<Record<number, LiveResource['health']>> = {
  1: 'healthy',
  2: 'unhealthy',
};

/**
 * Resources of a v0 snapshot, as the one target it has. Resources whose health PipeCD does not judge (it has no rule for most
 * kinds) do not count unless there are no others.
 *
 * @internal
 */
export function projectClassicResources(raw: RawLiveState): LiveTarget[] {
  const part = raw.kubernetes ?? raw.cloudrun ?? raw.ecs ?? raw.lambda;
  const resources = (part?.resources ?? []).map(toResource);
  return [
    {
      name: '',
      health: healthOf(resources),
      resources: guardParents(resources),
    },
  ];
}

function healthOf(resources: readonly LiveResource[]): LiveTarget['health'] {
  if (resources.length === 0) {
    return 'no-resources';
  }
  return (
    (['unhealthy', 'healthy'] as const).find(health =>
      resources.some(resource => resource.health === health),
    ) ?? 'unknown'
  );
}

function toResource(raw: RawClassicResource): LiveResource {
  const parents = raw.parent_ids ?? [];
  return {
    id: raw.id ?? '',
    parentIds: parents.length > 0 ? parents : raw.owner_ids ?? [],
    name: raw.name ?? '',
    kind: raw.kind ?? '',
    ...(raw.namespace && { namespace: raw.namespace }),
    health: HEALTH[raw.health_status ?? 0] ?? 'unknown',
    ...(raw.health_description && { message: raw.health_description }),
  };
}
