import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Workload } from '../../karmada/model/Workload';

/** What a piped says of one object: 1 well, 2 not well. */
export interface ResourceHealth {
  status: number;
  description?: string;
}

function deployment({ metadata, spec, status }: Workload): ResourceHealth {
  const { replicas = 1 } = spec as { replicas?: number };
  const reported = (status ?? {}) as {
    observedGeneration?: number;
    availableReplicas?: number;
    updatedReplicas?: number;
  };
  const { observedGeneration = 0 } = reported;
  const { availableReplicas = 0, updatedReplicas = 0 } = reported;
  if (observedGeneration < (metadata.generation ?? 0)) {
    // Of a template that no policy selects, nobody ever observes it.
    return {
      status: 2,
      description:
        'Waiting for rollout to finish because observed deployment generation less than desired generation',
    };
  }
  if (updatedReplicas < replicas) {
    return {
      status: 2,
      description: `Waiting for remaining ${
        replicas - updatedReplicas
      }/${replicas} replicas to be updated`,
    };
  }
  if (availableReplicas < replicas) {
    return {
      status: 2,
      description: `Waiting for remaining ${
        replicas - availableReplicas
      }/${replicas} replicas to be available`,
    };
  }
  return { status: 1 };
}

/** The health of an object: kinds that it does not know are well as soon as they are there. */
export function healthOf(object: KubeObject): ResourceHealth {
  if (object.kind === 'Deployment') {
    return deployment(object as Workload);
  }
  if (object.kind === 'Service' || object.kind === 'ConfigMap') {
    return { status: 1 };
  }
  return {
    status: 1,
    description: `"${object.apiVersion}/${object.kind}" was applied successfully but its health status couldn't be determined exactly. (Because tracking status for this kind of resource is not supported yet.)`,
  };
}
