const ENTITY = 'shop';
const deployment = { namespace: 'demo', name: ENTITY };
const member = (name: string, groups: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { email: `${name}@example.com` } },
  relations: groups.map(group => ({
    type: 'memberOf',
    targetRef: `group:default/${group}`,
  })),
});
const group = (name: string, members: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [], members },
  relations: members.map(user => ({
    type: 'hasMember',
    targetRef: `user:default/${user}`,
  })),
});

/** A service on two clusters whose placement policy can be held, and the people who decide about it. */
export const laneWorld = {
  deployment,
  image: (version: number | string) => `example.org/shop:v${version}`,
  policyKey: `PropagationPolicy/demo/${ENTITY}`,
  objects: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        ...deployment,
        labels: { 'backstage.io/kubernetes-id': ENTITY },
      },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: ENTITY } },
        template: {
          metadata: { labels: { app: ENTITY } },
          spec: {
            containers: [{ name: 'app', image: 'example.org/shop:v1' }],
          },
        },
      },
    },
    {
      apiVersion: 'policy.karmada.io/v1alpha1',
      kind: 'PropagationPolicy',
      metadata: deployment,
      spec: {
        resourceSelectors: [
          { apiVersion: 'apps/v1', kind: 'Deployment', name: ENTITY },
        ],
        placement: {
          clusterAffinity: { clusterNames: ['member1', 'member2'] },
        },
      },
    },
  ],
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: ENTITY,
        namespace: 'default',
        annotations: { 'backstage.io/kubernetes-id': ENTITY },
      },
      spec: { type: 'service', owner: 'group:default/team-shop' },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/team-shop' }],
    },
    group('team-shop', ['olivia', 'noor']),
    group('platform', ['paul']),
    member('olivia', ['team-shop']),
    member('noor', ['team-shop']),
    member('paul', ['platform']),
  ],
  /** Two owners in production, and nothing that needs a run. */
  approvals: {
    // The database of a test is in memory.
    outsideProduction: { allowWithoutRules: true },
    policies: [
      {
        name: 'production',
        environments: ['production'],
        require: { atLeast: 2, of: { owners: true } },
        separation: { author: false, unmappedAuthor: 'allow' },
        subject: { complete: false },
        recall: { seconds: 0 },
        exempt: { replicas: false, failover: false, return: false },
      },
    ],
  },
};
