/**
 * How a kind reports copies. `replicas`: counts against what the binding wants on each cluster. `daemon`: against what
 * the member itself wants. Absent: the kind reports none, and a missing count is not a zero.
 *
 * @internal
 */
export type CountModel = {
  wanted: 'binding' | 'member';
  /** Reports how many copies are of the newest revision. */
  updated: boolean;
};

const models: Record<string, CountModel> = {
  'apps/Deployment': { wanted: 'binding', updated: true },
  'apps/StatefulSet': { wanted: 'binding', updated: true },
  'apps/ReplicaSet': { wanted: 'binding', updated: false },
  'apps/DaemonSet': { wanted: 'member', updated: true },
  'apps.kruise.io/CloneSet': { wanted: 'binding', updated: true },
  'apps.kruise.io/StatefulSet': { wanted: 'binding', updated: true },
};

/** {@inheritDoc CountModel} @internal */
export function countModel(
  group: string,
  kind: string,
): CountModel | undefined {
  const key = `${group}/${kind}`;
  return Object.hasOwn(models, key) ? models[key] : undefined;
}
