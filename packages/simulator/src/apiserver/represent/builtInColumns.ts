import { KubeObject } from '../ObjectStore';
import { Column } from './Column';
import { jsonPath } from './jsonPath';
import { podCells } from './podCells';

interface AroundAge {
  before?: Column[];
  after?: Column[];
}

function column(
  name: string,
  cell: Column['cell'],
  more: Partial<Column> = {},
): Column {
  return {
    name,
    type: 'string',
    format: '',
    description: name,
    priority: 0,
    cell,
    ...more,
  };
}

const at =
  (path: string, otherwise: unknown = '<none>') =>
  (object: KubeObject) =>
    jsonPath(object, path) ?? otherwise;

const wide = { priority: 1 };
const number = { type: 'integer' };

const ready = (object: KubeObject) =>
  `${at('.status.readyReplicas', 0)(object)}/${at(
    '.spec.replicas',
    1,
  )(object)}`;

const containers = [
  column('Containers', at('.spec.template.spec.containers[*].name'), wide),
  column('Images', at('.spec.template.spec.containers[*].image'), wide),
];

/** Built-in printers, as far as `kubectl get` of the documented stories shows them. */
export const builtInColumns: Record<string, AroundAge> = {
  '/pods': {
    before: [
      column('Ready', podCells.ready, {
        description:
          'The aggregate readiness state of this pod for accepting traffic.',
      }),
      column('Status', podCells.status, {
        description: 'The aggregate status of the containers in this pod.',
      }),
      column('Restarts', podCells.restarts, {
        description:
          'The number of times the containers in this pod have been restarted and when the last container in this pod has restarted.',
      }),
    ],
    after: [
      column('IP', at('.status.podIP'), wide),
      column('Node', at('.spec.nodeName'), wide),
    ],
  },
  '/namespaces': {
    before: [column('Status', at('.status.phase', 'Active'))],
  },
  '/events': {
    before: [
      column('Type', at('.type', '')),
      column('Reason', at('.reason', '')),
      column('Object', object =>
        `${at('.involvedObject.kind')(object)}/${at('.involvedObject.name')(
          object,
        )}`.toLowerCase(),
      ),
      column('Message', at('.message', '')),
    ],
  },
  '/services': {
    before: [
      column('Type', at('.spec.type', 'ClusterIP')),
      column('Cluster-IP', at('.spec.clusterIP')),
      column('External-IP', () => '<none>'),
      column('Port(s)', at('.spec.ports[*].port')),
    ],
  },
  'apps/deployments': {
    before: [
      column('Ready', ready),
      column('Up-to-date', at('.status.updatedReplicas', 0), number),
      column('Available', at('.status.availableReplicas', 0), number),
    ],
    after: containers,
  },
  'apps/statefulsets': { before: [column('Ready', ready)], after: containers },
  'apps/replicasets': {
    before: [
      column('Desired', at('.spec.replicas', 0), number),
      column('Current', at('.status.replicas', 0), number),
      column('Ready', at('.status.readyReplicas', 0), number),
    ],
    after: containers,
  },
  'batch/jobs': {
    before: [
      column(
        'Completions',
        object =>
          `${at('.status.succeeded', 0)(object)}/${at(
            '.spec.completions',
            1,
          )(object)}`,
      ),
    ],
    after: containers,
  },
  'cluster.karmada.io/clusters': {
    before: [
      column('Version', at('.status.kubernetesVersion', ''), {
        description:
          'KubernetesVersion represents version of the member cluster.',
      }),
      column('Mode', at('.spec.syncMode', ''), {
        description:
          'SyncMode describes how a cluster sync resources from karmada control plane.',
      }),
      column(
        'Ready',
        at('.status.conditions[?(@.type=="Ready")].status', 'Unknown'),
        {
          description:
            'The aggregate readiness state of this cluster for accepting workloads.',
        },
      ),
    ],
    after: [
      column('Zones', zones, {
        ...wide,
        description:
          'Zones represents the failure zones(also called availability zones) of the member cluster. The zones are presented as a slice to support the case that cluster runs across multiple failure zones.',
      }),
      column('Region', at('.spec.region'), {
        ...wide,
        description:
          'Region represents the region of the member cluster locate in.',
      }),
      column('Provider', at('.spec.provider'), {
        ...wide,
        description:
          'Provider represents the cloud provider name of the member cluster.',
      }),
      column('API-Endpoint', at('.spec.apiEndpoint'), {
        ...wide,
        description: 'The API endpoint of the member cluster.',
      }),
      column('Proxy-URL', at('.spec.proxyURL'), {
        ...wide,
        description: 'ProxyURL is the proxy URL for the cluster.',
      }),
    ],
  },
};

function zones(object: KubeObject): string {
  const listed = jsonPath(object, '.spec.zones');
  return Array.isArray(listed) && listed.length
    ? listed.join(',')
    : String(jsonPath(object, '.spec.zone') ?? '<none>');
}
