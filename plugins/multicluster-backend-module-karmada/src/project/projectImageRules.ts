import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ImageRule } from '../native/PolicyNative';

/**
 * The rules of an override policy that may change an image, and on which clusters. Where a rule selects clusters by
 * label or field it may apply to any cluster it does not exclude: a wrong "may" costs a look at the Work, a wrong "may
 * not" shows a version that does not run.
 *
 * @internal
 */
export function projectImageRules(spec: Record<string, unknown>): ImageRule[] {
  const rules = read.list(spec.overrideRules).map(read.record);
  // The form of before 0.10, still accepted.
  rules.push({
    targetCluster: spec.targetCluster,
    overriders: spec.overriders,
  });
  return rules
    .filter(rule => touchesImages(read.record(rule.overriders)))
    .map(rule => where(read.record(rule.targetCluster)));
}

function where(target: Record<string, unknown>): ImageRule {
  const names = read.strings(target.clusterNames);
  const excluded = read.strings(target.exclude);
  return {
    ...(names.length > 0 && { in: names }),
    ...(excluded.length > 0 && { out: excluded }),
  };
}

function touchesImages(overriders: Record<string, unknown>): boolean {
  return (
    read.list(overriders.imageOverrider).length > 0 ||
    read
      .list(overriders.plaintext)
      .some(item => mayHoldImage(read.record(item).path)) ||
    read
      .list(overriders.fieldOverrider)
      .some(item => mayHoldImage(read.record(item).fieldPath))
  );
}

/** True for a JSON pointer to an image, to anything inside a container it could come from, and to any parent of those. */
function mayHoldImage(path: unknown): boolean {
  if (typeof path !== 'string') {
    return false;
  }
  const parts = path.split('/').filter(Boolean);
  const containers = parts.lastIndexOf('containers');
  if (containers >= 0) {
    const field = parts[containers + 2];
    return field === undefined || field === 'image';
  }
  return ['', 'spec', 'jobTemplate', 'template'].includes(parts.at(-1) ?? '');
}
