import { QuorumProgress } from '@fairway/backstage-plugin-multicluster-common';

/** How many more people have to agree, at the least. */
export function missingApprovals({ met, rule }: QuorumProgress): number {
  if (met) {
    return 0;
  }
  if (rule.kind === 'atLeast') {
    return Math.max(1, rule.needed) - rule.counted.length;
  }
  const parts = rule.parts.map(missingApprovals);
  // One person may count for several parts, so that the largest is the least.
  return rule.kind === 'any' ? Math.min(...parts) : Math.max(0, ...parts);
}
