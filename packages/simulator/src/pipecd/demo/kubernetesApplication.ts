import type { KubeObject } from '../../apiserver/ObjectStore';
import { workload } from '../../world/builders';
import type { ApplicationSpec } from '../piped/ApplicationSpec';
import type { Commit } from '../model/messages';
import type { DemoApplication } from './DemoApplication';
import { versionOf } from './versionOf';

interface Given {
  name: string;
  /** Of the Deployment and its image; the application's when absent. */
  workload?: string;
  namespace: string;
  piped?: 'v0' | 'v1';
  replicas?: number;
  repository?: string;
  description: string;
  labels?: Record<string, string>;
  spec: ApplicationSpec;
}

function service(name: string, namespace: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: {
      selector: { app: name },
      ports: [{ port: 9085, targetPort: 9085 }],
    },
  };
}

/** An application whose repository holds a Deployment of its name, its image tag being the version that a commit names. */
export function kubernetesApplication(given: Given): DemoApplication {
  const { name, namespace, replicas = 2, piped = 'v0', spec } = given;
  const deployed = given.workload ?? name;
  const repository =
    given.repository ?? `registry.example.org/${namespace}/${deployed}`;
  const image = (commit: Commit) => `${repository}:${versionOf(commit)}`;
  const withService = name === 'canary';
  return {
    name,
    namespace,
    replicas,
    piped,
    description: given.description,
    provider: piped === 'v0' ? 'kubernetes-default' : 'karmada',
    labels: {
      team: namespace === 'demo' ? 'team-canary' : 'team-orders',
      env: 'production',
      ...given.labels,
    },
    spec: {
      image,
      manifests: commit => [
        workload({
          name: deployed,
          namespace,
          image: image(commit),
          replicas,
        }),
        ...(withService ? [service(name, namespace)] : []),
      ],
      ...spec,
    },
  };
}
