import type { KubeObject } from '../../apiserver/ObjectStore';
import { CREATED, permanentId, templateUid } from './identities';
import type { ScalePlacement } from './placementAt';

/** The Deployment of the nth placement, as the control plane holds it. */
export function templateObject(
  n: number,
  placement: ScalePlacement,
): KubeObject {
  const { namespace, name, service, clusters } = placement;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      uid: templateUid(n),
      creationTimestamp: CREATED,
      labels: {
        app: name,
        'backstage.io/kubernetes-id': service,
        'propagationpolicy.karmada.io/permanent-id': permanentId(
          'policy',
          n % 50,
        ),
      },
      annotations: {
        'propagationpolicy.karmada.io/name': 'everything',
        'propagationpolicy.karmada.io/namespace': namespace,
      },
    },
    spec: {
      replicas: 2 * clusters.length,
      progressDeadlineSeconds: 600,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: 'app',
              image: `registry.example/${name}:v1.${n % 10}.0`,
              resources: { requests: { cpu: '100m', memory: '128Mi' } },
            },
          ],
        },
      },
    },
    status: {},
  };
}
