import exchanges from '../../__fixtures__/http-exchanges.json';
import { controlPlaneTypes } from '../../karmada/types/controlPlaneTypes';
import { memberTypes } from '../../karmada/types/memberTypes';
import { Admission, AdmissionHook } from '../admission/Admission';
import { InMemoryObjectStore } from '../InMemoryObjectStore';
import { KubeObject } from '../ObjectStore';
import { createApiServer } from '../startApiServer';
import { testServer } from './testServer';

export interface Recorded {
  name: string;
  request: {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: unknown;
  };
  response: { status: number; headers: Record<string, string>; body: any };
}

export const recordings = exchanges as unknown as Recorded[];

export const PORTAL = 'portal-token';

function recorded(name: string): any {
  return recordings.find(exchange => exchange.name === name)!.response.body;
}

/** Sets a policy up as Karmada's own webhooks do: label, finalizer, and one of two forms of suspension. */
const POLICY_HOOKS: AdmissionHook[] = [
  {
    webhook: 'propagationpolicy.karmada.io',
    path: '/mutate-propagationpolicy',
    phase: 'mutate',
    resource: { group: 'policy.karmada.io', resource: 'propagationpolicies' },
    review: ({ object, operation }) => {
      if (operation === 'DELETE') {
        return {};
      }
      const spec = object.spec as { resourceSelectors: object[] };
      const { namespace } = object.metadata;
      return {
        object: {
          ...object,
          metadata: {
            ...object.metadata,
            finalizers: ['karmada.io/propagation-policy-controller'],
            labels: {
              ...object.metadata.labels,
              'propagationpolicy.karmada.io/permanent-id':
                '70a4aeb8-088e-4339-8b12-1dd244402fb3',
            },
          },
          spec: {
            ...spec,
            resourceSelectors: spec.resourceSelectors.map(selector => ({
              ...selector,
              namespace,
            })),
          },
        },
      };
    },
  },
  {
    webhook: 'propagationpolicy.karmada.io',
    path: '/validate-propagationpolicy',
    phase: 'validate',
    resource: { group: 'policy.karmada.io', resource: 'propagationpolicies' },
    review: ({ object }) => {
      const { dispatching, dispatchingOnClusters } =
        (object.spec as { suspension?: any }).suspension ?? {};
      return dispatching && dispatchingOnClusters?.clusterNames
        ? {
            denied: `spec.suspension.suspension: Invalid value: ${JSON.stringify(
              { dispatching, dispatchingOnClusters },
            )}: suspension dispatching cannot co-exist with dispatchingOnClusters.clusterNames`,
          }
        : {};
    },
  },
];

type Grant = { kind: string; name: string; namespace?: string };

function grant(
  store: InMemoryObjectStore,
  name: string,
  subjects: Grant[],
  rules: object[],
): void {
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  for (const [kind, more] of [
    ['ClusterRole', { rules }],
    [
      'ClusterRoleBinding',
      { subjects, roleRef: { kind: 'ClusterRole', name } },
    ],
  ] as const) {
    store.create(store.type(apiVersion, kind)!, {
      apiVersion,
      kind,
      metadata: { name },
      ...more,
    });
  }
}

function seed(store: InMemoryObjectStore, object: KubeObject): void {
  store.create(store.type(object.apiVersion, object.kind)!, object);
}

