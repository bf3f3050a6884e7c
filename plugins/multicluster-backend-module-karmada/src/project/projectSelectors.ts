import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { LabelSelector, ResourceSelector } from '../native/PolicyNative';

/** `resourceSelectors` of a policy; entries without a kind select nothing and are dropped. @internal */
export function projectSelectors(raw: unknown): ResourceSelector[] {
  const result: ResourceSelector[] = [];
  for (const item of read.list(raw)) {
    const source = read.record(item);
    const kind = read.string(source.kind);
    const name = read.string(source.name);
    const namespace = read.string(source.namespace);
    const labels = projectLabelSelector(source.labelSelector);
    if (kind) {
      result.push({
        a: read.string(source.apiVersion) ?? '',
        k: kind,
        ...(namespace && { ns: namespace }),
        ...(name && { n: name }),
        ...(labels && { l: labels }),
      });
    }
  }
  return result;
}

/** A Kubernetes label selector; undefined: there is none. @internal */
export function projectLabelSelector(raw: unknown): LabelSelector | undefined {
  if (typeof raw !== 'object' || raw === null) {
    return undefined;
  }
  const source = read.record(raw);
  const matchLabels = read.labels(source.matchLabels);
  const expressions = read.list(source.matchExpressions).map(item => {
    const expression = read.record(item);
    return {
      key: read.string(expression.key) ?? '',
      op: read.string(expression.operator) ?? '',
      values: read.strings(expression.values),
    };
  });
  return {
    ...(Object.keys(matchLabels).length > 0 && { m: matchLabels }),
    ...(expressions.length > 0 && { e: expressions }),
  };
}
