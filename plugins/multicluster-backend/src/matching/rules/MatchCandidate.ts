import { PolicyRef } from '@fairway/backstage-plugin-multicluster-common';

/** What the rules look at of a workload. */
export interface MatchCandidate {
  controlPlane: string;
  group: string;
  kind: string;
  namespace: string;
  name: string;
  /** Label `backstage.io/kubernetes-id` of the template. */
  kubernetesId?: string;
  labels: Readonly<Record<string, string>>;
  policy?: PolicyRef;
}