function seedControlPlane(store: InMemoryObjectStore): void {
  const named = (apiVersion: string, kind: string, name: string, more = {}) =>
    seed(store, { apiVersion, kind, metadata: { name, ...more } });
  named('v1', 'Namespace', 'demo');
  const clusters = recorded('table of clusters');
  for (const { cells, object } of clusters.rows) {
    seed(store, {
      ...object,
      apiVersion: 'cluster.karmada.io/v1alpha1',
      kind: 'Cluster',
      spec: {
        syncMode: cells[2],
        zones: [cells[5]],
        region: cells[6],
        provider: cells[7],
        apiEndpoint: cells[8],
      },
      status: {
        kubernetesVersion: cells[1],
        conditions: [{ type: 'Ready', status: cells[3] }],
      },
    });
  }
  const [boom, canary] = recorded('table of bindings, first page').rows;
  const whole = recorded('binding: resume scheduling');
  const type = {
    apiVersion: 'work.karmada.io/v1alpha2',
    kind: 'ResourceBinding',
  };
  seed(store, { ...whole, metadata: boom.object.metadata });
  seed(store, { ...whole, metadata: canary.object.metadata });
  for (let i = 0; i < 17; i += 1) {
    named(type.apiVersion, type.kind, `filler-${i}`, { namespace: 'demo' });
  }
  seed(store, {
    apiVersion: 'policy.karmada.io/v1alpha1',
    kind: 'PropagationPolicy',
    metadata: { name: 'nginx', namespace: 'demo' },
    spec: { resourceSelectors: [] },
  });
  const portal = {
    kind: 'ServiceAccount',
    namespace: 'karmada-system',
    name: 'portal',
  };
  grant(
    store,
    'portal',
    [portal],
    [
      {
        verbs: ['list'],
        apiGroups: ['work.karmada.io'],
        resources: ['resourcebindings'],
      },
      {
        verbs: ['impersonate'],
        apiGroups: [''],
        resources: ['users', 'groups'],
      },
    ],
  );
  grant(
    store,
    'proxy',
    [{ kind: 'User', name: 'alice' }],
    [
      {
        verbs: ['get'],
        apiGroups: ['cluster.karmada.io'],
        resources: ['clusters/proxy'],
        resourceNames: ['member1'],
      },
    ],
  );
}

function member(name: string) {
  const store = InMemoryObjectStore.create({ types: memberTypes });
  const [pod] = recorded('proxy as alice').items;
  const of = { apiVersion: 'v1', kind: 'Pod' };
  seed(store, { ...of, ...pod });
  for (let i = 0; i < 18; i += 1) {
    const { uid, labels, ...metadata } = pod.metadata;
    const filler = {
      ...metadata,
      labels: { app: 'other' },
      name: `filler-${i}`,
    };
    if (!i) {
      filler.labels = labels;
    }
    seed(store, { ...of, ...pod, metadata: filler });
  }
  const impersonator = {
    kind: 'ServiceAccount',
    namespace: 'karmada-cluster',
    name: 'karmada-impersonator',
  };
  const may = (resource: string, names: string[]) => ({
    verbs: ['impersonate'],
    apiGroups: [''],
    resources: [resource],
    resourceNames: names,
  });
  grant(
    store,
    'karmada-impersonator',
    [impersonator],
    [may('users', ['alice']), may('groups', ['team-a'])],
  );
  grant(
    store,
    'team-a',
    [{ kind: 'User', name: 'alice' }],
    [
      {
        verbs: ['get', 'list'],
        apiGroups: [''],
        resources: ['pods', 'pods/log'],
      },
    ],
  );
  const lines = [
    'line 49 of the helloworld server',
    'line 50 of the helloworld server',
    'a new line',
  ];
  return createApiServer({
    name,
    store,
    tokens: {},
    readLogs: () => ({
      lines: ['line 48 of the helloworld server', ...lines].map(text => ({
        at: 0,
        text,
      })),
      follow: () => () => undefined,
    }),
  });
}

/** A control plane with one member, holding what the recorded one held. */
export async function recordedWorld() {
  const store = InMemoryObjectStore.create({
    types: controlPlaneTypes,
    firstResourceVersion: 9000,
  });
  seedControlPlane(store);
  const member1 = member('member1');
  const member3 = member('member3');
  const down = new Set<string>();
  const admission = Admission.create(POLICY_HOOKS);
  const server = await testServer({
    store,
    admission,
    isDown: group => down.has(group),
    tokens: {
      [PORTAL]: {
        username: 'system:serviceaccount:karmada-system:portal',
        groups: ['system:serviceaccounts'],
      },
    },
    memberRoute: name => ({
      state: 'reachable',
      server: name === 'member1' ? member1 : member3,
    }),
  });
  return { ...server, admission, down };
}
