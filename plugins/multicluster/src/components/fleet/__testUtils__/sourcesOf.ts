import {
  sentence,
  SourceList,
} from '@fairway/backstage-plugin-multicluster-common';
import { minutesAgo } from './worldOf';

function say(text: string) {
  return { ...sentence('test.fact'), text };
}

/** One source that is well, and one that cannot be read whole. */
export function sourcesOf(): SourceList {
  const forbidden = {
    source: 'stage',
    subject: 'apps/StatefulSet',
    code: 'forbidden' as const,
    sentence: say('The control plane refuses to list statefulsets.'),
    since: minutesAgo(12),
  };
  return {
    items: [
      {
        id: 'prod',
        type: 'karmada',
        title: 'Production',
        state: 'live',
        facts: [say('Karmada 1.18.2 on Kubernetes 1.36'), say('100 clusters')],
        lanes: [
          {
            name: 'Cluster',
            state: 'live',
            objects: 100,
            contactAt: minutesAgo(0),
            lagSeconds: 0.4,
            relists: 1,
            errors: 0,
          },
          {
            name: 'ResourceBinding',
            state: 'live',
            objects: 30_000,
            contactAt: minutesAgo(0),
            lagSeconds: 0.7,
            relists: 1,
            errors: 0,
          },
        ],
        problems: [],
        capabilities: [
          { name: 'pods', available: true, identityMode: 'impersonated' },
          { name: 'logs', available: true, identityMode: 'impersonated' },
          {
            name: 'works',
            available: false,
            reason: say(
              'Works embed every propagated Secret; reading them is a right of its own and off.',
            ),
            identityMode: 'service',
          },
        ],
      },
      {
        id: 'stage',
        type: 'karmada',
        state: 'degraded',
        facts: [say('Karmada 1.14.0; placement history needs 1.16')],
        lanes: [
          {
            name: 'StatefulSet',
            state: 'failed',
            objects: 0,
            relists: 0,
            errors: 31,
            problem: forbidden,
          },
        ],
        problems: [forbidden],
        missingRbac:
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: fairway-read-missing\nrules:\n  - apiGroups: [apps]\n    resources: [statefulsets]\n    verbs: [list, watch]\n',
        capabilities: [],
      },
    ],
  };
}
