/** Which bindings of the recorded journeys tell a story, and on which clusters. */
export const journeyBindings: Array<{
  journey: string;
  binding: string;
  clusters: string[];
}> = [
  ...of('canary-rollout-and-scale', 'canary-deployment', 'canary-service'),
  ...of('no-cluster-fit-then-fits', 'nofit2-deployment'),
  ...of('not-enough-capacity', 'huge-deployment'),
  ...of('apply-conflict', 'conflict-deployment'),
  ...of(
    'dependencies',
    'web-deployment',
    'web-config-configmap',
    'web-secret-secret',
  ),
  ...of('spread-and-image-override', 'nginx-deployment'),
  ...of('cluster-scoped-binding', 'system.ctl.tom-clusterrole'),
  ...of('held-dispatch-released-by-cluster', 'held-deployment'),
  ...of('held-while-a-cluster-is-lost', 'lane-deployment'),
  ...of('held-while-its-only-cluster-is-lost', 'away-deployment'),
  ...of('held-while-a-lost-cluster-returns', 'twice-deployment'),
  ...of(
    'cluster-lost-and-graceful-eviction',
    'canary-deployment',
    'canary-service',
    'nginx-deployment',
    'web-config-configmap',
    'web-deployment',
    'fo-grace-deployment',
  ),
  ...of('direct-eviction', 'fo-direct-deployment'),
  ...of('fallback-affinity-and-rebalance', 'fallback-deployment'),
  ...of('quota-exceeded-then-raised', 'nginx-deployment'),
  ...of('rebalance', 'canary-deployment'),
];

function of(journey: string, ...bindings: string[]) {
  const clusters = ['member1', 'member2', 'member3'];
  return bindings.map(binding => ({ journey, binding, clusters }));
}
