import { replicaWorld } from './replicaWorld';

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
  deployment: replicaWorld.deployment,
  image: replicaWorld.image,
  objects: replicaWorld.objects,
  policyKey: `PropagationPolicy/demo/${replicaWorld.deployment.name}`,
  entities: [
    {
      ...replicaWorld.entity,
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
