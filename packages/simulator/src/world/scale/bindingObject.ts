import type { KubeObject } from '../../apiserver/ObjectStore';
import { CREATED, permanentId, templateUid } from './identities';
import { managedFields } from './managedFields';
import type { ScalePlacement } from './placementAt';

const REPLICAS = 2;

function placementOf(clusters: string[]) {
  return {
    clusterAffinity: { clusterNames: clusters },
    replicaScheduling: {
      replicaSchedulingType: 'Divided',
      replicaDivisionPreference: 'Weighted',
      weightPreference: {
        staticWeightList: clusters.map(cluster => ({
          targetCluster: { clusterNames: [cluster] },
          weight: 1,
        })),
      },
    },
  };
}

function aggregated(cluster: string, available: number) {
  return {
    clusterName: cluster,
    applied: true,
    health: available < REPLICAS ? 'Unhealthy' : 'Healthy',
    status: {
      generation: 1,
      observedGeneration: 1,
      resourceTemplateGeneration: 1,
      replicas: REPLICAS,
      updatedReplicas: REPLICAS,
      ...(available > 0 && {
        availableReplicas: available,
        readyReplicas: available,
      }),
      ...(available < REPLICAS && {
        unavailableReplicas: REPLICAS - available,
      }),
    },
  };
}

/** What may differ from the settled state. */
export interface BindingVariation {
  /** Copies available on the first cluster, of 2. */
  available?: number;
  /** ISO 8601, whole seconds. */
  lastScheduledTime?: string;
}

/**
 * The binding of the nth placement, as scheduler and controllers leave it: shape and size (about 4 KB on two clusters)
 * are those of a recorded one.
 */
export function bindingObject(
  n: number,
  { namespace, name, clusters }: ScalePlacement,
  { available = REPLICAS, lastScheduledTime = CREATED }: BindingVariation = {},
): KubeObject {
  const placement = placementOf(clusters);
  const uid = templateUid(n);
  return {
    apiVersion: 'work.karmada.io/v1alpha2',
    kind: 'ResourceBinding',
    metadata: {
      name: `${name}-deployment`,
      namespace,
      creationTimestamp: CREATED,
      finalizers: ['karmada.io/binding-controller'],
      annotations: {
        'policy.karmada.io/applied-placement': JSON.stringify(placement),
        'propagationpolicy.karmada.io/name': 'everything',
        'propagationpolicy.karmada.io/namespace': namespace,
      },
      labels: {
        'propagationpolicy.karmada.io/permanent-id': permanentId(
          'policy',
          n % 50,
        ),
        'resourcebinding.karmada.io/permanent-id': permanentId('binding', n),
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'Deployment',
          name,
          uid,
        },
      ],
      managedFields: managedFields(uid, CREATED),
    },
    spec: {
      clusters: clusters.map(cluster => ({
        name: cluster,
        replicas: REPLICAS,
      })),
      conflictResolution: 'Abort',
      placement,
      replicaRequirements: {
        namespace,
        resourceRequest: { cpu: '100m', memory: '128Mi' },
      },
      replicas: REPLICAS * clusters.length,
      resource: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name,
        namespace,
        resourceVersion: '1000',
        uid,
      },
      schedulerName: 'default-scheduler',
    },
    status: {
      aggregatedStatus: clusters.map((cluster, i) =>
        aggregated(cluster, i === 0 ? available : REPLICAS),
      ),
      conditions: [
        {
          type: 'Scheduled',
          status: 'True',
          reason: 'Success',
          message: 'Binding has been scheduled successfully.',
          lastTransitionTime: CREATED,
        },
        {
          type: 'FullyApplied',
          status: 'True',
          reason: 'FullyAppliedSuccess',
          message: 'All works have been successfully applied',
          lastTransitionTime: CREATED,
        },
      ],
      lastScheduledTime,
      schedulerObservedGeneration: 1,
    },
  };
}
