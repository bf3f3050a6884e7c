import { replicaWorld } from './replicaWorld';

const { namespace, workload } = replicaWorld;

const affinity = (...clusterNames: string[]) => ({
  clusterAffinity: { clusterNames },
});

/** A workload of the service, and the policy that places it. */
function placed(name: string, replicas: number, placement: object): object[] {
  const metadata = { ...workload.metadata, name };
  const labels = { app: name };
  const [container] = workload.spec.template.spec.containers;
  return [
    {
      ...workload,
      metadata,
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [container] },
        },
      },
    },
    {
      apiVersion: 'policy.karmada.io/v1alpha1',
      kind: 'PropagationPolicy',
      metadata: { name, namespace: metadata.namespace },
      spec: {
        resourceSelectors: [
          { apiVersion: 'apps/v1', kind: 'Deployment', name },
        ],
        placement,
      },
    },
  ];
}

/** Three lanes that lose a cluster, each in a way of its own. @param lost - runs what member2 is to take over */
export function lossWorld(lost: string): object[] {
  return [
    namespace,
    // Its copies move to what runs some already: the old ones are gone within a second.
    ...placed('divided', 4, {
      ...affinity(lost, 'member2'),
      replicaScheduling: {
        replicaSchedulingType: 'Divided',
        replicaDivisionPreference: 'Weighted',
        weightPreference: { dynamicWeight: 'AvailableReplicas' },
      },
    }),
    // All of it moves to where nothing ran: what is there is never healthy, and the old copies go when the time is over.
    ...placed('moving', 2, {
      clusterAffinities: [
        { affinityName: 'first', clusterNames: [lost] },
        { affinityName: 'second', clusterNames: ['member2'] },
      ],
    }),
    // Nothing moves; it is placed there anew when that cluster is back.
    ...placed('copied', 2, affinity(lost, 'member2')),
  ];
}
