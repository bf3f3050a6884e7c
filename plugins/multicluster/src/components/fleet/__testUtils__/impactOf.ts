import {
  ClusterImpact,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { workloadOf } from './workloadOf';

const severities: Array<ClusterImpact['severity']> = [
  'no-other-copy',
  'under-half-left',
  'redundant',
];
const outlooks = [
  'Karmada moves its 3 copies in 4 minutes, once the toleration of 300 s has passed.',
  'Karmada moves nothing by itself: failover is off for this policy.',
  'Nothing has to happen: 4 copies run elsewhere.',
];

/** What losing a cluster means for the n-th of a number of workloads, worst first. */
export function impactOf(index: number, total: number): ClusterImpact {
  const third = Math.min(2, Math.floor((index / total) * 3));
  const { id, controlPlane, group, kind, namespace, name, entityRefs } =
    workloadOf(index);
  return {
    workload: { id, controlPlane, group, kind, namespace, name },
    entityRefs,
    owner: index % 4 === 3 ? undefined : 'group:default/shop',
    severity: severities[third],
    replicasLost: 3 - third,
    replicasLeft: third * 2,
    state: 'unknown',
    outlook: { ...sentence('test.outlook'), text: outlooks[third] },
  };
}
