import {
  parseImage,
  PlacementTarget,
  placementState,
  TargetAxes,
} from '@fairway/backstage-plugin-multicluster-common';

const HEALTHY: TargetAxes = {
  lifecycle: 'desired',
  delivery: 'applied',
  health: 'healthy',
};

/** A target as the back end shows it: healthy with 2 copies of v1.8.2 unless told. */
export function buildTarget(
  cluster: string,
  options: Partial<Omit<PlacementTarget, 'axes' | 'state'>> & {
    axes?: Partial<TargetAxes>;
    version?: string;
  } = {},
): PlacementTarget {
  const { axes: changed, version = 'v1.8.2', ...rest } = options;
  const axes = { ...HEALTHY, ...changed };
  return {
    cluster,
    state: placementState(axes),
    axes,
    replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
    versions: [parseImage('app', `registry.example/checkout:${version}`)],
    versionKnowledge: 'known',
    since: '2026-11-19T12:00:00Z',
    freshness: { state: 'live' },
    ...rest,
  };
}
