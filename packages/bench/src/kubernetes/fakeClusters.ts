import http from 'node:http';
import { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * API servers of many clusters behind one port, in a thread of their own: `/clusters/<n>/…` answers every list after
 * 10 ms with what a service of 2 Deployments, 10 ReplicaSets and 6 Pods weighs (about 100 KB a cluster). The cluster
 * named by `hung` accepts the request and never answers.
 */
const { hung } = workerData as { hung?: number };

const amounts: Record<string, [string, number]> = {
  pods: ['Pod', 6],
  replicasets: ['ReplicaSet', 10],
  deployments: ['Deployment', 2],
  services: ['Service', 2],
  configmaps: ['ConfigMap', 2],
  ingresses: ['Ingress', 1],
};

function object(kind: string, n: number) {
  return {
    metadata: {
      name: `${kind.toLowerCase()}-${n}`,
      namespace: 'bench',
      uid: `${kind}-${n}`,
      labels: { 'backstage.io/kubernetes-id': 'bench', app: 'bench' },
      managedFields: [
        { manager: 'kube-controller-manager', fields: 'f:spec '.repeat(260) },
      ],
    },
    spec: { replicas: 2, text: 'container '.repeat(220) },
    status: { phase: 'Running', replicas: 2, readyReplicas: 2 },
  };
}

const bodies = new Map<string, string>();
for (const [resource, [kind, count]] of Object.entries(amounts)) {
  const items = Array.from({ length: count }, (_, n) => object(kind, n));
  bodies.set(
    resource,
    JSON.stringify({
      kind: `${kind}List`,
      apiVersion: 'v1',
      metadata: {},
      items,
    }),
  );
}
const empty = JSON.stringify({ kind: 'List', metadata: {}, items: [] });

const server = http.createServer((req, res) => {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  const [, , cluster, ...rest] = pathname.split('/');
  if (Number(cluster) === hung) {
    return;
  }
  setTimeout(() => {
    res.setHeader('content-type', 'application/json');
    res.end(bodies.get(rest.at(-1) ?? '') ?? empty);
  }, 10);
});
server.listen(0, '127.0.0.1', () =>
  parentPort?.postMessage((server.address() as AddressInfo).port),
);
