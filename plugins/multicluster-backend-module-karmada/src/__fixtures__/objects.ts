import { placementState } from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedPlacement,
  PolicyFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { BindingInput, deriveBinding } from '../derive/deriveBinding';
import { PolicyNative } from '../native/PolicyNative';
import { projectBinding } from '../project/projectBinding';
import { projectTemplate } from '../project/projectTemplate';

export const NOW = Date.parse('2026-11-21T12:00:00Z');

/** A Deployment `a/web` with three copies of `web:7` at generation 7, claimed by a policy. */
export function template(overrides: Record<string, unknown> = {}) {
  return {
    metadata: {
      namespace: 'a',
      name: 'web',
      uid: 'uid-web',
      generation: 7,
      creationTimestamp: '2026-11-20T12:00:00Z',
      labels: { 'propagationpolicy.karmada.io/permanent-id': 'p1' },
    },
    spec: {
      replicas: 3,
      template: { spec: { containers: [{ name: 'web', image: 'web:7' }] } },
    },
    ...overrides,
  };
}

/** The raw binding of {@link template}: its spec and status are merged over. */
export function binding(
  spec: Record<string, unknown>,
  status: Record<string, unknown> = {},
  metadata: Record<string, unknown> = {},
) {
  return {
    metadata: {
      namespace: 'a',
      name: 'web-deployment',
      labels: {
        'propagationpolicy.karmada.io/permanent-id': 'p1',
        'resourcebinding.karmada.io/permanent-id': 'b1',
      },
      annotations: {
        'propagationpolicy.karmada.io/namespace': 'a',
        'propagationpolicy.karmada.io/name': 'web',
      },
      ...metadata,
    },
    spec: {
      resource: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'a',
        name: 'web',
        uid: 'uid-web',
      },
      replicas: 3,
      placement: {},
      ...spec,
    },
    status,
  };
}

/** An item of aggregatedStatus of a Deployment that runs `copies` at template generation 7. */
export function runs(
  clusterName: string,
  copies: number,
  status: Record<string, unknown> = {},
) {
  return {
    clusterName,
    applied: true,
    health: 'Healthy',
    status: {
      generation: 1,
      observedGeneration: 1,
      resourceTemplateGeneration: 7,
      replicas: copies,
      updatedReplicas: copies,
      readyReplicas: copies,
      availableReplicas: copies,
      ...status,
    },
  };
}

/** A condition of type Scheduled. */
export function scheduled(status: string, reason: string, message = '') {
  return { type: 'Scheduled', status, reason, message };
}

/** Derives a raw binding of {@link template}. */
export function derive(
  raw: unknown,
  options: Partial<Omit<BindingInput, 'placement' | 'workload'>> & {
    template?: unknown;
    workload?: WorkloadFact;
    overrides?: PolicyFact<PolicyNative>[];
  } = {},
): DerivedPlacement {
  const { template: rawTemplate = template(), workload, ...rest } = options;
  return deriveBinding({
    placement: projectBinding(raw)!,
    workload:
      workload ??
      projectTemplate(rawTemplate, {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
      }),
    overrides: [],
    imagesByGeneration: new Map(),
    now: NOW,
    ...rest,
  });
}

/** Label of each target. */
export function labels(derived: DerivedPlacement): Record<string, string> {
  return Object.fromEntries(
    derived.targets.map(({ cluster, axes }) => [cluster, placementState(axes)]),
  );
}
