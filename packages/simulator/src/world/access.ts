import type { UserInfo } from '../apiserver/auth/UserInfo';
import type { KubeObject } from '../apiserver/ObjectStore';

const portal = (name: string): UserInfo => ({
  username: `system:serviceaccount:fairway-system:${name}`,
  groups: ['system:serviceaccounts', 'system:serviceaccounts:fairway-system'],
});

/** A credential of the world: its name is also that of its context in the kubeconfig. */
export interface Credential {
  name: string;
  token: string;
  user: UserInfo;
}

/**
 * The credentials of the world, one per lane: what a portal reads with, what it opens Works with, what it impersonates
 * people with, what it acts with, and an administrator. The tokens are as public as this file.
 */
export const credentials: Credential[] = [
  { name: 'karmada', token: 'simulator-reader', user: portal('reader') },
  { name: 'karmada-works', token: 'simulator-works', user: portal('works') },
  { name: 'karmada-logs', token: 'simulator-logs', user: portal('logs') },
  { name: 'karmada-act', token: 'simulator-act', user: portal('act') },
  {
    name: 'karmada-admin',
    token: 'simulator-admin',
    user: { username: 'admin', groups: ['system:masters'] },
  },
];

interface Rule {
  apiGroups?: string[];
  resources: string[];
  verbs: string[];
  resourceNames?: string[];
}

const read = ['get', 'list', 'watch'];
const all = '*';

function grant(name: string, rules: Rule[], subjects: object[]): KubeObject[] {
  const apiGroup = 'rbac.authorization.k8s.io';
  return [
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRole',
      metadata: { name },
      rules: rules.map(rule => ({ apiGroups: [''], ...rule })),
    },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup, kind: 'ClusterRole', name },
      subjects,
    },
  ];
}

function serviceAccount(name: string, namespace = 'fairway-system') {
  return { kind: 'ServiceAccount', name, namespace };
}

/** A person or team, under the plain name and under the entity reference that a portal may impersonate. */
function people(kind: 'User' | 'Group', ...names: string[]): object[] {
  return names
    .flatMap(name => [name, `${kind.toLowerCase()}:default/${name}`])
    .map(name => ({ kind, name, apiGroup: 'rbac.authorization.k8s.io' }));
}

const templates: Rule[] = [
  {
    apiGroups: ['apps', 'batch'],
    resources: [
      'deployments',
      'statefulsets',
      'daemonsets',
      'jobs',
      'cronjobs',
    ],
    verbs: read,
  },
  {
    resources: ['services', 'configmaps', 'serviceaccounts', 'namespaces'],
    verbs: read,
  },
  {
    apiGroups: ['networking.k8s.io', 'rbac.authorization.k8s.io'],
    resources: [all],
    verbs: read,
  },
];

const lookIntoPods: Rule[] = [
  { resources: ['pods', 'pods/log', 'events'], verbs: read },
  {
    apiGroups: ['apps'],
    resources: ['deployments', 'replicasets'],
    verbs: read,
  },
];

/** The same inside one namespace. */
function grantIn(
  namespace: string,
  name: string,
  rules: Rule[],
  subjects: object[],
): KubeObject[] {
  return grant(name, rules, subjects).map(({ kind, metadata, ...rest }) => ({
    ...rest,
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: kind.replace('Cluster', ''),
    metadata: { ...metadata, namespace },
    ...('roleRef' in rest && {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    }),
  }));
}

const platform = [...people('Group', 'platform'), ...people('User', 'paul')];
const canary = [...people('Group', 'team-canary'), ...people('User', 'olivia')];

const orders = [...people('Group', 'team-orders'), ...people('User', 'noor')];
const everybody = [...platform, ...canary, ...orders];

