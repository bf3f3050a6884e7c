import type { KubeObject } from '../apiserver/ObjectStore';
import { timestamp } from '../clock/timestamp';

/** What one node has. */
export interface NodeSize {
  cpu: string;
  memory: string;
  pods: string;
}

/** A node that is ready. */
export function nodeObject(
  cluster: string,
  index: number,
  size: NodeSize,
  at: number,
): KubeObject {
  const name = `${cluster}-node-${index + 1}`;
  const since = timestamp(at);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      creationTimestamp: since,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
      },
    },
    spec: {},
    status: {
      allocatable: { ...size },
      capacity: { ...size },
      addresses: [{ type: 'InternalIP', address: `10.0.${index}.1` }],
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
          lastHeartbeatTime: since,
          lastTransitionTime: since,
        },
      ],
      nodeInfo: { kubeletVersion: 'v1.36.2', operatingSystem: 'linux' },
    },
  };
}
