import { Entity } from '@backstage/catalog-model';

/** People who may approve; two of them have to. Many, because one person may do only so much in a second. */
export const VOTERS = [
  'ann',
  'bob',
  'cleo',
  'dan',
  'eve',
  'finn',
  'gus',
  'hana',
  'ivo',
  'june',
  'kai',
  'lea',
] as const;

/** {@inheritDoc VOTERS} */
export const NEEDED = 2;

/** Whose runs wait at a gate of the tool. */
export const TOOL_PIPELINE = 'delivery';

/** Whose runs have a script that asks. Several, because a newer run of the same one takes the place of the older. */
export const SCRIPT_PIPELINES: readonly string[] = Array.from(
  { length: 24 },
  (_, index) => `script-${index}`,
);

/** Policies of the control plane, each of which holds what it places. */
export const LANES: readonly string[] = Array.from(
  { length: 6 },
  (_, index) => `lane-${index}`,
);

/** More of them, which are armed and disarmed all the time and of which nobody decides anything. */
export const TURNED_LANES: readonly string[] = ['turned-0', 'turned-1'];

/** Where each of them places its workload, in the order in which they are released. */
export const CLUSTERS = ['member1', 'member2'] as const;

/** What the entity and its workloads are known by. */
export const KUBERNETES_ID = 'shop';

/** Of the service whose runs and lanes there are. */
export const SHOP = 'component:default/shop';

/** By what a script is known, and by which name it asks. */
export const GATE_SECRET = 'the-secret-of-the-scripts';

/** {@inheritDoc GATE_SECRET} */
export const GATE_NAME = 'release';

/** Long enough for some to take their decision back in time. */
const RECALL_MS = 300;

/** What has to be so before the next cluster of a lane is released: the one before is well, or a person says so besides. */
export type Waves = 'healthy' | 'person';

const APPROVERS = 'group:default/approvers';

/** The catalog of the portal under test: one service, and the people who approve it. */
export const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'shop',
      namespace: 'default',
      annotations: {
        'tool/pipelines': [TOOL_PIPELINE, ...SCRIPT_PIPELINES].join(','),
        'backstage.io/kubernetes-id': KUBERNETES_ID,
      },
    },
    spec: { type: 'service', owner: APPROVERS, lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: APPROVERS }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'approvers', namespace: 'default' },
    spec: { type: 'team', children: [], members: [...VOTERS] },
    relations: VOTERS.map(name => ({
      type: 'hasMember',
      targetRef: `user:default/${name}`,
    })),
  },
  ...VOTERS.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: ['approvers'] },
    relations: [{ type: 'memberOf', targetRef: APPROVERS }],
  })),
];

/** Configuration of the portal under test. */
export function configOf(options: {
  port: number;
  database: object;
  waves: Waves;
}): object {
  const { port, database, waves } = options;
  const rules = {
    require: { atLeast: NEEDED, of: { groups: [APPROVERS] } },
    // Nobody in this catalog wrote the commits.
    separation: { requester: false, author: false },
    subject: { complete: false },
    recall: { milliseconds: RECALL_MS },
    breakGlass: { ticket: 'INC-\\d+' },
  };
  return {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      lifecycle: { serverShutdownDelay: { seconds: 0 } },
      database,
    },
    permission: { enabled: true },
    multicluster: {
      environments: [
        { name: 'live', pipelines: [{ source: 'tool', names: ['*'] }] },
        { name: 'held', clusters: { names: [...CLUSTERS] } },
      ],
      matching: {
        every: { seconds: 1 },
        pipelines: [{ source: 'tool', name: '*', owner: APPROVERS }],
      },
      approvals: {
        // Who people are at the tool.
        people: VOTERS.map(name => ({
          match: name,
          user: `user:default/${name}`,
        })),
        policies: [
          {
            name: 'live',
            environments: ['live', 'held'],
            ...rules,
            waves: { next: waves },
          },
        ],
        pullGates: [
          {
            name: 'scripts',
            source: 'tool',
            gates: [GATE_NAME],
            secrets: [GATE_SECRET],
          },
        ],
      },
    },
  };
}
