import {
  EntityWorkload,
  parseImage,
  Placement,
  PlacementTarget,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** A workload of an entity with the targets given; none: nothing placed it. */
export function buildWorkload(
  name: string,
  targets: PlacementTarget[] | undefined,
  options: Partial<EntityWorkload> & { summary?: Placement['summary'] } = {},
): EntityWorkload {
  const { summary = { state: 'converged', flags: [] }, ...rest } = options;
  const kind = options.kind ?? 'Deployment';
  return {
    id: `id-${kind}-${name}`,
    controlPlane: 'karmada',
    group: kind === 'Service' ? '' : 'apps',
    kind,
    namespace: 'default',
    name,
    templatePresent: true,
    generation: 3,
    versions: [parseImage('app', 'registry.example/checkout:v1.8.2')],
    match: {
      rule: 'kubernetes-id',
      confirmed: true,
      reason: sentence('match.kubernetesId', { value: name }),
    },
    placement: targets && {
      summary,
      since: '2026-11-19T12:00:00Z',
      policy: { kind: 'PropagationPolicy', namespace: 'default', name },
      replicas: {},
      targets,
    },
    ...rest,
  };
}
