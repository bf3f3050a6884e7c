import { ComparableWorkload } from '../ComparableWorkload';
import { ScopeTarget } from '../PromotionScope';

/**
 * Which workload of one environment is which of another: by kind and name, and where a kind is there once on each side, by
 * kind alone, for those that carry their environment in the name. One copy stands for an environment: the first by name
 * among those that are read.
 */
export function comparableWorkloads(
  now: ScopeTarget[],
  next: ScopeTarget[],
): ComparableWorkload[] {
  const [a, b] = [copies(now), copies(next)];
  const same = [...a.keys()]
    .filter(key => b.has(key))
    .map(key => pair(a.get(key), b.get(key)));
  const [leftA, leftB] = [
    [...a].filter(([key]) => !b.has(key)),
    [...b].filter(([key]) => !a.has(key)),
  ].map(side => side.map(([, target]) => target));
  const single = (side: ScopeTarget[], { workload }: ScopeTarget) => {
    const alike = side.filter(other => other.workload.kind === workload.kind);
    return alike.length === 1 ? alike[0] : undefined;
  };
  const renamed = leftA.flatMap(target => {
    const other = single(leftB, target);
    return other && single(leftA, target) ? [pair(target, other)] : [];
  });
  const taken = renamed.flatMap(item => [item.now, item.next]);
  return [
    ...same,
    ...renamed,
    ...leftA
      .filter(target => !taken.includes(target))
      .map(target => pair(target, undefined)),
    ...leftB
      .filter(target => !taken.includes(target))
      .map(target => pair(undefined, target)),
  ].sort(
    (x, y) => x.name.localeCompare(y.name) || x.kind.localeCompare(y.kind),
  );
}

function copies(targets: ScopeTarget[]): Map<string, ScopeTarget> {
  const found = new Map<string, ScopeTarget>();
  for (const target of [...targets].sort(byUse)) {
    const key = `${target.workload.kind}/${target.workload.name}`;
    if (!found.has(key)) {
      found.set(key, target);
    }
  }
  return found;
}

/** What cannot be read at the moment stands for an environment only where nothing else does. */
function byUse(a: ScopeTarget, b: ScopeTarget): number {
  const lost = (target: ScopeTarget) =>
    target.freshness.state === 'live' ? 0 : 1;
  return lost(a) - lost(b) || a.cluster.localeCompare(b.cluster);
}

function pair(
  now: ScopeTarget | undefined,
  next: ScopeTarget | undefined,
): ComparableWorkload {
  const { kind, name } = (next ?? now)!.workload;
  return { kind, name, ...(now && { now }), ...(next && { next }) };
}
