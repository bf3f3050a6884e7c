import { laneWorld } from './laneWorld';
import { replicaWorld } from './replicaWorld';

const { namespace, workload, policy } = replicaWorld;
const [production] = laneWorld.approvals.policies;

/** Time enough to do something between the release of a cluster and when it is well. */
const ROLLS_SECONDS = 6;

/** A Deployment of the service, and the policy of the same name. */
function lane(name: string, spec: object = {}, pod: object = {}): object[] {
  const metadata = { ...workload.metadata, name };
  const labels = { app: name };
  const [container] = workload.spec.template.spec.containers;
  return [
    {
      ...workload,
      metadata,
      spec: {
        replicas: 1,
        minReadySeconds: ROLLS_SECONDS,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ ...container, ...pod }] },
        },
      },
    },
    {
      ...policy,
      metadata: { name, namespace: metadata.namespace },
      spec: {
        resourceSelectors: [
          { apiVersion: 'apps/v1', kind: 'Deployment', name },
        ],
        placement: policy.spec.placement,
        ...spec,
      },
    },
  ];
}

const verbs = ['patch'];
const apiGroup = 'rbac.authorization.k8s.io';
const rights = (who: string) => ({
  apiVersion: `${apiGroup}/v1`,
  kind: 'RoleBinding',
  metadata: { name: who, namespace: namespace.metadata.name },
  roleRef: { apiGroup, kind: 'Role', name: 'holds' },
  subjects: [{ apiGroup, kind: 'User', name: who }],
});

/** Lanes of a real control plane, which acts for people in their own names: paul arms, noor votes last, and olivia may do nothing there. */
export const realLaneWorld = {
  objects: [
    namespace,
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'Role',
      metadata: { name: 'holds', namespace: namespace.metadata.name },
      rules: [
        {
          apiGroups: ['policy.karmada.io'],
          resources: ['propagationpolicies'],
          verbs,
        },
        {
          apiGroups: ['work.karmada.io'],
          resources: ['resourcebindings'],
          verbs,
        },
      ],
    },
    rights('paul'),
    rights('noor'),
    ...['asked', 'broken', 'recalled', 'refused', 'shared', 'stopped'].flatMap(
      name => lane(name),
    ),
    ...lane('listed', {
      suspension: { dispatchingOnClusters: { clusterNames: ['member1'] } },
    }),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: namespace.metadata.name },
      data: { colour: 'blue' },
    },
    ...lane(
      'parent',
      { propagateDeps: true },
      { envFrom: [{ configMapRef: { name: 'settings' } }] },
    ),
  ],
  /** What lets somebody hold and release there. */
  rights,
  /** What has a cluster refuse a Deployment that the control plane takes. */
  refusedBy: (cluster: string, name: string) => ({
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'OverridePolicy',
    metadata: { name, namespace: namespace.metadata.name },
    spec: {
      resourceSelectors: [{ apiVersion: 'apps/v1', kind: 'Deployment', name }],
      overrideRules: [
        {
          targetCluster: { clusterNames: [cluster] },
          overriders: {
            plaintext: [
              { path: '/spec/replicas', operator: 'replace', value: -1 },
            ],
          },
        },
      ],
    },
  }),
  identity: { user: '{name}', groups: '{name}' },
  approvals: {
    ...laneWorld.approvals,
    policies: [
      { ...production, pipelines: ['asked'], waves: { next: 'person' } },
      { ...production, pipelines: ['recalled'], recall: { seconds: 8 } },
      production,
    ],
  },
};