/** Who may do what at the control plane. */
export const controlPlaneAccess: KubeObject[] = [
  ...grant(
    'fairway-read',
    [
      {
        apiGroups: ['cluster.karmada.io'],
        resources: ['clusters', 'clusters/status'],
        verbs: read,
      },
      {
        apiGroups: ['work.karmada.io'],
        resources: ['resourcebindings', 'clusterresourcebindings'],
        verbs: read,
      },
      {
        apiGroups: ['policy.karmada.io', 'apps.karmada.io'],
        resources: [all],
        verbs: read,
      },
      { resources: ['events'], verbs: read },
      ...templates,
    ],
    ['reader', 'works', 'act'].map(name => serviceAccount(name)),
  ),
  ...grant(
    'fairway-works',
    [{ apiGroups: ['work.karmada.io'], resources: ['works'], verbs: read }],
    [serviceAccount('works')],
  ),
  ...grant(
    'fairway-impersonate',
    [{ resources: ['users', 'groups'], verbs: ['impersonate'] }],
    ['reader', 'logs', 'act'].map(name => serviceAccount(name)),
  ),
  ...grant(
    'fairway-act',
    [
      {
        apiGroups: ['policy.karmada.io'],
        resources: ['propagationpolicies', 'clusterpropagationpolicies'],
        verbs: ['patch'],
      },
      {
        apiGroups: ['work.karmada.io'],
        resources: ['resourcebindings'],
        verbs: ['patch'],
      },
      {
        apiGroups: ['apps.karmada.io'],
        resources: ['workloadrebalancers'],
        verbs: ['create'],
      },
      {
        apiGroups: ['cluster.karmada.io'],
        resources: ['clusters'],
        verbs: ['patch'],
      },
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch'] },
    ],
    [serviceAccount('act')],
  ),
  // Who holds and releases does so in their own name.
  ...grant(
    'hold-dispatch',
    [
      {
        apiGroups: ['policy.karmada.io'],
        resources: ['propagationpolicies', 'clusterpropagationpolicies'],
        verbs: ['patch'],
      },
      {
        apiGroups: ['work.karmada.io'],
        resources: ['resourcebindings', 'clusterresourcebindings'],
        verbs: ['patch'],
      },
    ],
    everybody,
  ),
  ...grant(
    'cordon',
    [
      {
        apiGroups: ['cluster.karmada.io'],
        resources: ['clusters'],
        verbs: ['patch'],
      },
    ],
    platform,
  ),
  ...grant(
    'cluster-proxy',
    [
      {
        apiGroups: ['cluster.karmada.io'],
        resources: ['clusters/proxy'],
        verbs: [all],
      },
    ],
    everybody,
  ),
];

/** The credential of a portal in clusters that no control plane federates. */
export const plainCredential: Credential = {
  name: 'reader',
  token: 'simulator-plain-reader',
  user: portal('plain-reader'),
};

/** Who may do what there: the portal reads workloads and may speak for people, who look into everything. */
export const plainAccess: KubeObject[] = [
  ...grant(
    'fairway-read',
    [
      ...templates,
      {
        resources: ['pods', 'nodes', 'events', 'persistentvolumeclaims'],
        verbs: read,
      },
      { apiGroups: ['apps'], resources: ['replicasets'], verbs: read },
      { resources: ['users', 'groups'], verbs: ['impersonate'] },
    ],
    [serviceAccount('plain-reader')],
  ),
  ...grant('fairway-look', lookIntoPods, [...platform, ...canary]),
  ...grantIn('gift-cards', 'team-orders', lookIntoPods, orders),
];

/** Who may do what in a member: whoever owns a namespace looks into it, the platform team everywhere. */
export const memberAccess: KubeObject[] = [
  ...grant('fairway-platform', lookIntoPods, platform),
  ...grantIn('demo', 'team-canary', lookIntoPods, canary),
  ...grantIn('shop', 'team-orders', lookIntoPods, orders),
  ...grantIn('finance', 'team-orders', lookIntoPods, orders),
  // What Karmada's unified authentication puts there: exactly those who are granted clusters/proxy may be spoken for.
  ...grant(
    'karmada-impersonator',
    [
      {
        resources: ['users', 'groups'],
        verbs: ['impersonate'],
        resourceNames: everybody.map(
          subject => (subject as { name: string }).name,
        ),
      },
    ],
    [serviceAccount('karmada-impersonator', 'karmada-cluster')],
  ),
];
