import type { KubeObject } from '../../apiserver/ObjectStore';
import type {
  Application,
  KubernetesResource,
  LiveState,
  PluginResource,
} from '../model/messages';
import type { DeployTarget } from './DeployTarget';
import { healthOf, type ResourceHealth } from './healthOf';
import { isWatched } from './isWatched';

interface Node {
  object: KubeObject;
  parents: string[];
  health: ResourceHealth;
  created: number;
}

interface Given {
  application: Application;
  version: 'v0' | 'v1';
  manifests: KubeObject[];
  target: DeployTarget;
  now: number;
}

const BAD = 2;

function isOf({ id }: Application, { metadata }: KubeObject): boolean {
  return metadata.annotations?.['pipecd.dev/application'] === id;
}

function withVariants(
  manifests: KubeObject[],
): Array<{ object: KubeObject; variant: boolean }> {
  return manifests.flatMap(object => {
    const named = (suffix: string) => ({
      ...object,
      metadata: {
        ...object.metadata,
        name: `${object.metadata.name}${suffix}`,
      },
    });
    const variants =
      object.kind === 'Deployment' ? ['-canary', '-baseline'] : [];
    return [
      { object, variant: false },
      ...variants.map(suffix => ({ object: named(suffix), variant: true })),
    ];
  });
}

function nodes(given: Given): Node[] {
  const { application, version, manifests, target, now } = given;
  return withVariants(manifests).flatMap(({ object: wanted, variant }) => {
    const applied = target.get(wanted);
    // Somebody else may have made an object of a variant's name.
    if (!applied || (variant && !isOf(application, applied))) {
      return [];
    }
    if (version === 'v0' && !isWatched(applied)) {
      return [];
    }
    const below = version === 'v1' ? target.below(applied) : [];
    const found = [applied, ...below];
    return found.map((object, index) => ({
      object,
      // Each is under the one that made it: the binding under the template, a Work under the binding.
      parents:
        index === 0 ? [] : [found[Math.min(index - 1, 1)].metadata.uid ?? ''],
      health: healthOf(object),
      created: object.metadata.creationTimestamp
        ? Math.floor(Date.parse(object.metadata.creationTimestamp) / 1000)
        : now,
    }));
  });
}

function kubernetesResource(node: Node, now: number): KubernetesResource {
  const { object, parents, health, created } = node;
  return {
    id: object.metadata.uid ?? '',
    owner_ids: parents,
    parent_ids: parents,
    name: object.metadata.name,
    api_version: object.apiVersion,
    kind: object.kind,
    namespace: object.metadata.namespace,
    health_status: health.status,
    health_description: health.description,
    created_at: created,
    updated_at: now,
  };
}

function pluginResource(
  node: Node,
  deployTarget: string,
  now: number,
): PluginResource {
  const { object, parents, health, created } = node;
  return {
    id: object.metadata.uid ?? '',
    parent_ids: parents,
    name: object.metadata.name,
    resource_type: object.kind,
    resource_metadata: {
      Namespace: object.metadata.namespace ?? '',
      'API Version': object.apiVersion,
      Kind: object.kind,
    },
    health_status: health.status,
    health_description: health.description,
    deploy_target: deployTarget,
    plugin_name: 'kubernetes',
    created_at: created,
    updated_at: now,
  };
}

/** What a piped sees of an application in the cluster: what it applied, and what was made of that. */
export function liveStateOf(given: Given): LiveState {
  const { application, version, now } = given;
  const found = nodes(given);
  const bad = found.some(({ health }) => health.status === BAD);
  const common = {
    application_id: application.id,
    piped_id: application.piped_id,
    project_id: application.project_id,
    kind: application.kind,
    version: { timestamp: now },
  };
  if (version === 'v0') {
    return {
      ...common,
      health_status: bad ? 2 : 1,
      kubernetes: {
        resources: found.map(node => kubernetesResource(node, now)),
      },
    };
  }
  const [target = ''] =
    application.deploy_targets_by_plugin?.kubernetes?.deploy_targets ?? [];
  return {
    ...common,
    health_status: bad ? 3 : 1,
    application_live_state: {
      resources: found.map(node => pluginResource(node, target, now)),
    },
  };
}
