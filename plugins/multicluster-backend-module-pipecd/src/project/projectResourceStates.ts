import {
  LiveResource,
  PipelineLive,
} from '@fairway/backstage-plugin-multicluster-common';
import { RawResourceState } from '../wire/messages';
import { guardParents } from './guardParents';

type LiveTarget = PipelineLive['targets'][number];

/** `model.ResourceState.HealthStatus`. */
const HEALTH: Readonly<Record<number, LiveResource['health']>> = {
  1: 'healthy',
  2: 'unhealthy',
};

/**
 * Resources of a v1 snapshot by deploy target. Their ids are unique within a target alone: an object has another in each
 * cluster, and plugins may name theirs as they like.
 *
 * @param expected - deploy targets of the application; those without a resource are named too
 * @internal
 */
export function projectResourceStates(
  resources: readonly RawResourceState[],
  expected: readonly string[],
): LiveTarget[] {
  const byTarget = new Map<string, LiveResource[]>(
    expected.map(name => [name, []]),
  );
  for (const raw of resources) {
    const target = raw.deploy_target ?? '';
    byTarget.set(target, [...(byTarget.get(target) ?? []), toResource(raw)]);
  }
  if (byTarget.size === 0) {
    byTarget.set('', []);
  }
  return [...byTarget].map(([name, found]) => ({
    name,
    health: healthOf(found),
    resources: guardParents(found),
  }));
}

function healthOf(resources: readonly LiveResource[]): LiveTarget['health'] {
  if (resources.length === 0) {
    return 'no-resources';
  }
  return (
    (['unhealthy', 'unknown'] as const).find(health =>
      resources.some(resource => resource.health === health),
    ) ?? 'healthy'
  );
}

function toResource(raw: RawResourceState): LiveResource {
  const namespace = raw.resource_metadata?.Namespace;
  return {
    id: raw.id ?? '',
    parentIds: raw.parent_ids ?? [],
    name: raw.name ?? '',
    kind: raw.resource_type ?? '',
    ...(namespace && { namespace }),
    health: HEALTH[raw.health_status ?? 0] ?? 'unknown',
    ...(raw.health_description && { message: raw.health_description }),
  };
}
